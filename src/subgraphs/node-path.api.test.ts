import type { Database } from "../database/database";
import { toGlobalId } from "../shared/global-id";
import { ask } from "../testing/ask";
import { rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { FORMER_ID, openDrawnGraph, skillId } from "./testing/drawn-graph";

let database: Database;
beforeAll(async () => {
  database = await openDrawnGraph();
}, 60_000);
afterAll(() => database.close());

const QUERY = `query ($from: ID!, $to: ID!, $maxDepth: Int! = 6, $direction: LinkDirection! = BOTH, $relations: [LinkKind!],
    $deprecated: Boolean! = false) {
  path(from: $from, to: $to, maxDepth: $maxDepth, direction: $direction, relations: $relations, includeDeprecated: $deprecated) {
    length noPathReason nodes { slug } links { kind fromIndex toIndex link { id } }
  }
}`;

interface Shown {
  length: number | null;
  noPathReason: string | null;
  nodes: { slug: string }[];
  links: { kind: string; fromIndex: number; toIndex: number }[];
}

async function pathOf(variables: Readonly<Record<string, unknown>>) {
  const { path }: { path: Shown } = await dataOf(database, QUERY, variables);
  expect(path.links).toHaveLength(path.length ?? 0);
  path.links.forEach(({ fromIndex, toIndex }, step) => {
    expect([fromIndex, toIndex].sort()).toEqual([step, step + 1]);
  });
  return {
    slugs: path.nodes.map(({ slug }) => slug).join(" "),
    against: path.links.flatMap(({ fromIndex, toIndex }, step) =>
      fromIndex > toIndex ? [step] : [],
    ),
    length: path.length,
    reason: path.noPathReason,
  };
}

const [a, g] = [skillId("a"), skillId("g")];

it("gives the shortest way, walked against links where that is shorter", async () => {
  expect(await pathOf({ from: a, to: g })).toEqual({
    slugs: "a c d e f g",
    against: [0],
    length: 5,
    reason: null,
  });
  expect(await pathOf({ from: a, to: g, direction: "OUT" })).toEqual({
    slugs: "a b c d e f g",
    against: [],
    length: 6,
    reason: null,
  });
});

it("leads from a node to itself without a link, also by two of its ids", async () => {
  const itself = { slugs: "b", against: [], length: 0, reason: null };
  expect(await pathOf({ from: skillId("b"), to: skillId("b") })).toEqual(itself);
  expect(await pathOf({ from: skillId("b"), to: toGlobalId("SKILL", FORMER_ID) })).toEqual(itself);
});

it("says why there is none", async () => {
  const none = (reason: string) => ({ slugs: "", against: [], length: null, reason });
  expect(await pathOf({ from: a, to: skillId("hermit") })).toEqual(none("UNREACHABLE"));
  expect(await pathOf({ from: g, to: a, direction: "OUT" })).toEqual(none("UNREACHABLE"));
  expect(await pathOf({ from: a, to: g, relations: [] })).toEqual(none("UNREACHABLE"));
  expect(await pathOf({ from: a, to: g, maxDepth: 4 })).toEqual(none("TOO_FAR"));
});

it("goes over nodes that are no longer in use when that is wanted", async () => {
  const ends = { from: skillId("p"), to: skillId("q") };
  expect((await pathOf(ends)).reason).toBe("UNREACHABLE");
  expect((await pathOf({ ...ends, deprecated: true })).slugs).toBe("p old q");
});

it.each([
  ["an unknown start", { from: skillId("nowhere"), to: a }, "NOT_FOUND", "from"],
  ["an unknown end", { from: a, to: skillId("nowhere") }, "NOT_FOUND", "to"],
  ["a link", { from: toGlobalId("EDGE", rowId("SKILL", "a")), to: a }, "BAD_USER_INPUT", "from"],
  ["an end without a successor", { from: a, to: skillId("gone") }, "BAD_USER_INPUT", "to"],
  ["a path of 0 links", { from: a, to: g, maxDepth: 0 }, "BAD_USER_INPUT", "maxDepth"],
  ["a path of 11 links", { from: a, to: g, maxDepth: 11 }, "BAD_USER_INPUT", "maxDepth"],
])("refuses %s", async (_, variables, code, path) => {
  const { errors } = await ask(database, QUERY, variables);
  expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code, fields: [{ path }] }]);
});

it("costs one statement for each sort of thing that is selected", async () => {
  const count = async (body: string) =>
    (await ask(database, `{ path(from: "${a}", to: "${g}") { ${body} } }`)).statements.length;
  await count("length");
  expect(await count("length")).toBe(1);
  expect(await count("length nodes { name } links { from { id } to { id } }")).toBe(2);
  expect(await count("length nodes { name } links { link { id } }")).toBe(3);
});
