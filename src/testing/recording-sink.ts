import type { ImportedEdge, ImportedNode, ImportSink, RowPlace } from "../imports/import-sink";
import type { SkipReason } from "../imports/skip-reasons";
import { edgeId, keyId } from "../merge/ids";
import type { NodeKind } from "../shared/global-id";

const UNDIRECTED = new Set(["RELATED", "COLLABORATION"]);

/** Takes what an importer states and keeps it for the test; without a database, and no node is known before. */
export class RecordingSink implements ImportSink {
  readonly nodes = new Map<string, ImportedNode & { id: string; entity: string; rows: number }>();
  readonly edges = new Map<string, ImportedEdge & { entity: string; rows: number }>();
  readonly skipped: { entity: string; reason: SkipReason; place: RowPlace; note?: string }[] = [];
  readonly leftOut: { file: string; rows: number }[] = [];
  /** Rows read and accounted for, by entity. */
  readonly rows = new Map<string, number>();

  constructor(private readonly scheme: string) {}

  idOf(kind: NodeKind, key: string): string {
    return keyId(kind, this.scheme, key);
  }

  node(entity: string, node: ImportedNode, rows = 1): string {
    const id = this.idOf(node.kind, node.key);
    if (this.nodes.has(id)) throw new Error(`${node.kind} "${node.key}" is stated twice`);
    if (this.edges.size > 0) throw new Error("Nodes are stated before links");
    this.nodes.set(id, { ...node, id, entity, rows });
    this.count(entity, rows);
    return id;
  }

  edge(entity: string, edge: ImportedEdge, place: RowPlace | null, rows = 1): void {
    const { fromId, toId } = edge;
    if (fromId === toId) {
      this.refuse(entity, "SELF_RELATION", place, rows);
      return;
    }
    const swap = UNDIRECTED.has(edge.kind) && toId !== null && toId < fromId;
    const ends = swap ? { fromId: toId, toId: fromId } : { fromId, toId };
    for (const id of [ends.fromId, ends.toId])
      if (id !== null && !this.nodes.has(id)) throw new Error(`${edge.kind}: ${id} is not stated`);
    const id = edgeId({ kind: edge.kind, ...ends, statementKey: edge.statementKey ?? null });
    if (this.edges.has(id)) {
      this.refuse(entity, "DUPLICATE_ROW", place, rows);
      return;
    }
    this.edges.set(id, { ...edge, ...ends, entity, rows });
    this.count(entity, rows);
  }

  row(entity: string, _nodeId: string, rows = 1): void {
    this.count(entity, rows);
  }

  skip(entity: string, reason: SkipReason, place: RowPlace, note?: string): void {
    this.skipped.push({ entity, reason, place, note });
    this.count(entity, 1);
  }

  leaveOut(file: string, rows: number): void {
    this.leftOut.push({ file, rows });
  }

  async drain(): Promise<void> {}

  /** The node that a key of the source stands for. @throws Error when it was not stated. */
  nodeOf(kind: NodeKind, key: string): ImportedNode & { id: string; rows: number } {
    const node = this.nodes.get(this.idOf(kind, key));
    if (!node) throw new Error(`${kind} "${key}" was not stated`);
    return node;
  }

  /** The link of a kind between two nodes, if it was stated. */
  edgeOf(kind: string, fromId: string, toId: string): ImportedEdge | undefined {
    return [...this.edges.values()].find(
      (edge) => edge.kind === kind && edge.fromId === fromId && edge.toId === toId,
    );
  }

  /** How many rows were skipped for a reason. */
  skips(reason: SkipReason): number {
    return this.skipped.filter((skip) => skip.reason === reason).length;
  }

  private refuse(entity: string, reason: SkipReason, place: RowPlace | null, rows: number): void {
    if (place) this.skip(entity, reason, place);
    if (rows > (place ? 1 : 0)) this.count(entity, rows - (place ? 1 : 0));
  }

  private count(entity: string, rows: number): void {
    this.rows.set(entity, (this.rows.get(entity) ?? 0) + rows);
  }
}
