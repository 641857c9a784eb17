import { strictestLines } from "./requirements/combine-lines";
import { compareIds } from "./requirements/id-list";
import type { Assumption, RequirementLine } from "./requirements/requirement-line";
import { type ExplainedScore, explainScore } from "./scored-terms";
import {
  divisorOf,
  type SetMeasure,
  type SharedTotals,
  type StrengthTotals,
  setScore,
  setTerm,
  strengthAssumptions,
  strengthOf,
} from "./strength";

export interface SharedRequirement {
  readonly skill: string;
  readonly a: RequirementLine;
  readonly b: RequirementLine;
  /** Importance × proficiency, 1 to 25; unknown ones count as 3. */
  readonly strengthA: number;
  readonly strengthB: number;
  /** Proficiency that b asks for less that of a, −4 to 4; null when one of them does not say. */
  readonly levelDifference: number | null;
  /** What either strength assumes. */
  readonly assumed: readonly Assumption[];
}

export interface RoleComparison {
  /** The strongest in both (product of the strengths) first, then by id. */
  readonly shared: readonly SharedRequirement[];
  /** The strongest first, then by id. */
  readonly onlyA: readonly RequirementLine[];
  readonly onlyB: readonly RequirementLine[];
  /** Of `shared` those with different proficiencies, the largest difference first, then by id. */
  readonly levelDifferences: readonly SharedRequirement[];
  /** Each null when one of the two asks nothing. All terms are listed. */
  readonly jaccard: ExplainedScore<"JACCARD"> | null;
  readonly ruzicka: ExplainedScore<"RUZICKA"> | null;
  readonly cosine: ExplainedScore<"COSINE"> | null;
  /** Number of lines of both roles, shared ones counted for each, whose strength assumes something. */
  readonly assumedLines: number;
}

/**
 * Two roles (or levels) side by side: what both ask for, what only one asks for, and how alike they are. Formulas, null rule
 * and an example by hand: strength.ts. Swapping a and b swaps the lists and turns the sign of differences; the scores stay.
 * Duplicate lines: `strictestLines`. Cost: n log n.
 */
export function compareRoles(
  a: readonly RequirementLine[],
  b: readonly RequirementLine[],
): RoleComparison {
  const linesA = strictestLines(a);
  const linesB = strictestLines(b);
  const inB = new Map(linesB.map((line) => [line.skill, line]));
  const inA = new Set(linesA.map(({ skill }) => skill));
  const shared = linesA
    .flatMap((line) => {
      const other = inB.get(line.skill);
      return other === undefined ? [] : [toShared(line, other)];
    })
    .sort(
      (x, y) =>
        y.strengthA * y.strengthB - x.strengthA * x.strengthB || compareIds(x.skill, y.skill),
    );
  const score = <M extends SetMeasure>(measure: M): ExplainedScore<M> | null =>
    explainSetScore(measure, linesA, linesB, shared);
  return {
    shared,
    onlyA: linesA.filter(({ skill }) => !inB.has(skill)).sort(byStrength),
    onlyB: linesB.filter(({ skill }) => !inA.has(skill)).sort(byStrength),
    levelDifferences: shared
      .filter(({ levelDifference }) => levelDifference !== null && levelDifference !== 0)
      .sort((x, y) => sizeOf(y) - sizeOf(x) || compareIds(x.skill, y.skill)),
    jaccard: score("JACCARD"),
    ruzicka: score("RUZICKA"),
    cosine: score("COSINE"),
    assumedLines: [...linesA, ...linesB].filter((line) => strengthAssumptions(line).length > 0)
      .length,
  };
}

function toShared(a: RequirementLine, b: RequirementLine): SharedRequirement {
  return {
    skill: a.skill,
    a,
    b,
    strengthA: strengthOf(a),
    strengthB: strengthOf(b),
    levelDifference:
      a.proficiency === null || b.proficiency === null ? null : b.proficiency - a.proficiency,
    assumed: [...new Set([...strengthAssumptions(a), ...strengthAssumptions(b)])],
  };
}

function explainSetScore<M extends SetMeasure>(
  measure: M,
  linesA: readonly RequirementLine[],
  linesB: readonly RequirementLine[],
  shared: readonly SharedRequirement[],
): ExplainedScore<M> | null {
  const a = totalsOf(linesA);
  const b = totalsOf(linesB);
  const both: SharedTotals = {
    count: shared.length,
    minimum: sum(shared.map(({ strengthA, strengthB }) => Math.min(strengthA, strengthB))),
    product: sum(shared.map(({ strengthA, strengthB }) => strengthA * strengthB)),
  };
  const score = setScore(measure, a, b, both);
  const divisor = divisorOf(measure, a, b, both);
  if (score === null || divisor === null) return null;
  const terms = shared.map(({ skill, strengthA, strengthB }) => ({
    skill,
    contribution: setTerm(measure, strengthA, strengthB, divisor),
  }));
  return explainScore(measure, score, terms);
}

function totalsOf(lines: readonly RequirementLine[]): StrengthTotals {
  const strengths = lines.map(strengthOf);
  return {
    count: lines.length,
    sum: sum(strengths),
    squares: sum(strengths.map((strength) => strength * strength)),
  };
}

function byStrength(x: RequirementLine, y: RequirementLine): number {
  return strengthOf(y) - strengthOf(x) || compareIds(x.skill, y.skill);
}

function sizeOf({ levelDifference }: SharedRequirement): number {
  return Math.abs(levelDifference ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
