import { nodesByRank } from "../../algorithms/order/directed-graph";
import type { Database, Transaction } from "../../database/database";
import type { EdgeKind } from "../../edges/edge.entity";
import type { EdgeRecord, NodeRecord } from "../../merge/records";
import { keeperOf } from "../../testing/ask";
import { insertEdge, insertNode } from "../../testing/graph-rows";
import { seededRandom } from "../../testing/seeded-random";
import { openEmptyGraph, openStarterGraph } from "../../testing/starter-graph";
import { merge, TestSource, testId } from "../../testing/test-source";
import { compute } from "../compute/compute";
import { readRevision } from "../index-keeper";
import { STRUCTURE } from "./structure";
import { EDGE_KINDS, NODE_KINDS, type StructurePart } from "./structure-part";

let database: Database;
afterEach(() => {
  jest.restoreAllMocks();
  return database.close();
});

/** What the keeper has for the graph as it is now. */
async function current(): Promise<StructurePart> {
  const reader = database.reader();
  const revision = await readRevision(reader).finally(() => reader.close());
  return keeperOf(database).part(STRUCTURE, revision);
}

async function fresh(): Promise<StructurePart> {
  const reader = database.reader();
  const unused = () => Promise.reject(new Error("needs no other part"));
  return STRUCTURE.build({ reader, compute, part: unused }).finally(() => reader.close());
}

/** All that the state says, in the order of ids, whatever numbers its nodes have. */
function contentOf({ nodes, nodeKind, isActive, graph, edgeKind, edgeId }: StructurePart) {
  const byId = [...nodesByRank(nodes.rank)];
  expect(byId.map((node) => nodes.ids[node])).toEqual(nodes.ids.toSorted());
  expect(nodes.ids.map((id) => nodes.numberOf.get(id))).toEqual([...nodes.ids.keys()]);
  expect([nodes.numberOf.size, nodeKind.length, isActive.length]).toEqual(
    Array(3).fill(nodes.ids.length),
  );
  const ways = [graph.out, graph.in] as const;
  return {
    edges: [...edgeKind].map((kind, edge) => [edgeId(edge), kind]),
    nodes: byId.map((node) => ({
      id: nodes.ids[node],
      kind: nodeKind[node],
      isActive: isActive[node],
      ways: ways.map(({ start, target, edge }) => {
        const entries = [start[node], start[node + 1]] as const;
        return [
          [...target.slice(...entries)].map((other) => nodes.ids[other]),
          [...edge.slice(...entries)],
        ];
      }),
    })),
  };
}

/** `A -PREREQUISITE-> B` for every link of the state between nodes with a slug of the test. */
function linksOf(state: StructurePart, slugs: readonly string[]): string[] {
  const slugOf = new Map(slugs.map((slug) => [testId("SKILL", slug), slug]));
  const { out } = state.graph;
  const links: string[] = [];
  for (let node = 0; node < out.nodeCount; node++)
    for (let entry = out.start[node] as number; entry < (out.start[node + 1] as number); entry++) {
      const [from, to] = [node, out.target[entry] as number].map((each) =>
        slugOf.get(state.nodes.ids[each] as string),
      );
      const kind = EDGE_KINDS[state.edgeKind[out.edge[entry] as number] as number];
      if (from && to) links.push(`${from} -${kind}-> ${to}`);
    }
  return links.sort();
}

it("has every node and every link between nodes", async () => {
  database = await openStarterGraph();
  const state = await current();
  const nodes = await database.dataSource.query("SELECT id, kind, status FROM node ORDER BY id");
  const edges = await database.dataSource.query(
    "SELECT id, kind, from_id, to_id FROM edge WHERE to_id IS NOT NULL ORDER BY id",
  );
  expect(nodes.length).toBeGreaterThan(500);
  const shown = state.nodes.ids.map((id, number) => ({
    id,
    kind: NODE_KINDS[state.nodeKind[number] as number],
    status: state.isActive[number] ? "ACTIVE" : "DEPRECATED",
  }));
  // As text: comparing ten thousand objects takes ten seconds.
  expect(JSON.stringify(shown)).toBe(JSON.stringify(nodes));
  const ends = new Map<number, [string, string]>();
  const { out } = state.graph;
  for (let node = 0; node < out.nodeCount; node++)
    for (let entry = out.start[node] as number; entry < (out.start[node + 1] as number); entry++)
      ends.set(out.edge[entry] as number, [
        state.nodes.ids[node] as string,
        state.nodes.ids[out.target[entry] as number] as string,
      ]);
  const links = [...state.edgeKind].map((kind, edge) => ({
    id: state.edgeId(edge),
    kind: EDGE_KINDS[kind],
    from_id: ends.get(edge)?.[0],
    to_id: ends.get(edge)?.[1],
  }));
  expect(JSON.stringify(links)).toBe(JSON.stringify(edges));
});

