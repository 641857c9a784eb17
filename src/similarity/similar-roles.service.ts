import { candidateFlags } from "../algorithms/scoring/ranking";
import { type RequirementIndex } from "../algorithms/scoring/requirement-index";
import { compareIds } from "../algorithms/scoring/requirements/id-list";
import { requirementLines } from "../algorithms/scoring/requirements/requirement-table";
import type { ScoreTerm } from "../algorithms/scoring/scored-terms";
import {
  candidatesWithout,
  type SimilarRole,
  type SimilarRoles,
  type SimilarRolesOptions,
  similarRolesBySkills,
} from "../algorithms/scoring/similar-roles";
import { similarRolesByTheta, type ThetaTerm } from "../algorithms/scoring/similar-roles-by-theta";
import { Ranking } from "../paging/rank-cursor";
import { findRoleIds } from "../profiles/candidates.queries";
import { requireNode } from "../profiles/require-node";
import type { Context } from "../server/context";
import {
  MAX_TERMS,
  NoSimilarRoles,
  type SimilarRoleConnection,
  type SimilarRoleEdge,
} from "./similar-roles.types";
import { RoleSimilarityMeasure, type SimilarRolesArgs } from "./similarity.inputs";
import { readStatedRoles, type StatedRoleRow } from "./stated-similarity.queries";

type ComputedMeasure = Exclude<RoleSimilarityMeasure, RoleSimilarityMeasure.CURATED>;
type Place = { readonly first: number; readonly offset: number };

/** What stands on a page, before it has cursors. */
interface Found {
  readonly entries: readonly Omit<SimilarRoleEdge, "cursor">[];
  readonly total: number;
  readonly leftOut: number;
  readonly emptyReason: NoSimilarRoles | null;
}

/** Roles that are like a role. At most three SQL statements. */
export async function findSimilarRoles(
  context: Context,
  args: SimilarRolesArgs,
): Promise<SimilarRoleConnection> {
  const { first, after, ...question } = args;
  const ranking = new Ranking("Query.similarRoles", question);
  const place = ranking.placeOf({ first, after });
  const role = (await requireNode(context, args.role, "ROLE", "role")).uuid;
  const { measure } = args;
  const found =
    measure === RoleSimilarityMeasure.CURATED
      ? statedRoles(await readStatedRoles(context.reader, role, args.filter), place)
      : await computedRoles(context, role, measure, args, place);
  return {
    ...ranking.toPage<string, SimilarRoleEdge>(found.entries, place.offset, found.total),
    totalCount: found.total,
    formula: measure,
    leftOut: found.leftOut,
    emptyReason: found.emptyReason,
  };
}

async function computedRoles(
  { careerIndex, reader }: Context,
  role: string,
  measure: ComputedMeasure,
  { filter }: SimilarRolesArgs,
  place: Place,
): Promise<Found> {
  const [roles, ids] = await Promise.all([
    rolesBy(careerIndex, measure),
    filter ? findRoleIds(reader, filter, "filter") : null,
  ]);
  const candidates = ids ? new Set(ids) : undefined;
  const found = roles.rank(role, { ...place, candidates, terms: MAX_TERMS });
  if (!found) {
    const isCandidate = candidateFlags(roles.index.table.roles.ids, candidates);
    const leftOut = candidatesWithout(isCandidate, roles.index);
    return { entries: [], total: 0, leftOut, emptyReason: NoSimilarRoles.ASKS_NOTHING };
  }
  const assumed = assumedLines(roles.index, role, measure);
  const entries = found.items.map((item: SimilarRole<string, ScoreTerm | ThetaTerm>) => ({
    node: item.role,
    score: item.score,
    terms: item.terms.map((term) => ({
      skillId: term.skill,
      contribution: term.contribution,
      closestSkillId: "closest" in term ? term.closest : null,
    })),
    rest: item.rest,
    assumedLines: assumed + assumedLines(roles.index, item.role, measure),
    statements: [],
  }));
  const emptyReason = found.total === 0 ? NoSimilarRoles.NOTHING_ALIKE : null;
  return { entries, total: found.total, leftOut: found.leftOut, emptyReason };
}

interface RankedRoles {
  readonly index: RequirementIndex;
  rank(role: string, options: SimilarRolesOptions): SimilarRoles<string, ScoreTerm> | null;
}

/** Theta takes all from its own part, so that it ranks and counts the roles of one state. */
async function rolesBy(
  careerIndex: Context["careerIndex"],
  measure: ComputedMeasure,
): Promise<RankedRoles> {
  if (measure === RoleSimilarityMeasure.THETA) {
    const { index } = await careerIndex.similarity();
    return {
      index: index.requirements,
      rank: (role, options) => similarRolesByTheta(index, role, options),
    };
  }
  const { roles } = await careerIndex.requirements();
  return {
    index: roles,
    rank: (role, options) => similarRolesBySkills(roles, role, measure, options),
  };
}

/** Number of lines of which the measure has to assume a value. */
function assumedLines({ table }: RequirementIndex, role: string, measure: ComputedMeasure): number {
  if (measure === RoleSimilarityMeasure.JACCARD) return 0;
  const isTheta = measure === RoleSimilarityMeasure.THETA;
  return (requirementLines(table, role) ?? []).filter(
    ({ importance, proficiency, requirement }) =>
      importance === null || (isTheta ? requirement : proficiency) === null,
  ).length;
}

function statedRoles(rows: readonly StatedRoleRow[], { first, offset }: Place): Found {
  const byRole = new Map<string, StatedRoleRow[]>();
  for (const row of rows) byRole.set(row.other, [...(byRole.get(row.other) ?? []), row]);
  const ranked = [...byRole].map(([role, stated]) => ({
    role,
    stated,
    score: largest(stated.map(({ score }) => score)),
    own: placeIn(stated.filter(({ isIncoming }) => !isIncoming)),
    others: placeIn(stated.filter(({ isIncoming }) => isIncoming)),
  }));
  ranked.sort(
    (a, b) =>
      (b.score ?? -1) - (a.score ?? -1) ||
      a.own - b.own ||
      a.others - b.others ||
      compareIds(a.role, b.role),
  );
  const entries = ranked.slice(offset, offset + first).map(({ role, stated, score }) => ({
    node: role,
    score,
    terms: [],
    rest: 0,
    assumedLines: 0,
    statements: stated.map(({ link, other: _, ...shown }) => ({ ...shown, linkId: link })),
  }));
  const emptyReason = ranked.length === 0 ? NoSimilarRoles.NOTHING_STATED : null;
  return { entries, total: ranked.length, leftOut: 0, emptyReason };
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** The first place in a list; behind all places where there is none. Finite, since the difference of two infinities is none. */
function placeIn(stated: readonly StatedRoleRow[]): number {
  return Math.min(LAST_PLACE, ...stated.map(({ position }) => position ?? LAST_PLACE));
}

/** The largest smallint. */
const LAST_PLACE = 32_767;
