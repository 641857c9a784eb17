import { type DirectedGraph, endOfEntries, firstEntry, nodesByRank } from "./directed-graph";

export interface Components {
  /** Number of components. */
  readonly count: number;
  /** Component number of each node. An edge between two components leads from the higher number to the lower. */
  readonly of: Uint32Array;
}

/**
 * Strongly connected components: nodes that all reach each other. A node on no cycle is a component of its own.
 *
 * Source: R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Comput. 1(2), 1972; with a stack of its
 * own instead of recursion, so that a chain of any length is fine. Components come out in reverse topological order.
 *
 * Cost: O(nodes + edges).
 */
export function stronglyConnected(graph: DirectedGraph): Components {
  const { nodeCount, target } = graph;
  const component = new Uint32Array(nodeCount);
  const index = new Uint32Array(nodeCount); // 0: not visited
  const low = new Uint32Array(nodeCount);
  const isOpen = new Uint8Array(nodeCount);
  const open = new Uint32Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  const next = graph.start.slice(0, nodeCount);
  let visited = 0;
  let opened = 0;
  let count = 0;

  for (let root = 0; root < nodeCount; root++) {
    if (index[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const node = path[depth] as number;
      if (index[node] === 0) {
        index[node] = low[node] = ++visited;
        open[opened++] = node;
        isOpen[node] = 1;
      }
      if ((next[node] as number) < endOfEntries(graph, node)) {
        const reached = target[(next[node] as number)++] as number;
        if (index[reached] === 0) path[++depth] = reached;
        else if (isOpen[reached])
          low[node] = Math.min(low[node] as number, index[reached] as number);
        continue;
      }
      if (low[node] === index[node]) {
        let member: number;
        do {
          member = open[--opened] as number;
          isOpen[member] = 0;
          component[member] = count;
        } while (member !== node);
        count++;
      }
      depth--;
      if (depth >= 0) {
        const parent = path[depth] as number;
        low[parent] = Math.min(low[parent] as number, low[node] as number);
      }
    }
  }
  return { count, of: component };
}

/**
 * The components that have a cycle: two or more nodes, or one with an edge to itself. Nodes are listed by rank,
 * components by the rank of their first node.
 */
export function cyclicComponents(graph: DirectedGraph, components: Components): number[][] {
  const size = new Uint32Array(components.count);
  for (const component of components.of) (size[component] as number)++;
  // Most components are single nodes: a list is made for those that count alone.
  const members = new Map<number, number[]>();
  for (const node of nodesByRank(graph.rank)) {
    const component = components.of[node] as number;
    if (size[component] === 1 && !hasSelfLoop(graph, node)) continue;
    const known = members.get(component);
    if (known) known.push(node);
    else members.set(component, [node]);
  }
  return [...members.values()];
}

function hasSelfLoop(graph: DirectedGraph, node: number): boolean {
  for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++)
    if (graph.target[entry] === node) return true;
  return false;
}
