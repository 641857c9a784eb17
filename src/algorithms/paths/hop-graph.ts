import { checkNode, type DirectedGraph, endOfEntries, firstEntry } from "../order/directed-graph";
import { toUnits } from "./cost-units";

/**
 * Moves between roles with one kind of cost, in the rows of `DirectedGraph`, at most one hop from a node to another.
 * Plain data (worker-safe) and never changed once made. Memory: 16 bytes a hop.
 */
export interface HopGraph extends DirectedGraph {
  /** Cost of each entry in units of 1e-9 (`cost-units.ts`); infinite: unknown, no path takes it. */
  readonly cost: Float64Array;
  /** Pairs of nodes with a hop whose cost is unknown; to be shown beside an answer. */
  readonly unknownHops: number;
  /** Number of edges the graph was made of; hops from an added starting point are numbered from here on. */
  readonly edgeCount: number;
}

/** One hop as callers see it. */
export interface Hop {
  readonly from: number;
  readonly to: number;
  /** Edge number; from a starting point `edgeCount` + position in its hops. */
  readonly edge: number;
}

/**
 * The moves of a graph with their costs. One graph of moves serves several kinds of cost.
 *
 * Of parallel edges the cheapest counts, of equal ones the first: two paths differ by the nodes they visit. An edge
 * from a node to itself is no move and is left out.
 *
 * @param costs by edge number, 0 to `MAX_HOP_COST`; `NaN` is unknown.
 * @throws RangeError for a cost out of range, and unless there is one for each edge.
 */
export function makeHopGraph(graph: DirectedGraph, costs: ArrayLike<number>): HopGraph {
  const edgeCount = graph.target.length;
  if (costs.length !== edgeCount)
    throw new RangeError(`${costs.length} costs for ${edgeCount} edges`);
  const start = new Uint32Array(graph.nodeCount + 1);
  const target = new Uint32Array(edgeCount);
  const edge = new Uint32Array(edgeCount);
  const cost = new Float64Array(edgeCount);
  let end = 0;
  let unknownHops = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    let entry = firstEntry(graph, node);
    const last = endOfEntries(graph, node);
    while (entry < last) {
      const to = graph.target[entry] as number;
      let best = Infinity;
      let bestEdge = graph.edge[entry] as number;
      for (; entry < last && graph.target[entry] === to; entry++) {
        const units = toUnits(costs[graph.edge[entry] as number] as number);
        if (units < best) {
          best = units;
          bestEdge = graph.edge[entry] as number;
        }
      }
      if (to === node) continue;
      if (best === Infinity) unknownHops++;
      target[end] = to;
      edge[end] = bestEdge;
      cost[end++] = best;
    }
    start[node + 1] = end;
  }
  return {
    nodeCount: graph.nodeCount,
    start,
    target: target.slice(0, end),
    edge: edge.slice(0, end),
    cost: cost.slice(0, end),
    rank: graph.rank,
    unknownHops,
    edgeCount,
  };
}

/** A hop from a place that is no node of the graph, such as from a person's profile to a role within reach. */
export interface FirstHop {
  readonly to: number;
  /** 0 to `MAX_HOP_COST`; `NaN` is unknown. */
  readonly cost: number;
}

/**
 * The graph with one more node, number `nodeCount`, from which the given hops lead; no hop leads to it. For paths that
 * start from a profile. The given graph stays as it is.
 *
 * Cost: O(nodes + hops), a copy of the arrays.
 *
 * @throws RangeError for a node that is not there and a cost out of range.
 */
export function withStartingPoint(hops: HopGraph, firstHops: readonly FirstHop[]): HopGraph {
  const { nodeCount, edgeCount } = hops;
  const cheapest = new Map<number, { units: number; edge: number }>();
  firstHops.forEach(({ to, cost }, position) => {
    const units = toUnits(cost);
    const known = cheapest.get(checkNode(to, nodeCount));
    if (!known || units < known.units) cheapest.set(to, { units, edge: edgeCount + position });
  });
  const rankOf = (node: number) => hops.rank[node] as number;
  const added = [...cheapest].sort(([a], [b]) => rankOf(a) - rankOf(b));
  return {
    nodeCount: nodeCount + 1,
    start: joined(Uint32Array, hops.start, [hops.target.length + added.length]),
    target: joined(
      Uint32Array,
      hops.target,
      added.map(([to]) => to),
    ),
    edge: joined(
      Uint32Array,
      hops.edge,
      added.map(([, { edge }]) => edge),
    ),
    cost: joined(
      Float64Array,
      hops.cost,
      added.map(([, { units }]) => units),
    ),
    rank: joined(Uint32Array, hops.rank, [nodeCount]),
    unknownHops: hops.unknownHops + added.filter(([, { units }]) => units === Infinity).length,
    edgeCount: edgeCount + firstHops.length,
  };
}

function joined<T extends Uint32Array | Float64Array>(
  Type: new (length: number) => T,
  start: T,
  end: readonly number[],
): T {
  const all = new Type(start.length + end.length);
  all.set(start);
  all.set(end, start.length);
  return all;
}