it("stays the same object when nothing that it holds has changed", async () => {
  database = await openStarterGraph();
  const source = new TestSource("editors");
  const skill = (text: string) =>
    source.node("SKILL", "kneading", {
      labels: [{ locale: "en", kind: "PREFERRED", text }] as never,
    });
  const other = source.node("SKILL", "baking");
  const link = (importance: string) =>
    source.edge("PREREQUISITE", ["SKILL", "baking"], ["SKILL", "kneading"], {
      requirement: importance,
    });
  await merge(database, source, skill("kneading"), other, link("ESSENTIAL"));
  const before = await current();
  expect(linksOf(before, ["baking", "kneading"])).toEqual(["baking -PREREQUISITE-> kneading"]);
  await merge(database, source, skill("kneading of dough"), other, link("OPTIONAL"));
  expect(await current()).toBe(before);
});

it("is after many changes what it would be if it were made anew", async () => {
  database = await openEmptyGraph();
  const sources = [new TestSource("first"), new TestSource("second")];
  const slugs = Array.from({ length: 12 }, (_, number) => `skill-${number}`);
  const TURNS = 10;
  const random = seededRandom(7);
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
  const kinds: EdgeKind[] = ["PREREQUISITE", "RELATED", "BROADER"];
  const built = jest.spyOn(STRUCTURE, "build");
  let links = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const source = pick(sources);
    const stated = slugs.filter(() => random(5) < 3);
    const nodes: NodeRecord[] = stated.map((slug) => source.node("SKILL", slug));
    const edges = new Map<string, EdgeRecord>();
    for (let count = 0; count < 10 && stated.length > 1; count++) {
      // From the lower to the higher one: no circle, and the order in which undirected links are stored.
      const [from, to] = [pick(stated), pick(stated)].sort((a, b) =>
        testId("SKILL", a) < testId("SKILL", b) ? -1 : 1,
      );
      const kind = pick(kinds);
      if (from === to) continue;
      const fields = {
        RELATED: { relation_kind: "SIMILAR" },
        PREREQUISITE: { requirement: "ESSENTIAL" },
      };
      edges.set(
        `${kind} ${from} ${to}`,
        source.edge(
          kind,
          ["SKILL", from as string],
          ["SKILL", to as string],
          fields[kind as keyof typeof fields] ?? {},
        ),
      );
    }
    await merge(database, source, ...nodes, ...edges.values());
    const state = await current();
    expect(contentOf(state)).toEqual(contentOf(await fresh()));
    links += state.edgeKind.length;
  }
  expect(links).toBeGreaterThan(100);
  // Once by the keeper, then it followed; the others are those to compare with.
  expect(built).toHaveBeenCalledTimes(1 + TURNS);
});

it("is made anew when very much has changed", async () => {
  database = await openEmptyGraph();
  const source = new TestSource("import");
  const before = await current();
  expect(before.nodes.ids).toEqual([]);
  const slugs = Array.from({ length: 600 }, (_, number) => `skill-${number}`);
  await merge(database, source, ...slugs.map((slug) => source.node("SKILL", slug)));
  const state = await current();
  expect(state.nodes.ids).toHaveLength(601);
  expect(before.nodes.ids).toEqual([]);
});

it("is made anew when a node is gone", async () => {
  database = await openEmptyGraph();
  const change = (work: (tx: Transaction) => Promise<unknown>) =>
    database.transaction(async (tx) => {
      await work(tx);
      await tx.query("UPDATE graph_revision SET revision = revision + 1");
    });
  await change(async (tx) => {
    for (const slug of ["a", "b", "c"]) await insertNode(tx, "SKILL", slug);
    await insertEdge(tx, "PREREQUISITE", ["SKILL", "a"], ["SKILL", "c"]);
  });
  const before = await current();
  await change((tx) => tx.query("DELETE FROM node WHERE slug = 'b'"));
  const after = await current();
  expect(contentOf(after)).toEqual(contentOf(await fresh()));
  expect([before.nodes.ids.length, after.nodes.ids.length]).toEqual([3, 2]);
});

it("describes each relation by the nodes that could have such a link, and remembers it", async () => {
  database = await openEmptyGraph();
  const source = new TestSource("bakers");
  const slugs = ["a", "b", "c", "d"];
  const needs = (from: string, to: string) =>
    source.edge("PREREQUISITE", ["SKILL", from], ["SKILL", to], { requirement: "OPTIONAL" });
  await merge(
    database,
    source,
    ...slugs.map((slug) => source.node("SKILL", slug)),
    source.node("ROLE", "baker"),
    needs("a", "b"),
    needs("b", "a"),
    needs("b", "c"),
  );
  const state = await current();
  const numberOf = (slug: string) => state.nodes.numberOf.get(testId("SKILL", slug)) as number;
  const shape = await state.shape("PREREQUISITE");
  expect(shape).toEqual({
    nodes: 4,
    edges: 3,
    density: 3 / 12,
    orphans: [numberOf("d")],
    components: 2,
    largestComponent: 3,
    cycles: [[numberOf("a"), numberOf("b")].sort((x, y) => x - y)],
    longestChain: 1,
  });
  expect(await state.shape("PREREQUISITE")).toBe(shape);
  expect(await state.shape("TEACHES")).toMatchObject({ nodes: 0, density: null, components: 0 });
  expect(await state.shape(null)).toMatchObject({ nodes: 6, edges: 3, components: 4 });
});
