import {
  type RoleComparison as Compared,
  compareRoles,
  type SharedRequirement,
} from "../algorithms/scoring/compare-roles";
import type { ExplainedScore } from "../algorithms/scoring/scored-terms";
import { toAskedSkill } from "../profiles/asked-skill.types";
import { resolvePosition } from "../profiles/resolve-position";
import type { Context } from "../server/context";
import type { CompareRolesArgs } from "./role-comparison.inputs";
import type {
  ComparisonScore,
  NoComparisonReason,
  RoleComparison,
  SharedSkill,
} from "./role-comparison.types";

/**
 * Costs one SQL statement for the revision and those of looking up the arguments.
 * @throws AppError BAD_USER_INPUT or NOT_FOUND with the path of the argument.
 */
export async function answerCompareRoles(
  context: Context,
  args: CompareRolesArgs,
): Promise<RoleComparison> {
  const [a, b] = await Promise.all([
    resolvePosition(context, args.a, "a"),
    resolvePosition(context, args.b, "b"),
  ]);
  const compared = compareRoles(a.lines, b.lines);
  return {
    aId: a.id,
    bId: b.id,
    sharedSkills: compared.shared.map(toShared),
    onlyInA: compared.onlyA.map(toAskedSkill),
    onlyInB: compared.onlyB.map(toAskedSkill),
    levelDifferences: compared.levelDifferences.map(toShared),
    ...scoresOf(compared),
    noScoreReason: reasonOf(a.lines.length === 0, b.lines.length === 0),
    assumedLines: compared.assumedLines,
  };
}

function scoresOf({ jaccard, ruzicka, cosine }: Compared) {
  return { jaccard: toScore(jaccard), ruzicka: toScore(ruzicka), cosine: toScore(cosine) };
}

function toScore(score: ExplainedScore<string> | null): ComparisonScore | null {
  if (score === null) return null;
  const terms = score.terms.map(({ skill, contribution }) => ({ skillId: skill, contribution }));
  return { ...score, terms };
}

function toShared(shared: SharedRequirement): SharedSkill {
  return {
    skillId: shared.skill,
    a: toAskedSkill(shared.a),
    b: toAskedSkill(shared.b),
    strengthA: shared.strengthA,
    strengthB: shared.strengthB,
    levelDifference: shared.levelDifference,
    assumptions: shared.assumed,
  };
}

function reasonOf(isEmptyA: boolean, isEmptyB: boolean): NoComparisonReason | null {
  if (isEmptyA && isEmptyB) return "BOTH_ASK_NOTHING";
  if (isEmptyA) return "A_ASKS_NOTHING";
  return isEmptyB ? "B_ASKS_NOTHING" : null;
}
