import type { IdList } from "../../algorithms/scoring/requirements/id-list";
import type { GraphShape } from "../../algorithms/subgraphs/graph-shape";
import type { TwoWayGraph } from "../../algorithms/subgraphs/two-way-graph";
import type { EdgeKind } from "../../edges/edge.entity";
import { LinkKind } from "../../edges/link.types";
import { NODE_TAGS, type NodeKind } from "../../shared/global-id";

/** The kinds of nodes by the number that stands for them. */
export const NODE_KINDS = Object.keys(NODE_TAGS) as readonly NodeKind[];
/** The kinds of links by the number that stands for them. */
export const EDGE_KINDS = Object.keys(LinkKind) as readonly EdgeKind[];

/**
 * All nodes and all links between nodes. Links are numbered in the order of their ids; nodes may have any numbers, but stand
 * everywhere in the order of their ids, so that two states of the same graph give the same answers, however they came about.
 * Statements with a value instead of a second node are no links here, nor is what a node has as
 * a part of itself: the role of a role level, its career level, the whole of a document.
 */
export interface StructurePart {
  readonly nodes: IdList;
  /** By node number: place in `NODE_KINDS`. */
  readonly nodeKind: Uint8Array;
  /** By node number: 1 for nodes in use. */
  readonly isActive: Uint8Array;
  readonly graph: TwoWayGraph;
  /** By edge number: place in `EDGE_KINDS`. */
  readonly edgeKind: Uint8Array;
  /** 16 bytes for each edge, by edge number. */
  readonly edgeIds: Uint8Array;
  /** UUID of an edge by its number. */
  edgeId(edge: number): string;
  /**
   * Numbers that describe all nodes in use and the links between them or, given a kind, the links of that kind and the
   * nodes in use of those kinds that have such a link. Worked out when first asked.
   */
  shape(kind: EdgeKind | null): Promise<GraphShape>;
}
