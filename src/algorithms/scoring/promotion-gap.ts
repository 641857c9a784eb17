import { type LadderLevel, nextLevels } from "./level-ladder";
import {
  type ItemChanges,
  itemChanges,
  type RequirementChanges,
  requirementChanges,
} from "./requirement-changes";
import { profileOf } from "./requirements/combine-lines";
import type { Profile, RequirementLine, ScoringOptions } from "./requirements/requirement-line";
import { type SkillGap, skillGap } from "./skill-gap";

/**
 * A level with what it asks for and brings. `lists` are further ids under names that the caller chooses, the same for all
 * levels, e.g. `{ responsibilities: [...], qualifications: [...] }`.
 */
export interface LevelContent<List extends string> extends LadderLevel {
  readonly lines: readonly RequirementLine[];
  readonly lists: Readonly<Record<List, readonly string[]>>;
}

export interface PromotionGap<List extends string> {
  /** Id of the next level. */
  readonly level: string;
  /** From the person's profile, or from what the present level asks for, to what the next one asks for. */
  readonly gap: SkillGap;
  /** What the next level asks for against the present one, whoever the person is. */
  readonly changes: RequirementChanges;
  readonly lists: Readonly<Record<List, ItemChanges>>;
}

/**
 * What is missing for promotion from a level of a role to its next levels (`nextLevels`), one entry for each, in ladder
 * order; none when the level is the top of its ladder. Without a profile the person is taken to meet the present level
 * exactly. Null rules: `skillGap`, `requirementChanges`. Null when the level is none of the levels.
 *
 * @throws RangeError for options out of their range.
 */
export function promotionGap<List extends string>(
  levels: readonly LevelContent<List>[],
  presentLevel: string,
  options: ScoringOptions & { readonly profile?: Profile } = {},
): PromotionGap<List>[] | null {
  const present = levels.find(({ id }) => id === presentLevel);
  if (present === undefined) return null;
  const profile = options.profile ?? profileOf(present.lines);
  return nextLevels(levels, present).map((next) => ({
    level: next.id,
    gap: skillGap(profile, next.lines, options),
    changes: requirementChanges(present.lines, next.lines),
    lists: listChanges(present, next),
  }));
}

function listChanges<List extends string>(
  present: LevelContent<List>,
  next: LevelContent<List>,
): Record<List, ItemChanges> {
  const names = Object.keys(next.lists) as List[];
  const changes = names.map((name) => [name, itemChanges(present.lists[name], next.lists[name])]);
  return Object.fromEntries(changes) as Record<List, ItemChanges>;
}
