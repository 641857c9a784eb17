import {
  type CandidateOptions,
  candidateFlags,
  numbersThat,
  type PageOptions,
  type RankedPage,
  rankedPage,
} from "./ranking";
import { linesOfRole, type RequirementIndex, strengthAt } from "./requirement-index";
import { type ExplainedScore, explainScore, type ScoreTerm } from "./scored-terms";
import { divisorOf, type SetMeasure, type StrengthTotals, setScore, setTerm } from "./strength";

export interface SimilarRole<Formula extends string, Term extends ScoreTerm = ScoreTerm>
  extends ExplainedScore<Formula, Term> {
  readonly role: string;
}

export interface SimilarRoles<Formula extends string, Term extends ScoreTerm = ScoreTerm>
  extends RankedPage<SimilarRole<Formula, Term>> {
  /** Candidates that are not ranked, because they ask nothing. Those that score 0 are neither ranked nor counted here. */
  readonly leftOut: number;
}

export type SimilarRolesOptions = PageOptions &
  CandidateOptions & {
    /** How many terms to list with each score; what the others add up to is `rest`. Default 10. */
    readonly terms?: number;
  };

export const DEFAULT_TERMS = 10;

/**
 * Roles that ask for the same skills as a role, by Jaccard, Ruzicka or cosine (strength.ts has formulas and null rule) descending,
 * then by id; the terms are the shared skills. Roles that share no skill score 0 and are not listed; nor is the role itself.
 * Null when the role is unknown or asks nothing. The scores are those of `compareRoles`.
 *
 * Cost: the lines that ask for a skill of the role, and a sort of the roles that share one.
 *
 * @throws RangeError for options out of their range.
 */
export function similarRolesBySkills<M extends SetMeasure>(
  index: RequirementIndex,
  role: string,
  measure: M,
  options: SimilarRolesOptions = {},
): SimilarRoles<M> | null {
  const { table, askedBy } = index;
  const { ids, rank, numberOf } = table.roles;
  const own = numberOf.get(role);
  if (own === undefined || linesOfRole(table, own) === 0) return null;

  const shared = {
    count: new Uint32Array(ids.length),
    minimum: new Uint32Array(ids.length),
    product: new Uint32Array(ids.length),
  };
  const end = table.start[own + 1] as number;
  for (let line = table.start[own] as number; line < end; line++) {
    const strength = strengthAt(table, line);
    const skill = table.skill[line] as number;
    const last = askedBy.start[skill + 1] as number;
    for (let at = askedBy.start[skill] as number; at < last; at++) {
      const other = askedBy.role[at] as number;
      const otherStrength = strengthAt(table, askedBy.line[at] as number);
      shared.count[other] = (shared.count[other] as number) + 1;
      shared.minimum[other] = (shared.minimum[other] as number) + Math.min(strength, otherStrength);
      shared.product[other] = (shared.product[other] as number) + strength * otherStrength;
    }
  }

  const sharedWith = (other: number) => ({
    count: shared.count[other] as number,
    minimum: shared.minimum[other] as number,
    product: shared.product[other] as number,
  });
  const ownTotals = totalsOf(index, own);
  const isCandidate = candidateFlags(ids, options.candidates);
  const found = numbersThat(
    ids.length,
    (other) => other !== own && isCandidate[other] === 1 && (shared.count[other] as number) > 0,
  );
  const scores = new Float64Array(ids.length);
  for (const other of found)
    scores[other] = setScore(measure, ownTotals, totalsOf(index, other), sharedWith(other)) ?? 0;
  const compare = (a: number, b: number): number =>
    (scores[b] as number) - (scores[a] as number) || (rank[a] as number) - (rank[b] as number);
  const page = rankedPage(found, compare, options, (other): SimilarRole<M> => {
    const divisor = divisorOf(measure, ownTotals, totalsOf(index, other), sharedWith(other)) ?? 1;
    const terms = sharedTerms(index, own, other, (a, b) => setTerm(measure, a, b, divisor));
    const score = scores[other] as number;
    return {
      role: ids[other] as string,
      ...explainScore(measure, score, terms, options.terms ?? DEFAULT_TERMS),
    };
  });
  return { ...page, leftOut: candidatesWithout(isCandidate, index) };
}

/** Number of candidates that ask nothing. */
export function candidatesWithout(isCandidate: Uint8Array, { table }: RequirementIndex): number {
  return numbersThat(
    isCandidate.length,
    (role) => isCandidate[role] === 1 && linesOfRole(table, role) === 0,
  ).length;
}

function totalsOf({ table, ofRole }: RequirementIndex, role: number): StrengthTotals {
  return {
    count: linesOfRole(table, role),
    sum: ofRole.strength[role] as number,
    squares: ofRole.squaredStrength[role] as number,
  };
}

/** A term for each skill that both roles ask for; both rows are ascending by skill. */
function sharedTerms(
  { table }: RequirementIndex,
  a: number,
  b: number,
  termOf: (strengthA: number, strengthB: number) => number,
): ScoreTerm[] {
  const terms: ScoreTerm[] = [];
  let lineB = table.start[b] as number;
  const endA = table.start[a + 1] as number;
  const endB = table.start[b + 1] as number;
  for (let lineA = table.start[a] as number; lineA < endA; lineA++) {
    const skill = table.skill[lineA] as number;
    while (lineB < endB && (table.skill[lineB] as number) < skill) lineB++;
    if (lineB === endB) break;
    if (table.skill[lineB] !== skill) continue;
    terms.push({
      skill: table.skills.ids[skill] as string,
      contribution: termOf(strengthAt(table, lineA), strengthAt(table, lineB)),
    });
  }
  return terms;
}
