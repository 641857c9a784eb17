import { makeGraph } from "../order/directed-graph";
import type { Gaining } from "./gaining";
import { gainingCareerPaths } from "./gaining-paths";
import { gainingReachable } from "./gaining-reachable";
import { type HopGraph, makeHopGraph } from "./hop-graph";

type Edge = readonly [from: number, to: number];

/** Skills are bits. A hop costs the share of its role's skills that are missing, and all of them are gained. */
function learning(asked: readonly number[], start: number): Gaining<number> {
  return {
    start,
    costOf: ({ to }, has) => {
      const skills = asked[to] as number;
      return skills === 0 ? 0 : bits(skills & ~has) / bits(skills);
    },
    gain: ({ to }, has) => has | (asked[to] as number),
  };
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** Static costs: what a role's own skills lack of those of the next. */
function hopGraph(asked: readonly number[], edges: readonly Edge[]): HopGraph {
  const graph = makeGraph({
    nodeCount: asked.length,
    from: edges.map(([from]) => from),
    to: edges.map(([, to]) => to),
  });
  const costs = edges.map(([from, to]) => {
    const hop = { from, to, edge: 0 };
    return learning(asked, 0).costOf(hop, asked[from] as number);
  });
  return makeHopGraph(graph, costs);
}

describe("by hand", () => {
  // 0 knows nothing. 1 teaches a, 2 teaches b and c, 3 asks for a, b, c and d.
  const asked = [0b0000, 0b0001, 0b0110, 0b1111];
  const hops = hopGraph(asked, [
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
    [1, 3],
  ]);

  it("counts what was gained on earlier hops, and says what is had after each", () => {
    const answer = gainingCareerPaths(
      hops,
      { from: 0, to: 3, maxHops: 3, k: 3 },
      learning(asked, 0b0001),
    );
    // From a profile with a: role 1 is free, then b and c are all of role 2, and d is a quarter of role 3.
    expect(answer.paths).toEqual([
      {
        totalCost: 0.75,
        hops: [
          { from: 0, to: 1, edge: 0, cost: 0, after: 0b0001 },
          { from: 1, to: 3, edge: 4, cost: 0.75, after: 0b1111 },
        ],
      },
      {
        totalCost: 1.25,
        hops: [
          { from: 0, to: 2, edge: 2, cost: 1, after: 0b0111 },
          { from: 2, to: 3, edge: 3, cost: 0.25, after: 0b1111 },
        ],
      },
      {
        totalCost: 1.25,
        hops: [
          { from: 0, to: 1, edge: 0, cost: 0, after: 0b0001 },
          { from: 1, to: 2, edge: 1, cost: 1, after: 0b0111 },
          { from: 2, to: 3, edge: 3, cost: 0.25, after: 0b1111 },
        ],
      },
    ]);
    expect(answer).toMatchObject({ none: null, isExact: true });
  });

  it("says when it gave up ways unseen", () => {
    const question = { from: 0, to: 3, maxHops: 3, k: 3 };
    const ask = (waysPerNode: number, waysPerRound: number) =>
      gainingCareerPaths(hops, question, learning(asked, 0), { waysPerNode, waysPerRound }).isExact;
    expect(ask(1, 2)).toBe(true);
    expect(ask(1, 1)).toBe(false);
  });

  it("says why there is none", () => {
    const none = gainingCareerPaths(hops, { from: 3, to: 0, maxHops: 3, k: 1 }, learning(asked, 0));
    expect(none).toMatchObject({ paths: [], none: { reason: "UNREACHABLE" }, isExact: true });
    const unknown = { ...learning(asked, 0), costOf: () => Number.NaN };
    expect(gainingCareerPaths(hops, { from: 0, to: 3, maxHops: 3, k: 1 }, unknown)).toMatchObject({
      paths: [],
      none: { reason: "UNKNOWN_COST" },
    });
  });

  it("takes a hop of unknown static cost when its cost is known for what is had", () => {
    const graph = makeGraph({ nodeCount: 3, from: [0, 1], to: [1, 2] });
    const unknownAfterOne = makeHopGraph(graph, [1, Number.NaN]);
    const known = { ...learning(asked, 0), costOf: () => 0.5 };
    const question = { from: 0, to: 2, maxHops: 3, k: 1 };
    expect(gainingCareerPaths(unknownAfterOne, question, known)).toMatchObject({
      paths: [{ totalCost: 1 }],
      none: null,
      isExact: true,
    });
    const reached = gainingReachable(unknownAfterOne, { from: 0, maxHops: 2 }, known);
    expect(reached.map(({ node, cost }) => [node, cost])).toEqual([
      [1, 0.5],
      [2, 1],
    ]);
  });

  it("refuses costs and an effort that are none", () => {
    const question = { from: 0, to: 3, maxHops: 3, k: 1 };
    const negative = { ...learning(asked, 0), costOf: () => -1 };
    expect(() => gainingCareerPaths(hops, question, negative)).toThrow(RangeError);
    expect(() =>
      gainingCareerPaths(hops, question, learning(asked, 0), { waysPerNode: 0 }),
    ).toThrow(RangeError);
  });
});
