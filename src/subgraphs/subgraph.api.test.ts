import { type OperationDefinitionNode, parse } from "graphql";
import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { measureCost } from "../server/limits/cost";
import { DEFAULT_LIMITS } from "../server/limits/limit-values";
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

const QUERY = `query ($roots: [ID!]!, $depth: Int! = 1, $limit: Int! = 100, $direction: LinkDirection! = BOTH,
    $relations: [LinkKind!], $kinds: [NodeKind!], $deprecated: Boolean! = false) {
  subgraph(roots: $roots, depth: $depth, limit: $limit, direction: $direction, relations: $relations, kinds: $kinds,
           includeDeprecated: $deprecated) {
    isTruncated nodes { depth node { slug } } links { kind fromIndex toIndex from { slug } to { slug } link { id kind } }
  }
}`;

type Variables = Readonly<Record<string, unknown>>;

/** The picture as `slug depth` and `from kind to`. */
async function drawn(variables: Variables) {
  const { subgraph } = await dataOf(database, QUERY, variables);
  const nodes: { depth: number; node: { slug: string } }[] = subgraph.nodes;
  for (const { kind, fromIndex, toIndex, from, to, link } of subgraph.links) {
    expect([nodes[fromIndex]?.node.slug, nodes[toIndex]?.node.slug]).toEqual([from.slug, to.slug]);
    expect(link.kind).toBe(kind);
  }
  return {
    nodes: nodes.map(({ depth, node }) => `${node.slug} ${depth}`),
    links: subgraph.links.map(
      (each: { kind: string; from: { slug: string }; to: { slug: string } }) =>
        `${each.from.slug} ${each.kind} ${each.to.slug}`,
    ),
    isTruncated: subgraph.isTruncated,
  };
}

it("shows what is around a node, and the links between it", async () => {
  const { nodes, links, isTruncated } = await drawn({ roots: [skillId("a")] });
  expect(nodes[0]).toBe("a 0");
  expect(nodes.slice(1).sort()).toEqual(["b 1", "baker 1", "book 1", "c 1"]);
  expect(links.sort()).toEqual([
    "a PREREQUISITE b",
    "b PREREQUISITE c",
    "baker REQUIREMENT a",
    "book TEACHES a",
    "c PREREQUISITE a",
  ]);
  expect(isTruncated).toBe(false);
});

it("goes round a circle once, and as far as it is told", async () => {
  const out = (depth: number) => drawn({ roots: [skillId("a")], direction: "OUT", depth });
  expect((await out(0)).nodes).toEqual(["a 0"]);
  expect((await out(2)).nodes).toEqual(["a 0", "b 1", "c 2"]);
  expect((await out(4)).nodes).toEqual(["a 0", "b 1", "c 2", "d 3", "e 4"]);
  expect((await out(4)).links).toHaveLength(5);
});

it("walks the wanted way over the wanted links, mappings when they are named", async () => {
  const roots = [skillId("a")];
  expect((await drawn({ roots, direction: "IN", relations: ["REQUIREMENT"] })).nodes).toEqual([
    "a 0",
    "baker 1",
  ]);
  expect((await drawn({ roots, relations: ["MAPPING"] })).links).toEqual(["a MAPPING concept"]);
  expect((await drawn({ roots, relations: [] })).nodes).toEqual(["a 0"]);
});

it("shows roots of any kind, and beside them the wanted kinds alone", async () => {
  const baker = toGlobalId("ROLE", rowId("ROLE", "baker"));
  const { nodes, links } = await drawn({ roots: [baker], kinds: ["SKILL"], depth: 2 });
  expect(nodes.slice(0, 2)).toEqual(["baker 0", "a 1"]);
  expect(nodes.slice(2).sort()).toEqual(["b 2", "c 2"]);
  expect(links).toContain("baker REQUIREMENT a");
  expect((await drawn({ roots: [baker], kinds: [] })).nodes).toEqual(["baker 0"]);
});

it("shows roots that nothing connects, each once, however often and by which id it is named", async () => {
  const { nodes, links } = await drawn({
    roots: [skillId("hermit"), skillId("b"), skillId("hermit"), toGlobalId("SKILL", FORMER_ID)],
    depth: 0,
  });
  expect(nodes).toEqual(["hermit 0", "b 0"]);
  expect(links).toEqual([]);
});

