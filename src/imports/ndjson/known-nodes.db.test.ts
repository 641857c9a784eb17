import type { Database } from "../../database/database";
import { keyId } from "../../merge/ids";
import { openEmptyGraph } from "../../testing/starter-graph";
import { deleteAllRows, readAllRows } from "../../testing/table-rows";
import { merge, TestSource, testId } from "../../testing/test-source";
import { exported, importText } from "../testing/graph-files";
import {
  graphFile,
  HEADER,
  idOf,
  linkLine,
  nodeLine,
  rawFile,
  SOURCE_ID,
  said,
} from "../testing/graph-lines";
import { rowsOf } from "../testing/import-into";

const BAKER = idOf("ROLE", "baker");
const BAKING = idOf("SKILL", "baking");
const ROLE = nodeLine("ROLE", "baker");
const SKILL = nodeLine("SKILL", "baking");
const NEEDS = linkLine("REQUIREMENT", BAKER, BAKING, { importance: 3 });

const curated = new TestSource("curated");

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
});
beforeEach(() => deleteAllRows(database));
afterAll(() => database.close());

function all(sql: string, ...values: readonly unknown[]): Promise<Record<string, unknown>[]> {
  return database.dataSource.query(sql, [...values]);
}

const nodes = () => all("SELECT kind, slug, status FROM node WHERE kind <> 'SOURCE' ORDER BY 1, 2");

it("never tells nodes apart by their names", async () => {
  await merge(database, curated, curated.node("TECHNOLOGY", "oven"));
  const { summary } = await importText(
    database,
    graphFile(nodeLine("TECHNOLOGY", "oven", { slug: "oven-2" })),
  );
  expect(summary).toMatchObject({ joined: 0, ambiguous: 0 });
  expect(await nodes()).toHaveLength(2);
});

describe("a node that the graph knows under another id", () => {
  const known = {
    keys: [
      { scheme: "test", key: "baking" },
      { scheme: "acme", key: "baking" },
    ],
  };

  it("is followed by its key, with its links, and the same the next time", async () => {
    await merge(database, curated, curated.node("SKILL", "baking", { reuse_level: "SECTOR" }));
    const file = graphFile(ROLE, { ...SKILL, ...known }, NEEDS);
    const { summary, report } = await importText(database, file);
    expect(summary.joined).toBe(1);
    const into = testId("SKILL", "baking");
    expect(report.joined).toEqual([{ id: BAKING, into, by: "key" }]);
    expect(await all("SELECT to_id FROM edge")).toEqual([{ to_id: into }]);
    expect(await all("SELECT node_id FROM node_key WHERE id = $1", BAKING)).toEqual([
      { node_id: into },
    ]);
    expect(await nodes()).toHaveLength(2);
    const before = await readAllRows(database);
    expect((await importText(database, file)).summary).toMatchObject({ changed: false });
    expect(await readAllRows(database)).toEqual(before);
  });

  it("is also found by its id, when that is a key of another one", async () => {
    await importText(database, graphFile(SKILL));
    const id = idOf("SKILL", "kneading");
    const [{ text }] = [await exported(database)];
    await deleteAllRows(database);
    // The key of this file's node is a second key of another one here.
    const keys = [
      { scheme: "acme", key: "baking" },
      { scheme: "acme", key: "kneading" },
    ];
    await importText(database, graphFile({ ...nodeLine("SKILL", "kneading"), id, keys }));
    const { summary } = await importText(database, text);
    expect(summary.joined).toBe(1);
    expect(await all("SELECT id, slug FROM node WHERE kind = 'SKILL'")).toEqual([
      { id, slug: "baking" },
    ]);
  });

  it("stays itself when the graph knows it by another of its keys", async () => {
    await importText(database, graphFile(SKILL));
    await merge(database, curated, curated.node("SKILL", "baking-2"));
    const keys = [
      { scheme: "acme", key: "baking" },
      { scheme: "test", key: "baking-2" },
    ];
    const { summary } = await importText(database, graphFile({ ...SKILL, keys }));
    expect(summary.joined).toBe(0);
    const moved = keyId("SKILL", "test", "baking-2");
    expect(await all("SELECT node_id FROM node_key WHERE id = $1", moved)).toEqual([
      { node_id: BAKING },
    ]);
  });

  it("keeps nodes joined that the file has apart, and says so of their links", async () => {
    const kneading = nodeLine("SKILL", "kneading");
    const keys = [
      { scheme: "acme", key: "kneading" },
      { scheme: "acme", key: "baking" },
    ];
    await importText(database, graphFile({ ...kneading, keys }));
    const [from, to] = [BAKING, idOf("SKILL", "kneading")];
    const lines = [
      linkLine("RELATED", from, to),
      linkLine("REQUIREMENT", BAKER, to, { importance: 3 }),
      linkLine("REQUIREMENT", BAKER, from, { importance: 3 }),
    ];
    const { summary, report } = await importText(
      database,
      graphFile(ROLE, SKILL, kneading, ...lines),
    );
    expect(rowsOf(summary)).toMatchObject({
      "skill nodes": "2 = 0 + 2 + 0 + 0",
      "related links": "1 = 0 + 0 + 0 + 1",
      "requirement links": "2 = 1 + 0 + 0 + 1",
    });
    expect(report.skipped).toMatchObject([
      { reason: "SELF_RELATION", line: 6, row: { from, to } },
      { reason: "DUPLICATE_ROW", line: 8 },
    ]);
    expect(await all("SELECT to_id FROM edge")).toEqual([{ to_id: to }]);
  });

  it("is also a source, which speaks under the id that it has here", async () => {
    await importText(database, graphFile(SKILL));
    const id = keyId("SOURCE", "other", "name");
    const says = {
      ...said({
        labels: [{ locale: "en", kind: "PREFERRED", text: "Baking" }],
        skill_kind: "SKILL",
      }),
      source: id,
    };
    const source = { ...nodeLine("SOURCE", "source"), id, assertions: [] };
    const end = { type: "end", nodes: 2, links: 0 };
    const file = rawFile(
      { ...HEADER, sources: [{ id }] },
      source,
      { ...SKILL, assertions: [says] },
      end,
    );
    await importText(database, file);
    expect(await all("SELECT DISTINCT source_id FROM assertion")).toEqual([
      { source_id: SOURCE_ID },
    ]);
  });
});

it.each([
  ["ids", { id: testId("SKILL", "baking"), keys: [] }],
  ["keys", { id: BAKING, keys: [{ scheme: "test", key: "baking" }] }],
])("adds to nodes that the graph has by their %s, without their names", async (_, known) => {
  await merge(database, curated, curated.node("SKILL", "baking"));
  const added = { ...SKILL, ...known, assertions: [said({ reuse_level: "SECTOR" })] };
  await importText(database, graphFile(added));
  expect(await all("SELECT id, name, reuse_level FROM node WHERE kind = 'SKILL'")).toEqual([
    { id: testId("SKILL", "baking"), name: "baking", reuse_level: "SECTOR" },
  ]);
});
