import type { InputFile } from "../input/import-input";
import type { SkipReason } from "../skip-reasons";
import { CSV, type Row, readTable } from "../tables/read-table";
import { known, SKILL_LEVELS, type SkillLevel, skillLevelOf } from "./skill-levels";

const COLUMNS = ["Role", "Role Level", "Skill Name", "Skill Level"] as const;

/** What a row of `roles.csv` asks for. */
export interface RoleRow {
  role: string;
  /** null: said of the role as a whole, as for Senior Civil Service roles. */
  title: string | null;
  /** null: the row tells only that there is such a role or role level. */
  skill: string | null;
  level: SkillLevel | null;
}

/** Why a row cannot be taken. */
export interface Refusal {
  reason: SkipReason;
  note: string;
}

/** Skills asked for, with the level that the first row says. */
export type Asked = Map<string, SkillLevel | null>;

export interface RoleFacts {
  name: string;
  families: Set<string>;
  description: string | null;
  /** E.g. `Senior Civil Service`. */
  type: string | null;
  /** By title, as listed. */
  levels: Map<string, { description: string | null; asked: Asked }>;
  /** Asked for by the role as a whole. */
  asked: Asked;
}

/** What `roles.csv` says beside its rows' requirements, each thing once. */
export interface Framework {
  families: Set<string>;
  roles: Map<string, RoleFacts>;
  /** Descriptions by name. */
  skills: Map<string, string | null>;
}

export function readRoleRows(file: InputFile): AsyncGenerator<Row[]> {
  return readTable(file, CSV, COLUMNS);
}

export function readRoleRow(row: Row): RoleRow | Refusal {
  const role = known(row.get("Role"));
  if (role === null) return { reason: "MISSING_VALUE", note: "names no role" };
  const word = known(row.get("Skill Level"));
  const level = word === null ? null : skillLevelOf(word);
  if (word !== null && level === null) {
    const words = SKILL_LEVELS.map((each) => each.word).join(", ");
    return { reason: "INVALID_VALUE", note: `"${word}" is no skill level; expected ${words}` };
  }
  return { role, title: known(row.get("Role Level")), skill: known(row.get("Skill Name")), level };
}

/** Reads the whole table and keeps what its rows repeat: a few hundred names and descriptions. */
export async function readFramework(file: InputFile): Promise<Framework> {
  const framework: Framework = { families: new Set(), roles: new Map(), skills: new Map() };
  for await (const rows of readRoleRows(file))
    for (const row of rows) {
      const said = readRoleRow(row);
      if (!("reason" in said)) addRow(framework, said, row);
    }
  return framework;
}

function addRow({ families, roles, skills }: Framework, said: RoleRow, row: Row): void {
  const { role: name, title, skill, level } = said;
  const role: RoleFacts = roles.get(name) ?? {
    name,
    families: new Set(),
    description: null,
    type: null,
    levels: new Map(),
    asked: new Map(),
  };
  roles.set(name, role);
  role.description ??= known(row.get("Role Description"));
  role.type ??= known(row.get("Role Type"));
  const family = known(row.get("Role Family"));
  if (family !== null) {
    families.add(family);
    role.families.add(family);
  }
  let asked = role.asked;
  if (title !== null) {
    const facts = role.levels.get(title) ?? { description: null, asked: new Map() };
    facts.description ??= known(row.get("Role Level Description"));
    role.levels.set(title, facts);
    asked = facts.asked;
  }
  if (skill === null) return;
  if (!asked.has(skill)) asked.set(skill, level);
  skills.set(skill, skills.get(skill) ?? known(row.get("Skill Description")));
}

/** Mean of the framework's own levels, 1..4, over the skills that have one. */
export function meanSkillLevel(asked: Asked): number | null {
  const values = [...asked.values()].flatMap((level) => (level ? [level.value] : []));
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
