import type { PoolClient } from "pg";
import { EMBEDDED_MAJOR } from "./data-folder";

const TRIGRAM = `SELECT string_agg(word.name, ',') AS found
  FROM (VALUES ('kubernetes'), ('docker'), ('kotlin')) AS word(name) WHERE word.name % $1`;
const FULL_TEXT = `SELECT string_agg(page.title, ',') AS found
  FROM (VALUES ('graph databases'), ('message queues')) AS page(title)
  WHERE to_tsvector('simple', page.title) @@ websearch_to_tsquery('simple', $1)`;

/**
 * Asks two questions with known answers and the version; throws when one is wrong. Some releases of PGlite answer
 * `name % $1` with nothing at all once an extension is loaded: a search that silently finds nothing is worse than none.
 * Leaves no trace: what it creates is rolled back.
 */
export async function selfTest(client: Pick<PoolClient, "query">): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    await expectAnswer(client, TRIGRAM, "kuberntes", "kubernetes");
    await expectAnswer(client, FULL_TEXT, "databases graph", "graph databases");
    await expectAnswer(
      client,
      "SELECT (current_setting('server_version_num')::int / 10000 + $1::int)::text AS found",
      "0",
      String(EMBEDDED_MAJOR),
    );
  } finally {
    await client.query("ROLLBACK");
  }
}

async function expectAnswer(
  client: Pick<PoolClient, "query">,
  sql: string,
  asked: string,
  expected: string,
): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>(sql, [asked]);
  const found = rows[0]?.found ?? "nothing";
  if (found === expected) return;
  throw new Error(
    `The embedded database failed its self-test: asked for "${asked}" it found ${found} instead of ${expected}. Reinstall the dependencies (npm ci), or set DATABASE_URL to use a PostgreSQL server.`,
  );
}
