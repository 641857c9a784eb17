import type { MigrationInterface, QueryRunner } from "typeorm";
import { openTestDatabase } from "../testing/test-database";
import type { Database } from "./database";

class Counters1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE TABLE counter (id integer PRIMARY KEY, amount integer NOT NULL CHECK (amount >= 0))",
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE counter");
  }
}

const onServer = process.env.TEST_DATABASE_URL !== undefined;
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase({ entities: [], migrations: [Counters1700000000001] });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.transaction(async (tx) => {
    await tx.query("TRUNCATE counter");
    await tx.query("INSERT INTO counter VALUES (1, 0), (2, 0)");
  });
});

async function read<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
  const reader = database.reader();
  try {
    return await reader.query<Row>(sql, values);
  } finally {
    await reader.close();
  }
}

const amountOf = async (id: number) =>
  (await read<{ amount: number }>("SELECT amount FROM counter WHERE id = $1", [id]))[0]?.amount;

describe("answers", () => {
  it("come with the types of the pg driver", async () => {
    const rows = await read(
      `SELECT 1::int AS int, 2::bigint AS bigint, 0.5::float8 AS float, true AS bool, 'ä€😀'::text AS text,
         '2024-02-29T12:00:00Z'::timestamptz AS at, '{"a":[1]}'::jsonb AS json, ARRAY['x', NULL] AS list, NULL AS nothing,
         'c0ffee00-0000-4000-8000-000000000000'::uuid AS uuid, '\\x00ff'::bytea AS bytes`,
    );
    expect(rows).toEqual([
      {
        int: 1,
        bigint: "2",
        float: 0.5,
        bool: true,
        text: "ä€😀",
        at: new Date("2024-02-29T12:00:00Z"),
        json: { a: [1] },
        list: ["x", null],
        nothing: null,
        uuid: "c0ffee00-0000-4000-8000-000000000000",
        bytes: Buffer.from([0, 255]),
      },
    ]);
  });

  it("take parameters of every kind, arrays among them", async () => {
    const rows = await read<{ n: number; word: string }>(
      "SELECT item.n, item.word FROM unnest($1::int[], $2::text[]) AS item(n, word) ORDER BY item.n DESC",
      [
        [1, 2],
        ["it's", 'a "b" \\ {c}, NULL'],
      ],
    );
    expect(rows).toEqual([
      { n: 2, word: 'a "b" \\ {c}, NULL' },
      { n: 1, word: "it's" },
    ]);
  });

  it("hold with parameters of 1 MB, several at a time", async () => {
    const texts = Array.from({ length: 8 }, (_, n) => String(n).repeat(1_000_000));
    const answers = await Promise.all(
      texts.map((text) => read<{ same: string }>("SELECT $1::text AS same", [text])),
    );
    expect(answers.every(([row], n) => row?.same === texts[n])).toBe(true);
  });

  it("hold a thousand statements at a time", async () => {
    const reader = database.reader();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        reader.query<{ n: number }>("SELECT $1::int AS n", [n]),
      ),
    );
    await reader.close();
    expect(answers.map(([row]) => row?.n)).toEqual(answers.map((_, n) => n));
  });
});

describe("errors", () => {
  it.each([
    ["SELECT 1 / $1::int", [0], "22012"],
    ["SELECT $1::int", ["abc"], "22P02"],
    ["SELECT nothing FROM nowhere", [], "42P01"],
    ["SELEC 1", [], "42601"],
  ])("keep their SQLSTATE: %s", async (sql, values, code) => {
    await expect(read(sql, values)).rejects.toMatchObject({ code });
    await expect(database.transaction((tx) => tx.query(sql, values))).rejects.toMatchObject({
      code,
    });
    expect(await amountOf(1)).toBe(0);
  });

  it("leave the next answers in step", async () => {
    for (let n = 0; n < 20; n++) {
      const [bad, good] = await Promise.allSettled([
        read("SELECT 1 / $1::int", [0]),
        read<{ n: number }>("SELECT $1::int AS n", [n]),
      ]);
      expect(bad).toMatchObject({ status: "rejected", reason: { code: "22012" } });
      expect(good).toMatchObject({ status: "fulfilled", value: [{ n }] });
    }
  });

  it("tell which constraint refused", async () => {
    const add = database.transaction((tx) => tx.query("INSERT INTO counter VALUES (1, 5)"));
    await expect(add).rejects.toMatchObject({ code: "23505", constraint: "counter_pkey" });
  });

  it("end the reads of their request, with the first as the cause", async () => {
    const reader = database.reader();
    const first = reader.query("SELECT 1 / 0");
    const second = reader.query("SELECT 1");
    await expect(first).rejects.toMatchObject({ code: "22012" });
    await expect(second).rejects.toThrow("An earlier read of this request failed.");
    await expect(second).rejects.toMatchObject({ cause: { code: "22012" } });
    await reader.close();
    expect(await amountOf(1)).toBe(0);
  });
});

