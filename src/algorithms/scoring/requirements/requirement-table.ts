import type { IdList } from "./id-list";
import type { NecessityName, RequirementLine } from "./requirement-line";

/**
 * Requirements of many owners in compressed sparse rows (CSR): the lines of role number r stand at start[r] to
 * start[r + 1] − 1, ascending by skill number, one for each skill.
 *
 * "Role" is whatever is ranked and compared: a table of roles and a table of role levels are made alike, and a role level's
 * rows should then hold what its role asks for as well (`overrideLines`). Roles without lines are part of the table, since
 * answers count what they leave out.
 *
 * Plain data (worker-safe) and never changed once made: `replaceRoles` makes a new table. Values are bytes, and only here,
 * inside the table, 0 stands for unknown. Memory: 7 bytes a line and the ids.
 */
export interface RequirementTable {
  readonly roles: IdList;
  readonly skills: IdList;
  /** Number of roles + 1 entries. */
  readonly start: Uint32Array;
  /** Skill number of each line. */
  readonly skill: Uint32Array;
  /** `ESSENTIAL_CODE`, `OPTIONAL_CODE`, 0 unknown. */
  readonly requirement: Uint8Array;
  /** 1 to 5, 0 unknown. */
  readonly importance: Uint8Array;
  /** 1 to 5, 0 unknown. */
  readonly proficiency: Uint8Array;
}

/** The higher the stricter, so that the strictest of several codes is their maximum. */
export const OPTIONAL_CODE = 1;
export const ESSENTIAL_CODE = 2;

export function requirementCode(requirement: NecessityName | null): number {
  if (requirement === null) return 0;
  return requirement === "ESSENTIAL" ? ESSENTIAL_CODE : OPTIONAL_CODE;
}

/** What a role asks for, ascending by skill number; null when the table does not know the role. */
export function requirementLines(table: RequirementTable, role: string): RequirementLine[] | null {
  const number = table.roles.numberOf.get(role);
  if (number === undefined) return null;
  const lines: RequirementLine[] = [];
  const end = table.start[number + 1] as number;
  for (let line = table.start[number] as number; line < end; line++)
    lines.push(lineAt(table, line));
  return lines;
}

function lineAt(table: RequirementTable, line: number): RequirementLine {
  const code = table.requirement[line];
  return {
    skill: table.skills.ids[table.skill[line] as number] as string,
    requirement: code === ESSENTIAL_CODE ? "ESSENTIAL" : code === OPTIONAL_CODE ? "OPTIONAL" : null,
    importance: table.importance[line] || null,
    proficiency: table.proficiency[line] || null,
  };
}
