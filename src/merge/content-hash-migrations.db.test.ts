import type { QueryRunner } from "typeorm";
import { CheckReferences1795200100000 } from "../../migrations/1795200100000-check-references";
import { HashColumns1795200110000 } from "../../migrations/1795200110000-hash-columns";
import type { Database } from "../database/database";
import { openBakery } from "../testing/bakery";
import { CONTENT_TABLES } from "../testing/table-rows";

let database: Database;

beforeAll(async () => {
  database = await openBakery();
});
afterAll(() => database.close());

it("has the sums of its rows in every manner of hashing, on the way back and on the way up", async () => {
  const hash = new HashColumns1795200110000();
  const references = new CheckReferences1795200100000();
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.query("DELETE FROM content_hash WHERE subject = 'x'");
    const before = await keptSums(runner);
    await hash.down(runner);
    expect(await keptSums(runner)).toEqual(await sumsOfJson(runner));
    await references.down(runner);
    expect(await keptSums(runner)).toEqual(await sumsOfJson(runner));
    await references.up(runner);
    await hash.up(runner);
    expect(await keptSums(runner)).toEqual(before);
  } finally {
    await runner.release();
  }
});

async function keptSums(runner: QueryRunner): Promise<unknown> {
  return runner.query(
    "SELECT subject, kind, row_count::text, hash::text FROM content_hash ORDER BY 1, 2",
  );
}

/** As the older migrations hash: the row as JSON. */
async function sumsOfJson(runner: QueryRunner): Promise<unknown> {
  const tables = CONTENT_TABLES.map(
    (table) =>
      `SELECT '${table}' AS subject, ${table === "assertion" ? "origin" : "kind"} AS kind, count(*)::text AS row_count,
              mod(sum(row_hash(to_jsonb(t))), 18446744073709551616)::text AS hash FROM ${table} t GROUP BY 2`,
  );
  return runner.query(`${tables.join(" UNION ALL ")} ORDER BY 1, 2`);
}