describe("a transaction", () => {
  it("does not mix with nine others", async () => {
    await Promise.all(
      Array.from({ length: 10 }, () =>
        database.transaction(async (tx) => {
          const [row] = await tx.query<{ amount: number }>(
            "SELECT amount FROM counter WHERE id = 1 FOR UPDATE",
          );
          await new Promise((resolve) => setTimeout(resolve, 5));
          await tx.query("UPDATE counter SET amount = $1 WHERE id = 1", [(row?.amount ?? 0) + 1]);
        }),
      ),
    );
    expect(await amountOf(1)).toBe(10);
  });

  it("leaves nothing when it throws", async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query("UPDATE counter SET amount = 7");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await amountOf(1)).toBe(0);
  });

  it("fails when a statement of it failed, also when the error was caught", async () => {
    const swallowing = database.transaction(async (tx) => {
      await tx.query("UPDATE counter SET amount = 7");
      await tx.query("SELECT 1 / 0").catch(() => {});
    });
    await expect(swallowing).rejects.toThrow("nothing of it was saved");
    expect(await amountOf(1)).toBe(0);
  });

  it("gives the rows that RETURNING names", async () => {
    const rows = await database.transaction((tx) =>
      tx.query("UPDATE counter SET amount = amount + 2 WHERE id = 2 RETURNING id, amount"),
    );
    expect(rows).toEqual([{ id: 2, amount: 2 }]);
  });

  it("refuses statements after its end", async () => {
    const kept = await database.transaction(async (tx) => tx);
    await expect(kept.query("SELECT 1")).rejects.toThrow("has ended");
  });

  it("runs again after a deadlock or a serialization failure, up to three times", async () => {
    let runs = 0;
    const answer = await database.transaction(async (tx) => {
      runs++;
      await tx.query("UPDATE counter SET amount = amount + 1 WHERE id = 1");
      if (runs < 4) await tx.query("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
      return "done";
    });
    expect([answer, runs, await amountOf(1)]).toEqual(["done", 4, 1]);
  });

  it("is SERVICE_UNAVAILABLE when it keeps conflicting", async () => {
    let runs = 0;
    const failing = database.transaction(async (tx) => {
      runs++;
      await tx.query("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$");
    });
    await expect(failing).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect(runs).toBe(4);
  });

  it("lets no setting outlive it", async () => {
    const before = await read("SHOW statement_timeout");
    await database.transaction((tx) => tx.query("SELECT 1"), { statementTimeoutMs: 1_234 });
    expect(await database.dataSource.query("SHOW statement_timeout")).toEqual(
      onServer ? [{ statement_timeout: "0" }] : before,
    );
  });
});

describe("the database", () => {
  it("counts statements, without those around them", async () => {
    const seen: string[] = [];
    const stop = database.onStatement((sql) => seen.push(sql));
    await read("SELECT 1");
    await database.transaction((tx) => tx.query("SELECT 2"));
    await database.dataSource.query("SELECT 3");
    stop();
    await read("SELECT 4");
    expect(seen).toEqual(["SELECT 1", "SELECT 2", "SELECT 3"]);
  });

  it("runs a migration once", async () => {
    expect(await database.pendingMigrations()).toBe(false);
    expect(await database.migrate()).toEqual([]);
    await database.dataSource.undoLastMigration();
    expect(await database.pendingMigrations()).toBe(true);
    expect(await database.migrate()).toEqual(["Counters1700000000001"]);
  });

  it("answers a ping, and is maintained on demand", async () => {
    await database.maintain();
    expect(await database.ping(1_000)).toBe(true);
  });
});
