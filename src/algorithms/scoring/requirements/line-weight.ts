import {
  type Assumption,
  checkOnScale,
  HIGHEST,
  LOWEST,
  type RequirementLine,
  type ScoringOptions,
} from "./requirement-line";

/**
 * The weight of a requirement (formula of this project):
 *
 *   w = importance / 5 × (1 if ESSENTIAL, optionalWeight if OPTIONAL)          0 ≤ w ≤ 1, no unit
 *
 * Null rule: a null importance counts as 3, a null requirement as OPTIONAL; both are reported as assumed.
 *
 * By hand: ESSENTIAL with importance 4 weighs 4/5 = 0.8; OPTIONAL with importance 4 weighs 0.8 × 0.5 = 0.4; a line of which
 * nothing is known weighs 3/5 × 0.5 = 0.3.
 */

export const DEFAULT_OPTIONAL_WEIGHT = 0.5;
/** Counts for a null importance: the middle of the scale. */
export const ASSUMED_IMPORTANCE = 3;
/** Counts for a null required proficiency where a number is needed: the middle of the scale. */
export const ASSUMED_PROFICIENCY = 3;

export function lineWeight(
  line: RequirementLine,
  optionalWeight: number = DEFAULT_OPTIONAL_WEIGHT,
): number {
  const importance = (line.importance ?? ASSUMED_IMPORTANCE) / HIGHEST;
  return line.requirement === "ESSENTIAL" ? importance : importance * optionalWeight;
}

/** What the weight and the fulfilment of a line assume, in this order. */
export function assumptionsOf(line: RequirementLine): Assumption[] {
  const assumed: Assumption[] = [];
  if (line.requirement === null) assumed.push("REQUIREMENT");
  if (line.importance === null) assumed.push("IMPORTANCE");
  if (line.proficiency === null) assumed.push("PROFICIENCY");
  return assumed;
}

/**
 * How far a requirement is met, 0 to 1: min(1, have / need). `have` undefined: the skill is not held, 0. `have` null: held,
 * but it is unknown how well, so that it counts as `unstatedProficiency`. `need` null: met by any statement, 1.
 */
export function fulfilment(
  have: number | null | undefined,
  need: number | null,
  unstatedProficiency: number = LOWEST,
): number {
  if (have === undefined) return 0;
  if (need === null) return 1;
  return Math.min(1, (have ?? unstatedProficiency) / need);
}

/**
 * The options with their defaults.
 * @throws RangeError when `optionalWeight` is not within 0 to 1 or `unstatedProficiency` no whole number from 1 to 5.
 */
export function withDefaults(options: ScoringOptions): Required<ScoringOptions> {
  const { optionalWeight = DEFAULT_OPTIONAL_WEIGHT, unstatedProficiency = LOWEST } = options;
  if (!(optionalWeight >= 0 && optionalWeight <= 1))
    throw new RangeError(`optionalWeight must be within 0 and 1: ${optionalWeight}`);
  checkOnScale(unstatedProficiency, "unstatedProficiency");
  return { optionalWeight, unstatedProficiency };
}
