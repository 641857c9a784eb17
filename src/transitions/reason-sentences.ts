import {
  HIGHLY_VIABLE_ABOVE,
  LARGEST_JOB_ZONE_DIFFERENCE,
  type TransitionReason,
  VIABLE_ABOVE,
} from "../algorithms/scoring/transition";

/** A reason in words. */
export function toSentence(reason: TransitionReason): string {
  switch (reason.about) {
    case "SKILL_OVERLAP":
      return overlapSentence(reason);
    case "JOB_ZONE":
      return jobZoneSentence(reason);
    case "CURATED":
      return `A source rates the move at ${shown(reason.value ?? 0)}.`;
  }
}

function overlapSentence({ value, speaks }: TransitionReason): string {
  if (value === null)
    return "The skill overlap is unknown, since one of the two states no essential skill.";
  if (speaks === "AGAINST")
    return `The skill overlap of ${shown(value)} is not above ${VIABLE_ABOVE}.`;
  return value > HIGHLY_VIABLE_ABOVE
    ? `The skill overlap of ${shown(value)} is above ${HIGHLY_VIABLE_ABOVE}: highly viable.`
    : `The skill overlap of ${shown(value)} is above ${VIABLE_ABOVE}: viable.`;
}

function jobZoneSentence({ value, speaks }: TransitionReason): string {
  if (value === null) return "The job zone of one of the two is unknown.";
  if (value === 0) return "Both are in the same job zone.";
  const zones = Math.abs(value) === 1 ? "1 job zone" : `${Math.abs(value)} job zones`;
  const place = `The target is ${zones} ${value > 0 ? "higher" : "lower"}`;
  return speaks === "FOR"
    ? `${place}, which is near enough.`
    : `${place}; at most ${LARGEST_JOB_ZONE_DIFFERENCE} is near enough.`;
}

/** To three places, since whoever reads it wants the size; the exact number stands beside the sentence. */
function shown(value: number): string {
  return String(Math.round(value * 1_000) / 1_000);
}
