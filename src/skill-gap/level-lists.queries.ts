import type { Reader } from "../database/database";
import { manyByKey } from "../shared/batching";

/** What is stated for one owner beside its skills, by UUID; in the order that sources give, then by id. */
export interface OwnerLists {
  readonly responsibilities: readonly string[];
  readonly qualifications: readonly string[];
}

interface ListRow {
  owner: string;
  kind: "DUTY" | "QUALIFICATION";
  id: string;
}

const READ_LISTS = `
  SELECT e.from_id AS owner, e.kind, e.to_id AS id FROM edge e JOIN node n ON n.id = e.to_id
   WHERE e.from_id = ANY ($1::uuid[]) AND e.kind IN ('DUTY', 'QUALIFICATION') AND n.status = 'ACTIVE'
   ORDER BY e.position NULLS LAST, e.to_id`;

/**
 * Responsibilities and qualifications in use of roles, role levels, career levels and specializations, in the order of the
 * owners. One SQL statement.
 */
export async function readOwnerLists(
  reader: Reader,
  owners: readonly string[],
): Promise<OwnerLists[]> {
  const rows = await reader.query<ListRow>(READ_LISTS, [owners]);
  return manyByKey(owners, rows, ({ owner }) => owner).map((stated) => ({
    responsibilities: idsOf(stated, "DUTY"),
    qualifications: idsOf(stated, "QUALIFICATION"),
  }));
}

function idsOf(rows: readonly ListRow[], kind: ListRow["kind"]): string[] {
  return rows.filter((row) => row.kind === kind).map(({ id }) => id);
}