it("gives the beginning of the picture when there is more than the limit", async () => {
  const roots = [skillId("a")];
  const whole = await drawn({ roots, depth: 4, direction: "OUT" });
  const part = await drawn({ roots, depth: 4, direction: "OUT", limit: 3 });
  expect(part).toEqual({
    nodes: whole.nodes.slice(0, 3),
    links: ["a PREREQUISITE b", "b PREREQUISITE c", "c PREREQUISITE a"],
    isTruncated: true,
  });
  const roomForOne = await drawn({ roots: [skillId("a"), skillId("hermit")], limit: 1 });
  expect(roomForOne).toMatchObject({ nodes: ["a 0"], isTruncated: true });
});

describe("a node that is no longer in use", () => {
  it("is not walked over unless that is wanted", async () => {
    const roots = [skillId("p")];
    const walked = { roots, direction: "OUT", depth: 2 };
    expect((await drawn(walked)).nodes).toEqual(["p 0"]);
    expect((await drawn({ ...walked, deprecated: true })).nodes).toEqual(["p 0", "old 1", "q 2"]);
  });

  it("stands for its successor as a root, or for itself when that is wanted", async () => {
    const root = { roots: [skillId("old")], depth: 0 };
    expect((await drawn(root)).nodes).toEqual(["b 0"]);
    expect((await drawn({ ...root, deprecated: true })).nodes).toEqual(["old 0"]);
    const { errors } = await ask(database, QUERY, { roots: [skillId("a"), skillId("gone")] });
    expect(errors[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "roots.1" }],
    });
  });
});

it.each<[string, Variables, string, string]>([
  ["an unknown id", { roots: [skillId("a"), skillId("nowhere")] }, "NOT_FOUND", "roots.1"],
  [
    "an id with the tag of another type",
    { roots: [toGlobalId("ROLE", rowId("SKILL", "a"))] },
    "NOT_FOUND",
    "roots.0",
  ],
  [
    "the id of a link",
    { roots: [toGlobalId("EDGE", rowId("SKILL", "a"))] },
    "BAD_USER_INPUT",
    "roots.0",
  ],
  ["no id at all", { roots: ["backend-developer"] }, "BAD_USER_INPUT", "roots.0"],
  ["no root", { roots: [] }, "BAD_USER_INPUT", "roots"],
  ["too many roots", { roots: Array(51).fill(skillId("a")) }, "BAD_USER_INPUT", "roots"],
  ["too deep", { roots: [skillId("a")], depth: 5 }, "BAD_USER_INPUT", "depth"],
  ["a depth below 0", { roots: [skillId("a")], depth: -1 }, "BAD_USER_INPUT", "depth"],
  ["too much", { roots: [skillId("a")], limit: 501 }, "BAD_USER_INPUT", "limit"],
  ["nothing", { roots: [skillId("a")], limit: 0 }, "BAD_USER_INPUT", "limit"],
])("refuses %s", async (_, variables, code, path) => {
  const { errors } = await ask(database, QUERY, variables);
  expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code, fields: [{ path }] }]);
});

it("costs the same statements however much it shows, and reads only what is selected", async () => {
  const count = async (depth: number, body: string) => {
    const source = `{ subgraph(roots: ["${skillId("a")}"], depth: ${depth}) { ${body} } }`;
    const { errors, statements } = await ask(database, source);
    expect(errors).toEqual([]);
    return statements.length;
  };
  for (const depth of [0, 1, 4]) {
    expect(await count(depth, "isTruncated links { kind fromIndex toIndex }")).toBe(1);
    expect(await count(depth, "nodes { node { id name } } links { from { id } to { id } }")).toBe(
      2,
    );
  }
  const all = "nodes { node { id } } links { from { id } link { id } }";
  expect([await count(1, all), await count(4, all)]).toEqual([3, 3]);
});

it("may be asked for 500 nodes with all their links under the standard limits", () => {
  const source = `{ subgraph(roots: ["${skillId("a")}"], depth: 4, limit: 500) {
    isTruncated nodes { depth node { id slug name __typename } }
    links { kind fromIndex toIndex from { id } to { id } link { id origin confidence } } } }`;
  const operation = parse(source).definitions[0] as OperationDefinitionNode;
  const cost = measureCost(makeSchema(), operation, new Map(), new Map());
  expect(cost.nodes).toBe(500 + 2_000);
  expect(cost.nodes).toBeLessThan(DEFAULT_LIMITS.nodes);
  expect(cost.points).toBeLessThan(DEFAULT_LIMITS.cost / 2);
});
