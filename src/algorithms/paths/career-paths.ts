import { checkNode } from "../order/directed-graph";
import type { FoundPath, PathEnds } from "./cheapest-path";
import { fromUnits } from "./cost-units";
import type { Hop, HopGraph } from "./hop-graph";
import { kCheapestPaths } from "./k-cheapest-paths";
import { type NoPath, noPathReason } from "./no-path-reason";

/** Most hops that a path may be asked for. */
export const MAX_HOPS = 8;
/** Most paths that may be asked for. */
export const MAX_PATHS = 10;

export interface PathQuestion {
  /** Number of the node to start from; for a profile the one that `withStartingPoint` added. */
  readonly from: number;
  readonly to: number;
  /** 1 to `MAX_HOPS`, counted exactly. */
  readonly maxHops: number;
  /** Number of paths, 1 to `MAX_PATHS`. */
  readonly k: number;
  /** Nodes that no path may visit. */
  readonly avoid?: Iterable<number>;
}

export interface PathHop extends Hop {
  readonly cost: number;
}

export interface CareerPath {
  /** The sum of the costs of its hops. */
  readonly totalCost: number;
  /** At least one. */
  readonly hops: readonly PathHop[];
}

export interface CareerPaths {
  /**
   * The cheapest first; with equal costs the one with fewer hops, then the one with lower ids. Fewer than k when there
   * are fewer.
   */
  readonly paths: readonly CareerPath[];
  /** Why there is no path; null when there is one. */
  readonly none: NoPath | null;
  /** Hops of the graph that were left out since their cost is unknown. */
  readonly unknownHops: number;
}

/**
 * The k cheapest paths that visit no node twice, with costs that belong to the hops.
 *
 * Source: Yen (1971) over Dijkstra (1959), see `kCheapestPaths` and `CheapestPathSearch`. Exact, limit on hops
 * included. Costs are rounded to nine decimal places, and so compared, added and answered (`cost-units.ts`): the costs
 * of the hops add up to the total exactly as far as they are shown, and equal means equal.
 *
 * By hand: hops a→b 1, b→d 1, a→c 0.5, c→d 1.5, a→d 2 and k = 3 give a→d (2, one hop), a→b→d and a→c→d (2, two hops, b
 * before c). With maxHops 1 there is a→d alone.
 *
 * Cost: O(maxHops × hops) once, then at most k × maxHops goal-directed searches, most of which look at few nodes.
 *
 * @throws RangeError for a node that is not there, and for k and maxHops out of range.
 */
export function careerPaths(hops: HopGraph, question: PathQuestion): CareerPaths {
  const ends = toPathEnds(hops, question);
  const none = noPathReason(hops, ends);
  const found = none ? [] : kCheapestPaths(hops, ends, question.k);
  return {
    paths: found.map((path) => toCareerPath(hops, path)),
    none,
    unknownHops: hops.unknownHops,
  };
}

/** @throws RangeError for a node that is not there, and for k and maxHops out of range. */
export function toPathEnds(hops: HopGraph, question: PathQuestion): PathEnds {
  checkWhole(question.k, "k", MAX_PATHS);
  return {
    from: checkNode(question.from, hops.nodeCount),
    to: checkNode(question.to, hops.nodeCount),
    maxHops: checkWhole(question.maxHops, "maxHops", MAX_HOPS),
    isAvoided: marked(question.avoid ?? [], hops.nodeCount),
  };
}

/** 1 for each of the nodes. @throws RangeError for a node that is not there. */
export function marked(nodes: Iterable<number>, nodeCount: number): Uint8Array {
  const marks = new Uint8Array(nodeCount);
  for (const node of nodes) marks[checkNode(node, nodeCount)] = 1;
  return marks;
}

/** @throws RangeError unless it is a whole number from 1 to `most`. */
export function checkWhole(value: number, name: string, most: number): number {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new RangeError(`${name} must be a whole number from 1 to ${most}: ${value}`);
  return value;
}

function toCareerPath(hops: HopGraph, path: FoundPath): CareerPath {
  return {
    totalCost: fromUnits(path.units),
    hops: path.entries.map((entry, at) => ({
      from: path.nodes[at] as number,
      to: path.nodes[at + 1] as number,
      edge: hops.edge[entry] as number,
      cost: fromUnits(hops.cost[entry] as number),
    })),
  };
}
