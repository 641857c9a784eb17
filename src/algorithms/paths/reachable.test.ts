import fc from "fast-check";
import { makeGraph } from "../order/directed-graph";
import { careerPaths } from "./career-paths";
import { makeHopGraph } from "./hop-graph";
import { reachable } from "./reachable";

type Edge = readonly [from: number, to: number, cost: number];

function hopGraph(nodeCount: number, edges: readonly Edge[]) {
  const from = edges.map(([node]) => node);
  const to = edges.map(([, node]) => node);
  return makeHopGraph(
    makeGraph({ nodeCount, from, to }),
    edges.map(([, , cost]) => cost),
  );
}

const chain: Edge[] = [
  [0, 1, 1],
  [1, 2, 1],
  [0, 2, 5],
  [2, 3, 1],
];

it("finds everything within reach, with the cheapest way that the hops allow", () => {
  expect(reachable(hopGraph(5, chain), { from: 0, maxHops: 2 })).toEqual([
    { node: 1, cost: 1, hops: 1, via: 0, way: [0] },
    { node: 2, cost: 2, hops: 2, via: 1, way: [0, 1] },
    // Not over 1, which would be three hops: so not by the cheapest way to 2.
    { node: 3, cost: 6, hops: 2, via: 2, way: [2, 3] },
  ]);
  expect(reachable(hopGraph(5, chain), { from: 0, maxHops: 8, maxCost: 1.5 })).toHaveLength(1);
  expect(reachable(hopGraph(5, chain), { from: 4, maxHops: 8 })).toEqual([]);
});

it("refuses what is out of range", () => {
  const hops = hopGraph(5, chain);
  expect(() => reachable(hops, { from: 5, maxHops: 1 })).toThrow(RangeError);
  expect(() => reachable(hops, { from: 0, maxHops: 9 })).toThrow(RangeError);
  expect(() => reachable(hops, { from: 0, maxHops: 1, maxCost: -1 })).toThrow(RangeError);
  expect(() => reachable(hops, { from: 0, maxHops: 1, maxCost: Number.NaN })).toThrow(RangeError);
});

it("gives each node the cost of its cheapest path", () => {
  const problems = fc.integer({ min: 2, max: 9 }).chain((nodeCount) => {
    const node = fc.nat(nodeCount - 1);
    const cost = fc.constantFrom(0, 0, 0.1, 0.2, 0.3, 1, Number.NaN);
    return fc.record({
      nodeCount: fc.constant(nodeCount),
      edges: fc.array(fc.tuple(node, node, cost), { maxLength: 30, size: "max" }),
      from: node,
      avoid: fc.array(node, { maxLength: 1 }),
      maxHops: fc.integer({ min: 1, max: 8 }),
      maxCost: fc.constantFrom(0, 0.3, 0.6, Infinity),
    });
  });
  const property = fc.property(problems, ({ nodeCount, edges, maxCost, ...question }) => {
    const hops = hopGraph(nodeCount, edges);
    const avoid = question.avoid.filter((node) => node !== question.from);
    const expected = [...Array(nodeCount).keys()]
      .flatMap((to) => {
        const path = careerPaths(hops, { ...question, avoid, to, k: 1 }).paths[0];
        return path && path.totalCost <= maxCost ? [{ to, path }] : [];
      })
      .map(({ to, path }) => ({
        node: to,
        cost: path.totalCost,
        hops: path.hops.length,
        via: path.hops.at(-1)?.from as number,
        way: path.hops.map(({ edge }) => edge),
      }))
      .sort((a, b) => a.cost - b.cost || a.hops - b.hops || a.node - b.node);
    expect(reachable(hops, { ...question, maxCost })).toEqual(expected);
  });
  fc.assert(property, { numRuns: 600, seed: 4 });
});
