import {
  type CandidateOptions,
  candidateFlags,
  numbersThat,
  type PageOptions,
  type RankedPage,
  rankedPage,
} from "./ranking";
import type { RequirementIndex } from "./requirement-index";
import { ESSENTIAL_CODE } from "./requirements/requirement-table";
import { bandOf, isFeasible, meanOverlap, type TransitionBand } from "./transition";

export interface NearTransition {
  readonly role: string;
  /** W_skills, above 0 to 1. */
  readonly skillOverlap: number;
  readonly band: TransitionBand;
  /** True, or null when a job zone is unknown: what is known to be infeasible is not listed. */
  readonly feasible: true | null;
  readonly jobZoneDifference: number | null;
}

export type NearestTransitionsOptions = PageOptions &
  CandidateOptions & {
    /** Job zone, 1 to 5, by role id; unknown where it is left out. */
    readonly jobZones?: ReadonlyMap<string, number>;
    /** List only what is known to be feasible. Default false: an unknown job zone is no obstacle. */
    readonly onlyKnownFeasible?: boolean;
  };

/**
 * The nearest roles that somebody could move to from a role: those that `transition` does not call infeasible and whose
 * skill overlap is known, by W_skills descending, then by the smaller distance of job zones (unknown last), then by id.
 * Null when the role is unknown or states no essential skill, so that no overlap from it is known.
 *
 * Cost: the lines that ask for a skill of the role, and a sort of the viable roles.
 *
 * @throws RangeError for options out of their range.
 */
export function nearestTransitions(
  index: RequirementIndex,
  role: string,
  options: NearestTransitionsOptions = {},
): RankedPage<NearTransition> | null {
  const { ids, rank, numberOf } = index.table.roles;
  const own = numberOf.get(role);
  if (own === undefined || index.ofRole.essentialLines[own] === 0) return null;

  const { fromEssential, fromAll } = countMatches(index, own);
  const overlapOf = (other: number): number =>
    meanOverlap(
      fromEssential[other] as number,
      fromAll[other] as number,
      index.ofRole.essentialLines[other] as number,
    );
  const zoneOf = (other: number): number | null =>
    options.jobZones?.get(ids[other] as string) ?? null;
  const ownZone = zoneOf(own);
  const differenceTo = (other: number): number | null => {
    const zone = zoneOf(other);
    return ownZone === null || zone === null ? null : zone - ownZone;
  };

  const isCandidate = candidateFlags(ids, options.candidates);
  const found = numbersThat(ids.length, (other) => {
    if (other === own || isCandidate[other] === 0 || fromAll[other] === 0) return false;
    const feasible = isFeasible(bandOf(overlapOf(other)), differenceTo(other));
    return options.onlyKnownFeasible ? feasible === true : feasible !== false;
  });
  const distanceTo = (other: number): number =>
    Math.abs(differenceTo(other) ?? Number.POSITIVE_INFINITY);
  const compare = (a: number, b: number): number =>
    overlapOf(b) - overlapOf(a) ||
    Number(distanceTo(a) > distanceTo(b)) - Number(distanceTo(a) < distanceTo(b)) ||
    (rank[a] as number) - (rank[b] as number);
  return rankedPage(found, compare, options, (other): NearTransition => {
    const skillOverlap = overlapOf(other);
    const band = bandOf(skillOverlap) as TransitionBand;
    const jobZoneDifference = differenceTo(other);
    return {
      role: ids[other] as string,
      skillOverlap,
      band,
      feasible: isFeasible(band, jobZoneDifference) === true ? true : null,
      jobZoneDifference,
    };
  });
}

/** By role number: how many of its essential skills the given role asks for, as essential ones and at all. */
function countMatches(
  { table, askedBy }: RequirementIndex,
  role: number,
): { fromEssential: Uint32Array; fromAll: Uint32Array } {
  const fromEssential = new Uint32Array(table.roles.ids.length);
  const fromAll = new Uint32Array(table.roles.ids.length);
  const end = table.start[role + 1] as number;
  for (let line = table.start[role] as number; line < end; line++) {
    const isEssential = table.requirement[line] === ESSENTIAL_CODE;
    const skill = table.skill[line] as number;
    const last = askedBy.start[skill + 1] as number;
    for (let at = askedBy.start[skill] as number; at < last; at++) {
      if (table.requirement[askedBy.line[at] as number] !== ESSENTIAL_CODE) continue;
      const other = askedBy.role[at] as number;
      fromAll[other] = (fromAll[other] as number) + 1;
      if (isEssential) fromEssential[other] = (fromEssential[other] as number) + 1;
    }
  }
  return { fromEssential, fromAll };
}
