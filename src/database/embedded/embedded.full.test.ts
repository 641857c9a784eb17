import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "../../testing/run-typescript";
import { type Database, type DatabaseOptions, openDatabase } from "../database";

const HEAVY = "SELECT count(*) FROM generate_series(1, 500000000) AS number";
const opened: Database[] = [];
/** Holds a database with the table `kept` (1, 2, 3), which no test changes for good. */
const prepared = mkdtempSync(join(tmpdir(), "careergraph-test-"));
let dataDir: string;
let fresh: string;

beforeAll(async () => {
  dataDir = prepared;
  await fill(await open());
  await closeAll();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));
beforeEach(() => {
  fresh = mkdtempSync(join(tmpdir(), "careergraph-test-"));
  dataDir = fresh;
});
afterEach(async () => {
  await closeAll();
  rmSync(fresh, { recursive: true, force: true });
});

async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((database) => database.close()));
}

async function open(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const defaults = { url: null, dataDir, memory: false, entities: [], migrations: [] };
  const database = await openDatabase({ ...defaults, ...options });
  opened.push(database);
  return database;
}

async function idsOf(database: Database): Promise<number[]> {
  const rows = await database.reader().query<{ id: number }>("SELECT id FROM kept ORDER BY id");
  return rows.map(({ id }) => id);
}

async function fill(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query("CREATE TABLE kept AS SELECT generate_series(1, 3) AS id");
  });
}

/** A process that opens the data folder and prints what happens, then runs `then`. */
const otherProcess = (then: string) =>
  runScript(`
    const { openDatabase } = require("./src/database/database.ts");
    const options = { url: null, dataDir: ${JSON.stringify(dataDir)}, memory: false, entities: [], migrations: [] };
    openDatabase(options).then(async (database) => { console.log("open"); ${then} },
      (error) => console.log("refused: " + error.message));
  `);

describe("the data folder", () => {
  it("keeps what was written, in a folder with the major version", async () => {
    dataDir = prepared;
    expect(await idsOf(await open())).toEqual([1, 2, 3]);
    expect(readdirSync(dataDir).sort()).toEqual(["lock", "pg18"]);
    expect(statSync(join(dataDir, "pg18")).mode & 0o077).toBe(0);
  });

  it("is refused to everybody else, who is told who has it, until it is closed", async () => {
    dataDir = prepared;
    await open();
    const second = otherProcess("");
    expect(await second.line(/./)).toMatch(
      new RegExp(`refused: The data folder .* is in use by process ${process.pid} on .*DATA_DIR`),
    );
    await second.ended;
    await expect(open()).rejects.toThrow(`is in use by process ${process.pid}`);
    await closeAll();
    await open();
  });

  it("is refused, with the steps to take, when it holds another major version only", async () => {
    mkdirSync(join(dataDir, "pg17"));
    await expect(open()).rejects.toThrow(/PostgreSQL 17 .*this release runs PostgreSQL 18/);
    await expect(open()).rejects.toThrow(/1\. go on.*2\. begin anew.*3\. use a PostgreSQL/s);
    expect(readdirSync(dataDir)).toEqual(["pg17"]);
  });

  it("is refused when the database in it is not complete", async () => {
    mkdirSync(join(dataDir, "pg18"));
    await expect(open()).rejects.toThrow("is not a complete database of PostgreSQL 18");
  });

  it("gets over an interrupted first start", async () => {
    mkdirSync(join(dataDir, "pg18.tmp"));
    writeFileSync(join(dataDir, "pg18.tmp", "PG_VERSION"), "18\n");
    await open();
    expect(existsSync(join(dataDir, "pg18.tmp"))).toBe(false);
  });

  it("may have a long path", async () => {
    const long = join(dataDir, "a-folder-with-a-long-name".repeat(6));
    const first = await open({ dataDir: long });
    await expect(open({ dataDir: long })).rejects.toThrow("is in use");
    await first.close();
  });
});

describe("after kill -9 while writing", () => {
  it("the database opens again with every row that was acknowledged", async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < 2; round++) {
      const writer = otherProcess(`
        await database.transaction((tx) => tx.query("CREATE TABLE IF NOT EXISTS kept (id int PRIMARY KEY, text text)"));
        for (let id = ${round} * 100000; ; id++) {
          await database.transaction((tx) => tx.query("INSERT INTO kept VALUES ($1, repeat('x', 2000))", [id]));
          console.log("saved " + id);
          if (id % 50 === 49) await database.maintain();
        }`);
      await writer.line(/^saved \d*[2-9]\d\d$/);
      writer.process.kill("SIGKILL");
      await writer.ended;
      const saved = writer.lines.filter((line) => line.startsWith("saved "));
      acknowledged.push(...saved.map((line) => Number(line.slice("saved ".length))));
    }
    const found = new Set(await idsOf(await open()));
    expect(acknowledged.length).toBeGreaterThan(300);
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  });
});

