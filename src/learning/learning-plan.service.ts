import { learningNeeds, type Prerequisite } from "../algorithms/order/learning-needs";
import { learningPlan, type PlannedOffer } from "../algorithms/order/learning-plan";
import type { LearningGap } from "../algorithms/order/teaching";
import type { LearningPart } from "../career-index/learning/learning-part";
import type { GoalInput, ProfileInput } from "../profiles/profile.inputs";
import type { Context } from "../server/context";
import { covered, type LearningPlan, type Money } from "./learning-plan.types";
import { emptyReason, type LearningAim, learningQuestion, resolveAim } from "./learning-question";
import { offersFor } from "./offers";

export interface LearningPlanQuestion {
  readonly goal: GoalInput;
  readonly have?: ProfileInput | null;
  readonly includePrerequisites: boolean;
  readonly maxMinutes?: number | null;
  readonly maxCost?: { readonly amount: number; readonly currency: string } | null;
}

/** Learning resources for a goal. Costs the SQL of the look-ups alone. */
export async function findLearningPlan(
  context: Context,
  { goal, have, includePrerequisites, maxMinutes, maxCost }: LearningPlanQuestion,
): Promise<LearningPlan> {
  const [aim, learning] = await Promise.all([
    resolveAim(context, goal, have),
    context.careerIndex.learning(),
  ]);
  const isLimited = typeof maxMinutes === "number" || Boolean(maxCost);
  const gaps = gapsOf(learning, aim, { includePrerequisites, isLimited });
  const plan = learningPlan({
    gaps,
    offers: offersFor(learning, gaps, maxCost?.currency ?? null),
    have: aim.have,
    maxMinutes: maxMinutes ?? Number.POSITIVE_INFINITY,
    maxCost: maxCost?.amount ?? Number.POSITIVE_INFINITY,
  });
  return {
    chosen: plan.offers.map(({ id, minutes, covers }) => ({
      node: id,
      minutes,
      cost: learning.prices.get(id) ?? null,
      covers: covers.map(covered),
    })),
    uncovered: plan.uncovered.map(({ skill, ...left }) => ({ node: skill, ...left })),
    emptyReason: emptyReason(aim),
    totalMinutes: plan.totalMinutes,
    totalCost: totalCost(learning, plan.offers),
    withoutMinutes: plan.withoutMinutes,
    withoutCost: plan.withoutCost,
  };
}

/**
 * What is missing. Within limits something may have to be left out: then a level weighs what the skill weighs in the goal,
 * and a prerequisite what the heaviest skill weighs that needs it. Without, all levels weigh alike, which keeps the bound of
 * the greedy choice low.
 */
function gapsOf(
  learning: LearningPart,
  aim: LearningAim,
  { includePrerequisites, isLimited }: { includePrerequisites: boolean; isLimited: boolean },
): LearningGap[] {
  const question = learningQuestion(learning, aim, false);
  const prerequisites = includePrerequisites ? question.prerequisites : [];
  const { steps } = learningNeeds({ ...question, prerequisites });
  const weights = isLimited ? weightsOf(aim, prerequisites) : null;
  return steps.map(({ skill, from, to }) => ({
    skill,
    from,
    to,
    weight: weights?.get(skill) ?? 1,
  }));
}

function weightsOf(
  { gap }: LearningAim,
  prerequisites: readonly Prerequisite[],
): Map<string, number> {
  const weights = new Map(gap.lines.map(({ skill, weight }) => [skill, weight]));
  // Weights only rise, and only to one of the goal's: it ends, in circles too.
  for (let isRising = true; isRising; ) {
    isRising = false;
    for (const { skill, needs } of prerequisites) {
      const weight = weights.get(skill) ?? 0;
      if (weight <= (weights.get(needs) ?? 0)) continue;
      weights.set(needs, weight);
      isRising = true;
    }
  }
  return weights;
}

function totalCost({ prices }: LearningPart, offers: readonly PlannedOffer[]): Money | null {
  const costs = offers.map(({ id }) => prices.get(id));
  const currencies = new Set<string>();
  let amount = 0;
  for (const cost of costs) {
    if (cost === undefined) return null;
    amount += cost.amount;
    if (cost.amount > 0 && cost.currency !== null) currencies.add(cost.currency);
  }
  const [currency = null, ...others] = currencies;
  return others.length > 0 ? null : { amount, currency };
}
