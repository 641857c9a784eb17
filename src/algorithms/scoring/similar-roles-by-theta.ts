import { candidateFlags, numbersThat, rankedPage } from "./ranking";
import { explainScore, type ScoreTerm } from "./scored-terms";
import {
  candidatesWithout,
  DEFAULT_TERMS,
  type SimilarRoles,
  type SimilarRolesOptions,
} from "./similar-roles";
import type { SimilarityIndex } from "./similarity-index";
import { type SkillUse, userCount } from "./skill-use";

/** A skill of the role that was asked about, and the skill of the other role that gives most of its part. */
export interface ThetaTerm extends ScoreTerm {
  readonly closest: string;
}

/**
 * Roles whose skills tend to be used together with the skills of a role, even if they are not the same ones
 * (Dawson et al. 2021, doi 10.1371/journal.pone.0254722):
 *
 *   Theta(A, B) = (1/C) Σ_{s in A} Σ_{t in B} w(s,A) w(t,B) theta(s,t),   C = Σ_{s in A} Σ_{t in B} w(s,A) w(t,B)
 *
 * a weighted mean of theta, 0 to 1. The skills of a role are those it uses effectively and w is their RCA (the paper's w is
 * the mean RCA over the jobs of a set; here a set is one role). Null values enter through the weights of RCA (`skillUse`).
 *
 * Symmetric. A role's Theta to itself is not 1 but how close its own skills are to each other, so scores of different roles
 * are not to be compared; hence this is a ranking of the others, by score descending, then by id. Roles that score 0 are not
 * listed. A skill's term is Σ_t w(s,A) w(t,B) theta(s,t) / C. Null when the role is unknown or asks nothing.
 *
 * By hand: A uses SQL (RCA 2), B uses SQL (RCA 1) and Git (RCA 3), theta(SQL, Git) = 0.5:
 * (2×1×1 + 2×3×0.5) / (2×1 + 2×3) = 5/8.
 *
 * Cost: the theta rows of the role's skills, the effective uses of all roles, and for each role of the page the product of the
 * numbers of skills.
 *
 * @throws RangeError for options out of their range.
 */
export function similarRolesByTheta(
  index: SimilarityIndex,
  role: string,
  options: SimilarRolesOptions = {},
): SimilarRoles<"THETA", ThetaTerm> | null {
  const { use } = index;
  const { ids, rank, numberOf } = use.index.table.roles;
  const own = numberOf.get(role);
  if (own === undefined || use.usedBy.start[own] === use.usedBy.start[own + 1]) return null;

  const { usedBy } = use;
  const pull = pullOfSkills(index, own);
  const scores = new Float64Array(ids.length);
  for (let other = 0; other < ids.length; other++) {
    let sum = 0;
    const end = usedBy.start[other + 1] as number;
    for (let at = usedBy.start[other] as number; at < end; at++)
      sum += rcaAt(use, at) * (pull[usedBy.skill[at] as number] as number);
    if (sum > 0) scores[other] = Math.min(1, sum / productOfWeights(use, own, other));
  }

  const isCandidate = candidateFlags(ids, options.candidates);
  const found = numbersThat(
    ids.length,
    (other) => other !== own && isCandidate[other] === 1 && (scores[other] as number) > 0,
  );
  const compare = (a: number, b: number): number =>
    (scores[b] as number) - (scores[a] as number) || (rank[a] as number) - (rank[b] as number);
  const page = rankedPage(found, compare, options, (other) => other);
  const terms = termsOf(index, own, page.items);
  const limit = options.terms ?? DEFAULT_TERMS;
  const items = page.items.map((other, at) => ({
    role: ids[other] as string,
    ...explainScore("THETA", scores[other] as number, terms[at] ?? [], limit),
  }));
  return { items, total: page.total, leftOut: candidatesWithout(isCandidate, use.index) };
}

