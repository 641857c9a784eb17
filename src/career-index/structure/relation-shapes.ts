import {
  type DirectedGraph,
  endOfEntries,
  firstEntry,
  makeGraph,
} from "../../algorithms/order/directed-graph";
import { type GraphShape, graphShape } from "../../algorithms/subgraphs/graph-shape";

/** What shapes are worked out from. Plain data (worker-safe). */
export interface ShapeSource {
  readonly graph: DirectedGraph;
  readonly nodeKind: Uint8Array;
  readonly isActive: Uint8Array;
  readonly edgeKind: Uint8Array;
}

/**
 * The shape of each relation, null for all together: of the links between nodes in use, and of the nodes in use that
 * could have such a link, those of the kinds that have one. Nodes are named by their numbers in the whole graph.
 */
export function relationShapes(
  source: ShapeSource,
  kinds: readonly (number | null)[],
): GraphShape[] {
  return kinds.map((kind) => relationShape(source, kind));
}

function relationShape(source: ShapeSource, kind: number | null): GraphShape {
  const { graph, nodeKind, isActive, edgeKind } = source;
  const from: number[] = [];
  const to: number[] = [];
  const endKinds = new Set<number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!isActive[node]) continue;
    for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++) {
      const end = graph.target[entry] as number;
      if (kind !== null && edgeKind[graph.edge[entry] as number] !== kind) continue;
      if (!isActive[end]) continue;
      from.push(node);
      to.push(end);
      endKinds.add(nodeKind[node] as number).add(nodeKind[end] as number);
    }
  }
  const nodes: number[] = [];
  const place = new Uint32Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!isActive[node]) continue;
    if (kind !== null && !endKinds.has(nodeKind[node] as number)) continue;
    place[node] = nodes.length;
    nodes.push(node);
  }
  const placed = (node: number): number => place[node] as number;
  const shape = graphShape(
    makeGraph({ nodeCount: nodes.length, from: from.map(placed), to: to.map(placed) }),
  );
  const named = (numbers: readonly number[]) => numbers.map((number) => nodes[number] as number);
  return { ...shape, orphans: named(shape.orphans), cycles: shape.cycles.map(named) };
}
