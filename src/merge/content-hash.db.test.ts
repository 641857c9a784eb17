import { setTimeout as sleep } from "node:timers/promises";
import { loadSeeds } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { ENTITIES, MIGRATIONS } from "../graph-database";
import { findGraphState } from "../graph-state/graph-state.queries";
import { SMALL_SEEDS, withSeedFolder } from "../testing/small-seeds";
import { openEmptyGraph } from "../testing/starter-graph";
import { CONTENT_TABLES, contentColumns, deleteAllRows } from "../testing/table-rows";
import { openTestDatabase } from "../testing/test-database";
import { merge, TestSource } from "../testing/test-source";

const curated = new TestSource("curated");
const imported = new TestSource("imported", "IMPORTED");

const BAKER = ["ROLE", "baker"] as const;
const BAKING = ["SKILL", "baking"] as const;
const KNEADING = ["SKILL", "kneading"] as const;

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
beforeEach(() => deleteAllRows(database));
afterAll(() => database.close());

it("is what a full recount gives, after rows come, change and go", async () => {
  const steps = [
    () => merge(database, curated, ...smallGraph(curated, "Bakes bread.")),
    () => merge(database, imported, ...smallGraph(imported, "Makes bread.")),
    () => merge(database, curated, ...smallGraph(curated, "Bakes bread and cakes.")),
    () => merge(database, curated, curated.node(...BAKER)),
    () => merge(database, imported),
  ];
  const seen = new Set<string>();
  for (const step of steps) {
    await step();
    expect(await keptHashes()).toEqual(await recountedHashes());
    seen.add((await state()).contentHash);
  }
  expect(seen.size).toBe(steps.length);
});

it("follows what is written without the merge, many rows at a time", async () => {
  await merge(database, curated, ...smallGraph(curated, "Bakes."));
  await database.transaction(async (tx) => {
    await tx.query("UPDATE node SET description = upper(description), isco_code = slug");
    await tx.query("UPDATE label SET kind = 'HIDDEN' WHERE kind = 'PREFERRED'");
    await tx.query("DELETE FROM assertion WHERE edge_id IS NOT NULL");
    await tx.query("DELETE FROM edge");
  });
  expect(await keptHashes()).toEqual(await recountedHashes());
});

it("is the same when it is built again from the rows, and followed from then on", async () => {
  await merge(database, curated, ...smallGraph(curated, "Bakes."));
  const kept = await keptHashes();
  await database.transaction((tx) => tx.query("SELECT rebuild_content_hash()"));
  expect(await keptHashes()).toEqual(kept);
  await merge(database, curated, ...smallGraph(curated, "Burns."));
  expect(await keptHashes()).not.toEqual(kept);
  expect(await keptHashes()).toEqual(await recountedHashes());
});

it("is empty when nothing is left", async () => {
  const empty = await state();
  await merge(database, curated, ...smallGraph(curated, "Bakes."));
  await deleteAllRows(database);
  expect(await keptHashes()).toEqual([]);
  expect((await state()).contentHash).toBe(empty.contentHash);
});

it("does not depend on the order in which sources are loaded, nor on times and revisions", async () => {
  const load = {
    curated: () => merge(database, curated, ...smallGraph(curated, "Bakes bread.")),
    imported: () => merge(database, imported, ...smallGraph(imported, "Makes bread.")),
  };
  const hashes: string[] = [];
  for (const order of [
    ["curated", "imported"],
    ["imported", "curated"],
    ["imported", "curated", "imported"],
  ] as const) {
    await deleteAllRows(database);
    for (const source of order) await load[source]();
    hashes.push((await state()).contentHash);
    await sleep(5);
  }
  expect(new Set(hashes).size).toBe(1);
});

it("is back when a change is taken back", async () => {
  await merge(database, curated, ...smallGraph(curated, "Bakes bread."));
  const before = await state();
  await merge(database, curated, ...smallGraph(curated, "Burns bread."));
  expect((await state()).contentHash).not.toBe(before.contentHash);
  await merge(database, curated, ...smallGraph(curated, "Bakes bread."));
  expect((await state()).contentHash).toBe(before.contentHash);
  expect((await state()).revision).toBe(before.revision + 2);
});

it("counts what there is, by kind", async () => {
  await merge(database, curated, ...smallGraph(curated, "Bakes bread."));
  const { counts } = await state();
  expect(Object.fromEntries(counts.map((it) => [`${it.subject} ${it.kind}`, it.count]))).toEqual({
    "assertion CURATED": 6,
    "edge PREREQUISITE": 1,
    "edge REQUIREMENT": 1,
    "label PREFERRED": 4,
    "node ROLE": 1,
    "node SKILL": 2,
    "node SOURCE": 1,
    "node_key ROLE": 2,
    "node_key SKILL": 4,
    "node_key SOURCE": 1,
    "node_text DESCRIPTION": 1,
  });
});

