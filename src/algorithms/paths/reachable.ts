import { checkNode, endOfEntries, firstEntry } from "../order/directed-graph";
import { checkWhole, MAX_HOPS, marked } from "./career-paths";
import { fromUnits } from "./cost-units";
import type { HopGraph } from "./hop-graph";
import { Labels } from "./labels";

export interface ReachQuestion {
  /** Number of the node to start from; for a profile the one that `withStartingPoint` added. */
  readonly from: number;
  /** 1 to `MAX_HOPS`. */
  readonly maxHops: number;
  /** 0 or more. Default: no limit. */
  readonly maxCost?: number;
  /** Nodes that no way may visit; the start may be among them. */
  readonly avoid?: Iterable<number>;
}

export interface ReachedNode {
  readonly node: number;
  readonly cost: number;
  /** Number of hops of its cheapest way. */
  readonly hops: number;
  /** The node before it on its cheapest way. That node's own cheapest way may be another one, with more hops. */
  readonly via: number;
  /** Edge numbers of its cheapest way. */
  readonly way: readonly number[];
}

/**
 * All nodes that can be reached within a cost and a number of hops, each with its cheapest way: the cheapest first,
 * with equal costs those with fewer hops, then by id. The start is not among them. Nothing within reach gives an empty
 * list.
 *
 * By rounds of one hop (R. Bellman, "On a Routing Problem", 1958): a way to a node is kept when it is cheaper than all
 * with fewer hops; of equal ones the one with lower ids. Exact, limit on hops included. Costs are rounded to nine
 * decimal places.
 *
 * Cost: O(maxHops × hops).
 *
 * @throws RangeError for a node that is not there, and for maxHops and maxCost out of range.
 */
export function reachable(hops: HopGraph, question: ReachQuestion): ReachedNode[] {
  const { from, maxHops, maxCost, isAvoided } = toReach(hops, question);
  const labels = new Labels(hops.rank);
  labels.restart(from, 0);
  /** Label of the best way to each node + 1; 0: none yet. */
  const best = new Uint32Array(hops.nodeCount);
  best[from] = 1;
  let round: number[] = [from];
  for (let count = 1; count <= maxHops && round.length > 0; count++) {
    const labelsBefore = labels.node.length;
    const improved: number[] = [];
    const ways = round.map((node) => (best[node] as number) - 1);
    for (const label of ways) {
      const node = labels.node[label] as number;
      for (let entry = firstEntry(hops, node); entry < endOfEntries(hops, node); entry++) {
        const next = hops.target[entry] as number;
        const units = (labels.units[label] as number) + (hops.cost[entry] as number);
        if (isAvoided[next] || units === Infinity || fromUnits(units) > maxCost) continue;
        const known = (best[next] as number) - 1;
        const isOfThisRound = known >= labelsBefore;
        if (known >= 0) {
          const knownUnits = labels.units[known] as number;
          if (knownUnits < units) continue;
          if (knownUnits === units)
            if (!isOfThisRound || !labels.isLowerWay(label, labels.parent[known] as number))
              continue;
        }
        if (!isOfThisRound) improved.push(next);
        best[next] = labels.add(next, count, units, label, entry) + 1;
      }
    }
    round = improved;
  }
  return [...best.keys()]
    .filter((node) => best[node] !== 0 && node !== from)
    .map((node) => (best[node] as number) - 1)
    .sort(
      (a, b) =>
        (labels.units[a] as number) - (labels.units[b] as number) ||
        (labels.hops[a] as number) - (labels.hops[b] as number) ||
        (hops.rank[labels.node[a] as number] as number) -
          (hops.rank[labels.node[b] as number] as number),
    )
    .map((label) => ({
      node: labels.node[label] as number,
      cost: fromUnits(labels.units[label] as number),
      hops: labels.hops[label] as number,
      via: labels.node[labels.parent[label] as number] as number,
      way: labels.wayTo(label).map((at) => hops.edge[labels.entry[at] as number] as number),
    }));
}

/** @throws RangeError for a node that is not there, and for maxHops and maxCost out of range. */
export function toReach(hops: HopGraph, question: ReachQuestion) {
  const { from, maxHops, maxCost = Infinity, avoid = [] } = question;
  if (!(maxCost >= 0)) throw new RangeError(`maxCost must be 0 or more: ${maxCost}`);
  return {
    from: checkNode(from, hops.nodeCount),
    maxHops: checkWhole(maxHops, "maxHops", MAX_HOPS),
    maxCost,
    isAvoided: marked(avoid, hops.nodeCount),
  };
}
