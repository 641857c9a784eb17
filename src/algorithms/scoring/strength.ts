import { ASSUMED_IMPORTANCE, ASSUMED_PROFICIENCY } from "./requirements/line-weight";
import type { Assumption, RequirementLine } from "./requirements/requirement-line";

/**
 * How strongly a role asks for a skill, for comparing roles: v = importance × proficiency, 1 to 25. Whether the skill is
 * essential plays no part.
 *
 * Null rule: a null importance and a null proficiency count as 3 each, the middle of the scale, and are reported. Where a
 * source states neither (ESCO), all strengths are 9: weighted Jaccard is then plain Jaccard, and cosine counts skills.
 */
export function strengthOf({ importance, proficiency }: RequirementLine): number {
  return (importance ?? ASSUMED_IMPORTANCE) * (proficiency ?? ASSUMED_PROFICIENCY);
}

/** What the strength of a line assumes. */
export function strengthAssumptions({ importance, proficiency }: RequirementLine): Assumption[] {
  const assumed: Assumption[] = [];
  if (importance === null) assumed.push("IMPORTANCE");
  if (proficiency === null) assumed.push("PROFICIENCY");
  return assumed;
}

/**
 * Three ways to say how alike two roles are, over their skills s with strengths a_s and b_s (0 where a role does not ask):
 * - `JACCARD` = number of shared skills / number of skills of either;
 * - `RUZICKA`, weighted Jaccard = Σ min(a_s, b_s) / Σ max(a_s, b_s);
 * - `COSINE` = Σ a_s b_s / (√Σa_s² √Σb_s²).
 *
 * All are symmetric, 0 without a shared skill, 1 from a role to itself, and null when one of the two asks nothing: what is
 * unknown is not unlike. Each shared skill is a term. With S = Σa, T = Σb and M = Σ min, Σ max = S + T − M.
 *
 * By hand: a = (SQL 20, Git 6), b = (SQL 12, Go 9). Jaccard 1/3; Ruzicka 12 / (20 + 6 + 9) = 12/35 ≈ 0.343;
 * cosine 240 / (√436 × √225) = 240 / 313.2 ≈ 0.766.
 */
export type SetMeasure = "JACCARD" | "RUZICKA" | "COSINE";

/** What the measures need to know of each of the two roles. */
export interface StrengthTotals {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** What they need to know of the skills that both ask for: number, Σ min(a, b), Σ a × b. */
export interface SharedTotals {
  readonly count: number;
  readonly minimum: number;
  readonly product: number;
}

/** The score; null when one of the two has no skills. */
export function setScore(
  measure: SetMeasure,
  a: StrengthTotals,
  b: StrengthTotals,
  shared: SharedTotals,
): number | null {
  const divisor = divisorOf(measure, a, b, shared);
  if (divisor === null) return null;
  const part = { JACCARD: shared.count, RUZICKA: shared.minimum, COSINE: shared.product }[measure];
  // Only the root of a cosine is inexact, and could lift a role's likeness to itself above 1.
  return Math.min(1, part / divisor);
}

/** What one shared skill with strengths a and b adds to the score. */
export function setTerm(
  measure: SetMeasure,
  strengthA: number,
  strengthB: number,
  divisor: number,
): number {
  switch (measure) {
    case "JACCARD":
      return 1 / divisor;
    case "RUZICKA":
      return Math.min(strengthA, strengthB) / divisor;
    case "COSINE":
      return (strengthA * strengthB) / divisor;
  }
}

/** What the shared part is divided by; null when one of the two has no skills. */
export function divisorOf(
  measure: SetMeasure,
  a: StrengthTotals,
  b: StrengthTotals,
  shared: SharedTotals,
): number | null {
  if (a.count === 0 || b.count === 0) return null;
  switch (measure) {
    case "JACCARD":
      return a.count + b.count - shared.count;
    case "RUZICKA":
      return a.sum + b.sum - shared.minimum;
    case "COSINE":
      return Math.sqrt(a.squares * b.squares);
  }
}
