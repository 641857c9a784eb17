import { coverageFromSums, coveredPart, essentialCoverageFromSums } from "./coverage-sums";
import { importanceAt, type RequirementIndex } from "./requirement-index";
import { withDefaults } from "./requirements/line-weight";
import { LOWEST, type ScoringOptions } from "./requirements/requirement-line";
import { ESSENTIAL_CODE } from "./requirements/requirement-table";

/** Both 0 to 1; null when nothing (or nothing essential) is asked for, or when the other side is a role that asks nothing. */
export interface Coverage {
  readonly coverage: number | null;
  readonly essentialCoverage: number | null;
}

/**
 * Coverage of one role by the skills that are held, by number. `proficiency` is that of `heldSkills`, or the caller's own
 * array while skills are gained on a path: by skill number, 0 not held. The same number as `skillGap` gives.
 * Cost: the lines of the role.
 */
export function coverageOfRole(
  index: RequirementIndex,
  role: number,
  proficiency: Uint8Array,
  options: ScoringOptions = {},
): Coverage {
  const { optionalWeight } = withDefaults(options);
  const { table } = index;
  let essential = 0;
  let optional = 0;
  const end = table.start[role + 1] as number;
  for (let line = table.start[role] as number; line < end; line++) {
    const have = proficiency[table.skill[line] as number] as number;
    if (have === 0) continue;
    const part = coveredPart(importanceAt(table, line), have, table.proficiency[line] as number);
    if (table.requirement[line] === ESSENTIAL_CODE) essential += part;
    else optional += part;
  }
  return {
    coverage: coverageFromSums(index, role, essential, optional, optionalWeight),
    essentialCoverage: essentialCoverageFromSums(index, role, essential),
  };
}

/**
 * Coverage of one role by someone who meets another role exactly (`profileOf`): how far the first prepares for the second.
 * Asymmetric; 1 from a role to itself. Null when either role asks nothing: what such a role brings is unknown.
 * Cost: the lines of both roles; the rows are merged by skill number.
 */
export function coverageBetween(
  index: RequirementIndex,
  from: number,
  to: number,
  options: ScoringOptions = {},
): Coverage {
  const { optionalWeight, unstatedProficiency } = withDefaults(options);
  const { table } = index;
  let held = table.start[from] as number;
  const heldEnd = table.start[from + 1] as number;
  if (held === heldEnd) return { coverage: null, essentialCoverage: null };
  let essential = 0;
  let optional = 0;
  const end = table.start[to + 1] as number;
  for (let line = table.start[to] as number; line < end; line++) {
    const skill = table.skill[line] as number;
    while (held < heldEnd && (table.skill[held] as number) < skill) held++;
    if (held === heldEnd) break;
    if (table.skill[held] !== skill) continue;
    const have = (table.proficiency[held] as number) || unstatedProficiency;
    const part = coveredPart(importanceAt(table, line), have, table.proficiency[line] as number);
    if (table.requirement[line] === ESSENTIAL_CODE) essential += part;
    else optional += part;
  }
  return {
    coverage: coverageFromSums(index, to, essential, optional, optionalWeight),
    essentialCoverage: essentialCoverageFromSums(index, to, essential),
  };
}

/** Raises what is held to what a role asks for, as far as it is lower: the skills that working in the role brings. */
export function gainSkillsOf(index: RequirementIndex, role: number, proficiency: Uint8Array): void {
  const { table } = index;
  const end = table.start[role + 1] as number;
  for (let line = table.start[role] as number; line < end; line++) {
    const skill = table.skill[line] as number;
    const need = (table.proficiency[line] as number) || LOWEST;
    if ((proficiency[skill] as number) < need) proficiency[skill] = need;
  }
}
