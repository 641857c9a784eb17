import fc from "fast-check";
import { makeGraph } from "../order/directed-graph";
import { graphShape, weakComponents } from "./graph-shape";

type Edge = readonly [from: number, to: number];

function graphOf(nodeCount: number, edges: readonly Edge[]) {
  const from = edges.map(([node]) => node);
  const to = edges.map(([, node]) => node);
  return makeGraph({ nodeCount, from, to });
}

it("describes a graph", () => {
  // A cycle of 0, 1 and 2 that leads to 3 twice, a chain from 4 to 5, 6 with itself, 7 alone.
  const graph = graphOf(8, [
    [0, 1],
    [1, 2],
    [2, 0],
    [2, 3],
    [2, 3],
    [4, 5],
    [6, 6],
  ]);
  expect(graphShape(graph)).toEqual({
    nodes: 8,
    edges: 7,
    density: 5 / 56,
    orphans: [6, 7],
    components: 4,
    largestComponent: 4,
    cycles: [[0, 1, 2], [6]],
    longestChain: 1,
  });
});

it("describes a graph with little in it", () => {
  expect(graphShape(graphOf(0, []))).toEqual({
    nodes: 0,
    edges: 0,
    density: null,
    orphans: [],
    components: 0,
    largestComponent: 0,
    cycles: [],
    longestChain: 0,
  });
  expect(graphShape(graphOf(1, []))).toMatchObject({ density: null, orphans: [0], components: 1 });
});

it("agrees with counting by hand", () => {
  const graphs = fc.integer({ min: 2, max: 8 }).chain((nodeCount) => {
    const node = fc.nat(nodeCount - 1);
    return fc.record({
      nodeCount: fc.constant(nodeCount),
      edges: fc.array(fc.tuple(node, node), { maxLength: 12 }),
    });
  });
  const property = fc.property(graphs, ({ nodeCount, edges }) => {
    const shape = graphShape(graphOf(nodeCount, edges));
    const nodes = [...Array(nodeCount).keys()];
    const others = edges.filter(([from, to]) => from !== to);
    expect(shape.orphans).toEqual(nodes.filter((node) => !others.flat().includes(node)));

    const parts = nodes.map((node) => new Set([node]));
    for (let round = 0; round < nodeCount; round++)
      for (const [from, to] of edges) {
        for (const node of parts[to] ?? []) parts[from]?.add(node);
        for (const node of parts[from] ?? []) parts[to]?.add(node);
      }
    for (let round = 0; round < nodeCount; round++)
      for (const part of parts)
        for (const node of [...part]) for (const other of parts[node] ?? []) part.add(other);
    expect(shape.components).toBe(new Set(parts.map((part) => Math.min(...part))).size);
    expect(shape.largestComponent).toBe(Math.max(...parts.map((part) => part.size)));
    const numbers = weakComponents(graphOf(nodeCount, edges));
    for (const a of nodes)
      for (const b of nodes) expect(numbers[a] === numbers[b]).toBe(parts[a]?.has(b));

    expect(shape.density).toBeCloseTo(
      new Set(others.map(String)).size / (nodeCount * (nodeCount - 1)),
      12,
    );

    // The longest way that visits no node twice, where the nodes of a cycle count as one.
    const cycleOf = (node: number) => shape.cycles.findIndex((cycle) => cycle.includes(node));
    const unit = (node: number) => (cycleOf(node) < 0 ? `node ${node}` : `cycle ${cycleOf(node)}`);
    const longest = (from: string): number =>
      Math.max(
        0,
        ...others
          .filter(([start, end]) => unit(start) === from && unit(end) !== from)
          .map(([, end]) => 1 + longest(unit(end))),
      );
    expect(shape.longestChain).toBe(Math.max(...nodes.map((node) => longest(unit(node)))));
  });
  fc.assert(property, { numRuns: 500, seed: 4 });
});
