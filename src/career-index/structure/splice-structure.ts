import {
  type DirectedGraph,
  endOfEntries,
  firstEntry,
} from "../../algorithms/order/directed-graph";
import { compareIds } from "../../algorithms/scoring/requirements/id-list";
import { formatUuid, uuidBytes } from "../../shared/uuid";
import type { StructurePart } from "./structure-part";
import {
  addEdges,
  type EdgeRow,
  type EdgeTable,
  EdgeTableBuilder,
  edgeIdBytes,
  type NodeRow,
  type NodeTable,
  NodeTableBuilder,
  nodeKindNumber,
} from "./structure-tables";

/** Nodes as they are now, with all links that start at them. */
export interface Reread {
  /** Which were read; those that `nodes` has not are gone. */
  readonly owners: readonly string[];
  /** In the order of ids. */
  readonly nodes: readonly NodeRow[];
  /** In the order of ids. */
  readonly edges: readonly EdgeRow[];
}

/** Whether the state says already what was read again: what changed is nothing that it holds, a name for example. */
export function isUpToDate(state: StructurePart, { owners, nodes, edges }: Reread): boolean {
  const { numberOf, ids } = state.nodes;
  const rows = new Map(nodes.map((row) => [row.id, row]));
  const isSameNode = (id: string): boolean => {
    const number = numberOf.get(id);
    const row = rows.get(id);
    if (number === undefined || !row) return number === undefined && !row;
    return (
      state.nodeKind[number] === nodeKindNumber(row.kind) &&
      state.isActive[number] === (row.isActive ? 1 : 0)
    );
  };
  if (!owners.every(isSameNode)) return false;

  const known = new Set<string>();
  const { out } = state.graph;
  for (const owner of owners) {
    const start = numberOf.get(owner);
    if (start === undefined) continue;
    for (let entry = firstEntry(out, start); entry < endOfEntries(out, start); entry++) {
      const edge = out.edge[entry] as number;
      known.add(`${state.edgeId(edge)} ${owner} ${ids[out.target[entry] as number]}`);
    }
  }
  const found = edges.filter(({ from, to }) => numberOf.has(from) && numberOf.has(to));
  // An edge never changes its kind.
  return (
    found.length === known.size &&
    found.every(({ id, from, to }) => known.has(`${id} ${from} ${to}`))
  );
}

/** Nodes after a splice. */
export interface SplicedNodes extends NodeTable {
  /** For each node number of the state before the number it has now, −1 for nodes that are gone; null: the same numbers. */
  readonly numbers: Int32Array | null;
}

/** The nodes with what was read again in its place. Cost: O(nodes), and much less when they are the same nodes. */
export function spliceNodes(state: StructurePart, { owners, nodes }: Reread): SplicedNodes {
  const { ids, numberOf } = state.nodes;
  const nodeKind = state.nodeKind.slice();
  const isActive = state.isActive.slice();
  const added = nodes.filter(({ id }) => !numberOf.has(id));
  const isGone = new Uint8Array(ids.length);
  let stay = ids.length;
  for (const owner of owners) {
    const number = numberOf.get(owner);
    if (number === undefined) continue;
    isGone[number] = 1;
    stay--;
  }
  for (const row of nodes) {
    const number = numberOf.get(row.id);
    if (number === undefined) continue;
    isGone[number] = 0;
    stay++;
    nodeKind[number] = nodeKindNumber(row.kind);
    isActive[number] = row.isActive ? 1 : 0;
  }
  if (stay === ids.length && added.length === 0)
    return { nodes: state.nodes, nodeKind, isActive, numbers: null };

  const numbers = new Int32Array(ids.length);
  const builder = new NodeTableBuilder();
  let next = 0;
  const addRowsBefore = (id: string | null) => {
    for (; next < added.length; next++) {
      const row = added[next] as NodeRow;
      if (id !== null && row.id > id) return;
      builder.add(row.id, nodeKindNumber(row.kind), row.isActive);
    }
  };
  for (let number = 0; number < ids.length; number++) {
    const id = ids[number] as string;
    addRowsBefore(id);
    numbers[number] = isGone[number] ? -1 : builder.count;
    if (!isGone[number]) builder.add(id, nodeKind[number] as number, isActive[number] === 1);
  }
  addRowsBefore(null);
  return { ...builder.build(), numbers };
}

/** The links between the spliced nodes with what was read again in its place. Cost: O(links), most of it copying. */
export function spliceEdges(
  state: StructurePart,
  { owners, edges }: Reread,
  { nodes, numbers }: SplicedNodes,
): EdgeTable {
  const { graph, edgeIds, edgeKind } = state;
  const count = edgeKind.length;
  const before = { edgeIds, edgeKind, ...endsOf(graph.out, numbers) };
  const dropped = new Set<number>();
  for (const owner of owners) {
    const node = state.nodes.numberOf.get(owner);
    if (node === undefined) continue;
    for (const edge of edgesOf(graph.out, node)) dropped.add(edge);
    // No link leads to a node that is gone: each has been changed as well, or the next change takes it away.
    if (numbers?.[node] === -1) for (const edge of edgesOf(graph.in, node)) dropped.add(edge);
  }
  const builder = new EdgeTableBuilder(count - dropped.size + edges.length);
  const steps: { readonly at: number; readonly row: EdgeRow | null }[] = [...dropped].map((at) => ({
    at,
    row: null,
  }));
  for (const row of edges) steps.push({ at: placeOf(edgeIds, row.id), row });
  steps.sort((a, b) => a.at - b.at || compareRows(a.row, b.row));
  let done = 0;
  for (const { at, row } of steps) {
    if (at > done) builder.copy(before, done, at);
    done = Math.max(done, at);
    if (row) addEdges(builder, [row], nodes.numberOf);
    else done = at + 1;
  }
  builder.copy(before, done, count);
  return builder.build();
}

/** What is added before an edge comes before the edge is dropped. */
function compareRows(a: EdgeRow | null, b: EdgeRow | null): number {
  if (!a || !b) return Number(b !== null) - Number(a !== null);
  return compareIds(a.id, b.id);
}

/** Ends of the edges by edge number, with the nodes' new numbers. */
function endsOf(out: DirectedGraph, numbers: Int32Array | null) {
  const from = new Uint32Array(out.edge.length);
  const to = new Uint32Array(out.edge.length);
  for (let node = 0; node < out.nodeCount; node++) {
    const start = numbers ? (numbers[node] as number) : node;
    for (let entry = firstEntry(out, node); entry < endOfEntries(out, node); entry++) {
      const edge = out.edge[entry] as number;
      const end = out.target[entry] as number;
      from[edge] = start;
      to[edge] = numbers ? (numbers[end] as number) : end;
    }
  }
  return { from, to };
}

function edgesOf(graph: DirectedGraph, node: number): Uint32Array {
  return graph.edge.subarray(firstEntry(graph, node), endOfEntries(graph, node));
}

/** How many edges have a lower id. */
function placeOf(edgeIds: Uint8Array, id: string): number {
  const bytes = uuidBytes(id);
  let low = 0;
  let high = edgeIds.length / bytes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bytes.compare(edgeIdBytes(edgeIds, middle)) > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The UUID of an edge by its number. */
export function edgeIdOf(edgeIds: Uint8Array, edge: number): string {
  return formatUuid(Buffer.from(edgeIdBytes(edgeIds, edge)));
}
