import { join } from "node:path";
import type { Database } from "../../database/database";
import { graphState } from "../../testing/content-hash";
import { RecordingSink } from "../../testing/recording-sink";
import { openEmptyGraph } from "../../testing/starter-graph";
import { readAllRows } from "../../testing/table-rows";
import { ESCO } from "../esco/esco";
import { ImportError } from "../import-error";
import type { ImportSource } from "../import-source";
import { openInput } from "../input/open-input";
import { LADDER } from "../ladder/ladder";
import { ONET } from "../onet/onet";
import { importInto, rowsOf } from "../testing/import-into";
import { InputFolder } from "../testing/input-folder";
import { type End, madeLink, madeNode, madePlace, madeSource } from "../testing/made-source";
import type { ImportSummary } from "./run-import";

const folder = new InputFolder();
const fixtures = (path: string) => join(__dirname, "..", path);

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
});
afterAll(() => database.close());

/** Rows by entity, as the source itself accounts for them. */
async function rowsRead(source: ImportSource, path: string): Promise<Record<string, number>> {
  const input = await openInput(path);
  const sink = new RecordingSink(source.scheme);
  await (await source.readNodes(input, sink))();
  await input.close();
  return Object.fromEntries(sink.rows);
}

const all = ({ entities }: ImportSummary, column: "imported" | "updated" | "unchanged") =>
  entities.reduce((sum, tally) => sum + tally[column], 0);

describe.each([
  ["ESCO in two languages", ESCO, "esco/fixtures/esco-1.2.1"],
  ["O*NET", ONET, "onet/fixtures/onet-29.3"],
])("%s", (_, source, path) => {
  it("accounts for every row once, and changes nothing the second time", async () => {
    const read = await rowsRead(source, fixtures(path));
    const revision = (await graphState(database)).revision + 1;
    const first = await importInto(database, source, { path: fixtures(path) });
    expect(first.summary).toMatchObject({ source: source.name, changed: true, revision });
    expect(
      Object.fromEntries(first.summary.entities.map(({ entity, read: rows }) => [entity, rows])),
    ).toEqual(read);
    expect([all(first.summary, "updated"), all(first.summary, "unchanged")]).toEqual([0, 0]);
    const skipped = first.summary.entities.reduce((sum, tally) => sum + tally.skipped, 0);
    expect(first.report.skipped ?? []).toHaveLength(skipped);

    const rows = await readAllRows(database);
    const second = await importInto(database, source, { path: fixtures(path) });
    expect(await readAllRows(database)).toEqual(rows);
    expect(second.summary).toMatchObject({ changed: false, revision });
    expect([all(second.summary, "imported"), all(second.summary, "updated")]).toEqual([0, 0]);
    expect(all(second.summary, "unchanged")).toBe(all(first.summary, "imported"));
    expect(second.report.skipped).toEqual(first.report.skipped);
    for (const change of ["updated", "deprecated", "removed", "difference"])
      expect(second.report[change]).toBeUndefined();
  });
});

const ROLE: End = ["ROLE", "baker"];
const SKILL: End = ["SKILL", "baking"];
const GUILD = {
  nodes: [madeNode(ROLE, "Baker"), madeNode(SKILL, "Baking")],
  links: [madeLink("REQUIREMENT", ROLE, SKILL, { requirement: "ESSENTIAL" })],
};

it("saves nothing in a dry run, which says all that an import says", async () => {
  const before = await readAllRows(database);
  const tried = await importInto(database, madeSource("tried", GUILD), { dryRun: true });
  expect(await readAllRows(database)).toEqual(before);

  const done = await importInto(database, madeSource("tried", GUILD));
  const { seconds: _, ...said } = tried.summary;
  expect(done.summary).toMatchObject({ ...said, dryRun: false, changed: true });
  expect(rowsOf(done.summary)).toEqual({ nodes: "2 = 2 + 0 + 0 + 0", links: "1 = 1 + 0 + 0 + 0" });
});

