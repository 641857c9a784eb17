import type { Database } from "../database/database";
import { NO_PROGRESS } from "../imports/run/show-progress";
import { contentRows, exported, importText } from "../imports/testing/graph-files";
import { fillRichGraph } from "../imports/testing/rich-graph";
import { graphState } from "../testing/content-hash";
import { openEmptyGraph, openStarterGraph } from "../testing/starter-graph";
import { deleteAllRows, readAllRows } from "../testing/table-rows";
import { merge, TestSource } from "../testing/test-source";
import { exportGraph } from "./export-graph";

const WHOLE = { sources: null, release: "0.0.0", progress: NO_PROGRESS };

let rich: Database;
let other: Database;
beforeAll(async () => {
  [rich, other] = [await openEmptyGraph(), await openEmptyGraph()];
  await fillRichGraph(rich);
});
afterEach(() => deleteAllRows(other));
afterAll(async () => {
  await rich.close();
  await other.close();
});

it("gives the identical graph when it is imported into an empty one", async () => {
  const { text } = await exported(rich);
  const { summary } = await importText(other, text);
  expect(await contentRows(other)).toEqual(await contentRows(rich));
  expect((await graphState(other)).contentHash).toBe((await graphState(rich)).contentHash);
  expect(summary).toMatchObject({ changed: true, isExportedGraph: true });
  expect(summary.contentHash).toBe((await graphState(rich)).contentHash);
  const again = await exported(other);
  expect(linesOf(again.text).slice(1)).toEqual(linesOf(text).slice(1));
});

it("holds every kind of value that a graph can hold", async () => {
  const lines = linesOf((await exported(rich)).text).map((line) => JSON.parse(line));
  const nodes = lines.filter(({ type }) => type === "node");
  const said = lines.flatMap(({ assertions }) => assertions ?? []);
  const has = (test: (value: never) => unknown, of: object[] = said) =>
    expect(of.filter((each) => test(each as never)).length).toBeGreaterThan(0);
  has(({ id }: { id?: string }) => id); // joined with what another source stated
  has(({ origin }: { origin: string }) => origin === "EDITOR");
  has(({ qualifiers }: { qualifiers?: unknown[] }) => qualifiers?.length === 4);
  for (const part of ["locator", "wording", "strength", "confidence"]) has((it) => part in it);
  for (const column of ["value_text", "value_number", "value_boolean", "value_list"])
    has(({ fields }: { fields?: object }) => fields && column in fields);
  for (const column of ["replaced_by_id", "part_of_id", "role_id", "subjects"])
    has(({ fields }: { fields?: object }) => fields && column in fields);
  const shown = nodes.filter((node) => node.shown);
  has(({ assertions }: { assertions: [] }) => assertions.length === 0, shown);
  has(({ assertions }: { assertions: [] }) => assertions.length > 0, shown);
  has(({ shown: { status } }: { shown: { status: string } }) => status === "ACTIVE", shown);
  has(({ kind }: { kind: string }) => kind === "ROLE_LEVEL", shown);
  // Named by an editor, of a kind that nobody states any more.
  has(({ slug }: { slug: string }) => slug === "dough-mixer", shown);
  // Given by the graph, stated by nobody.
  has(({ slug }: { slug: string }) => slug === "withdrawn-slug", nodes);
  has(({ slug }: { slug: string }) => slug === "creme-brulee-guild", nodes);
});

it("changes nothing when it is imported again, here or there", async () => {
  const { text } = await exported(rich);
  await importText(other, text);
  for (const database of [rich, other]) {
    const before = await readAllRows(database);
    const { summary } = await importText(database, text);
    expect(await readAllRows(database)).toEqual(before);
    expect(summary).toMatchObject({ changed: false, joined: 0, updatedValues: 0, removed: 0 });
    for (const { read, unchanged } of summary.entities) expect(unchanged).toBe(read);
  }
});

