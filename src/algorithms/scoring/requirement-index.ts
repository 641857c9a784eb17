import { ASSUMED_IMPORTANCE, ASSUMED_PROFICIENCY } from "./requirements/line-weight";
import { ESSENTIAL_CODE, type RequirementTable } from "./requirements/requirement-table";
import { rowStarts } from "./requirements/sparse-rows";

/**
 * A requirement table with what questions over all roles need beside it: the other direction (skill → lines that ask for it)
 * and sums by role. Plain data (worker-safe), never changed once made.
 *
 * Cost: one pass to count and one to fill, a few milliseconds for 250,000 lines; 8 bytes a line. That is why a change of one
 * role makes the whole index anew (`replaceRoles`, then this) instead of patching it.
 */
export interface RequirementIndex {
  readonly table: RequirementTable;
  /** Lines that ask for skill number s stand at start[s] to start[s + 1] − 1, ascending by role number. */
  readonly askedBy: {
    readonly start: Uint32Array;
    /** Role number. */
    readonly role: Uint32Array;
    /** Position of the line in the table. */
    readonly line: Uint32Array;
  };
  /** By role number. Importance sums take a null importance as 3. */
  readonly ofRole: {
    readonly essentialLines: Uint32Array;
    readonly essentialImportance: Uint32Array;
    /** Of lines that are optional or unknown. */
    readonly optionalImportance: Uint32Array;
    /** Σ v and Σ v² of the strengths v of a role's lines, see `strengthAt`. */
    readonly strength: Uint32Array;
    readonly squaredStrength: Uint32Array;
  };
}

export function indexRequirements(table: RequirementTable): RequirementIndex {
  const roles = table.roles.ids.length;
  const start = rowStarts(table.skill, table.skills.ids.length);
  const next = start.slice();
  const askedBy = {
    start,
    role: new Uint32Array(table.skill.length),
    line: new Uint32Array(table.skill.length),
  };
  const ofRole = {
    essentialLines: new Uint32Array(roles),
    essentialImportance: new Uint32Array(roles),
    optionalImportance: new Uint32Array(roles),
    strength: new Uint32Array(roles),
    squaredStrength: new Uint32Array(roles),
  };
  for (let role = 0; role < roles; role++) {
    const end = table.start[role + 1] as number;
    for (let line = table.start[role] as number; line < end; line++) {
      const skill = table.skill[line] as number;
      const at = next[skill] as number;
      next[skill] = at + 1;
      askedBy.role[at] = role;
      askedBy.line[at] = line;

      const strength = strengthAt(table, line);
      add(ofRole.strength, role, strength);
      add(ofRole.squaredStrength, role, strength * strength);
      const isEssential = table.requirement[line] === ESSENTIAL_CODE;
      if (isEssential) add(ofRole.essentialLines, role, 1);
      add(
        isEssential ? ofRole.essentialImportance : ofRole.optionalImportance,
        role,
        importanceAt(table, line),
      );
    }
  }
  return { table, askedBy, ofRole };
}

/** Importance of a line of the table, 1 to 5; 3 when it is unknown. */
export function importanceAt(table: RequirementTable, line: number): number {
  return (table.importance[line] as number) || ASSUMED_IMPORTANCE;
}

/** importance × proficiency of a line of the table, 1 to 25; unknown ones count as 3. As `strengthOf` in strength.ts. */
export function strengthAt(table: RequirementTable, line: number): number {
  return importanceAt(table, line) * ((table.proficiency[line] as number) || ASSUMED_PROFICIENCY);
}

/** Number of lines that role number r has. */
export function linesOfRole(table: RequirementTable, role: number): number {
  return (table.start[role + 1] as number) - (table.start[role] as number);
}

function add(sums: Uint32Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}
