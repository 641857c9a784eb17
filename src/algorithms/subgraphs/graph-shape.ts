import {
  type DirectedGraph,
  endOfEntries,
  firstEntry,
  makeGraph,
  nodesByRank,
} from "../order/directed-graph";
import { kahnLayers } from "../order/kahn-layers";
import { cyclicComponents, stronglyConnected } from "../order/strongly-connected";

export interface GraphShape {
  readonly nodes: number;
  /** Parallel edges and edges from a node to itself included. */
  readonly edges: number;
  /** Share of the ordered pairs of different nodes that an edge connects, 0 to 1; null with fewer than two nodes. */
  readonly density: number | null;
  /** Nodes without an edge to or from another node, by id. */
  readonly orphans: readonly number[];
  /** Parts that no edge connects, directions ignored; an orphan is a part of its own. */
  readonly components: number;
  /** Nodes of the largest part; 0 without nodes. */
  readonly largestComponent: number;
  /** Sets of nodes that reach each other, or themselves: strongly connected components with a cycle, by id. */
  readonly cycles: readonly (readonly number[])[];
  /** Edges of the longest chain; each set of `cycles` counts as a single node. */
  readonly longestChain: number;
}

/**
 * Numbers that describe a graph, all its relations or one of them. A set of nodes with several cycles counts once in
 * `cycles`: the number of single cycles can be exponential.
 *
 * Cost: O(nodes + edges).
 */
export function graphShape(graph: DirectedGraph): GraphShape {
  const parts = weakComponents(graph);
  const size = new Uint32Array(graph.nodeCount);
  for (const part of parts) (size[part] as number)++;
  const components = stronglyConnected(graph);
  const { from, to, pairs } = condense(graph, components.of);
  const condensed = makeGraph({ nodeCount: components.count, from, to });
  return {
    nodes: graph.nodeCount,
    edges: graph.target.length,
    density: graph.nodeCount < 2 ? null : pairs / (graph.nodeCount * (graph.nodeCount - 1)),
    orphans: [...nodesByRank(graph.rank).filter((node) => size[parts[node] as number] === 1)],
    components: size.reduce((count, nodes) => count + Math.min(nodes, 1), 0),
    largestComponent: size.reduce((most, nodes) => Math.max(most, nodes), 0),
    cycles: cyclicComponents(graph, components),
    longestChain: kahnLayers(condensed).reduce((most, layer) => Math.max(most, layer), 0),
  };
}

/**
 * For each node a number of the part it belongs to, directions ignored: the same for two nodes exactly if edges connect
 * them.
 *
 * Union-find with path halving (R. Tarjan and J. van Leeuwen, "Worst-Case Analysis of Set Union Algorithms", 1984).
 */
export function weakComponents(graph: DirectedGraph): Uint32Array {
  const parent = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let node = 0; node < graph.nodeCount; node++)
    for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++) {
      const [a, b] = [find(node), find(graph.target[entry] as number)];
      // The lower number stays, so that the answer does not depend on the order of edges.
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  return parent.map((_, node) => find(node));
}

/** Edges between components by the components' numbers, and how many pairs of different nodes edges connect. */
function condense(
  graph: DirectedGraph,
  componentOf: Uint32Array,
): { from: Uint32Array; to: Uint32Array; pairs: number } {
  // Plain loops over typed arrays: this is most of the work on a large graph.
  const from = new Uint32Array(graph.target.length);
  const to = new Uint32Array(graph.target.length);
  let count = 0;
  let pairs = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    const start = componentOf[node] as number;
    let last = -1;
    for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++) {
      const target = graph.target[entry] as number;
      // Parallel edges stand next to each other.
      if (target === last) continue;
      last = target;
      if (target !== node) pairs++;
      const end = componentOf[target] as number;
      if (end === start) continue;
      from[count] = start;
      to[count++] = end;
    }
  }
  return { from: from.subarray(0, count), to: to.subarray(0, count), pairs };
}
