import type { LearningGoal, LearningQuestion } from "../algorithms/order/learning-needs";
import { toHoldings } from "../algorithms/scoring/requirements/combine-lines";
import {
  LOWEST,
  type Profile,
  type RequirementLine,
} from "../algorithms/scoring/requirements/requirement-line";
import { type SkillGap, skillGap } from "../algorithms/scoring/skill-gap";
import { type LearningPart, prerequisitesOf } from "../career-index/learning/learning-part";
import type { GoalInput, ProfileInput } from "../profiles/profile.inputs";
import { resolveGoal, resolveProfile } from "../profiles/resolve-profile";
import type { Context } from "../server/context";
import type { LearningEmptyReason } from "./learning.types";

/** What somebody has to learn for a goal. */
export interface LearningAim {
  readonly gap: SkillGap;
  readonly goals: readonly LearningGoal[];
  /** Proficiency of what is held; 1 where it is unknown. */
  readonly have: ReadonlyMap<string, number>;
}

/** Costs the SQL of the look-ups of both arguments alone. */
export async function resolveAim(
  context: Context,
  goal: GoalInput,
  have: ProfileInput | null | undefined,
  profilePath = "have",
): Promise<LearningAim> {
  const [{ lines }, profile] = await Promise.all([
    resolveGoal(context, goal, "goal"),
    have ? resolveProfile(context, have, profilePath) : [],
  ]);
  return aimOf(lines, profile);
}

export function aimOf(lines: readonly RequirementLine[], profile: Profile): LearningAim {
  const gap = skillGap(profile, lines);
  return {
    gap,
    goals: gap.lines.map(({ skill, need, severity }) => ({
      skill,
      proficiency: need ?? LOWEST,
      severity,
    })),
    have: holdingsOf(profile),
  };
}

export function holdingsOf(profile: Profile): Map<string, number> {
  return new Map([...toHoldings(profile)].map(([skill, level]) => [skill, level ?? LOWEST]));
}

export function learningQuestion(
  learning: LearningPart,
  { goals, have }: Pick<LearningAim, "goals" | "have">,
  includeRecommended: boolean,
): LearningQuestion {
  const skills = goals.map(({ skill }) => skill);
  return { goals, have, prerequisites: prerequisitesOf(learning, skills), includeRecommended };
}

/** Why there is nothing to learn; null where there may be. */
export function emptyReason({ gap, goals, have }: LearningAim): LearningEmptyReason | null {
  if (gap.lines.length === 0) return "NOTHING_ASKED";
  const isMet = goals.every(({ skill, proficiency }) => (have.get(skill) ?? 0) >= proficiency);
  return isMet ? "NOTHING_MISSING" : null;
}
