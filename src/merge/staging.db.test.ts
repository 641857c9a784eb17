import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../database/database";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows, readAllRows } from "../testing/table-rows";
import { merge, TestSource } from "../testing/test-source";
import type { EdgeRecord, NodeRecord } from "./records";
import { Staging } from "./staging";

const imported = new TestSource("imported", "IMPORTED");
/** More than a statement carries, of links too, so that everything takes two of them. */
const MORE_THAN_A_CHUNK = 4_002;

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

it("merges what takes more than one statement to send, and sees when it comes again", async () => {
  const nodes = skills(MORE_THAN_A_CHUNK);
  const edges = chain(nodes);
  const sent = await statementsOf(() => merge(database, imported, ...nodes, ...edges));
  for (const table of ["staged_node", "staged_key", "staged_fold", "staged_edge"]) {
    const parts = sent.filter((sql) => sql.startsWith(`INSERT INTO ${table} `));
    expect({ table, inParts: parts.length > 1 }).toEqual({ table, inParts: true });
  }
  expect(await counts()).toEqual({
    nodes: MORE_THAN_A_CHUNK + 1,
    slugs: MORE_THAN_A_CHUNK,
    edges: MORE_THAN_A_CHUNK - 1,
    labels: MORE_THAN_A_CHUNK + 1,
    assertions: 2 * MORE_THAN_A_CHUNK,
  });
  expect(await merge(database, imported, ...nodes, ...edges)).toMatchObject({ changed: false });

  const [, ...rest] = nodes;
  await merge(database, imported, ...rest, ...chain(rest));
  const [{ touched }] = await database.dataSource.query(
    "SELECT count(*)::integer AS touched FROM node n JOIN graph_revision g USING (revision) WHERE n.kind = 'SKILL'",
  );
  expect(touched).toBe(1);
}, 120_000);

it("runs as many statements for 1,000 records as for 10", async () => {
  const few = new TestSource("few", "IMPORTED");
  const many = new TestSource("many", "IMPORTED");
  const load = (source: TestSource, count: number) => {
    const nodes = skills(count, source);
    return statementsOf(() => merge(database, source, ...nodes, ...chain(nodes, source)));
  };
  const first = [await load(few, 10), await load(many, 1_000)];
  expect(first[1]?.map(shape)).toEqual(first[0]?.map(shape));
  const again = [await load(few, 10), await load(many, 1_000)];
  expect(again[1]?.map(shape)).toEqual(again[0]?.map(shape));
  expect(again[0]?.length).toBeLessThan(first[0]?.length ?? 0);
});

it("fails with the first statement that fails, and leaves the graph as it was", async () => {
  await merge(database, imported, ...skills(3));
  const before = await readAllRows(database);
  const nodes = skills(2 * MORE_THAN_A_CHUNK);
  // A text that JSON can write and the database cannot hold.
  nodes.splice(50, 1, imported.found("SKILL", "bad\u0000text"));
  await expect(merge(database, imported, ...nodes)).rejects.toMatchObject({ code: "22021" });
  expect(await readAllRows(database)).toEqual(before);
});

it("tells everybody who goes on the same failure, and nobody who does not", async () => {
  const unheard: unknown[] = [];
  const listen = (reason: unknown) => unheard.push(reason);
  process.on("unhandledRejection", listen);
  const heard: unknown[] = [];
  try {
    await database
      .transaction(async (tx) => {
        const staging = await Staging.open(tx);
        staging.node(imported.found("SKILL", "bad\u0000text"));
        for (const node of skills(MORE_THAN_A_CHUNK)) staging.node(node);
        // Comes back at once; the statement fails behind its back.
        await staging.drain();
        while (heard.length === 0) {
          await nextTurn();
          await staging.drain().catch((error) => heard.push(error));
        }
        await staging.drain().catch((error) => heard.push(error));
        await staging.flush().catch((error) => heard.push(error));
        throw heard[0];
      })
      .catch((error) => heard.push(error));
    // Who gives up while a statement is on its way hears nothing of it.
    await database
      .transaction(async (tx) => {
        const staging = await Staging.open(tx);
        staging.node(imported.found("SKILL", "bad\u0000text"));
        for (const node of skills(MORE_THAN_A_CHUNK)) staging.node(node);
        await staging.drain();
        throw new Error("given up");
      })
      .catch((error) => heard.push(error.message));
    await nextTurn();
  } finally {
    process.off("unhandledRejection", listen);
  }
  expect(new Set(heard.slice(0, 4)).size).toBe(1);
  expect(heard[0]).toMatchObject({ code: "22021" });
  expect(heard.slice(4)).toEqual(["given up"]);
  expect(unheard).toEqual([]);
});

/** Skills that want the same few slugs, each with a name that is not plain ASCII. */
function skills(count: number, source = imported): NodeRecord[] {
  return Array.from({ length: count }, (_, n) => ({
    ...source.found("SKILL", `${source.name} – skill ${n}`),
    slug: `skill-${n % 7}`,
  }));
}

/** Each related to the next one. */
function chain(nodes: readonly NodeRecord[], source = imported): EdgeRecord[] {
  return nodes.slice(1).map(({ id }, n) => source.link("RELATED", nodes[n]?.id ?? "", id));
}

async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const stop = database.onStatement((sql) => statements.push(sql));
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}

function shape(sql: string): string {
  return sql.replace(/\s+/g, " ").slice(0, 60);
}

async function counts(): Promise<unknown> {
  const [row] = await database.dataSource.query(`
    SELECT (SELECT count(*) FROM node)::integer AS nodes,
           (SELECT count(DISTINCT slug) FROM node WHERE kind = 'SKILL')::integer AS slugs,
           (SELECT count(*) FROM edge)::integer AS edges, (SELECT count(*) FROM label)::integer AS labels,
           (SELECT count(*) FROM assertion)::integer AS assertions`);
  return row;
}
