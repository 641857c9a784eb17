import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../database/database";
import { keyId } from "../../merge/ids";
import { PROJECT_ROOT } from "../../shared/project-root";
import { openEmptyGraph } from "../../testing/starter-graph";
import { deleteAllRows, readAllRows } from "../../testing/table-rows";
import { merge, TestSource, testId } from "../../testing/test-source";
import { contentRows, exported, importText } from "../testing/graph-files";
import { graphFile, idOf, linkLine, nodeLine, said } from "../testing/graph-lines";
import { importInto, rowsOf } from "../testing/import-into";
import { madeNode, madeSource } from "../testing/made-source";

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

it("accounts for every line, and takes back what the file no longer states", async () => {
  const first = await importText(database, graphFile(ROLE, SKILL, NEEDS));
  expect(rowsOf(first.summary)).toEqual({
    "source nodes": "1 = 1 + 0 + 0 + 0",
    "role nodes": "1 = 1 + 0 + 0 + 0",
    "skill nodes": "1 = 1 + 0 + 0 + 0",
    "requirement links": "1 = 1 + 0 + 0 + 0",
  });
  const changed = nodeLine("ROLE", "baker", { isco_code: "7512" });
  const second = await importText(database, graphFile(changed, nodeLine("SKILL", "mixing")));
  expect(rowsOf(second.summary)).toEqual({
    "source nodes": "1 = 0 + 0 + 1 + 0",
    "role nodes": "1 = 0 + 1 + 0 + 0",
    "skill nodes": "1 = 1 + 0 + 0 + 0",
  });
  expect(second.summary).toMatchObject({ updatedValues: 1, deprecated: 1, removed: 1 });
  expect(second.report.updated).toMatchObject([
    { slug: "baker", field: "isco_code", after: "7512" },
  ]);
  expect(second.report.deprecated).toMatchObject([{ slug: "baking" }]);
  expect(second.report.removed).toMatchObject([{ from: "baker", to: "baking" }]);
  expect(await nodes()).toEqual([
    { kind: "ROLE", slug: "baker", status: "ACTIVE" },
    { kind: "SKILL", slug: "baking", status: "DEPRECATED" },
    { kind: "SKILL", slug: "mixing", status: "ACTIVE" },
  ]);
});

it("brings an older state of a graph up to date", async () => {
  const version = (vendor: string, names: readonly string[]) =>
    madeSource("guild", {
      nodes: names.map((name) => madeNode(["TECHNOLOGY", name], name, { fields: { vendor } })),
    });
  await importInto(database, version("Old", ["Oven", "Mixer"]));
  const old = (await exported(database)).text;
  await importInto(database, version("New", ["Oven", "Scale"]));
  const { text } = await exported(database);
  const expected = await contentRows(database);

  await deleteAllRows(database);
  await importText(database, old);
  const { summary } = await importText(database, text);
  expect(summary).toMatchObject({ isExportedGraph: true, deprecated: 2, removed: 1 });
  expect(await contentRows(database)).toEqual(expected);
});

it("leaves what other sources state", async () => {
  const skill = curated.node("SKILL", "kneading");
  await merge(database, curated, skill);
  await importText(database, graphFile(ROLE, SKILL, NEEDS));
  await importText(database, graphFile());
  expect(await nodes()).toEqual([
    { kind: "ROLE", slug: "baker", status: "DEPRECATED" },
    { kind: "SKILL", slug: "baking", status: "DEPRECATED" },
    { kind: "SKILL", slug: "kneading", status: "ACTIVE" },
  ]);
});

it("does everything and saves nothing in a dry run", async () => {
  await merge(database, curated, curated.node("SKILL", "kneading"));
  const before = await readAllRows(database);
  const file = graphFile(ROLE, SKILL, NEEDS);
  const { summary: tried } = await importText(database, file, { dryRun: true });
  expect(await readAllRows(database)).toEqual(before);
  const { summary: done } = await importText(database, file);
  expect({ ...tried, dryRun: false, seconds: 0 }).toEqual({ ...done, seconds: 0 });
});

