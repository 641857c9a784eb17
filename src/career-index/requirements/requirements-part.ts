import type { LadderLevel } from "../../algorithms/scoring/level-ladder";
import type { RequirementIndex } from "../../algorithms/scoring/requirement-index";
import type { RequirementLine } from "../../algorithms/scoring/requirements/requirement-line";
import { requirementLines } from "../../algorithms/scoring/requirements/requirement-table";

/** A level of a role. Its rank is its place in the ladder of the role, or where that is unknown that of the career level. */
export interface RoleLevelEntry extends LadderLevel {
  readonly careerLevel: string;
}

export interface SpecializationLines {
  readonly role: string;
  /** What the specialization asks for beside its role, once for each skill. */
  readonly lines: readonly RequirementLine[];
}

/**
 * What is asked for. All ids are UUIDs of active nodes; what is asked for is a skill or technology of any status.
 *
 * A role level asks for what its role asks for at every level and for what is stated for the level, which goes first
 * (`overrideLines`). A role that has levels stands in `roles` with what its lowest level asks for: what one needs to begin.
 */
export interface RequirementsPart {
  /** A row for each role. */
  readonly roles: RequirementIndex;
  /** A row for each place that a person can hold or aim for: each role level, and each role that has no levels. */
  readonly positions: RequirementIndex;
  /** Levels of the roles that have some, the lowest first (`inLadderOrder`). */
  readonly ladders: ReadonlyMap<string, readonly RoleLevelEntry[]>;
  /** Role by role level. */
  readonly roleOf: ReadonlyMap<string, string>;
  readonly specializations: ReadonlyMap<string, SpecializationLines>;
  /** Job zone, 1 to 5, by position; those without are unknown. */
  readonly jobZones: ReadonlyMap<string, number>;
  /** Where a role is described, e.g. `ESCO`, by role: roles of one population have been described alike. */
  readonly populations: ReadonlyMap<string, string>;
  /** Which of what is asked for are technologies; all others are skills. */
  readonly technologies: ReadonlySet<string>;
}

/** What a role level or role asks for (see `RequirementsPart`); null when the part does not know it. */
export function linesOf(
  { positions, roles }: RequirementsPart,
  id: string,
): readonly RequirementLine[] | null {
  return requirementLines(positions.table, id) ?? requirementLines(roles.table, id);
}
