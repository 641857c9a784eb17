/**
 * A directed graph in compressed sparse rows (CSR): what leaves node v stands at start[v] to start[v + 1] − 1 of
 * `target` and `edge`, ascending by rank of the target, then by edge number. Self-loops and parallel edges stay.
 *
 * Nodes are numbers from 0; an edge's number is its position in what the graph was made of, so that its kind, cost or
 * id is found in the caller's own arrays. Plain data (worker-safe) and never changed once made.
 */
export interface DirectedGraph {
  readonly nodeCount: number;
  /** `nodeCount` + 1 entries. */
  readonly start: Uint32Array;
  readonly target: Uint32Array;
  /** Edge number of each entry. */
  readonly edge: Uint32Array;
  /** For each node its place when nodes are ordered by id: what breaks ties, everywhere. */
  readonly rank: Uint32Array;
}

export interface GraphParts {
  readonly nodeCount: number;
  /** Node number where edge i starts. */
  readonly from: ArrayLike<number>;
  /** Node number where edge i ends. */
  readonly to: ArrayLike<number>;
  /** Places of the nodes in the order of their ids. Default: the numbers themselves. */
  readonly rank?: Uint32Array;
}

/**
 * Cost: O(nodes + edges), two counting sorts.
 *
 * @throws RangeError for a node number that is not there, and for lists that do not belong together.
 */
export function makeGraph({ nodeCount, from, to, rank }: GraphParts): DirectedGraph {
  if (from.length !== to.length)
    throw new RangeError(`${from.length} starts of edges, but ${to.length} ends`);
  const places = rank ?? Uint32Array.from({ length: nodeCount }, (_, node) => node);
  if (places.length !== nodeCount)
    throw new RangeError(`${places.length} ranks for ${nodeCount} nodes`);
  const edges = from.length;
  const byTarget = new Uint32Array(nodeCount + 1);
  const start = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edges; edge++) {
    const source = checkNode(from[edge] as number, nodeCount);
    const target = checkNode(to[edge] as number, nodeCount);
    (byTarget[(places[target] as number) + 1] as number)++;
    (start[source + 1] as number)++;
  }
  addUp(byTarget);
  addUp(start);
  const sorted = new Uint32Array(edges);
  for (let edge = 0; edge < edges; edge++)
    sorted[(byTarget[places[to[edge] as number] as number] as number)++] = edge;

  const next = start.slice(0, nodeCount);
  const targets = new Uint32Array(edges);
  const numbers = new Uint32Array(edges);
  for (const edge of sorted) {
    const entry = (next[from[edge] as number] as number)++;
    targets[entry] = to[edge] as number;
    numbers[entry] = edge;
  }
  return { nodeCount, start, target: targets, edge: numbers, rank: places };
}

/** The graph with every edge turned round; edges keep their numbers. Cost: O(nodes + edges). */
export function reverseGraph(graph: DirectedGraph): DirectedGraph {
  const { nodeCount, target, edge, rank } = graph;
  const start = new Uint32Array(nodeCount + 1);
  for (const node of target) (start[node + 1] as number)++;
  addUp(start);
  const next = start.slice(0, nodeCount);
  const sources = new Uint32Array(target.length);
  const numbers = new Uint32Array(target.length);
  for (const source of nodesByRank(rank))
    for (let entry = firstEntry(graph, source); entry < endOfEntries(graph, source); entry++) {
      const place = (next[target[entry] as number] as number)++;
      sources[place] = source;
      numbers[place] = edge[entry] as number;
    }
  return { nodeCount, start, target: sources, edge: numbers, rank };
}

/** Node numbers in the order of their ids. */
export function nodesByRank(rank: Uint32Array): Uint32Array {
  const nodes = new Uint32Array(rank.length);
  for (let node = 0; node < rank.length; node++) nodes[rank[node] as number] = node;
  return nodes;
}

/** First entry of what leaves a node. */
export function firstEntry(graph: { readonly start: Uint32Array }, node: number): number {
  return graph.start[node] as number;
}

/** One past the last entry of what leaves a node. */
export function endOfEntries(graph: { readonly start: Uint32Array }, node: number): number {
  return graph.start[node + 1] as number;
}

/** @throws RangeError unless it is the number of a node. */
export function checkNode(node: number, nodeCount: number): number {
  if (!Number.isInteger(node) || node < 0 || node >= nodeCount)
    throw new RangeError(`no node has the number ${node}; there are ${nodeCount}`);
  return node;
}

/** Turns counts, each one place to the right, into where each row starts. */
function addUp(counts: Uint32Array): void {
  for (let i = 1; i < counts.length; i++)
    counts[i] = (counts[i] as number) + (counts[i - 1] as number);
}
