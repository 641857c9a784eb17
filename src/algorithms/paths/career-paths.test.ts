import { makeGraph } from "../order/directed-graph";
import { type CareerPaths, careerPaths } from "./career-paths";
import { type HopGraph, makeHopGraph, withStartingPoint } from "./hop-graph";

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

describe("by hand", () => {
  // The example of the docstring: a, b, c, d are 0 to 3.
  const diamond: Edge[] = [
    [0, 1, 1],
    [1, 3, 1],
    [0, 2, 0.5],
    [2, 3, 1.5],
    [0, 3, 2],
  ];

  it("orders paths of equal cost by hops, then by id", () => {
    const answer = careerPaths(hopGraph(4, diamond), { from: 0, to: 3, maxHops: 8, k: 3 });
    expect(shown(answer)).toEqual([
      ["0-3", 2],
      ["0-1-3", 2],
      ["0-2-3", 2],
    ]);
    expect(answer.paths[2]?.hops).toEqual([
      { from: 0, to: 2, edge: 2, cost: 0.5 },
      { from: 2, to: 3, edge: 3, cost: 1.5 },
    ]);
    expect(answer.none).toBeNull();
  });

  it("breaks ties by rank where ids are in another order than numbers", () => {
    const ranked = hopGraph(4, diamond, Uint32Array.of(0, 2, 1, 3));
    const answer = careerPaths(ranked, { from: 0, to: 3, maxHops: 8, k: 3 });
    expect(shown(answer).map(([nodes]) => nodes)).toEqual(["0-3", "0-2-3", "0-1-3"]);
  });

  it("counts hops exactly: the cheapest way to a node may be too long to go on from", () => {
    const edges: Edge[] = [
      [0, 1, 1],
      [1, 2, 1],
      [0, 2, 5],
      [2, 3, 1],
    ];
    const ask = (maxHops: number) =>
      shown(careerPaths(hopGraph(4, edges), { from: 0, to: 3, maxHops, k: 5 }));
    expect(ask(3)).toEqual([
      ["0-1-2-3", 3],
      ["0-2-3", 6],
    ]);
    expect(ask(2)).toEqual([["0-2-3", 6]]);
  });

  it("keeps a cheap, long way to a node beside a dear, short one that only seems to lead on", () => {
    // From 2 the cheapest way on, back over 0, is closed to paths that come from 0.
    const edges: Edge[] = [
      [0, 4, 1],
      [0, 1, 0],
      [1, 2, 1],
      [1, 3, 0],
      [3, 2, 0],
      [2, 0, 0],
      [2, 4, 3],
    ];
    const answer = careerPaths(hopGraph(5, edges), { from: 0, to: 4, maxHops: 4, k: 3 });
    expect(shown(answer)).toEqual([
      ["0-4", 1],
      ["0-1-3-2-4", 3],
      ["0-1-2-4", 4],
    ]);
  });

  it("keeps the lower of equal ways to a node, whichever was found first", () => {
    // The ways over 2, 3, 6 and 7 seem as good, but lead back to 0: they upset the order of the search.
    const edges: Edge[] = [
      [0, 9, 2],
      [0, 1, 1],
      ...[2, 3, 4, 5, 6, 7].map((node): Edge => [1, node, 1]),
      ...[2, 3, 6, 7].map((node): Edge => [node, 0, 0]),
      [4, 8, 1],
      [5, 8, 1],
      [8, 9, 1],
    ];
    const answer = careerPaths(hopGraph(10, edges), { from: 0, to: 9, maxHops: 8, k: 3 });
    expect(shown(answer)).toEqual([
      ["0-9", 2],
      ["0-1-4-8-9", 4],
      ["0-1-5-8-9", 4],
    ]);
  });

  it("takes the cheapest of parallel edges, the first of equal ones, and no edge to the same node", () => {
    const edges: Edge[] = [
      [0, 0, Number.NaN],
      [0, 1, 3],
      [0, 1, 2],
      [0, 1, Number.NaN],
      [0, 1, 2],
    ];
    const answer = careerPaths(hopGraph(2, edges), { from: 0, to: 1, maxHops: 8, k: 5 });
    expect(answer.paths).toEqual([{ totalCost: 2, hops: [{ from: 0, to: 1, edge: 2, cost: 2 }] }]);
    expect(answer.unknownHops).toBe(0);
  });

  it("adds decimal costs without rounding errors, so that equal means equal", () => {
    const edges: Edge[] = [
      [0, 1, 0.1],
      [1, 2, 0.2],
      [0, 2, 0.3],
    ];
    const answer = careerPaths(hopGraph(3, edges), { from: 0, to: 2, maxHops: 8, k: 2 });
    expect(shown(answer)).toEqual([
      ["0-2", 0.3],
      ["0-1-2", 0.3],
    ]);
  });

  it("starts from a place that is no node", () => {
    const hops = withStartingPoint(hopGraph(4, diamond), [
      { to: 2, cost: 0.25 },
      { to: 3, cost: 4 },
      { to: 2, cost: 0.5 },
    ]);
    const answer = careerPaths(hops, { from: 4, to: 3, maxHops: 8, k: 2 });
    expect(shown(answer)).toEqual([
      ["4-2-3", 1.75],
      ["4-3", 4],
    ]);
    expect(answer.paths[0]?.hops[0]?.edge).toBe(5);
  });

  it("crosses hops that cost nothing", () => {
    const ring: Edge[] = [0, 1, 2, 3].map((node) => [node, (node + 1) % 4, 0]);
    const answer = careerPaths(hopGraph(4, ring), { from: 1, to: 0, maxHops: 8, k: 10 });
    expect(shown(answer)).toEqual([["1-2-3-0", 0]]);
  });
});

describe("says why there is no path", () => {
  const chain = hopGraph(5, [
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, Number.NaN],
  ]);
  const ask = (from: number, to: number, avoid: number[] = [], maxHops = 8) =>
    careerPaths(chain, { from, to, maxHops, k: 1, avoid });

  it.each([
    ["SAME_NODE", null, ask(1, 1)],
    ["END_AVOIDED", null, ask(0, 2, [2])],
    ["END_AVOIDED", null, ask(0, 2, [0])],
    ["TOO_MANY_HOPS", 2, ask(0, 2, [], 1)],
    ["UNKNOWN_COST", null, ask(0, 3)],
    ["AVOIDED", null, ask(0, 2, [1])],
    ["UNREACHABLE", null, ask(0, 4)],
    ["UNREACHABLE", null, ask(2, 0)],
  ])("%s", (reason, hopsNeeded, answer) => {
    expect(answer).toEqual({ paths: [], none: { reason, hopsNeeded }, unknownHops: 1 });
  });
});

it("refuses what is out of range", () => {
  const hops = hopGraph(2, [[0, 1, 1]]);
  const question = { from: 0, to: 1, maxHops: 8, k: 1 };
  expect(() => careerPaths(hops, { ...question, maxHops: 9 })).toThrow(RangeError);
  expect(() => careerPaths(hops, { ...question, k: 11 })).toThrow(RangeError);
  expect(() => careerPaths(hops, { ...question, k: 0 })).toThrow(RangeError);
  expect(() => careerPaths(hops, { ...question, to: 2 })).toThrow(RangeError);
  expect(() => careerPaths(hops, { ...question, avoid: [-1] })).toThrow(RangeError);
  expect(() => hopGraph(2, [[0, 1, -1]])).toThrow(RangeError);
  expect(() => hopGraph(2, [[0, 2, 1]])).toThrow(RangeError);
  expect(() => withStartingPoint(hops, [{ to: 2, cost: 1 }])).toThrow(RangeError);
});
