import { endOfEntries, firstEntry } from "../order/directed-graph";
import type { PathEnds } from "./cheapest-path";
import type { HopGraph } from "./hop-graph";

/**
 * Why there is no path:
 * - `SAME_NODE`: start and goal are the same, there is nowhere to go;
 * - `END_AVOIDED`: the start or the goal is among what is to be avoided;
 * - `TOO_MANY_HOPS`: there is one, but with more hops than are allowed; `hopsNeeded` says how many the shortest has;
 * - `UNKNOWN_COST`: every one takes a hop whose cost is unknown;
 * - `AVOIDED`: every one leads through what is to be avoided;
 * - `UNREACHABLE`: no chain of hops leads there, of whatever length.
 */
export type NoPathReason =
  | "SAME_NODE"
  | "END_AVOIDED"
  | "TOO_MANY_HOPS"
  | "UNKNOWN_COST"
  | "AVOIDED"
  | "UNREACHABLE";

export interface NoPath {
  readonly reason: NoPathReason;
  /** Fewest hops that would do; only with `TOO_MANY_HOPS`. */
  readonly hopsNeeded: number | null;
}

/** Why no path was found, or null if there is one. Cost: at most three breadth-first searches, O(nodes + hops) each. */
export function noPathReason(hops: HopGraph, ends: PathEnds): NoPath | null {
  const { from, to, maxHops, isAvoided } = ends;
  if (from === to) return { reason: "SAME_NODE", hopsNeeded: null };
  if (isAvoided[from] || isAvoided[to]) return { reason: "END_AVOIDED", hopsNeeded: null };
  const fewest = fewestHops(hops, from, to, (node, cost) => !isAvoided[node] && cost < Infinity);
  if (fewest !== null)
    return fewest > maxHops ? { reason: "TOO_MANY_HOPS", hopsNeeded: fewest } : null;
  if (fewestHops(hops, from, to, (node) => !isAvoided[node]) !== null)
    return { reason: "UNKNOWN_COST", hopsNeeded: null };
  const reason = fewestHops(hops, from, to, () => true) === null ? "UNREACHABLE" : "AVOIDED";
  return { reason, hopsNeeded: null };
}

function fewestHops(
  hops: HopGraph,
  from: number,
  to: number,
  isOpen: (node: number, cost: number) => boolean,
): number | null {
  const distance = new Int32Array(hops.nodeCount).fill(-1);
  distance[from] = 0;
  const queue = [from];
  for (let place = 0; place < queue.length; place++) {
    const node = queue[place] as number;
    if (node === to) return distance[node] as number;
    for (let entry = firstEntry(hops, node); entry < endOfEntries(hops, node); entry++) {
      const next = hops.target[entry] as number;
      if (distance[next] !== -1 || !isOpen(next, hops.cost[entry] as number)) continue;
      distance[next] = (distance[node] as number) + 1;
      queue.push(next);
    }
  }
  return null;
}
