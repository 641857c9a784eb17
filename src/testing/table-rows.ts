import type { Database } from "../database/database";

/** The tables that hold content. */
export const CONTENT_TABLES = ["node", "node_key", "label", "node_text", "edge", "assertion"];

const TABLES = [...CONTENT_TABLES, "content_hash", "graph_revision", "seed_load"];

/** Every row of every table as text, by table: equal before and after what changes nothing. */
export async function readAllRows(database: Database): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await database.dataSource.query<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`,
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

/** Takes all content away. The triggers see it, so that the content hash follows. */
export async function deleteAllRows(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    for (const table of ["assertion", "edge", "label", "node_text", "node_key", "node"])
      await tx.query(`DELETE FROM ${table}`);
  });
}
