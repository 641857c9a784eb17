import type { IdList } from "../../algorithms/scoring/requirements/id-list";
import { uuidBytes } from "../../shared/uuid";
import { EDGE_KINDS, NODE_KINDS } from "./structure-part";

export interface NodeRow {
  readonly id: string;
  readonly kind: string;
  readonly isActive: boolean;
}

export interface EdgeRow {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/** Nodes by their numbers. */
export interface NodeTable {
  readonly nodes: IdList;
  readonly nodeKind: Uint8Array;
  readonly isActive: Uint8Array;
}

/** Links in the order of their ids. */
export interface EdgeTable {
  /** 16 bytes each. */
  readonly edgeIds: Uint8Array;
  readonly edgeKind: Uint8Array;
  /** Node number of the start. */
  readonly from: Uint32Array;
  /** Node number of the end. */
  readonly to: Uint32Array;
}

const UUID_BYTES = 16;

/** Collects nodes that come in the order of their ids. */
export class NodeTableBuilder {
  private readonly ids: string[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly kinds: number[] = [];
  private readonly active: number[] = [];

  add(id: string, kind: number, isActive: boolean): void {
    this.numberOf.set(id, this.ids.length);
    this.ids.push(id);
    this.kinds.push(kind);
    this.active.push(isActive ? 1 : 0);
  }

  build(): NodeTable {
    const { ids, numberOf } = this;
    const rank = new Uint32Array(ids.length);
    for (let number = 0; number < rank.length; number++) rank[number] = number;
    return {
      nodes: { ids, numberOf, rank },
      nodeKind: Uint8Array.from(this.kinds),
      isActive: Uint8Array.from(this.active),
    };
  }
}

/** Collects links that come in the order of their ids, in arrays that grow: a link takes 25 bytes, not an object. */
export class EdgeTableBuilder {
  private count = 0;
  private edgeIds = new Uint8Array(0);
  private edgeKind = new Uint8Array(0);
  private from = new Uint32Array(0);
  private to = new Uint32Array(0);

  constructor(capacity: number) {
    this.resize(capacity);
  }

  add(id: Uint8Array, kind: number, from: number, to: number): void {
    const at = this.count++;
    if (at === this.edgeKind.length) this.resize(Math.max(1_000, at * 2));
    this.edgeIds.set(id, at * UUID_BYTES);
    this.edgeKind[at] = kind;
    this.from[at] = from;
    this.to[at] = to;
  }

  /** Adds the edges `start` to `end` − 1 of another table. There has to be room for them. */
  copy({ edgeIds, edgeKind, from, to }: EdgeTable, start: number, end: number): void {
    this.edgeIds.set(
      edgeIds.subarray(start * UUID_BYTES, end * UUID_BYTES),
      this.count * UUID_BYTES,
    );
    this.edgeKind.set(edgeKind.subarray(start, end), this.count);
    this.from.set(from.subarray(start, end), this.count);
    this.to.set(to.subarray(start, end), this.count);
    this.count += end - start;
  }

  build(): EdgeTable {
    this.resize(this.count);
    const { edgeIds, edgeKind, from, to } = this;
    return { edgeIds, edgeKind, from, to };
  }

  private resize(capacity: number): void {
    if (capacity === this.edgeKind.length) return;
    this.edgeIds = resized(this.edgeIds, capacity * UUID_BYTES);
    this.edgeKind = resized(this.edgeKind, capacity);
    this.from = resized(this.from, capacity);
    this.to = resized(this.to, capacity);
  }
}

/** A copy with more or less room; what is new is 0. */
export function resized(numbers: Uint8Array, length: number): Uint8Array<ArrayBuffer>;
export function resized(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer>;
export function resized(numbers: Uint8Array | Uint32Array, length: number) {
  const result = numbers instanceof Uint8Array ? new Uint8Array(length) : new Uint32Array(length);
  result.set(numbers.subarray(0, length));
  return result;
}

/** The 16 bytes of the id of an edge: a view, not a copy. */
export function edgeIdBytes(edgeIds: Uint8Array, edge: number): Uint8Array {
  return edgeIds.subarray(edge * UUID_BYTES, (edge + 1) * UUID_BYTES);
}

/** Adds the links whose ends are both known. One whose end is not belongs to a change that is still to come. */
export function addEdges(
  builder: EdgeTableBuilder,
  rows: readonly EdgeRow[],
  numberOf: ReadonlyMap<string, number>,
): void {
  for (const { id, kind, from, to } of rows) {
    const [start, end] = [numberOf.get(from), numberOf.get(to)];
    if (start !== undefined && end !== undefined)
      builder.add(uuidBytes(id), edgeKindNumber(kind), start, end);
  }
}

const NODE_KIND_NUMBERS = new Map<string, number>(NODE_KINDS.map((kind, at) => [kind, at]));
const EDGE_KIND_NUMBERS = new Map<string, number>(EDGE_KINDS.map((kind, at) => [kind, at]));

export function nodeKindNumber(kind: string): number {
  return requireNumber(NODE_KIND_NUMBERS, kind);
}

export function edgeKindNumber(kind: string): number {
  return requireNumber(EDGE_KIND_NUMBERS, kind);
}

function requireNumber(numbers: ReadonlyMap<string, number>, kind: string): number {
  const number = numbers.get(kind);
  if (number === undefined) throw new RangeError(`there is no kind ${kind}`);
  return number;
}
