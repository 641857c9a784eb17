/**
 * What a role, role level or specialization asks for, and what a person has, as plain data. "Skill" stands for whatever is
 * asked for: a skill or a technology; ids of both kinds may be mixed, since they never collide.
 *
 * Null is "the sources do not say" and never 0. What a formula takes instead is an `Assumption`, and is reported.
 */

/** As `Necessity` in shared/scales, which registers a GraphQL enum and is therefore not imported here. */
export type NecessityName = "ESSENTIAL" | "OPTIONAL";

/** One requirement. */
export interface RequirementLine {
  /** Id of the skill or technology. */
  readonly skill: string;
  /** Null: only mentioned. */
  readonly requirement: NecessityName | null;
  /** 1 (little) to 5 (decisive). */
  readonly importance: number | null;
  /** Proficiency asked for, 1 (aware) to 5 (expert). */
  readonly proficiency: number | null;
}

/** One skill of a person. */
export interface HeldSkill {
  readonly skill: string;
  /** 1 (aware) to 5 (expert); null: the person has it, how well is unknown. */
  readonly proficiency: number | null;
}

/** A person's skills. The same skill may come twice: the highest stated proficiency counts, see `toHoldings`. */
export type Profile = readonly HeldSkill[];

/**
 * Which value a formula had to assume:
 * - `REQUIREMENT`: it is not said how firmly the skill is asked for; it counts as OPTIONAL;
 * - `IMPORTANCE`: it is not said how much the skill matters; it counts as 3;
 * - `PROFICIENCY`: it is not said how well the skill has to be mastered. For coverage any stated proficiency meets it; where
 *   a number is needed (weighted Jaccard, cosine) it counts as 3;
 * - `HELD_PROFICIENCY`: the person has the skill, how well is unknown, and a certain proficiency is asked for; what is held
 *   counts as 1, the least that having a skill can mean, or as the caller says.
 */
export type Assumption = "REQUIREMENT" | "IMPORTANCE" | "PROFICIENCY" | "HELD_PROFICIENCY";

/** Ends of the one scale that proficiency and importance have. */
export const LOWEST = 1;
export const HIGHEST = 5;

/** Choices of the asker that most scores take. */
export interface ScoringOptions {
  /** What an optional line weighs beside an essential one, 0 to 1. Default `DEFAULT_OPTIONAL_WEIGHT`. */
  readonly optionalWeight?: number;
  /**
   * Proficiency, 1 to 5, that a skill held at an unknown proficiency counts as. Default 1: then coverage is a lower bound,
   * and stating a proficiency never lowers it. With a higher value it may, since a low one becomes known.
   */
  readonly unstatedProficiency?: number;
}

/** @throws RangeError unless the value is a whole number from 1 to 5. */
export function checkOnScale(value: number, name: string): number {
  if (!Number.isInteger(value) || value < LOWEST || value > HIGHEST)
    throw new RangeError(`${name} must be a whole number from ${LOWEST} to ${HIGHEST}: ${value}`);
  return value;
}
