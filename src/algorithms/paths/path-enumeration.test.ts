import fc from "fast-check";
import { makeGraph } from "../order/directed-graph";
import { type CareerPaths, careerPaths } from "./career-paths";
import { type HopGraph, makeHopGraph } from "./hop-graph";

type Edge = readonly [from: number, to: number, cost: number];

function hopGraph(nodeCount: number, edges: readonly Edge[], rank?: Uint32Array): HopGraph {
  const graph = makeGraph({
    nodeCount,
    from: edges.map(([from]) => from),
    to: edges.map(([, to]) => to),
    ...(rank && { rank }),
  });
  return makeHopGraph(
    graph,
    edges.map(([, , cost]) => cost),
  );
}

/** Each path as its nodes, with its cost. */
function shown({ paths }: CareerPaths): [nodes: string, cost: number][] {
  return paths.map(({ hops, totalCost }) => [
    [hops[0]?.from, ...hops.map(({ to }) => to)].join("-"),
    totalCost,
  ]);
}

/** All paths without a repeated node, by trying every hop; the order is that of the contract. */
function everyPath(
  nodeCount: number,
  edges: readonly Edge[],
  rank: Uint32Array,
  { from, to, maxHops, avoid }: { from: number; to: number; maxHops: number; avoid: number[] },
): [string, number][] {
  const cheapest = new Map<number, number>();
  for (const [start, end, cost] of edges) {
    const key = start * nodeCount + end;
    const tenths = Math.round(cost * 10);
    if (!Number.isNaN(cost)) cheapest.set(key, Math.min(cheapest.get(key) ?? Infinity, tenths));
  }
  const all: { nodes: number[]; tenths: number }[] = [];
  const visit = (nodes: number[], tenths: number) => {
    const last = nodes.at(-1) as number;
    if (last === to) {
      all.push({ nodes, tenths });
      return;
    }
    if (nodes.length > maxHops) return;
    for (let next = 0; next < nodeCount; next++) {
      const cost = cheapest.get(last * nodeCount + next);
      if (cost !== undefined && !nodes.includes(next) && !avoid.includes(next))
        visit([...nodes, next], tenths + cost);
    }
  };
  if (from !== to && !avoid.includes(from)) visit([from], 0);
  const ids = ({ nodes }: { nodes: number[] }) =>
    nodes.map((node) => String.fromCharCode(rank[node] as number)).join("");
  return all
    .sort(
      (a, b) =>
        a.tenths - b.tenths || a.nodes.length - b.nodes.length || (ids(a) < ids(b) ? -1 : 1),
    )
    .map(({ nodes, tenths }) => [nodes.join("-"), tenths / 10]);
}

const COSTS = [[0, 0, 0.1, 0.2, 0.3, 0.5, 1, Number.NaN], [0.1, 0.2], [1]];

const problems = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.constantFrom(...COSTS))
  .chain((size) => {
    const [nodeCount, costs] = size;
    const node = fc.nat(nodeCount - 1);
    const cost = fc.constantFrom(...costs);
    return fc.record({
      nodeCount: fc.constant(nodeCount),
      edges: fc.array(fc.tuple(node, node, cost), { maxLength: 40, size: "max" }),
      rank: fc
        .shuffledSubarray([...Array(nodeCount).keys()], { minLength: nodeCount })
        .map((places) => Uint32Array.from(places)),
      from: node,
      to: node,
      avoid: fc.array(node, { maxLength: 1 }),
      maxHops: fc.integer({ min: 1, max: 8 }),
      k: fc.integer({ min: 1, max: 10 }),
    });
  });

it("answers as trying every path does", () => {
  const property = fc.property(problems, ({ nodeCount, edges, rank, ...question }) => {
    const answer = careerPaths(hopGraph(nodeCount, edges, rank), question);
    const expected = everyPath(nodeCount, edges, rank, question).slice(0, question.k);
    expect(shown(answer)).toEqual(expected);
    expect(answer.none === null).toBe(expected.length > 0);
    for (const { hops } of answer.paths)
      for (const { from, to, edge } of hops) expect(edges[edge]?.slice(0, 2)).toEqual([from, to]);
  });
  fc.assert(property, { numRuns: 1500, seed: 4 });
});

it("says how many hops would do", () => {
  const property = fc.property(problems, ({ nodeCount, edges, rank, ...question }) => {
    const hops = hopGraph(nodeCount, edges, rank);
    const { none } = careerPaths(hops, { ...question, maxHops: 1 });
    if (none?.reason !== "TOO_MANY_HOPS") return;
    const needed = none.hopsNeeded as number;
    expect(careerPaths(hops, { ...question, maxHops: needed }).none).toBeNull();
    expect(careerPaths(hops, { ...question, maxHops: needed - 1 }).none).toEqual(none);
  });
  fc.assert(property, { numRuns: 500, seed: 5 });
});
