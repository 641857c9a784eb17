import type { Evidence } from "../algorithms/text-matching/name-rules";
import type { LabelsPart, PartLabel } from "../career-index/labels/labels-part";
import { findSkills } from "./find-skills";

/** What is looked for. */
export interface ExtractionScope {
  readonly skills: boolean;
  readonly technologies: boolean;
  readonly minConfidence: number;
}

/** A skill or technology of a text with its labels. */
export interface ExtractedSkill {
  readonly skillId: string;
  readonly count: number;
  readonly confidence: number;
  readonly matchedLabel: PartLabel;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly matchedLabel: PartLabel;
    readonly confidence: number;
    readonly evidence: Evidence | null;
  }[];
}

/**
 * One page of what a text names, and how much it names in all. Labels are looked up for the page only; `maxMentions` is how
 * many places of each are listed. A text that names nothing has an empty page.
 */
export function extractSkills(
  labels: LabelsPart,
  text: string,
  scope: ExtractionScope,
  { first, offset, maxMentions }: { first: number; offset: number; maxMentions: number },
): { skills: ExtractedSkill[]; total: number } {
  const found = findSkills(labels, text).filter(
    ({ isTechnology, confidence }) =>
      (isTechnology ? scope.technologies : scope.skills) && confidence >= scope.minConfidence,
  );
  const skills = found
    .slice(offset, offset + first)
    .map(({ skill, count, confidence, matches }): ExtractedSkill => {
      const surest = matches.find((match) => match.confidence === confidence);
      return {
        skillId: skill,
        count,
        confidence,
        matchedLabel: labels.label(surest?.label as number),
        mentions: matches
          .slice(0, maxMentions)
          .map(({ label, ...mention }) => ({ ...mention, matchedLabel: labels.label(label) })),
      };
    });
  return { skills, total: found.length };
}