/** By skill number t: Σ_{s in A} w(s,A) theta(s,t). */
function pullOfSkills(index: SimilarityIndex, role: number): Float64Array {
  const { use } = index;
  const pull = new Float64Array(use.index.table.skills.ids.length);
  const end = use.usedBy.start[role + 1] as number;
  for (let at = use.usedBy.start[role] as number; at < end; at++)
    addRow(index, use.usedBy.skill[at] as number, rcaAt(use, at), pull);
  return pull;
}

/** Adds w × theta(s,t) to each t of row s. */
function addRow({ use, theta }: SimilarityIndex, skill: number, w: number, to: Float64Array): void {
  // Half a million entries for a role of four hundred skills: nothing but array reads in the loop.
  const { start, skill: others, together } = theta;
  const usersStart = use.usersOf.start;
  const users = userCount(use, skill);
  const end = start[skill + 1] as number;
  for (let at = start[skill] as number; at < end; at++) {
    const other = others[at] as number;
    const count = (usersStart[other + 1] as number) - (usersStart[other] as number);
    to[other] = (to[other] as number) + (w * (together[at] as number)) / Math.max(count, users);
  }
}

/** A role of the page: the skills that it uses effectively, and its RCA of each. */
interface OtherRole {
  readonly skills: Uint32Array;
  readonly rca: Float64Array;
  readonly product: number;
}

/** For each of the other roles a term for each skill of the role. Row by row, so that each theta row is spread out once. */
function termsOf(index: SimilarityIndex, role: number, others: readonly number[]): ThetaTerm[][] {
  const { use, theta } = index;
  const { ids, rank } = use.index.table.skills;
  const terms: ThetaTerm[][] = others.map(() => []);
  const roles = others.map((other): OtherRole => {
    const [first, last] = [use.usedBy.start[other] as number, use.usedBy.start[other + 1]];
    const lines = use.usedBy.line.subarray(first, last);
    return {
      skills: use.usedBy.skill.subarray(first, last),
      rca: Float64Array.from(lines, (line) => use.rca[line] as number),
      product: productOfWeights(use, role, other),
    };
  });
  const end = use.usedBy.start[role + 1] as number;
  const row = new Float64Array(ids.length);
  for (let at = use.usedBy.start[role] as number; at < end; at++) {
    const skill = use.usedBy.skill[at] as number;
    addRow(index, skill, rcaAt(use, at), row);
    for (const [place, other] of roles.entries()) {
      const { sum, closest } = partOf(other, row, rank);
      if (sum === 0) continue;
      terms[place]?.push({
        skill: ids[skill] as string,
        contribution: sum / other.product,
        closest: ids[closest] as string,
      });
    }
    const last = theta.start[skill + 1] as number;
    for (let entry = theta.start[skill] as number; entry < last; entry++)
      row[theta.skill[entry] as number] = 0;
  }
  return terms;
}

/** Σ_{t in B} w(t,B) × row(t), and the t that adds most; among equal ones the smallest id. */
function partOf(
  { skills, rca }: OtherRole,
  row: Float64Array,
  rank: Uint32Array,
): { sum: number; closest: number } {
  let sum = 0;
  let most = 0;
  let closest = -1;
  for (let at = 0; at < skills.length; at++) {
    const skill = skills[at] as number;
    const theta = row[skill] as number;
    if (theta === 0) continue;
    const part = (rca[at] as number) * theta;
    sum += part;
    if (part < most) continue;
    if (part > most || (rank[skill] as number) < (rank[closest] as number)) {
      most = part;
      closest = skill;
    }
  }
  return { sum, closest };
}

/** C = Σ_s Σ_t w(s,A) w(t,B) = Σ_s w(s,A) × Σ_t w(t,B). */
function productOfWeights({ usedBy }: SkillUse, a: number, b: number): number {
  return (usedBy.totalRca[a] as number) * (usedBy.totalRca[b] as number);
}

function rcaAt(use: SkillUse, at: number): number {
  return use.rca[use.usedBy.line[at] as number] as number;
}
