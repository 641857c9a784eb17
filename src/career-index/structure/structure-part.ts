import type { IdList } from "../../algorithms/scoring/requirements/id-list";
import type { GraphShape } from "../../algorithms/subgraphs/graph-shape";
import type { TwoWayGraph } from "../../algorithms/subgraphs/two-way-graph";

/** All nodes and all links between nodes. Statements with a value instead of a second node are no links here. */
export interface StructurePart {
  readonly nodes: IdList;
  /** By node number: place in `NODE_KINDS`. */
  readonly nodeKind: Uint8Array;
  /** By node number: 1 for nodes in use. */
  readonly isActive: Uint8Array;
  readonly graph: TwoWayGraph;
  /** By edge number: place in `EDGE_KINDS`. */
  readonly edgeKind: Uint8Array;
  /** UUID of an edge by its number. */
  edgeId(edge: number): string;
  /** Numbers that describe the graph or, given the name of a kind of links, that relation; worked out when first asked. */
  shape(kind: string | null): Promise<GraphShape>;
}
