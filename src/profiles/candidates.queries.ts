import { CAREER_LEVEL_FILTER } from "../career-levels/career-level.queries";
import type { Reader } from "../database/database";
import { compileFilter, type FilterInput } from "../filters/compile-filter";
import { SqlParams } from "../paging/sql-params";
import { ROLE_FILTER, type RoleFilter } from "../roles/role.queries";
import { ROLE_LEVEL_FILTER } from "../roles/role-level.queries";
import type { CandidateFilter } from "./candidates.inputs";

/** UUIDs of the active roles that the filter leaves. One SQL statement. */
export async function findRoleIds(
  reader: Reader,
  filter: RoleFilter,
  path: string,
): Promise<string[]> {
  const params = new SqlParams();
  const condition = compileFilter(filter, ROLE_FILTER.fields, params, "n", path);
  return readIds(reader, params, `node n WHERE n.kind = 'ROLE' AND ${condition}`);
}

/** UUIDs of the active role levels that the filter leaves. One SQL statement. */
export async function findRoleLevelIds(
  reader: Reader,
  { role, roleLevel, careerLevel }: CandidateFilter,
  path: string,
): Promise<string[]> {
  const params = new SqlParams();
  const condition =
    (filter: FilterInput | null | undefined, fields: typeof ROLE_FILTER.fields) =>
    (alias: string, field: string) =>
      filter ? compileFilter(filter, fields, params, alias, `${path}.${field}`) : "true";
  return readIds(
    reader,
    params,
    `node n JOIN node r ON r.id = n.role_id JOIN node c ON c.id = n.career_level_id
      WHERE n.kind = 'ROLE_LEVEL'
        AND ${condition(roleLevel, ROLE_LEVEL_FILTER.fields)("n", "roleLevel")}
        AND ${condition(role, ROLE_FILTER.fields)("r", "role")}
        AND ${condition(careerLevel, CAREER_LEVEL_FILTER.fields)("c", "careerLevel")}`,
  );
}

async function readIds(reader: Reader, params: SqlParams, from: string): Promise<string[]> {
  const sql = `SELECT n.id FROM ${from} AND n.status = 'ACTIVE'`;
  const rows = await reader.query<{ id: string }>(sql, params.values);
  return rows.map(({ id }) => id);
}
