import { profileOf, strictestLines } from "./requirements/combine-lines";
import type { RequirementLine, ScoringOptions } from "./requirements/requirement-line";
import { skillGap } from "./skill-gap";

/** How near two roles are by skills alone. */
export type TransitionBand = "HIGHLY_VIABLE" | "VIABLE" | "NOT_VIABLE";

/**
 * What speaks for or against a transition, and what is unknown:
 * - `SKILL_OVERLAP`: W_skills against the threshold that it passed, or the lower one that it did not;
 * - `JOB_ZONE`: the difference of the job zones against the largest that is allowed;
 * - `CURATED`: somebody rated the move; the score stands beside the computed answer and changes nothing in it.
 */
export interface TransitionReason {
  readonly about: "SKILL_OVERLAP" | "JOB_ZONE" | "CURATED";
  readonly speaks: "FOR" | "AGAINST" | "UNKNOWN" | "NEITHER";
  /** The value that was looked at; null when it is unknown. */
  readonly value: number | null;
  /** What it was compared with; null when with nothing. */
  readonly threshold: number | null;
}

export interface Transition {
  /** True when band and job zone allow it, false when either forbids it, null when what is known does neither. */
  readonly feasible: boolean | null;
  /** By `skillOverlap`; null when that is. */
  readonly band: TransitionBand | null;
  /** How far the first role prepares for the second, and the second for the first (`skillGap`), 0 to 1. */
  readonly coverage: number | null;
  readonly reverseCoverage: number | null;
  /** |essential skills of both| / |essential skills of the second|, 0 to 1; null when either states no essential skill. */
  readonly essentialOverlap: number | null;
  /** |skills of the first that are essential in the second| / |essential skills of the second|. */
  readonly allToEssentialOverlap: number | null;
  /** W_skills: the mean of the two overlaps. */
  readonly skillOverlap: number | null;
  /** Job zone of the second less that of the first, −4 to 4. */
  readonly jobZoneDifference: number | null;
  /** As handed over, 0 to 1. */
  readonly curatedScore: number | null;
  /** Always one for skill overlap and one for job zones; one for the curated score where there is one. */
  readonly reasons: readonly TransitionReason[];
}

/** One end of a transition. */
export interface TransitionEnd {
  readonly lines: readonly RequirementLine[];
  /** 1 to 5; null: unknown. */
  readonly jobZone: number | null;
}

/** Thresholds of Nesta; `skillOverlap` has to be above, the job zones at most so far apart. */
export const VIABLE_ABOVE = 0.3;
export const HIGHLY_VIABLE_ABOVE = 0.4;
export const LARGEST_JOB_ZONE_DIFFERENCE = 1;

/**
 * Whether somebody could move from one role to another. Rule and thresholds of Nesta, "Mapping Career Causeways" (2020),
 * `transitions_utils.py`: viable above a similarity of 0.3, highly viable above 0.4, job zones at most 1 apart;
 * W_skills = mean(essential overlap, all-to-essential overlap).
 *
 * Two differences, both on the strict side. Nesta matches skills by the nearness of their descriptions, here a skill matches
 * itself alone. Nesta compares the mean of W_skills and the likeness of work activities and context with the thresholds; here
 * it is W_skills alone. Pay is not looked at: the graph has none.
 *
 * Unknown stays null. Where the second role states no essential skill (O*NET says of none whether it is essential) there is no
 * overlap to speak of, and where the first states none its essential overlap is unknown: overlap, band and, unless the job
 * zones forbid the move, feasibility are null. A null requirement counts as not essential. Coverage is null when either role asks
 * nothing: what such a role brings is unknown. Asymmetric; from a role with essential skills to itself every overlap is 1.
 *
 * By hand: from {SQL ess., Git ess., Go opt.} to {SQL ess., Go ess., Rust ess., Git opt.}: essential overlap 1/3 (SQL),
 * all-to-essential 2/3 (SQL, Go), W_skills 1/2: HIGHLY_VIABLE.
 *
 * @throws RangeError for options out of their range.
 */
