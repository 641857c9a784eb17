import { type DirectedGraph, endOfEntries, firstEntry } from "./directed-graph";

/** What `kahnLayers` gives nodes that stand on a cycle or behind one. */
export const NO_LAYER = -1;

/**
 * For each node the earliest layer in which everything before it is done: 0 when no edge leads to it, otherwise one
 * more than the highest layer among its predecessors (the longest way to it). Every edge leads to a higher layer. Nodes
 * on a cycle, and all behind one, get `NO_LAYER`: an order does not exist for them.
 *
 * `lengths` lets a node take more than one layer: what follows it starts at its layer + its length. Default: 1 each.
 *
 * Source: A. B. Kahn, "Topological Sorting of Large Networks", Comm. ACM 5(11), 1962.
 * Cost: O(nodes + edges).
 */
export function kahnLayers(graph: DirectedGraph, lengths?: ArrayLike<number>): Int32Array {
  const { nodeCount, target } = graph;
  const waitsFor = new Uint32Array(nodeCount);
  for (const node of target) (waitsFor[node] as number)++;
  const layer = new Int32Array(nodeCount);
  const queue = new Uint32Array(nodeCount);
  let end = 0;
  for (let node = 0; node < nodeCount; node++) if (waitsFor[node] === 0) queue[end++] = node;
  for (let place = 0; place < end; place++) {
    const node = queue[place] as number;
    const after = (layer[node] as number) + (lengths?.[node] ?? 1);
    for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++) {
      const follower = target[entry] as number;
      if ((layer[follower] as number) < after) layer[follower] = after;
      (waitsFor[follower] as number)--;
      if (waitsFor[follower] === 0) queue[end++] = follower;
    }
  }
  for (let node = 0; node < nodeCount; node++) if (waitsFor[node] !== 0) layer[node] = NO_LAYER;
  return layer;
}
