import { strictestLines } from "./requirements/combine-lines";
import { compareIds } from "./requirements/id-list";
import type { RequirementLine } from "./requirements/requirement-line";

/** How one value moved. `UNKNOWN`: only one of the two lists states it. `NONE`: equal, or stated by neither. */
export type Shift = "RAISED" | "LOWERED" | "UNKNOWN" | "NONE";

export interface ChangedRequirement {
  readonly skill: string;
  readonly before: RequirementLine;
  readonly after: RequirementLine;
  readonly proficiency: Shift;
  readonly importance: Shift;
  /** RAISED: it became essential. LOWERED: it became optional. */
  readonly requirement: Shift;
}

/** Every skill of the two lists is in exactly one of these; each list is ordered by skill id. */
export interface RequirementChanges {
  readonly added: readonly RequirementLine[];
  readonly removed: readonly RequirementLine[];
  /** In both, and at least one value is not `NONE`. */
  readonly changed: readonly ChangedRequirement[];
  readonly unchanged: readonly RequirementLine[];
}

/**
 * What one list of requirements asks for against another: a level against the one below, a role against another, a role now
 * against a role before. Lists may hold duplicates (`strictestLines`). Unknown is never taken for lower: a value that only
 * one list states has moved by an unknown amount. Cost: n log n.
 */
export function requirementChanges(
  before: readonly RequirementLine[],
  after: readonly RequirementLine[],
): RequirementChanges {
  const old = bySkillId(before);
  const now = bySkillId(after);
  const both = [...now.values()].flatMap((line) => {
    const base = old.get(line.skill);
    return base === undefined ? [] : [changeOf(base, line)];
  });
  return {
    added: [...now.values()].filter(({ skill }) => !old.has(skill)),
    removed: [...old.values()].filter(({ skill }) => !now.has(skill)),
    changed: both.filter(isChange),
    unchanged: both.filter((each) => !isChange(each)).map(({ after: line }) => line),
  };
}

export interface ItemChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** The same for plain lists of ids, e.g. responsibilities or qualifications. Order: as in the list they come from, once each. */
export function itemChanges(before: readonly string[], after: readonly string[]): ItemChanges {
  const old = new Set(before);
  const now = new Set(after);
  return {
    added: [...now].filter((id) => !old.has(id)),
    removed: [...old].filter((id) => !now.has(id)),
    kept: [...now].filter((id) => old.has(id)),
  };
}

function bySkillId(lines: readonly RequirementLine[]): Map<string, RequirementLine> {
  const sorted = strictestLines(lines).sort((a, b) => compareIds(a.skill, b.skill));
  return new Map(sorted.map((line) => [line.skill, line]));
}

function changeOf(before: RequirementLine, after: RequirementLine): ChangedRequirement {
  return {
    skill: after.skill,
    before,
    after,
    proficiency: shiftOf(before.proficiency, after.proficiency),
    importance: shiftOf(before.importance, after.importance),
    requirement: shiftOf(firmness(before), firmness(after)),
  };
}

function firmness({ requirement }: RequirementLine): number | null {
  if (requirement === null) return null;
  return requirement === "ESSENTIAL" ? 1 : 0;
}

function shiftOf(before: number | null, after: number | null): Shift {
  if (before === after) return "NONE";
  if (before === null || after === null) return "UNKNOWN";
  return after > before ? "RAISED" : "LOWERED";
}

function isChange({ proficiency, importance, requirement }: ChangedRequirement): boolean {
  return proficiency !== "NONE" || importance !== "NONE" || requirement !== "NONE";
}
