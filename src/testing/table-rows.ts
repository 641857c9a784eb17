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

/** Columns that tell when a row was written, not what it holds. */
const STAMPS = ["version", "revision", "created_at", "updated_at", "imported_at"];

/** Name and type of the columns whose values are content, in order of their names. */
export async function contentColumns(
  database: Database,
  table: string,
): Promise<{ name: string; type: string }[]> {
  const columns = await database.dataSource.query<{ name: string; type: string }[]>(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return columns
    .filter(({ name }) => !STAMPS.includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Takes all content away. The triggers see it, so that the content hash follows. */
export async function deleteAllRows(database: Database): Promise<void> {
  await database.transaction(
    async (tx) => {
      for (const table of ["assertion", "edge", "label", "node_text", "node_key", "node"])
        await tx.query(`DELETE FROM ${table}`);
    },
    // Thousands of rows with all their triggers, on a machine that may be busy.
    { statementTimeoutMs: 60_000 },
  );
}
