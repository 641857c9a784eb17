import fc from "fast-check";
import { makeGraph } from "../order/directed-graph";
import { subgraph } from "./subgraph";
import { type TwoWayGraph, toTwoWayGraph } from "./two-way-graph";

type Edge = readonly [from: number, to: number];

function graphOf(nodeCount: number, edges: readonly Edge[]): TwoWayGraph {
  const from = edges.map(([node]) => node);
  const to = edges.map(([, node]) => node);
  return toTwoWayGraph(makeGraph({ nodeCount, from, to }));
}

// 0 → 1 → 2 → 3, 4 → 1, 2 → 0, and 5 alone.
const edges: Edge[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [4, 1],
  [2, 0],
];
const graph = graphOf(6, edges);

it("shows what lies around the roots, and all edges between it", () => {
  expect(subgraph(graph, { roots: [1], depth: 1, limit: 10 })).toEqual({
    nodes: [
      { node: 1, depth: 0 },
      { node: 2, depth: 1 },
      { node: 0, depth: 1 },
      { node: 4, depth: 1 },
    ],
    edges: [
      { edge: 1, from: 1, to: 2 },
      { edge: 4, from: 2, to: 0 },
      { edge: 0, from: 0, to: 1 },
      { edge: 3, from: 4, to: 1 },
    ],
    truncated: false,
  });
});

it.each([
  ["OUT", [1, 2, 0, 3]],
  ["IN", [1, 0, 4, 2]],
  ["BOTH", [1, 2, 0, 4, 3]],
] as const)("walks %s", (direction, expected) => {
  const { nodes } = subgraph(graph, { roots: [1], depth: 2, limit: 10, direction });
  expect(nodes.map(({ node }) => node)).toEqual(expected);
});

it("walks and shows the edges that count", () => {
  const isCounted = (edge: number) => edge !== 1;
  const { nodes, edges: shown } = subgraph(graph, { roots: [1], depth: 4, limit: 10, isCounted });
  expect(nodes.map(({ node }) => node)).toEqual([1, 0, 4, 2, 3]);
  expect(shown.map(({ edge }) => edge)).toEqual(
    [0, 4, 2, 3].sort((a, b) => shownAt(a) - shownAt(b)),
  );
  function shownAt(edge: number) {
    return nodes.findIndex(({ node }) => node === edges[edge]?.[0]);
  }
});

it("says when something was left out", () => {
  expect(subgraph(graph, { roots: [1, 5, 1], depth: 1, limit: 3 })).toMatchObject({
    nodes: [{ node: 1 }, { node: 5 }, { node: 2 }],
    edges: [{ edge: 1 }],
    truncated: true,
  });
  expect(subgraph(graph, { roots: [1, 5], depth: 0, limit: 2 }).truncated).toBe(false);
  expect(subgraph(graph, { roots: [1, 5], depth: 0, limit: 1 }).truncated).toBe(true);
  const few = subgraph(graph, { roots: [1], depth: 1, limit: 10, edgeLimit: 3 });
  expect(few).toMatchObject({ edges: { length: 3 }, truncated: true });
  expect(subgraph(graph, { roots: [1], depth: 1, limit: 10, edgeLimit: 4 }).truncated).toBe(false);
  expect(subgraph(graph, { roots: [], depth: 1, limit: 1 })).toEqual({
    nodes: [],
    edges: [],
    truncated: false,
  });
});

it("refuses what is out of range", () => {
  expect(() => subgraph(graph, { roots: [6], depth: 1, limit: 1 })).toThrow(RangeError);
  expect(() => subgraph(graph, { roots: [0], depth: 5, limit: 1 })).toThrow(RangeError);
  expect(() => subgraph(graph, { roots: [0], depth: 1, limit: 501 })).toThrow(RangeError);
  expect(() => subgraph(graph, { roots: [0], depth: 1, limit: 0 })).toThrow(RangeError);
});

const questions = fc.integer({ min: 1, max: 10 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    edges: fc.array(fc.tuple(node, node), { maxLength: 20 }),
    roots: fc.array(node, { maxLength: 3 }),
    depth: fc.nat(4),
    limit: fc.integer({ min: 1, max: 10 }),
    direction: fc.constantFrom("OUT" as const, "IN" as const, "BOTH" as const),
    hidden: fc.nat(20),
  });
});

it("holds all nodes within the depth, nearest first, and a beginning of them under a limit", () => {
  const property = fc.property(questions, ({ nodeCount, edges: all, hidden, ...question }) => {
    const isCounted = (edge: number) => edge !== hidden;
    const answer = subgraph(graphOf(nodeCount, all), { ...question, isCounted });
    const distance = new Map<number, number>(question.roots.map((root) => [root, 0]));
    for (let step = 1; step <= question.depth; step++)
      for (const [node, steps] of [...distance])
        if (steps === step - 1)
          for (const [edge, [from, to]] of all.entries())
            for (const [here, there, way] of [
              [from, to, "OUT"],
              [to, from, "IN"],
            ] as const)
              if (edge !== hidden && here === node && question.direction !== opposite(way))
                if (!distance.has(there)) distance.set(there, step);
    for (const { node, depth } of answer.nodes) expect(distance.get(node)).toBe(depth);
    const depths = answer.nodes.map(({ depth }) => depth);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
    expect(new Set(answer.nodes.map(({ node }) => node)).size).toBe(answer.nodes.length);
    expect(answer.nodes.length).toBe(Math.min(distance.size, question.limit));
    expect(answer.truncated).toBe(distance.size > question.limit);
    const nearest = [...distance.values()].sort((a, b) => a - b).slice(0, question.limit);
    expect(depths).toEqual(nearest);

    const shown = new Set(answer.nodes.map(({ node }) => node));
    const between = [...all.entries()].filter(
      ([edge, [from, to]]) => edge !== hidden && shown.has(from) && shown.has(to),
    );
    expect(answer.edges.toSorted((a, b) => a.edge - b.edge)).toEqual(
      between.map(([edge, [from, to]]) => ({ edge, from, to })),
    );
  });
  fc.assert(property, { numRuns: 500, seed: 4 });

  function opposite(way: "OUT" | "IN") {
    return way === "OUT" ? "IN" : "OUT";
  }
});
