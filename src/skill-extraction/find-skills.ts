import type { OwnerMatches } from "../algorithms/text-matching/found-matches";
import { matchLabels } from "../algorithms/text-matching/match-labels";
import type { LabelsPart } from "../career-index/labels/labels-part";

export type FoundSkill = Omit<OwnerMatches, "owner"> & {
  /** UUID of the skill or technology. */
  readonly skill: string;
  readonly isTechnology: boolean;
};

/**
 * From this confidence on, what a text names counts where nobody looks at what was found: in profiles and goals. A name that
 * was believed for one reason counts, the weakest included (0.7); one that is doubtful twice does not, such as a word with
 * a version that was believed for what stands close by, or a misspelling that needs evidence.
 */
export const COUNTED_CONFIDENCE = 0.7;

/**
 * Skills and technologies named in a text, by their names in any language: see `matchLabels` for rules and cost. The surest
 * first, then the most frequent, then the one named first; what has the same words stands in the order of the UUIDs. Numbers
 * of the labels decide nothing, since they differ between labels that were just read and those that followed changes.
 */
export function findSkills(labels: LabelsPart, text: string): FoundSkill[] {
  return matchLabels(text, labels.layers)
    .map(({ owner, ...found }) => ({
      ...found,
      skill: labels.owner(owner),
      isTechnology: labels.isTechnology(owner),
    }))
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        b.count - a.count ||
        firstOf(a) - firstOf(b) ||
        (a.skill < b.skill ? -1 : 1),
    );
}

function firstOf({ matches }: FoundSkill): number {
  return matches[0]?.start ?? 0;
}
