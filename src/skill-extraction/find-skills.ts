import type { OwnerMatches } from "../algorithms/text-matching/found-matches";
import { matchLabels } from "../algorithms/text-matching/match-labels";
import type { LabelsPart } from "../career-index/labels/labels-part";

export type FoundSkill = Omit<OwnerMatches, "owner"> & {
  /** UUID of the skill or technology. */
  readonly skill: string;
  readonly isTechnology: boolean;
};

/** Skills and technologies named in a text, by their names in any language: see `matchLabels` for rules, order and cost. */
export function findSkills(labels: LabelsPart, text: string): FoundSkill[] {
  return matchLabels(text, labels.layers).map(({ owner, ...found }) => ({
    ...found,
    skill: labels.owner(owner),
    isTechnology: labels.isTechnology(owner),
  }));
}
