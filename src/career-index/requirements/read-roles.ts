import { inLadderOrder } from "../../algorithms/scoring/level-ladder";
import { overrideLines, strictestLines } from "../../algorithms/scoring/requirements/combine-lines";
import type { RequirementLine } from "../../algorithms/scoring/requirements/requirement-line";
import type { Reader } from "../../database/database";
import { manyByKey } from "../../shared/batching";
import type { RoleLevelEntry } from "./requirements-part";
import { READ_LEVELS, READ_LINES, READ_ROLES, READ_SPECIALIZATIONS } from "./requirements-sql";

/** A role with all that is asked for in it, as the tables want it. */
export interface RoleRecord {
  readonly id: string;
  readonly jobZone: number | null;
  readonly population: string;
  readonly ladder: readonly RoleLevelEntry[];
  /** What it asks for; of a role that has levels what its lowest level does. */
  readonly lines: readonly RequirementLine[];
  /** Positions of the role: its levels, or the role itself. */
  readonly positions: ReadonlyMap<string, readonly RequirementLine[]>;
  readonly specializations: ReadonlyMap<string, readonly RequirementLine[]>;
  readonly technologies: readonly string[];
}

interface RoleRow {
  id: string;
  jobZone: number | null;
  population: string | null;
}

interface LineRow extends RequirementLine {
  role: string;
  owner: string;
  isTechnology: boolean;
}

export function readRoleRows(reader: Reader, roles: readonly string[] | null): Promise<RoleRow[]> {
  return reader.query<RoleRow>(READ_ROLES, [roles]);
}

/** The records of the roles. Three SQL statements. */
export async function readRoles(reader: Reader, rows: readonly RoleRow[]): Promise<RoleRecord[]> {
  const ids = rows.map(({ id }) => id);
  const levels = await reader.query<RoleLevelEntry & { role: string }>(READ_LEVELS, [ids]);
  const specializations = await reader.query<{ id: string; role: string }>(READ_SPECIALIZATIONS, [
    ids,
  ]);
  const lines = await reader.query<LineRow>(READ_LINES, [ids]);
  const levelsOf = manyByKey(ids, levels, ({ role }) => role);
  const specializationsOf = manyByKey(ids, specializations, ({ role }) => role);
  const linesOf = manyByKey(ids, lines, ({ role }) => role);
  return rows.map((row, at) =>
    toRecord(row, levelsOf[at] ?? [], specializationsOf[at] ?? [], linesOf[at] ?? []),
  );
}

function toRecord(
  { id, jobZone, population }: RoleRow,
  levels: readonly RoleLevelEntry[],
  specializations: readonly { id: string }[],
  rows: readonly LineRow[],
): RoleRecord {
  const byOwner = new Map<string, LineRow[]>();
  for (const row of rows) {
    const known = byOwner.get(row.owner);
    if (known) known.push(row);
    else byOwner.set(row.owner, [row]);
  }
  const statedFor = (owner: string): RequirementLine[] => byOwner.get(owner) ?? [];
  const ladder = inLadderOrder(levels);
  const general = strictestLines(statedFor(id));
  const positions = new Map(
    ladder.length === 0
      ? [[id, general] as const]
      : ladder.map((level) => [level.id, overrideLines(general, statedFor(level.id))] as const),
  );
  return {
    id,
    jobZone,
    population: population ?? "",
    ladder,
    lines: positions.get(ladder[0]?.id ?? id) ?? [],
    positions,
    specializations: new Map(
      specializations.map(({ id: each }) => [each, strictestLines(statedFor(each))]),
    ),
    technologies: rows.filter(({ isTechnology }) => isTechnology).map(({ skill }) => skill),
  };
}
