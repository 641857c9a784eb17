import { checkNode } from "../order/directed-graph";
import {
  type Direction,
  type EdgeTest,
  edgesAt,
  everyEdge,
  type GraphEdge,
  type TwoWayGraph,
} from "./two-way-graph";

/** Most steps away from the roots. */
export const MAX_DEPTH = 4;
/** Most nodes of an answer. */
export const MAX_NODES = 500;
/** Edges of an answer, unless the question says otherwise. */
export const DEFAULT_EDGE_LIMIT = 5_000;

export interface SubgraphQuestion {
  readonly roots: readonly number[];
  /** 0 (the roots alone) to `MAX_DEPTH`. */
  readonly depth: number;
  /** Most nodes, 1 to `MAX_NODES`. */
  readonly limit: number;
  /** Which way to walk. Default: both. */
  readonly direction?: Direction;
  /** Edges that are walked and shown. Default: all. */
  readonly isCounted?: EdgeTest;
  /** Most edges, 0 or more. Default: `DEFAULT_EDGE_LIMIT`. */
  readonly edgeLimit?: number;
}

export interface Subgraph {
  /** In the order in which they were found: by number of steps from the nearest root. */
  readonly nodes: readonly { readonly node: number; readonly depth: number }[];
  /**
   * All counted edges between these nodes, also those that were not walked; by the order of the start, then of the end.
   */
  readonly edges: readonly GraphEdge[];
  /** Whether nodes within the depth, or edges between the nodes, were left out for want of room. */
  readonly truncated: boolean;
}

/**
 * What lies around some nodes, for a picture.
 *
 * Breadth-first: nodes nearer to a root come first, then by the order of the node they were found from (roots as given,
 * each once), then in the order of `edgesAt`. So the same question always gets the same answer, and a lower limit or
 * depth gives a beginning of it.
 *
 * Cost: O(edges at the nodes of the answer).
 *
 * @throws RangeError for a node that is not there, and for a depth or limit out of range.
 */
export function subgraph(graph: TwoWayGraph, question: SubgraphQuestion): Subgraph {
  const { depth, limit, direction = "BOTH", isCounted = everyEdge } = question;
  const { edgeLimit = DEFAULT_EDGE_LIMIT } = question;
  const roots = question.roots.map((node) => checkNode(node, graph.out.nodeCount));
  checkRange(depth, "depth", 0, MAX_DEPTH);
  checkRange(limit, "limit", 1, MAX_NODES);
  checkRange(edgeLimit, "edgeLimit", 0, Number.MAX_SAFE_INTEGER);
  const place = new Map<number, number>();
  const nodes: { node: number; depth: number }[] = [];
  /** False when there is no room for it. */
  const add = (node: number, steps: number): boolean => {
    if (place.has(node)) return true;
    if (nodes.length === limit) return false;
    place.set(node, nodes.length);
    nodes.push({ node, depth: steps });
    return true;
  };
  let isComplete = roots.every((root) => add(root, 0));
  for (let next = 0; isComplete && next < nodes.length; next++) {
    const { node, depth: steps } = nodes[next] as { node: number; depth: number };
    if (steps === depth) break;
    for (const { other } of edgesAt(graph, node, direction, isCounted)) {
      isComplete = add(other, steps + 1);
      if (!isComplete) break;
    }
  }
  const edges: GraphEdge[] = [];
  for (const { node } of nodes)
    for (const { edge, from, to } of edgesAt(graph, node, "OUT", isCounted)) {
      if (!place.has(to)) continue;
      if (edges.length === edgeLimit) return { nodes, edges, truncated: true };
      edges.push({ edge, from, to });
    }
  return { nodes, edges, truncated: !isComplete };
}

/** @throws RangeError unless it is a whole number in the range. */
export function checkRange(value: number, name: string, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}: ${value}`);
}
