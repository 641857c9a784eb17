import type { RequirementIndex } from "../algorithms/scoring/requirement-index";
import type { Context } from "../server/context";
import { badInput } from "../shared/errors";
import { type CandidateFilter, CandidateKind } from "./candidates.inputs";
import { findRoleIds, findRoleLevelIds } from "./candidates.queries";

/** What is ranked: rows of an index. */
export interface Candidates {
  readonly index: RequirementIndex;
  /** UUIDs of the rows that count; undefined: all. */
  readonly candidates: ReadonlySet<string> | undefined;
}

/**
 * The roles or role levels that a question ranks. Costs one SQL statement where a filter is given.
 * @throws AppError BAD_USER_INPUT for conditions that do not go with what is ranked.
 */
export async function resolveCandidates(
  { careerIndex, reader }: Pick<Context, "careerIndex" | "reader">,
  of: CandidateKind,
  filter: CandidateFilter | null | undefined,
  path = "filter",
): Promise<Candidates> {
  const { role, roleLevel, careerLevel } = filter ?? {};
  if (of === CandidateKind.ROLES) {
    if (roleLevel || careerLevel)
      throw badInput(
        `${path}.${roleLevel ? "roleLevel" : "careerLevel"}`,
        "Only where role levels are ranked.",
      );
    const [{ roles }, ids] = await Promise.all([
      careerIndex.requirements(),
      role ? findRoleIds(reader, role, `${path}.role`) : null,
    ]);
    return { index: roles, candidates: ids ? new Set(ids) : undefined };
  }
  const [{ positions, roleOf }, ids] = await Promise.all([
    careerIndex.requirements(),
    role || roleLevel || careerLevel
      ? findRoleLevelIds(reader, { role, roleLevel, careerLevel }, path)
      : null,
  ]);
  return { index: positions, candidates: new Set(ids ?? roleOf.keys()) };
}