it("gives another slug when the one in the file, which nobody states, is taken", async () => {
  await merge(database, curated, curated.node("SKILL", "baking"));
  await importText(database, graphFile(nodeLine("SKILL", "baking", { slug: null })));
  const slugs = (await nodes()).map(({ slug }) => slug);
  expect(slugs).toEqual(["baking", `baking-${BAKING.slice(0, 8)}`]);
});

it("skips a link that would close a circle with what others state here", async () => {
  const [from, to] = [idOf("SKILL", "baking"), idOf("SKILL", "kneading")];
  const skills = [SKILL, nodeLine("SKILL", "kneading")];
  await importText(database, graphFile(...skills));
  const opposite = {
    ...curated.edge("BROADER", ["SKILL", "a"], ["SKILL", "b"]),
    fromId: to,
    toId: from,
  };
  await merge(database, curated, opposite);
  const { summary, report } = await importText(
    database,
    graphFile(...skills, linkLine("BROADER", from, to)),
  );
  expect(rowsOf(summary)["broader links"]).toBe("1 = 0 + 0 + 0 + 1");
  expect(report.skipped).toMatchObject([{ reason: "CYCLE", line: 5, file: "graph.ndjson" }]);
});

it("refuses the id of something else that is said", async () => {
  await merge(database, curated, curated.node("SKILL", "kneading"));
  const [{ id }] = (await all(
    "SELECT id FROM assertion WHERE node_id = $1",
    testId("SKILL", "kneading"),
  )) as [{ id: string }];
  const taken = {
    ...SKILL,
    assertions: [said({}, { id }), said({ skill_kind: "SKILL" }, { locator: "1", id: BAKER })],
  };
  const named = nodeLine("ROLE", "baker");
  await expect(
    importText(database, graphFile(named, { ...taken, shown: shownAs("Baking") })),
  ).rejects.toThrow(`line 4, column "assertions": ${id} is the id of something else that is said`);
});

it("shows again what nobody states any more, only where it is missing", async () => {
  const past = { ...SKILL, assertions: [], shown: shownAs("Bäckerei") };
  await importText(database, graphFile(past));
  expect(await all("SELECT name, sort_name, status, slug FROM node WHERE kind = 'SKILL'")).toEqual([
    { name: "Bäckerei", sort_name: "backerei", status: "DEPRECATED", slug: "baking" },
  ]);
  await importText(database, graphFile({ ...past, shown: shownAs("Later") }));
  expect(await all("SELECT name FROM node WHERE kind = 'SKILL'")).toEqual([{ name: "Bäckerei" }]);
  expect(await all("SELECT 1 FROM assertion WHERE node_id = $1", BAKING)).toEqual([]);
  // Stated again, it is as what states it says.
  await importText(database, graphFile(SKILL));
  expect(await all("SELECT name, status FROM node WHERE kind = 'SKILL'")).toEqual([
    { name: "baking", status: "ACTIVE" },
  ]);
});

it("reads the example that the docs show", async () => {
  const page = readFileSync(join(PROJECT_ROOT, "docs/imports/ndjson.md"), "utf8");
  const [, example = ""] = /```ndjson\n(.*?)```/s.exec(page) ?? [];
  const { summary } = await importText(database, example);
  expect(summary.entities.map(({ imported }) => imported)).toEqual([1, 1, 1, 1]);
  expect(await nodes()).toEqual([
    { kind: "ROLE", slug: "baker", status: "ACTIVE" },
    { kind: "SKILL", slug: "bread-baking", status: "ACTIVE" },
  ]);
  expect(await all("SELECT importance FROM edge")).toEqual([{ importance: 5 }]);
  // Its ids are made as the page says.
  for (const { id, kind, scheme, key } of (await all("SELECT * FROM node_key")) as never[] as {
    id: string;
    kind: string;
    scheme: string;
    key: string;
  }[])
    expect(id).toBe(keyId(kind, scheme, key));
});

function shownAs(text: string) {
  const labels = [{ locale: "de", kind: "PREFERRED", text }];
  return { status: "DEPRECATED", skill_kind: "SKILL", labels };
}
