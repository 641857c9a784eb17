/** A level of a skill in the framework's own scale. */
export interface SkillLevel {
  word: string;
  /** 1 (awareness) to 4 (expert), the framework's own order. */
  value: number;
  /** On the graph's scale of 1 to 5, by the meaning of the word: the framework has no step between practitioner and expert. */
  proficiency: number;
}

/** Lowest first. */
export const SKILL_LEVELS: readonly SkillLevel[] = [
  { word: "Awareness", value: 1, proficiency: 1 },
  { word: "Working", value: 2, proficiency: 2 },
  { word: "Practitioner", value: 3, proficiency: 3 },
  { word: "Expert", value: 4, proficiency: 5 },
];

export const SKILL_LEVEL_UNIT = "UK GDD 1..4";

/** The level that a cell names; null when it names none that is known. */
export function skillLevelOf(word: string): SkillLevel | null {
  const lower = word.toLowerCase();
  return SKILL_LEVELS.find((level) => level.word.toLowerCase() === lower) ?? null;
}

/** What the framework writes where it has nothing to say. */
const SENTINEL = /^(?:not in use|missing|this skill level is currently not defined\.?)$/i;

/** The text of a cell; null when it is empty or a sentinel. */
export function known(cell: string): string | null {
  return cell === "" || SENTINEL.test(cell) ? null : cell;
}
