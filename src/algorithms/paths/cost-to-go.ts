import { endOfEntries, firstEntry } from "../order/directed-graph";
import type { HopGraph } from "./hop-graph";

/**
 * result[r][v]: the lowest cost, in units, of getting from node v to the target in at most r hops, for r from 0 to
 * `maxHops`; infinite where there is no such way. Nodes with `isAvoided[v]` = 1 are not entered, started from or
 * arrived at.
 *
 * Source: R. Bellman, "On a Routing Problem", Quart. Appl. Math. 16, 1958: each round allows one hop more.
 *
 * Cost: O(maxHops × hops), one pass over the arrays for each round until nothing changes.
 */
export function costsToGo(
  hops: HopGraph,
  target: number,
  maxHops: number,
  isAvoided: Uint8Array,
): Float64Array[] {
  const arrived = new Float64Array(hops.nodeCount).fill(Infinity);
  if (!isAvoided[target]) arrived[target] = 0;
  const rounds: Float64Array[] = [arrived];
  let before: Float64Array = arrived;
  let isChanging = true;
  for (let round = 1; round <= maxHops; round++) {
    if (isChanging) {
      const now = oneHopMore(hops, before, isAvoided);
      isChanging = now !== before;
      before = now;
    }
    rounds.push(before);
  }
  return rounds;
}

function oneHopMore(hops: HopGraph, before: Float64Array, isAvoided: Uint8Array): Float64Array {
  const now = before.slice();
  const { target, cost } = hops;
  let isChanged = false;
  for (let node = 0; node < hops.nodeCount; node++) {
    if (isAvoided[node]) continue;
    let best = now[node] as number;
    const end = endOfEntries(hops, node);
    for (let entry = firstEntry(hops, node); entry < end; entry++) {
      const through = (cost[entry] as number) + (before[target[entry] as number] as number);
      if (through < best) best = through;
    }
    if (best < (now[node] as number)) {
      now[node] = best;
      isChanged = true;
    }
  }
  return isChanged ? now : before;
}
