import { SkillKind } from "../../skills/skill.entity";
import type { Row } from "../tables/read-table";
import {
  given,
  numberOf,
  OCCUPATION,
  type Occupations,
  occupationOf,
  type Refusal,
} from "./row-values";

/** A file that rates occupations on elements of the content model, and what sort of skill these are. */
export interface RatingSource {
  readonly file: string;
  /** What its rows are. */
  readonly entity: string;
  readonly kind: SkillKind;
}

export const RATING_SOURCES: readonly RatingSource[] = [
  { file: "Skills.txt", entity: "skill ratings", kind: SkillKind.SKILL },
  { file: "Abilities.txt", entity: "ability ratings", kind: SkillKind.SKILL },
  { file: "Knowledge.txt", entity: "knowledge ratings", kind: SkillKind.KNOWLEDGE },
  { file: "Work Styles.txt", entity: "work style ratings", kind: SkillKind.ATTITUDE },
];

export const RATING_COLUMNS = [OCCUPATION, "Element ID", "Scale ID", "Data Value"] as const;

/** Importance and level, with their ranges. Other scales (WI and DR of Work Styles since release 30) have no place. */
const SCALES = { IM: [1, 5], LV: [0, 7] } as const;

export type RatingScale = keyof typeof SCALES;

/** What one row says of an occupation and an element. */
export interface Rating {
  occupation: string;
  element: string;
  /** Not in every release; "" when the row does not repeat it. */
  elementName: string;
  scale: RatingScale;
  value: number;
}

export function readRating(row: Row, occupations: Occupations): Rating | Refusal {
  const scale = given(row, "Scale ID");
  if (!isScale(scale)) return { reason: "NOT_MODELLED", note: `scale ${scale || "is empty"}` };
  const about = occupationOf(row, occupations);
  if ("reason" in about) return about;
  const element = given(row, "Element ID");
  if (element === "") return { reason: "MISSING_VALUE", note: `"Element ID" is empty` };
  if (given(row, "Recommend Suppress") === "Y") return { reason: "RECOMMEND_SUPPRESS" };
  if (scale === "LV" && given(row, "Not Relevant") === "Y") return { reason: "NOT_RELEVANT" };
  const number = numberOf(row, "Data Value", SCALES[scale]);
  if ("reason" in number) return number;
  const { value } = number;
  return { ...about, element, elementName: given(row, "Element Name"), scale, value };
}

/** Importance 1 to 5 in whole steps. O*NET gives means of what people ticked on the same five steps. */
export function importanceOf(rating: number): number {
  return Math.round(rating);
}

/**
 * O*NET's level, 0 to 7, on the graph's scale of proficiency: 1 + round(4 · level / 7), so that 7 is 5. Level 0 means
 * that none is needed, which the scale cannot say: null.
 */
export function proficiencyOf(level: number): number | null {
  return level > 0 ? 1 + Math.round((4 * level) / 7) : null;
}

function isScale(text: string): text is RatingScale {
  return Object.hasOwn(SCALES, text);
}
