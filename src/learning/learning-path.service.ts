import { learningPath, type OrderedStep } from "../algorithms/order/learning-path";
import { learningPlan } from "../algorithms/order/learning-plan";
import type { GoalInput, ProfileInput } from "../profiles/profile.inputs";
import type { Context } from "../server/context";
import type { LearningPath } from "./learning.types";
import { emptyReason, learningQuestion, resolveAim } from "./learning-question";
import { offersFor } from "./offers";

export interface LearningPathQuestion {
  readonly goal: GoalInput;
  readonly have?: ProfileInput | null;
  readonly includeRecommended: boolean;
}

/** What to learn for a goal, in stages. Costs the SQL of the look-ups alone. */
export async function findLearningPath(
  context: Context,
  { goal, have, includeRecommended }: LearningPathQuestion,
): Promise<LearningPath> {
  const [aim, learning] = await Promise.all([
    resolveAim(context, goal, have),
    context.careerIndex.learning(),
  ]);
  const path = learningPath(learningQuestion(learning, aim, includeRecommended));
  const gaps = [...path.stages.flat(), ...path.blocked].map(({ skill, from, to }) => ({
    skill,
    from,
    to,
  }));
  const { uncovered, totalMinutes } = learningPlan({
    gaps,
    offers: offersFor(learning, gaps, null),
    have: aim.have,
  });
  const uncoveredSteps = new Set(uncovered.map(({ skill }) => skill)).size;
  const isKnown = uncoveredSteps === 0 && path.blocked.length === 0;
  const cycles = path.cycles.map(({ strength, skills }) => ({ strength, skillIds: skills }));
  return {
    stages: path.stages.map((steps) => ({
      entries: steps.map((step) => ({ ...shown(step), needIds: step.after })),
    })),
    blocked: path.blocked.map((step) => ({
      ...shown(step),
      needIds: step.waitsFor,
      blockers: step.cycles.flatMap((position) => cycles[position] ?? []),
    })),
    cycles,
    emptyReason: path.stages.length > 0 ? null : (emptyReason(aim) ?? "BLOCKED"),
    totalMinutes: isKnown ? totalMinutes : null,
    uncoveredSteps,
    assumedLines: aim.gap.assumedLines,
  };
}

function shown({ skill, from, to, severity, reason }: Omit<OrderedStep, "after">) {
  return { node: skill, from, to, severity, reason };
}