(process.env.TEST_DATABASE_URL ? it : it.skip)(
  "is the same on a server and on the embedded database",
  async () => {
    const embedded = await openTestDatabase({
      entities: ENTITIES,
      migrations: MIGRATIONS,
      url: null,
    });
    try {
      const both = [database, embedded];
      await withSeedFolder(SMALL_SEEDS, async (folder) => {
        for (const each of both) expect(await loadSeeds(each, folder)).toBe(true);
      });
      const [server, local] = await Promise.all(both.map((each) => state(each)));
      expect(local?.counts).toEqual(server?.counts);
      expect(local?.contentHash).toBe(server?.contentHash);
    } finally {
      await embedded.close();
    }
  },
);

it("hands revisions out in the order of commits to writers that write at once", async () => {
  const { revision: before } = await merge(database, curated);
  const committed: number[] = [];
  const seen = watchRevision();
  await Promise.all(
    ["one", "two", "three", "four"].map(async (name) => {
      const source = new TestSource(name);
      const { revision } = await merge(database, source, source.node("SKILL", name));
      committed.push(revision);
    }),
  );
  expect(committed).toEqual([1, 2, 3, 4].map((step) => before + step));
  expect(await seen.stop()).toEqual([]);
  const rows = await database.dataSource.query(
    "SELECT revision FROM node WHERE kind = 'SKILL' ORDER BY revision",
  );
  expect(rows.map((row: { revision: number }) => row.revision)).toEqual(committed);
  expect(await keptHashes()).toEqual(await recountedHashes());
});

/** A reader that follows the graph: gives the nodes that it saw later than the revision they belong to. */
function watchRevision(): { stop(): Promise<string[]> } {
  const missed: string[] = [];
  let running = true;
  const watch = async () => {
    const known = new Map<string, number>();
    let read = -1;
    while (running) {
      const rows = await database.dataSource.query<
        { slug: string; revision: number; now: number }[]
      >(
        "SELECT n.slug, n.revision, g.revision AS now FROM node n, graph_revision g WHERE n.kind = 'SKILL'",
      );
      for (const { slug, revision } of rows)
        if (!known.has(slug) && revision <= read) missed.push(`${slug} of revision ${revision}`);
      for (const { slug, revision } of rows) known.set(slug, revision);
      read = rows[0]?.now ?? read;
      await sleep(2);
    }
  };
  const done = watch();
  return {
    async stop() {
      running = false;
      await done;
      return missed;
    },
  };
}

function smallGraph(source: TestSource, description: string) {
  const texts = [{ locale: "en", kind: "DESCRIPTION", text: description } as never];
  return [
    source.node(...BAKER, { texts }),
    source.node(...BAKING),
    source.node(...KNEADING),
    source.edge("REQUIREMENT", BAKER, BAKING, { importance: 4 }, { wording: description }),
    source.edge("PREREQUISITE", BAKING, KNEADING, { requirement: "ESSENTIAL" }),
  ];
}

async function state(of = database) {
  const reader = of.reader();
  try {
    return await findGraphState(reader);
  } finally {
    await reader.close();
  }
}

function keptHashes(): Promise<unknown[]> {
  return database.dataSource.query(
    "SELECT subject, kind, row_count::integer AS count, hash::text AS hash FROM content_hash ORDER BY 1, 2",
  );
}

/** The same from the rows themselves, summed up here: in 64 bits, as the triggers do. */
async function recountedHashes(): Promise<unknown[]> {
  const counts: { subject: string; kind: string; count: number; hash: string }[] = [];
  for (const subject of CONTENT_TABLES) {
    const kindColumn = subject === "assertion" ? "origin" : "kind";
    const columns = (await contentColumns(database, subject)).map(({ name }) => name);
    const rows = await database.dataSource.query<{ kind: string; hash: string }[]>(
      `SELECT ${kindColumn} AS kind, hashtextextended(hash_record_extended(ROW(${columns.join(", ")}), 0)::text, 0)::text AS hash
         FROM ${subject}`,
    );
    for (const kind of [...new Set(rows.map((row) => row.kind))]) {
      const hashes = rows.filter((row) => row.kind === kind).map((row) => BigInt(row.hash));
      const sum = hashes.reduce((total, hash) => BigInt.asUintN(64, total + hash), 0n);
      counts.push({ subject, kind, count: hashes.length, hash: sum.toString() });
    }
  }
  return counts.sort((a, b) => (`${a.subject} ${a.kind}` < `${b.subject} ${b.kind}` ? -1 : 1));
}
