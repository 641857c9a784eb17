import { rmSync } from "node:fs";
import type { Database } from "../../database/database";
import { openGraphDatabase } from "../../graph-database";
import { graphState } from "../../testing/content-hash";
import { openDataFolder, starterDataFolder } from "../../testing/data-folder";
import { runScript } from "../../testing/run-typescript";
import { openEmptyGraph } from "../../testing/starter-graph";
import { importInto } from "../testing/import-into";
import { madeNode, madeSource } from "../testing/made-source";

/** Where the process that imports stops, to be killed: at a statement, or at a part of the work. */
const MOMENTS = {
  "while nodes are read": "INSERT INTO staged_node",
  "while links are read": "INSERT INTO staged_edge",
  "when the lock is taken": "FOR UPDATE",
  "while nodes are merged": "INSERT INTO node AS old",
  "while labels are merged": "INSERT INTO label",
  "while links are merged": "INSERT INTO edge AS old",
  "while assertions are merged": "INSERT INTO assertion",
  "before it is saved": "saving",
} as const;
const AFTERWARDS = "updating statistics";

// Several processes, each of which compiles the program first.
jest.setTimeout(180_000);

type Target = { url: string | null; dataDir: string };

/** A process that imports into a database, stops as soon as it comes to `moment`, and is killed there. */
async function importAndKill(target: Target, moment: string): Promise<void> {
  const script = runScript(`
    const { writeSync } = require("node:fs");
    const { openGraphDatabase } = require("./src/graph-database.ts");
    const { madeNode, madeLink, madeSource } = require("./src/imports/testing/made-source.ts");
    const { NO_PROGRESS } = require("./src/imports/run/show-progress.ts");
    const { runImport } = require("./src/imports/run/run-import.ts");
    const { Report } = require("./src/imports/run/report.ts");

    /** What came before is done; this process does nothing more. */
    function reach(name) {
      if (!name.includes(${JSON.stringify(moment)})) return;
      writeSync(1, "reached\\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    const ends = (n) => [["ROLE", "role " + n], ["SKILL", "skill " + n]];
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    const source = madeSource("killed", {
      nodes: numbers.flatMap(ends).map((end) => madeNode(end)),
      links: numbers.map((n) => madeLink("REQUIREMENT", ...ends(n))),
    });
    openGraphDatabase({ ...${JSON.stringify(target)}, memory: false }).then(async (database) => {
      database.onStatement(reach);
      await runImport(database, {
        ...{ source, version: null, identities: { same: [], apart: [] }, dryRun: false },
        input: { path: "made", files: [] },
        report: new Report("/dev/null"),
        progress: { ...NO_PROGRESS, step: reach },
      });
      console.log("saved");
      process.exit();
    });
  `);
  await script.line(/^reached$/);
  script.process.kill("SIGKILL");
  await script.ended;
  expect(script.lines).not.toContain("saved");
}

const ANOTHER = madeSource("another", { nodes: [madeNode(["SKILL", "x"])] });

describe("on the embedded database, kill -9", () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await starterDataFolder();
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  async function opened<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDataFolder(dataDir);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  it.each(["while labels are merged", "before it is saved"] as const)(
    "leaves the graph as before: %s",
    async (moment) => {
      const before = await opened(graphState);
      await importAndKill({ url: null, dataDir }, MOMENTS[moment]);
      expect(await opened(graphState)).toEqual(before);
    },
  );

  it("leaves it as after, once it is saved", async () => {
    const { revision } = await opened(graphState);
    await importAndKill({ url: null, dataDir }, AFTERWARDS);
    const after = await opened(graphState);
    expect(after.revision).toBe(revision + 1);
    // All of it, and nothing is in the way of the next import.
    await opened(async (database) => {
      const [{ count }] = await database.dataSource.query(
        "SELECT count(*)::integer AS count FROM edge e JOIN assertion a ON a.edge_id = e.id JOIN node s ON s.id = a.source_id WHERE s.slug = 'killed'",
      );
      // A requirement and two mappings for each.
      expect(count).toBe(900);
      const { summary } = await importInto(database, ANOTHER);
      expect(summary.revision).toBe(revision + 2);
    });
  });
});

const serverUrl = process.env.TEST_DATABASE_URL;

(serverUrl ? describe : describe.skip)("on a server, kill -9", () => {
  let database: Database;
  let target: Target;
  beforeAll(async () => {
    database = await openEmptyGraph();
    const [{ name }] = await database.dataSource.query("SELECT current_database() AS name");
    const url = new URL(serverUrl ?? "");
    url.pathname = `/${name}`;
    target = { url: url.href, dataDir: "" };
  });
  afterAll(() => database.close());

  it.each(Object.keys(MOMENTS) as (keyof typeof MOMENTS)[])(
    "leaves the graph as before, and the next import does not wait: %s",
    async (moment) => {
      const before = await graphState(database);
      await importAndKill(target, MOMENTS[moment]);
      expect(await graphState(database)).toEqual(before);
      const { summary } = await importInto(database, ANOTHER, { dryRun: true });
      expect(summary.revision).toBe(before.revision + 1);
      expect(await graphState(database)).toEqual(before);
    },
  );

  it("leaves it as after, once it is saved", async () => {
    const { revision } = await graphState(database);
    await importAndKill(target, AFTERWARDS);
    expect((await graphState(database)).revision).toBe(revision + 1);
    const server = await openGraphDatabase({ ...target, memory: false });
    try {
      expect((await graphState(server)).revision).toBe(revision + 1);
      const [{ count }] = await server.dataSource.query(
        "SELECT count(*)::integer AS count FROM edge",
      );
      expect(count).toBe(900);
    } finally {
      await server.close();
    }
  });
});
