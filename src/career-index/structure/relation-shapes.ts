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
  const most = kind === null ? edgeKind.length : edgeKind.filter((each) => each === kind).length;
  const from = new Uint32Array(most);
  const to = new Uint32Array(most);
  let count = 0;
  const isEndKind = new Uint8Array(256);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!isActive[node]) continue;
    for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++) {
      const end = graph.target[entry] as number;
      if (kind !== null && edgeKind[graph.edge[entry] as number] !== kind) continue;
      if (!isActive[end]) continue;
      from[count] = node;
      to[count++] = end;
      isEndKind[nodeKind[node] as number] = 1;
      isEndKind[nodeKind[end] as number] = 1;
    }
  }
  const nodes: number[] = [];
  const place = new Uint32Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!isActive[node]) continue;
    if (kind !== null && !isEndKind[nodeKind[node] as number]) continue;
    place[node] = nodes.length;
    nodes.push(node);
  }
  for (let at = 0; at < count; at++) {
    from[at] = place[from[at] as number] as number;
    to[at] = place[to[at] as number] as number;
  }
  const shape = graphShape(
    makeGraph({
      nodeCount: nodes.length,
      from: from.subarray(0, count),
      to: to.subarray(0, count),
    }),
  );
  const named = (numbers: readonly number[]) => numbers.map((number) => nodes[number] as number);
  return { ...shape, orphans: named(shape.orphans), cycles: shape.cycles.map(named) };
}
