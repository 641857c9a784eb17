import { indexRequirements, type RequirementIndex } from "./requirement-index";
import type { RequirementTable } from "./requirements/requirement-table";
import { type PopulationOptions, type SkillUse, skillUse } from "./skill-use";
import { buildTheta, type ThetaMatrix, updateTheta } from "./theta-matrix";

/**
 * Everything that is computed ahead for similarity and transitions. Plain data: it can be made in a worker and sent over, and
 * is never changed once made, so that a question that is under way keeps a consistent state.
 */
export interface SimilarityIndex {
  readonly requirements: RequirementIndex;
  readonly use: SkillUse;
  readonly theta: ThetaMatrix;
}

/** Cost: see `buildTheta`; all else is linear in the lines. */
export function buildSimilarity(
  table: RequirementTable,
  options: PopulationOptions = {},
): SimilarityIndex {
  const requirements = indexRequirements(table);
  const use = skillUse(requirements, options);
  return { requirements, use, theta: buildTheta(use) };
}

/**
 * The index after a change of some roles: the same as `buildSimilarity(table, options)`, without counting what did not change.
 * `requirements` index `replaceRoles(previous.requirements.table, changes)`; the options are those of the build.
 * Cost: see `updateTheta`; all else is linear in the lines.
 */
export function updateSimilarity(
  previous: SimilarityIndex,
  requirements: RequirementIndex,
  options: PopulationOptions = {},
): SimilarityIndex {
  const use = skillUse(requirements, options);
  return { requirements, use, theta: updateTheta(previous.theta, previous.use, use) };
}
