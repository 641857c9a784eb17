import fc from "fast-check";
import { makeGraph } from "../order/directed-graph";
import { nodePath } from "./node-path";
import { type TwoWayGraph, toTwoWayGraph } from "./two-way-graph";

type Edge = readonly [from: number, to: number];

function graphOf(nodeCount: number, edges: readonly Edge[], rank?: Uint32Array): TwoWayGraph {
  const from = edges.map(([node]) => node);
  const to = edges.map(([, node]) => node);
  return toTwoWayGraph(makeGraph({ nodeCount, from, to, ...(rank && { rank }) }));
}

// 0 → 1 → 3, 0 → 2 → 3, 4 → 3, and 5 alone.
const graph = graphOf(6, [
  [0, 1],
  [1, 3],
  [0, 2],
  [2, 3],
  [4, 3],
]);

it("finds the shortest path, of several the one with the lowest ids", () => {
  expect(nodePath(graph, { from: 0, to: 4, maxDepth: 6 })).toEqual({
    nodes: [0, 1, 3, 4],
    edges: [
      { edge: 0, from: 0, to: 1 },
      { edge: 1, from: 1, to: 3 },
      { edge: 4, from: 4, to: 3 },
    ],
    none: null,
  });
  expect(nodePath(graph, { from: 2, to: 2, maxDepth: 1 })).toEqual({
    nodes: [2],
    edges: [],
    none: null,
  });
});

it("says why there is none", () => {
  const none = (question: Parameters<typeof nodePath>[1]) => nodePath(graph, question).none;
  expect(none({ from: 0, to: 5, maxDepth: 6 })).toBe("UNREACHABLE");
  expect(none({ from: 0, to: 4, maxDepth: 6, direction: "OUT" })).toBe("UNREACHABLE");
  expect(none({ from: 0, to: 4, maxDepth: 2 })).toBe("TOO_FAR");
  expect(none({ from: 3, to: 0, maxDepth: 2, direction: "IN" })).toBeNull();
  expect(none({ from: 0, to: 4, maxDepth: 6, isCounted: (edge) => edge !== 4 })).toBe(
    "UNREACHABLE",
  );
});

it("refuses what is out of range", () => {
  expect(() => nodePath(graph, { from: 0, to: 6, maxDepth: 1 })).toThrow(RangeError);
  expect(() => nodePath(graph, { from: 0, to: 1, maxDepth: 0 })).toThrow(RangeError);
});

const questions = fc.integer({ min: 1, max: 9 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    edges: fc.array(fc.tuple(node, node), { maxLength: 16 }),
    rank: fc
      .shuffledSubarray([...Array(nodeCount).keys()], { minLength: nodeCount })
      .map((places) => Uint32Array.from(places)),
    from: node,
    to: node,
    maxDepth: fc.integer({ min: 1, max: 8 }),
    direction: fc.constantFrom("OUT" as const, "IN" as const, "BOTH" as const),
  });
});

it("answers as trying every path does", () => {
  const property = fc.property(questions, ({ nodeCount, edges, rank, ...question }) => {
    const { from, to, direction, maxDepth } = question;
    const leads = (a: number, b: number) =>
      edges.some(
        ([start, end]) =>
          (direction !== "IN" && start === a && end === b) ||
          (direction !== "OUT" && start === b && end === a),
      );
    const all: number[][] = [];
    const visit = (nodes: number[]) => {
      const last = nodes.at(-1) as number;
      if (last === to) all.push(nodes);
      else
        for (let next = 0; next < nodeCount; next++)
          if (!nodes.includes(next) && leads(last, next)) visit([...nodes, next]);
    };
    visit([from]);
    const ids = (nodes: number[]) => nodes.map((node) => rank[node]).join("");
    const [best] = all.sort((a, b) => a.length - b.length || (ids(a) < ids(b) ? -1 : 1));
    const answer = nodePath(graphOf(nodeCount, edges, rank), question);
    if (best && best.length - 1 <= maxDepth) {
      expect(answer.nodes).toEqual(best);
      expect(answer.none).toBeNull();
      for (const [place, { edge, from: start, to: end }] of answer.edges.entries()) {
        expect(edges[edge]).toEqual([start, end]);
        const walked = [best[place], best[place + 1]];
        expect([
          [start, end],
          [end, start],
        ]).toContainEqual(walked);
        if (direction !== "BOTH")
          expect(direction === "OUT" ? [start, end] : [end, start]).toEqual(walked);
      }
      expect(answer.edges).toHaveLength(best.length - 1);
    } else {
      expect(answer).toMatchObject({ nodes: [], edges: [] });
      if (best) expect(answer.none).toBe("TOO_FAR");
      else expect(answer.none).not.toBeNull();
      if (answer.none === "UNREACHABLE") expect(best).toBeUndefined();
    }
  });
  fc.assert(property, { numRuns: 800, seed: 4 });
});