describe("a statement past its limit", () => {
  it("is SERVICE_UNAVAILABLE for its request, and later ones are answered", async () => {
    const database = await open({ memory: true });
    const slow = database.reader({ statementTimeoutMs: 50 });
    const work = slow.query("SELECT count(*) FROM generate_series(1, 3000000) AS number");
    await expect(work).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    await slow.close();
    const [row] = await database.reader().query<{ one: number }>("SELECT 1 AS one");
    expect(row).toEqual({ one: 1 });
  });

  it("leaves nothing of its transaction behind", async () => {
    const database = await open({ memory: true });
    await fill(database);
    const slow = database.transaction(
      async (tx) => {
        await tx.query("DELETE FROM kept");
        await tx.query("SELECT count(*) FROM generate_series(1, 3000000) AS number");
      },
      { statementTimeoutMs: 50 },
    );
    await expect(slow).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect(await idsOf(database)).toEqual([1, 2, 3]);
  });

  it("restarts the database at the outer limit, with every committed row", async () => {
    const lines: string[] = [];
    dataDir = prepared;
    // Long enough for everything but the heavy statement, also on a machine with much to do.
    const database = await open({
      embeddedStatementLimitMs: 1_500,
      log: (line) => lines.push(line),
    });
    const stuck = database.transaction(
      async (tx) => {
        await tx.query("DELETE FROM kept");
        await tx.query(HEAVY);
      },
      { statementTimeoutMs: 200 },
    );
    await expect(stuck).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect(await idsOf(database)).toEqual([1, 2, 3]);
    expect(lines).toContain("A statement ran past 1.5 s; restarting the database.");
  });

  it("may run longer where its caller asks for it", async () => {
    const database = await open({ memory: true, embeddedStatementLimitMs: 700 });
    const rows = await database.transaction(
      (tx) => tx.query("SELECT count(*)::int AS all FROM generate_series(1, 12000000) AS number"),
      { statementTimeoutMs: 20_000 },
    );
    expect(rows).toEqual([{ all: 12_000_000 }]);
  });

  it("loses a database in memory, which says so from then on and does not come back empty", async () => {
    const database = await open({ memory: true, embeddedStatementLimitMs: 1_000 });
    await fill(database);
    const stuck = database.reader({ statementTimeoutMs: 5_000 });
    const lost = {
      code: "SERVICE_UNAVAILABLE",
      message: expect.stringMatching(/memory only and is lost/),
    };
    database.dataSource.query(HEAVY).catch(() => {});
    await expect(stuck.query("SELECT 1")).rejects.toMatchObject(lost);
    await expect(idsOf(database)).rejects.toMatchObject(lost);
    expect(await database.ping(500)).toBe(false);
  });
});

describe("the embedded database", () => {
  it("comes back after COPY FROM STDIN broke it", async () => {
    dataDir = prepared;
    const database = await open();
    const copy = database.transaction((tx) => tx.query("COPY kept FROM STDIN"));
    await expect(copy).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect(await idsOf(database)).toEqual([1, 2, 3]);
  });

  it("tells who reads around an open transaction, instead of waiting for ever", async () => {
    const database = await open({ memory: true });
    const nested = database.transaction(async () => database.reader().query("SELECT 1"));
    await expect(nested).rejects.toThrow("use only tx");
    const rows = await database.reader().query("SELECT 1 AS one");
    expect(rows).toEqual([{ one: 1 }]);
  });

  it("starts each connection clean, also after one that broke inside a transaction", async () => {
    const database = await open({ memory: true });
    await database.dataSource.query(
      "BEGIN; SET search_path = nowhere; CREATE TEMP TABLE left_over (id int)",
    );
    const { master } = database.dataSource.driver as unknown as { master: import("pg").Pool };
    const client = await master.connect();
    client.release(true);
    const rows = await database.dataSource.query(
      "SELECT current_setting('search_path') AS path, to_regclass('left_over') AS table",
    );
    expect(rows).toEqual([{ path: "public", table: null }]);
  });
});
