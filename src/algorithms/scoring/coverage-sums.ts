import { importanceAt, type RequirementIndex } from "./requirement-index";
import { ESSENTIAL_CODE } from "./requirements/requirement-table";

/**
 * Coverage (see `skillGap`) in whole numbers. With importance i, proficiency held h and needed n, of a role's lines
 *
 *   covered = Σ i × min(1, h / n) × 60,     asked = Σ i
 *   coverage = (covered_essential + optionalWeight × covered_optional) / (60 × (asked_essential + optionalWeight × asked_optional))
 *
 * 60 is divisible by 1, 2, 3, 4 and 5, so that every term is whole: equal coverages compare as equal, and the order of
 * addition never decides a ranking. The importance/5 of the weight cancels out.
 */
const UNIT = 60;

/** i × min(1, h / n) × 60 for a skill that is held. `need` 0: unknown, met by any proficiency. */
export function coveredPart(importance: number, have: number, need: number): number {
  return have >= need ? importance * UNIT : (importance * have * UNIT) / need;
}

/** Coverage of a role; null when nothing that weighs is asked for. */
export function coverageFromSums(
  index: RequirementIndex,
  role: number,
  coveredEssential: number,
  coveredOptional: number,
  optionalWeight: number,
): number | null {
  const asked = askedSum(index, role, optionalWeight);
  return asked === 0 ? null : (coveredEssential + optionalWeight * coveredOptional) / asked;
}

/** What covered parts are divided by: 60 × (asked_essential + optionalWeight × asked_optional). */
export function askedSum(index: RequirementIndex, role: number, optionalWeight: number): number {
  // The same shape as the numerator, so that a role that is covered in full has exactly 1.
  return (
    UNIT * (index.ofRole.essentialImportance[role] as number) +
    optionalWeight * (UNIT * (index.ofRole.optionalImportance[role] as number))
  );
}

/** Essential coverage of a role; null when it has no essential line. */
export function essentialCoverageFromSums(
  index: RequirementIndex,
  role: number,
  coveredEssential: number,
): number | null {
  const asked = index.ofRole.essentialImportance[role] as number;
  return asked === 0 ? null : coveredEssential / (UNIT * asked);
}

export interface CoverageSums {
  /** By role number. */
  readonly essential: Uint32Array;
  readonly optional: Uint32Array;
  /** Lines whose skill is held, whether well enough or not. */
  readonly heldLines: Uint32Array;
  readonly heldEssentialLines: Uint32Array;
}

/** The sums of all roles. Cost: the lines that ask for one of the held skills, and one number for each role. */
export function coverageSums(
  index: RequirementIndex,
  skills: Uint32Array,
  proficiency: Uint8Array,
): CoverageSums {
  const { table, askedBy } = index;
  const roles = table.roles.ids.length;
  const sums = {
    essential: new Uint32Array(roles),
    optional: new Uint32Array(roles),
    heldLines: new Uint32Array(roles),
    heldEssentialLines: new Uint32Array(roles),
  };
  for (const skill of skills) {
    const have = proficiency[skill] as number;
    const end = askedBy.start[skill + 1] as number;
    for (let at = askedBy.start[skill] as number; at < end; at++) {
      const role = askedBy.role[at] as number;
      const line = askedBy.line[at] as number;
      const part = coveredPart(importanceAt(table, line), have, table.proficiency[line] as number);
      const isEssential = table.requirement[line] === ESSENTIAL_CODE;
      add(isEssential ? sums.essential : sums.optional, role, part);
      add(sums.heldLines, role, 1);
      if (isEssential) add(sums.heldEssentialLines, role, 1);
    }
  }
  return sums;
}

function add(sums: Uint32Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}
