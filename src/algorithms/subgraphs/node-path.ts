import { checkNode } from "../order/directed-graph";
import { checkRange } from "./subgraph";
import {
  type Direction,
  type EdgeTest,
  edgesAt,
  everyEdge,
  type GraphEdge,
  opposite,
  type TwoWayGraph,
} from "./two-way-graph";

export interface NodePathQuestion {
  readonly from: number;
  readonly to: number;
  /** Most edges, 1 or more. */
  readonly maxDepth: number;
  /** Which way edges may be walked. Default: both. */
  readonly direction?: Direction;
  /** Edges that may be walked. Default: all. */
  readonly isCounted?: EdgeTest;
}

/** Why there is no path: none at all leads there, or only longer ones than allowed might. */
export type NoNodePathReason = "UNREACHABLE" | "TOO_FAR";

export interface NodePath {
  /** From one end to the other; empty when there is no path. A node's path to itself is that node. */
  readonly nodes: readonly number[];
  /** One less than the nodes, in the same order. */
  readonly edges: readonly GraphEdge[];
  /** Null when there is a path. */
  readonly none: NoNodePathReason | null;
}

/**
 * A path with the fewest edges between two nodes; of several the one whose nodes have the lowest ids from the start on,
 * and of parallel edges the first in the order of `edgesAt`.
 *
 * Breadth-first from both ends, always on the side with fewer nodes to go on from (I. Pohl, "Bi-directional Search",
 * 1971), until the sides meet. `TOO_FAR` says that within `maxDepth` the ends did not meet and neither side came to an
 * end.
 *
 * Cost: O(edges at the nodes within half the distance), O(nodes + edges) at most.
 *
 * @throws RangeError for a node that is not there, and for maxDepth below 1.
 */
export function nodePath(graph: TwoWayGraph, question: NodePathQuestion): NodePath {
  const { from, to, maxDepth, direction = "BOTH", isCounted = everyEdge } = question;
  checkNode(from, graph.out.nodeCount);
  checkNode(to, graph.out.nodeCount);
  checkRange(maxDepth, "maxDepth", 1, Number.MAX_SAFE_INTEGER);
  const here = new Side(graph, from, direction, isCounted);
  const there = new Side(graph, to, opposite(direction), isCounted);
  const hasMet = () => here.outermost.some((node) => there.steps.has(node));
  while (!hasMet() && here.depth + there.depth < maxDepth) {
    const [small, large] =
      here.outermost.length <= there.outermost.length ? [here, there] : [there, here];
    if (small.outermost.length === 0 || large.outermost.length === 0) break;
    small.grow();
  }
  if (!hasMet()) {
    const isAtEnd = here.outermost.length === 0 || there.outermost.length === 0;
    return { nodes: [], edges: [], none: isAtEnd ? "UNREACHABLE" : "TOO_FAR" };
  }
  return { ...lowestPath(graph, here, there, direction, isCounted), none: null };
}

/** What has been seen from one end. */
class Side {
  /** Number of edges from the end to each node seen. */
  readonly steps = new Map<number, number>();
  /** The nodes farthest away so far. */
  outermost: number[];
  depth = 0;

  constructor(
    private readonly graph: TwoWayGraph,
    end: number,
    private readonly direction: Direction,
    private readonly isCounted: EdgeTest,
  ) {
    this.steps.set(end, 0);
    this.outermost = [end];
  }

  grow(): void {
    this.depth++;
    const found: number[] = [];
    for (const node of this.outermost)
      for (const { other } of edgesAt(this.graph, node, this.direction, this.isCounted)) {
        if (this.steps.has(other)) continue;
        this.steps.set(other, this.depth);
        found.push(other);
      }
    this.outermost = found;
  }
}

/** The sides meet at the outermost nodes of both, so every shortest path goes through one of them. */
function lowestPath(
  graph: TwoWayGraph,
  here: Side,
  there: Side,
  direction: Direction,
  isCounted: EdgeTest,
): { nodes: number[]; edges: GraphEdge[] } {
  const toGo = new Map(there.steps);
  let layer = here.outermost.filter((node) => there.steps.has(node));
  for (let steps = here.depth - 1; steps >= 0; steps--) {
    const before = new Set<number>();
    for (const node of layer)
      for (const { other } of edgesAt(graph, node, opposite(direction), isCounted))
        if (here.steps.get(other) === steps) before.add(other);
    layer = [...before];
    for (const node of layer) toGo.set(node, here.depth - steps + there.depth);
  }

  const { rank } = graph.out;
  const start = layer[0] as number;
  const nodes = [start];
  const edges: GraphEdge[] = [];
  for (let left = here.depth + there.depth; left > 0; left--) {
    let next: { edge: GraphEdge; other: number } | undefined;
    for (const { other, ...edge } of edgesAt(graph, nodes.at(-1) as number, direction, isCounted))
      if (toGo.get(other) === left - 1)
        if (!next || (rank[other] as number) < (rank[next.other] as number)) next = { edge, other };
    if (!next) break;
    nodes.push(next.other);
    edges.push(next.edge);
  }
  return { nodes, edges };
}