it("is the same text twice, but for the time in its first line", async () => {
  const [one, two] = [linesOf((await exported(rich)).text), linesOf((await exported(rich)).text)];
  expect(two.slice(1)).toEqual(one.slice(1));
  const withoutTime = (line = "") => ({ ...JSON.parse(line), exportedAt: "" });
  expect(withoutTime(two[0])).toEqual(withoutTime(one[0]));
  const { revision, contentHash } = await graphState(rich);
  expect(withoutTime(one[0])).toMatchObject({
    format: "careergraph",
    formatVersion: 1,
    careergraph: "0.0.0",
    revision,
    contentHash,
    sources: [
      { slug: "curated" },
      { slug: "editors" },
      { slug: "guild" },
      { slug: "page-one" },
      { slug: "past" },
    ],
  });
});

it("holds only what the sources that were asked for state, with what they speak of", async () => {
  const { text, written } = await exported(rich, ["guild"]);
  const [header, ...lines] = linesOf(text).map((line) => JSON.parse(line));
  const end = lines.pop();
  expect(header.sources).toMatchObject([{ slug: "guild" }]);
  expect(header).not.toHaveProperty("contentHash");
  expect(written).toMatchObject({ contentHash: null, nodes: end.nodes, links: end.links });
  const [{ id }] = header.sources;
  for (const { assertions } of lines) for (const { source } of assertions) expect(source).toBe(id);
  await importText(other, text);
  await importText(other, (await exported(rich)).text);
  expect(await contentRows(other)).toEqual(await contentRows(rich));
});

it("brings the parts of a source along", async () => {
  const [line = ""] = linesOf((await exported(rich, ["curated"])).text);
  expect(JSON.parse(line).sources).toMatchObject([{ slug: "curated" }, { slug: "page-one" }]);
});

it("says which sources there are when it is asked for another", async () => {
  await expect(exported(rich, ["guild", "gild"])).rejects.toThrow(
    'The graph has no source "gild". Sources: curated, editors, guild, page-one, past.',
  );
});

it("says when the output cannot be written, and takes it back", async () => {
  const full = Object.assign(new Error("ENOENT: there is no such folder"), { code: "ENOENT" });
  const output = {
    write: jest.fn().mockRejectedValue(full),
    finish: jest.fn(),
    abandon: jest.fn().mockResolvedValue(undefined),
  };
  await expect(exportGraph(rich, output, WHOLE)).rejects.toThrow(
    "The export cannot be written: ENOENT: there is no such folder",
  );
  expect(output.write).toHaveBeenCalledTimes(1);
  expect(output.abandon).toHaveBeenCalledTimes(1);
  expect(output.finish).not.toHaveBeenCalled();
});

it("exports and imports a graph that holds nothing", async () => {
  const { text, written } = await exported(other);
  expect(written).toMatchObject({ nodes: 0, links: 0 });
  expect((await importText(other, text)).summary).toMatchObject({ changed: false, entities: [] });
});

// The embedded database has one connection, and the export is on it.
(process.env.TEST_DATABASE_URL ? it : it.skip)(
  "sees one moment of the graph, whatever is written meanwhile",
  async () => {
    const before = await exported(rich);
    const writing = new TestSource("writing");
    const changing = {
      text: "",
      async write(lines: AsyncIterable<string>) {
        for await (const chunk of lines) {
          if (this.text === "") await merge(rich, writing, writing.node("SKILL", "new-skill"));
          this.text += chunk;
        }
      },
      async finish() {},
      async abandon() {},
    };
    await exportGraph(rich, changing, WHOLE);
    expect(linesOf(changing.text).slice(1)).toEqual(linesOf(before.text).slice(1));
    expect((await exported(rich)).text).toContain("new-skill");
  },
);

it("gives the starter graph back", async () => {
  const starter = await openStarterGraph();
  try {
    const { text } = await exported(starter);
    await importText(other, text);
    expect(await contentRows(other)).toEqual(await contentRows(starter));
    expect((await graphState(other)).contentHash).toBe((await graphState(starter)).contentHash);
  } finally {
    await starter.close();
  }
});

function linesOf(text: string): string[] {
  return text.split("\n").slice(0, -1);
}