export function transition(
  from: TransitionEnd,
  to: TransitionEnd,
  options: ScoringOptions & { readonly curatedScore?: number | null } = {},
): Transition {
  const overlaps = overlapsBetween(from.lines, to.lines);
  const band = bandOf(overlaps.skillOverlap);
  const jobZoneDifference =
    from.jobZone === null || to.jobZone === null ? null : to.jobZone - from.jobZone;
  const curatedScore = options.curatedScore ?? null;
  const reasons: TransitionReason[] = [
    overlapReason(overlaps.skillOverlap, band),
    jobZoneReason(jobZoneDifference),
  ];
  if (curatedScore !== null)
    reasons.push({ about: "CURATED", speaks: "NEITHER", value: curatedScore, threshold: null });
  return {
    feasible: isFeasible(band, jobZoneDifference),
    band,
    coverage: coverageBetweenLines(from.lines, to.lines, options),
    reverseCoverage: coverageBetweenLines(to.lines, from.lines, options),
    ...overlaps,
    jobZoneDifference,
    curatedScore,
    reasons,
  };
}

/** The band of a W_skills; null when it is unknown. */
export function bandOf(skillOverlap: number | null): TransitionBand | null {
  if (skillOverlap === null) return null;
  if (skillOverlap > HIGHLY_VIABLE_ABOVE) return "HIGHLY_VIABLE";
  return skillOverlap > VIABLE_ABOVE ? "VIABLE" : "NOT_VIABLE";
}

/** False as soon as one of the two is known to forbid the move, true when both are known and allow it, null otherwise. */
export function isFeasible(
  band: TransitionBand | null,
  jobZoneDifference: number | null,
): boolean | null {
  const isFar =
    jobZoneDifference === null ? null : Math.abs(jobZoneDifference) > LARGEST_JOB_ZONE_DIFFERENCE;
  if (band === "NOT_VIABLE" || isFar) return false;
  return band === null || isFar === null ? null : true;
}

/** W_skills of numbers of skills. Counts are compared as whole numbers, the thresholds with their mean. */
export function meanOverlap(essential: number, all: number, of: number): number {
  return (essential + all) / (2 * of);
}

function overlapsBetween(
  from: readonly RequirementLine[],
  to: readonly RequirementLine[],
): Pick<Transition, "essentialOverlap" | "allToEssentialOverlap" | "skillOverlap"> {
  const all = new Set(from.map(({ skill }) => skill));
  const essential = new Set(essentialSkills(from));
  const asked = essentialSkills(to);
  if (asked.length === 0 || all.size === 0)
    return { essentialOverlap: null, allToEssentialOverlap: null, skillOverlap: null };
  const fromAll = asked.filter((skill) => all.has(skill)).length;
  const fromEssential = asked.filter((skill) => essential.has(skill)).length;
  const isKnown = essential.size > 0;
  return {
    essentialOverlap: isKnown ? fromEssential / asked.length : null,
    allToEssentialOverlap: fromAll / asked.length,
    skillOverlap: isKnown ? meanOverlap(fromEssential, fromAll, asked.length) : null,
  };
}

function essentialSkills(lines: readonly RequirementLine[]): string[] {
  return strictestLines(lines)
    .filter(({ requirement }) => requirement === "ESSENTIAL")
    .map(({ skill }) => skill);
}

function coverageBetweenLines(
  from: readonly RequirementLine[],
  to: readonly RequirementLine[],
  options: ScoringOptions,
): number | null {
  return from.length === 0 ? null : skillGap(profileOf(from), to, options).coverage;
}

function overlapReason(value: number | null, band: TransitionBand | null): TransitionReason {
  const threshold = band === "HIGHLY_VIABLE" ? HIGHLY_VIABLE_ABOVE : VIABLE_ABOVE;
  if (band === null) return { about: "SKILL_OVERLAP", speaks: "UNKNOWN", value, threshold };
  const speaks = band === "NOT_VIABLE" ? "AGAINST" : "FOR";
  return { about: "SKILL_OVERLAP", speaks, value, threshold };
}

function jobZoneReason(value: number | null): TransitionReason {
  const threshold = LARGEST_JOB_ZONE_DIFFERENCE;
  if (value === null) return { about: "JOB_ZONE", speaks: "UNKNOWN", value, threshold };
  const speaks = Math.abs(value) <= threshold ? "FOR" : "AGAINST";
  return { about: "JOB_ZONE", speaks, value, threshold };
}
