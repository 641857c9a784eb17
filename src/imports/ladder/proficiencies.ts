/**
 * The words of the format for how well something is expected to be done, lowest first. The format has five as the
 * graph's scale has, so each word stands for the step of its place.
 */
const WORDS = ["Awareness", "Foundational", "Working knowledge", "Practitioner", "Expert"] as const;

export const PROFICIENCY_WORDS = WORDS.join(", ");

/** The step from 1 to 5 that a word stands for; null for any other word. */
export function proficiencyOf(word: string): number | null {
  const index = WORDS.findIndex((each) => each.toLowerCase() === word.toLowerCase());
  return index < 0 ? null : index + 1;
}
