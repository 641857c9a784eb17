import fc from "fast-check";
import { makeGraph } from "../order/directed-graph";
import { careerPaths } from "./career-paths";
import type { Gaining } from "./gaining";
import { gainingCareerPaths } from "./gaining-paths";
import { gainingReachable } from "./gaining-reachable";
import { type HopGraph, makeHopGraph } from "./hop-graph";
import { reachable } from "./reachable";

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

const problems = fc.integer({ min: 2, max: 6 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  return fc.record({
    asked: fc.array(fc.nat(31), { minLength: nodeCount, maxLength: nodeCount }),
    edges: fc.array(fc.tuple(node, node), { maxLength: 20, size: "max" }),
    has: fc.nat(31),
    from: node,
    to: node,
    maxHops: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 1, max: 4 }),
  });
});

/** Nodes and cost of every path without a repeated node, by trying every hop. In units, since thirds do not add up. */
function everyWay(
  asked: readonly number[],
  edges: readonly Edge[],
  gaining: Gaining<number>,
  { from, maxHops }: { from: number; maxHops: number },
): { nodes: number[]; units: number }[] {
  const all: { nodes: number[]; units: number }[] = [];
  const visit = (nodes: number[], units: number, has: number) => {
    const last = nodes.at(-1) as number;
    if (nodes.length > 1) all.push({ nodes, units });
    if (nodes.length > maxHops) return;
    for (let next = 0; next < asked.length; next++) {
      if (nodes.includes(next) || !edges.some(([a, b]) => a === last && b === next)) continue;
      const hop = { from: last, to: next, edge: 0 };
      const cost = Math.round(gaining.costOf(hop, has) * 1e9);
      visit([...nodes, next], units + cost, gaining.gain(hop, has));
    }
  };
  visit([from], 0, gaining.start);
  const ids = ({ nodes }: { nodes: number[] }) => nodes.join("");
  return all.sort(
    (a, b) => a.units - b.units || a.nodes.length - b.nodes.length || (ids(a) < ids(b) ? -1 : 1),
  );
}

const ALL = { waysPerNode: 1e6, waysPerRound: 1e6 };

it("finds the cheapest paths when it gives up none, and says so when it may not have", () => {
  const property = fc.property(problems, fc.integer({ min: 1, max: 3 }), (problem, ways) => {
    const { asked, edges, has, ...question } = problem;
    const hops = hopGraph(asked, edges);
    const gaining = learning(asked, has);
    const expected = everyWay(asked, edges, gaining, question)
      .filter(({ nodes }) => nodes.at(-1) === question.to)
      .slice(0, question.k)
      .map(({ nodes, units }) => ({ nodes, totalCost: units / 1e9 }));
    const answers = [
      gainingCareerPaths(hops, question, gaining, ALL),
      gainingCareerPaths(hops, question, gaining, { waysPerNode: ways, waysPerRound: ways }),
    ].map(({ paths, isExact }) => ({
      isExact,
      paths: paths.map(({ hops, totalCost }) => ({
        nodes: [question.from, ...hops.map(({ to }) => to)],
        totalCost,
      })),
    }));
    expect(answers[0]).toEqual({ isExact: true, paths: expected });
    if (answers[1]?.isExact) expect(answers[1].paths).toEqual(expected);
    expect(answers[1]?.paths.length).toBeLessThanOrEqual(expected.length);
  });
  fc.assert(property, { numRuns: 600, seed: 4 });
});

it("answers true costs, never above those of the statically cheapest path", () => {
  const property = fc.property(problems, ({ asked, edges, has, ...question }) => {
    const hops = hopGraph(asked, edges);
    const gaining = learning(asked, has);
    const least = { waysPerNode: 1, waysPerRound: 1 };
    const { paths } = gainingCareerPaths(hops, question, gaining, least);
    const costOf = (path: readonly { from: number; to: number; edge: number }[]) => {
      let state = gaining.start;
      return path.reduce((total, hop) => {
        const cost = gaining.costOf(hop, state);
        state = gaining.gain(hop, state);
        return total + cost;
      }, 0);
    };
    for (const { hops: path, totalCost } of paths) expect(totalCost).toBeCloseTo(costOf(path), 7);
    for (const { hops: path } of careerPaths(hops, question).paths.slice(0, 1))
      expect(paths[0]?.totalCost).toBeLessThan(costOf(path) + 1e-7);
  });
  fc.assert(property, { numRuns: 400, seed: 5 });
});

it("reaches what is within reach, each at the cost of its way", () => {
  const property = fc.property(
    problems,
    fc.double({ min: 0, max: 2, noNaN: true }),
    (problem, maxCost) => {
      const { asked, edges, has, from, maxHops } = problem;
      const gaining = learning(asked, has);
      const reached = gainingReachable(hopGraph(asked, edges), { from, maxHops, maxCost }, gaining);
      const ways = everyWay(asked, edges, gaining, { from, maxHops });
      for (const { node, cost, hops, way, after } of reached) {
        const nodes = [from, ...way.map((edge) => edges[edge]?.[1] as number)];
        expect(nodes.at(-1)).toBe(node);
        expect(hops).toBe(way.length);
        expect(cost).toBeLessThanOrEqual(maxCost);
        expect(ways).toContainEqual({ nodes, units: Math.round(cost * 1e9) });
        expect(after).toBe(nodes.slice(1).reduce((all, to) => all | (asked[to] as number), has));
      }
      const oneHop = ways.filter(
        ({ nodes, units }) => nodes.length === 2 && units / 1e9 <= maxCost,
      );
      expect(reached.map(({ node }) => node)).toEqual(
        expect.arrayContaining(oneHop.map(({ nodes }) => nodes[1])),
      );
    },
  );
  fc.assert(property, { numRuns: 400, seed: 6 });
});

it("is the same as without gaining when nothing is gained", () => {
  const property = fc.property(problems, ({ asked, edges, ...question }) => {
    const hops = hopGraph(asked, edges);
    const nothing: Gaining<null> = {
      start: null,
      costOf: ({ from, to, edge }) =>
        learning(asked, 0).costOf({ from, to, edge }, asked[from] as number),
      gain: () => null,
    };
    const { paths } = gainingCareerPaths(hops, question, nothing, ALL);
    const plain = paths.map(({ totalCost, hops }) => ({
      totalCost,
      hops: hops.map(({ after, ...hop }) => hop),
    }));
    expect(plain).toEqual(careerPaths(hops, question).paths);
    const reached = gainingReachable(hops, question, nothing);
    expect(reached.map(({ after, ...node }) => node)).toEqual(reachable(hops, question));
  });
  fc.assert(property, { numRuns: 400, seed: 7 });
});
