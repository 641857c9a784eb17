import { compareIds } from "./requirements/id-list";

/** A skill's part of a score. */
export interface ScoreTerm {
  readonly skill: string;
  readonly contribution: number;
}

/** A score with what it is made of. */
export interface ExplainedScore<Formula extends string, Term extends ScoreTerm = ScoreTerm> {
  readonly formula: Formula;
  /** 0 to 1. */
  readonly score: number;
  /** Largest contribution first, then by id; only skills that contribute anything. */
  readonly terms: readonly Term[];
  /** What the terms that are not listed add up to: the contributions and `rest` add up to the score within 1e-9. */
  readonly rest: number;
}

/** The score with its `limit` largest terms. `terms` must add up to it. */
export function explainScore<Formula extends string, Term extends ScoreTerm>(
  formula: Formula,
  score: number,
  terms: readonly Term[],
  limit: number = Number.POSITIVE_INFINITY,
): ExplainedScore<Formula, Term> {
  const ordered = terms
    .filter(({ contribution }) => contribution > 0)
    .sort((a, b) => b.contribution - a.contribution || compareIds(a.skill, b.skill));
  const rest = ordered.slice(limit).reduce((sum, { contribution }) => sum + contribution, 0);
  return { formula, score, terms: ordered.slice(0, limit), rest };
}
