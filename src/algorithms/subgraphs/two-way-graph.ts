import {
  type DirectedGraph,
  endOfEntries,
  firstEntry,
  reverseGraph,
} from "../order/directed-graph";

/** A graph that can be walked against its edges as well. Plain data (worker-safe). Memory: 16 bytes an edge. */
export interface TwoWayGraph {
  readonly out: DirectedGraph;
  /** The same edges turned round. */
  readonly in: DirectedGraph;
}

/** Along the edges, against them, or both. */
export type Direction = "OUT" | "IN" | "BOTH";

/** An edge as it stands in the graph, whichever way it was walked. */
export interface GraphEdge {
  /** Edge number. */
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which edges count, by their number and the node at the end that is walked to: for example those of certain relations, to
 * nodes of certain kinds.
 */
export type EdgeTest = (edge: number, other: number) => boolean;

/** Cost: O(nodes + edges). */
export function toTwoWayGraph(graph: DirectedGraph): TwoWayGraph {
  return { out: graph, in: reverseGraph(graph) };
}

export function opposite(direction: Direction): Direction {
  if (direction === "BOTH") return direction;
  return direction === "OUT" ? "IN" : "OUT";
}

/**
 * The edges at a node, in a fixed order: what leaves it, then what leads to it; each by the id at the other end,
 * parallel ones by number.
 */
export function* edgesAt(
  graph: TwoWayGraph,
  node: number,
  direction: Direction,
  isCounted: EdgeTest,
): Generator<GraphEdge & { readonly other: number }> {
  for (const way of ["OUT", "IN"] as const) {
    if (direction !== "BOTH" && direction !== way) continue;
    const rows = way === "OUT" ? graph.out : graph.in;
    for (let entry = firstEntry(rows, node); entry < endOfEntries(rows, node); entry++) {
      const edge = rows.edge[entry] as number;
      const other = rows.target[entry] as number;
      if (!isCounted(edge, other)) continue;
      yield way === "OUT"
        ? { edge, from: node, to: other, other }
        : { edge, from: other, to: node, other };
    }
  }
}

export function everyEdge(): boolean {
  return true;
}
