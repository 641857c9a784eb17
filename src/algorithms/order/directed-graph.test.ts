import fc from "fast-check";
import { type DirectedGraph, makeGraph, reverseGraph } from "./directed-graph";
import { kahnLayers, NO_LAYER } from "./kahn-layers";
import { cyclicComponents, stronglyConnected } from "./strongly-connected";

type Edge = readonly [from: number, to: number];

function graphOf(nodeCount: number, edges: readonly Edge[], rank?: Uint32Array): DirectedGraph {
  const from = edges.map(([node]) => node);
  const to = edges.map(([, node]) => node);
  return makeGraph({ nodeCount, from, to, ...(rank && { rank }) });
}

/** What leaves each node, as it stands in the graph. */
function rowsOf({ nodeCount, start, target, edge }: DirectedGraph): [to: number, edge: number][][] {
  return Array.from({ length: nodeCount }, (_, node) =>
    Array.from(target.slice(start[node], start[node + 1]), (to, i) => [
      to,
      edge[(start[node] as number) + i] as number,
    ]),
  );
}

const graphs = fc.integer({ min: 1, max: 9 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    edges: fc.array(fc.tuple(node, node), { maxLength: 20 }),
    rank: fc
      .shuffledSubarray([...Array(nodeCount).keys()], { minLength: nodeCount })
      .map((places) => Uint32Array.from(places)),
  });
});

/** reaches[a][b]: whether a way of one edge or more leads from a to b (S. Warshall, 1962). */
function reachability(nodeCount: number, edges: readonly Edge[]): boolean[][] {
  const reaches = Array.from({ length: nodeCount }, () => Array<boolean>(nodeCount).fill(false));
  for (const [from, to] of edges) (reaches[from] as boolean[])[to] = true;
  for (const [through, onwards] of reaches.entries())
    for (const row of reaches)
      if (row[through]) for (const [to, isThere] of onwards.entries()) row[to] ||= isThere;
  return reaches;
}

it("keeps every edge, in the order of the ranks of the targets", () => {
  const property = fc.property(graphs, ({ nodeCount, edges, rank }) => {
    const order = (a: [number, number], b: [number, number]) =>
      (rank[a[0]] as number) - (rank[b[0]] as number) || a[1] - b[1];
    const rows = (ends: readonly Edge[]) =>
      Array.from({ length: nodeCount }, (_, node) =>
        ends
          .flatMap(([from, to], edge): [number, number][] => (from === node ? [[to, edge]] : []))
          .sort(order),
      );
    const graph = graphOf(nodeCount, edges, rank);
    expect(rowsOf(graph)).toEqual(rows(edges));
    expect(rowsOf(reverseGraph(graph))).toEqual(rows(edges.map(([from, to]) => [to, from])));
  });
  fc.assert(property, { numRuns: 300, seed: 4 });
});

it("refuses nodes that are not there and lists that do not belong together", () => {
  expect(() => graphOf(2, [[0, 2]])).toThrow(RangeError);
  expect(() => graphOf(2, [[-1, 0]])).toThrow(RangeError);
  expect(() => graphOf(2, [[0.5, 0]])).toThrow(RangeError);
  expect(() => makeGraph({ nodeCount: 2, from: [0], to: [] })).toThrow(RangeError);
  expect(() => graphOf(2, [], Uint32Array.of(0))).toThrow(RangeError);
});

describe("strongly connected components", () => {
  it("are nodes that reach each other, in reverse topological order", () => {
    const property = fc.property(graphs, ({ nodeCount, edges, rank }) => {
      const graph = graphOf(nodeCount, edges, rank);
      const components = stronglyConnected(graph);
      const reaches = reachability(nodeCount, edges);
      for (let a = 0; a < nodeCount; a++)
        for (let b = 0; b < nodeCount; b++)
          expect(components.of[a] === components.of[b]).toBe(
            a === b || (reaches[a]?.[b] && reaches[b]?.[a]) === true,
          );
      expect(new Set(components.of).size).toBe(components.count);
      for (const [from, to] of edges)
        expect(components.of[from]).toBeGreaterThanOrEqual(components.of[to] as number);
      const place = (node: number | undefined) => rank[node as number] as number;
      const onCycle = [...Array(nodeCount).keys()].filter((node) => reaches[node]?.[node]);
      const cyclic = cyclicComponents(graph, components);
      expect(cyclic.flat().sort()).toEqual(onCycle.sort());
      expect(cyclic).toEqual(
        cyclic
          .map((nodes) => nodes.toSorted((a, b) => place(a) - place(b)))
          .sort(([a], [b]) => place(a) - place(b)),
      );
    });
    fc.assert(property, { numRuns: 500, seed: 5 });
  });

  it("are found in a chain of any length", () => {
    const length = 200_000;
    const ring = graphOf(
      length,
      Array.from({ length }, (_, node): Edge => [node, (node + 1) % length]),
    );
    expect(stronglyConnected(ring).count).toBe(1);
  });
});

describe("Kahn's layers", () => {
  it("are the longest ways to each node, and none on and behind cycles", () => {
    const property = fc.property(graphs, ({ nodeCount, edges }) => {
      const layers = kahnLayers(graphOf(nodeCount, edges));
      const reaches = reachability(nodeCount, edges);
      for (let node = 0; node < nodeCount; node++) {
        const isStuck = reaches.some((row, other) => row[other] && (other === node || row[node]));
        const before = edges
          .filter(([, to]) => to === node)
          .map(([from]) => layers[from] as number);
        expect(layers[node]).toBe(isStuck ? NO_LAYER : Math.max(-1, ...before) + 1);
      }
    });
    fc.assert(property, { numRuns: 500, seed: 6 });
  });

  it("start after all that a longer node takes", () => {
    const graph = graphOf(4, [
      [0, 1],
      [1, 2],
      [0, 3],
    ]);
    expect([...kahnLayers(graph, [1, 3, 1, 1])]).toEqual([0, 1, 4, 1]);
    const two: Edge[] = [
      [0, 2],
      [1, 2],
    ];
    expect([...kahnLayers(graphOf(3, two), [5, 1, 1])]).toEqual([0, 0, 5]);
  });
});
