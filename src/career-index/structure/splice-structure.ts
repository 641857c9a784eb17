import {
  type DirectedGraph,
  endOfEntries,
  firstEntry,
  nodesByRank,
} from "../../algorithms/order/directed-graph";
import { compareIds, type IdList } from "../../algorithms/scoring/requirements/id-list";
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
  nodeKindNumber,
  resized,
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

/**
 * The nodes with what was read again in its place. Numbers stay, new nodes come last: giving every node a new number would
 * take longer than all the rest. Null when a node is gone, which happens where two became one: then numbers cannot stay.
 *
 * Cost: O(nodes), most of it copying.
 */
export function spliceNodes(state: StructurePart, { owners, nodes }: Reread): NodeTable | null {
  const before = state.nodes;
  const added = nodes.filter(({ id }) => !before.numberOf.has(id));
  const known = owners.filter((owner) => before.numberOf.has(owner));
  if (known.length + added.length > nodes.length) return null;

  const ids = [...before.ids, ...added.map(({ id }) => id)];
  const nodeKind = resized(state.nodeKind, ids.length);
  const isActive = resized(state.isActive, ids.length);
  const numberOf = added.length === 0 ? before.numberOf : new Map(before.numberOf);
  added.forEach(({ id }, at) => {
    (numberOf as Map<string, number>).set(id, before.ids.length + at);
  });
  for (const { id, kind, isActive: isInUse } of nodes) {
    const number = numberOf.get(id) as number;
    nodeKind[number] = nodeKindNumber(kind);
    isActive[number] = isInUse ? 1 : 0;
  }
  if (added.length === 0) return { nodes: before, nodeKind, isActive };
  return { nodes: { ids, numberOf, rank: rankWith(before, added) }, nodeKind, isActive };
}

/** The places of the nodes in the order of their ids, with nodes that are added in the order of theirs. */
function rankWith({ ids, rank }: IdList, added: readonly NodeRow[]): Uint32Array {
  const byId = nodesByRank(rank);
  const places = added.map(({ id }) =>
    lowestPlace(byId.length, (place) => (ids[byId[place] as number] as string) > id),
  );
  // So many of the added ones come before a place.
  const moved = new Uint32Array(byId.length + 1);
  for (const place of places) (moved[place] as number)++;
  for (let place = 1; place < moved.length; place++)
    moved[place] = (moved[place] as number) + (moved[place - 1] as number);
  const result = resized(rank, ids.length + added.length);
  for (let node = 0; node < rank.length; node++)
    result[node] = (rank[node] as number) + (moved[rank[node] as number] as number);
  places.forEach((place, at) => {
    result[ids.length + at] = place + at;
  });
  return result;
}

/** The links between the spliced nodes with what was read again in its place. Cost: O(links), most of it copying. */
export function spliceEdges(
  state: StructurePart,
  { owners, edges }: Reread,
  { nodes }: NodeTable,
): EdgeTable {
  const { graph, edgeIds, edgeKind } = state;
  const count = edgeKind.length;
  const before = { edgeIds, edgeKind, ...endsOf(graph.out) };
  const dropped = owners.flatMap((owner) => {
    const node = state.nodes.numberOf.get(owner);
    return node === undefined ? [] : [...edgesOf(graph.out, node)];
  });
  const builder = new EdgeTableBuilder(count - dropped.length + edges.length);
  const steps: { readonly at: number; readonly row: EdgeRow | null }[] = dropped.map((at) => ({
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

/** Ends of the edges by edge number. */
function endsOf(out: DirectedGraph): { from: Uint32Array; to: Uint32Array } {
  const from = new Uint32Array(out.edge.length);
  const to = new Uint32Array(out.edge.length);
  for (let node = 0; node < out.nodeCount; node++)
    for (let entry = firstEntry(out, node); entry < endOfEntries(out, node); entry++) {
      const edge = out.edge[entry] as number;
      from[edge] = node;
      to[edge] = out.target[entry] as number;
    }
  return { from, to };
}

function edgesOf(graph: DirectedGraph, node: number): Uint32Array {
  return graph.edge.subarray(firstEntry(graph, node), endOfEntries(graph, node));
}

/** How many edges have a lower id. */
function placeOf(edgeIds: Uint8Array, id: string): number {
  const bytes = uuidBytes(id);
  return lowestPlace(
    edgeIds.length / bytes.length,
    (edge) => bytes.compare(edgeIdBytes(edgeIds, edge)) <= 0,
  );
}

/** The first of the places 0 to `count` − 1 from which on something holds; `count` when it holds nowhere. */
function lowestPlace(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The UUID of an edge by its number. */
export function edgeIdOf(edgeIds: Uint8Array, edge: number): string {
  return formatUuid(Buffer.from(edgeIdBytes(edgeIds, edge)));
}
