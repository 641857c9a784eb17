import { Client } from "pg";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { openTcpProxy } from "../testing/tcp-proxy";
import { openTestDatabase } from "../testing/test-database";
import { type Database, openDatabase } from "./database";

const serverUrl = process.env.TEST_DATABASE_URL;
const UNAVAILABLE = { code: "SERVICE_UNAVAILABLE" };
const nothing = { entities: [], migrations: [], dataDir: "", memory: false };

class Slow1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SELECT pg_sleep(0.3); CREATE TABLE slow (id integer)");
  }
  async down(): Promise<void> {}
}
class Alter1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE counter ADD COLUMN note text");
  }
  async down(): Promise<void> {}
}

(serverUrl ? describe : describe.skip)("on a PostgreSQL server", () => {
  let database: Database;
  let url: string;
  const opened: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await openTestDatabase({ entities: [], migrations: [] });
    url = (database.dataSource.options as { url: string }).url;
    await database.dataSource.query(
      "CREATE TABLE counter (id integer PRIMARY KEY, amount integer)",
    );
    await database.dataSource.query("INSERT INTO counter VALUES (1, 0), (2, 0)");
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });
  afterAll(() => database.close());

  const open = async (options: Partial<Parameters<typeof openDatabase>[0]> = {}) => {
    const another = await openDatabase({ ...nothing, url, ...options });
    opened.push(another);
    return another;
  };
  const openThroughProxy = async (options: { poolSize?: number } = {}) => {
    const { hostname, port } = new URL(url);
    const proxy = await openTcpProxy({ host: hostname, port: Number(port || 5432) });
    opened.push(proxy);
    const target = new URL(url);
    target.host = `127.0.0.1:${proxy.port}`;
    return { proxy, another: await open({ url: target.href, ...options }) };
  };
  const poolOf = (of: Database) =>
    (of.dataSource.driver as unknown as { master: import("pg").Pool }).master;
  const one = async (of: Database) => {
    const reader = of.reader();
    try {
      return await reader.query("SELECT 1 AS one");
    } finally {
      await reader.close();
    }
  };
  const usedClients = (of: Database) => {
    const { totalCount, idleCount } = poolOf(of);
    return { totalCount, idleCount };
  };
  const activeSleeps = async () => {
    const [row] = await database.dataSource.query(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'",
    );
    return row.n as number;
  };

  it("a request sees one moment of the data", async () => {
    const reader = database.reader();
    const amount = "SELECT amount FROM counter WHERE id = 1";
    const before = await reader.query(amount);
    await database.transaction((tx) => tx.query("UPDATE counter SET amount = amount + 1"));
    expect(await reader.query(amount)).toEqual(before);
    await reader.close();
    expect(await database.dataSource.query(amount)).not.toEqual(before);
  });

  it("a request cannot write", async () => {
    const reader = database.reader();
    await expect(reader.query("UPDATE counter SET amount = 9")).rejects.toMatchObject({
      code: "25006",
    });
    await reader.close();
  });

  it("a statement past its limit is SERVICE_UNAVAILABLE, and its client is used again", async () => {
    await one(database);
    const before = usedClients(database);
    const reader = database.reader({ statementTimeoutMs: 50 });
    await expect(reader.query("SELECT pg_sleep(5)")).rejects.toMatchObject(UNAVAILABLE);
    await reader.close();
    const work = database.transaction((tx) => tx.query("SELECT pg_sleep(5)"), {
      statementTimeoutMs: 50,
    });
    await expect(work).rejects.toMatchObject(UNAVAILABLE);
    await one(database);
    expect(usedClients(database)).toEqual(before);
  });

  it("waiting for a lock past its limit is SERVICE_UNAVAILABLE", async () => {
    await database.transaction(async (tx) => {
      await tx.query("UPDATE counter SET amount = 1 WHERE id = 1");
      const second = database.transaction(
        (other) => other.query("UPDATE counter SET amount = 2 WHERE id = 1"),
        { lockTimeoutMs: 50 },
      );
      await expect(second).rejects.toMatchObject(UNAVAILABLE);
    });
  });

  it("closing a reader stops its statement and gives the client back", async () => {
    const reader = database.reader();
    const work = reader.query("SELECT pg_sleep(30)").catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = Date.now();
    await reader.close();
    expect(await work).toMatchObject(UNAVAILABLE);
    // Before the limit of the statement, 3 s, would have ended it.
    expect(Date.now() - startedAt).toBeLessThan(2_500);
    expect(await activeSleeps()).toBe(0);
    expect(poolOf(database).totalCount).toBe(poolOf(database).idleCount);
  });

  it("closing a reader before it has its client leaves the pool clean", async () => {
    const reader = database.reader();
    const work = reader.query("SELECT 1").catch((error: Error) => error.message);
    await reader.close();
    expect(await work).toBe("The reads of this request have ended.");
    await one(database);
    expect(poolOf(database).totalCount).toBe(poolOf(database).idleCount);
  });

  it("deadlocks are tried again until both transactions are through", async () => {
    const cross = (first: number, second: number) =>
      database.transaction(
        async (tx) => {
          await tx.query("UPDATE counter SET amount = amount + 1 WHERE id = $1", [first]);
          await new Promise((resolve) => setTimeout(resolve, 50));
          await tx.query("UPDATE counter SET amount = amount + 1 WHERE id = $1", [second]);
        },
        { lockTimeoutMs: 3_000 },
      );
    await database.dataSource.query("UPDATE counter SET amount = 0");
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(await database.dataSource.query("SELECT amount FROM counter")).toEqual([
      { amount: 2 },
      { amount: 2 },
    ]);
  });

  it("an exhausted pool refuses after a second, and at once when too many wait", async () => {
    const small = await open({ poolSize: 2 });
    const sleepers = [1, 2].map(() => small.transaction((tx) => tx.query("SELECT pg_sleep(2.8)")));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = Date.now();
    const waiting = Array.from({ length: 4 }, () => one(small).catch((error) => error));
    await expect(one(small)).rejects.toMatchObject(UNAVAILABLE);
    expect(Date.now() - startedAt).toBeLessThan(900);
    for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject(UNAVAILABLE);
    // Before the sleepers give their clients back.
    expect(Date.now() - startedAt).toBeLessThan(2_500);
    await Promise.all(sleepers);
    await one(small);
  });

  it("connections that broke are replaced, without an error for those who ask next", async () => {
    const { proxy, another } = await openThroughProxy();
    await Promise.all([one(another), one(another), one(another)]);
    proxy.breakAll();
    const rows = await another.transaction((tx) => tx.query("SELECT 1 AS one"));
    expect(rows).toEqual([{ one: 1 }]);
    expect(await one(another)).toEqual([{ one: 1 }]);
  });

  it("a connection that breaks during a request is SERVICE_UNAVAILABLE for that request only", async () => {
    const { proxy, another } = await openThroughProxy();
    const reader = another.reader();
    await reader.query("SELECT 1");
    const broken = reader.query("SELECT pg_sleep(2)");
    setTimeout(() => proxy.breakAll(), 50);
    await expect(broken).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: "The database is not available. Try again in a moment.",
    });
    await reader.close();
    expect(await one(another)).toEqual([{ one: 1 }]);
  });

  it("a server that hangs costs a request its limit and a second, and no client", async () => {
    const { proxy, another } = await openThroughProxy();
    const reader = another.reader({ statementTimeoutMs: 100 });
    await reader.query("SELECT 1");
    proxy.hang();
    const startedAt = Date.now();
    await expect(reader.query("SELECT 2")).rejects.toMatchObject(UNAVAILABLE);
    expect(Date.now() - startedAt).toBeLessThan(4_000);
    expect(await another.ping(100)).toBe(false);
    await reader.close();
    expect(poolOf(another).totalCount).toBeLessThanOrEqual(1);
  });

  it("a commit whose answer is lost is reported as unknown, and not tried again", async () => {
    const { proxy, another } = await openThroughProxy();
    let runs = 0;
    const work = another.transaction(async (tx) => {
      runs++;
      await tx.query("SELECT 1");
      proxy.breakAll();
    });
    await expect(work).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: expect.stringContaining("may or may not have been saved"),
    });
    expect(runs).toBe(1);
  });

  it("two that start at once run a migration once", async () => {
    const two = await Promise.all([1, 2].map(() => open({ migrations: [Slow1700000000002] })));
    const ran = await Promise.all(two.map((each) => each.migrate()));
    expect(ran.flat()).toEqual(["Slow1700000000002"]);
    expect(await two[0]?.pendingMigrations()).toBe(false);
  });

  it("a migration steps back from a table that is in use, and tries again", async () => {
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query("BEGIN; SELECT * FROM counter");
    setTimeout(() => void holder.query("COMMIT").then(() => holder.end()), 2_300);
    const another = await open({ migrations: [Alter1700000000003] });
    expect(await another.migrate()).toEqual(["Alter1700000000003"]);
  });

  it("opening names what is missing", async () => {
    const target = new URL(url);
    target.pathname = "/not_there";
    await expect(open({ url: target.href })).rejects.toThrow(
      /^PostgreSQL at \S+ has no database "not_there"/,
    );
  });
});