it("is told by the files which release it is, or by whoever imports it", async () => {
  const versions = async (version: string | null, fromFiles?: string) => {
    const source = madeSource("versions", { ...GUILD, version: fromFiles });
    const { summary } = await importInto(database, source, { version });
    const [row] = await database.dataSource.query<{ source_version: string }[]>(
      "SELECT source_version FROM node WHERE kind = 'SOURCE' AND slug = 'versions'",
    );
    return [summary.version, row?.source_version];
  };
  expect(await versions(null)).toEqual([null, null]);
  expect(await versions("1.0")).toEqual(["1.0", "1.0"]);
  expect(await versions(null, "2.0")).toEqual(["2.0", "2.0"]);
  expect(await versions("2.1", "2.0")).toEqual(["2.1", "2.1"]);
});

describe("when something is wrong in the middle", () => {
  it("leaves every row as it was: a source that fails while it states links", async () => {
    await importInto(database, madeSource("guild", GUILD));
    const before = await readAllRows(database);
    const broken = madeSource("guild", {
      nodes: [madeNode(ROLE, "Master baker")],
      onLinks: () => {
        throw new ImportError("is cut short", { file: "links.csv", line: 12 });
      },
    });
    await expect(importInto(database, broken)).rejects.toThrow("links.csv, line 12: is cut short");
    expect(await readAllRows(database)).toEqual(before);
    // The connection is not spoilt.
    expect((await importInto(database, madeSource("guild", GUILD))).summary.changed).toBe(false);
  });

  it("leaves every row as it was: a value that the database refuses", async () => {
    const before = await readAllRows(database);
    const wrong = madeSource("guild", {
      nodes: [madeNode(ROLE), madeNode(["SKILL", "x"], "x", { fields: { skill_kind: "SPELL" } })],
    });
    await expect(importInto(database, wrong)).rejects.toThrow("node_skill_kind");
    expect(await readAllRows(database)).toEqual(before);
  });

  it("leaves every row as it was: a file that breaks off", async () => {
    const before = await readAllRows(database);
    const path = folder.put("broken", {
      "skills_en.csv": 'conceptUri,preferredLabel\nhttp://a/1,one\nhttp://a/2,"two\n',
    });
    await expect(importInto(database, ESCO, { path })).rejects.toThrow(/skills_en\.csv, line 3/);
    expect(await readAllRows(database)).toEqual(before);
  });

  it("names the files that it looked for", async () => {
    const path = folder.put("wrong", { "notes.txt": "nothing" });
    await expect(importInto(database, LADDER, { path })).rejects.toThrow(/looked for/);
  });
});

it("reports each row that is not taken with its place, its values and the reason", async () => {
  const other: End = ["ROLE", "cook"];
  const source = madeSource("reported", {
    nodes: [...GUILD.nodes, madeNode(other)],
    links: [
      ...GUILD.links,
      madeLink("REQUIREMENT", ROLE, SKILL, { requirement: "OPTIONAL" }),
      madeLink("RELATED", other, ROLE),
      madeLink("RELATED", ROLE, other),
      madeLink("RELATED", ROLE, ROLE),
    ],
    onNodes: (sink) =>
      sink.skip("nodes", "MISSING_VALUE", madePlace(40, { name: "" }), "no name at all"),
    onLinks: (sink) => sink.leaveOut("prices.csv", 12),
  });
  const { summary, report } = await importInto(database, source);
  expect(rowsOf(summary)).toEqual({ nodes: "4 = 3 + 0 + 0 + 1", links: "5 = 2 + 0 + 0 + 3" });
  expect(summary.leftOut).toEqual([{ file: "prices.csv", rows: 12 }]);
  expect(report["left out"]).toEqual([{ file: "prices.csv", rows: 12 }]);
  const at = (line: number, reason: string, row: unknown, entity = "links") => ({
    ...{ entity, reason, file: "made.csv", line, row },
  });
  expect(report.skipped).toEqual([
    { ...at(42, "MISSING_VALUE", { name: "" }, "nodes"), note: "no name at all" },
    at(3, "DUPLICATE_ROW", ["baker", "baking"]),
    at(5, "DUPLICATE_ROW", ["baker", "cook"]),
    at(6, "SELF_RELATION", ["baker", "baker"]),
  ]);
});
