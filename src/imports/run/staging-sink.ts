import { LabelKind } from "../../labels/label.types";
import { keyId } from "../../merge/ids";
import type { AssertionRecord, QualifierRecord, StatedFields } from "../../merge/records";
import type { Staging } from "../../merge/staging";
import type { NodeKind } from "../../shared/global-id";
import type { ImportedEdge, ImportedNode, ImportSink, RowPlace } from "../import-sink";
import type { ImportSource } from "../import-source";
import type { SkipReason } from "../skip-reasons";
import { Concepts } from "./concepts";
import { cycleClosers, isAcyclic, type Link } from "./cycle-closers";
import type { Report } from "./report";
import { slugOf } from "./slug-of";
import { labelsOnce, withoutNulls } from "./stated-fields";
import { Tallies } from "./tallies";

/** A node that is taken only when the graph has it already. */
interface OptionalNode {
  entity: string;
  rows: number;
  place: RowPlace;
  /** Rows that add to it, by entity. */
  about: Map<string, number>;
}

/** Stages what an importer states, as the assertions of one source. */
export class StagingSink implements ImportSink {
  readonly tallies = new Tallies();
  readonly concepts: Concepts;
  private readonly optional = new Map<string, OptionalNode>();
  private readonly dropped = new Set<string>();
  private readonly hierarchy: (Link & { entity: string; place: RowPlace | null; rows: number })[] =
    [];
  private readonly slugSuffix: string;

  constructor(
    private readonly staging: Staging,
    private readonly source: ImportSource,
    private readonly sourceId: string,
    private readonly report: Report,
    version: string | null,
    private readonly onRows: (count: number) => void = () => {},
  ) {
    this.slugSuffix = slugOf(source.name);
    this.concepts = new Concepts(staging, source, sourceId, version);
  }

  idOf(kind: NodeKind, key: string): string {
    return keyId(kind, this.source.scheme, key);
  }

  node(entity: string, node: ImportedNode, rows = 1): string {
    const { kind, key, labels, texts = [], qualifiers } = node;
    const id = this.idOf(kind, key);
    const name = labels.find((label) => label.kind === LabelKind.PREFERRED);
    if (!name) throw new Error(`${kind} "${key}": a node needs a preferred label`);
    if (node.create === false)
      this.optional.set(id, {
        entity,
        rows,
        place: node.place ?? { file: "", line: null, values: { key, name: name.text } },
        about: new Map(),
      });
    const fields = {
      ...withoutNulls(node.fields),
      labels: labelsOnce(labels),
      ...(texts.length > 0 && { texts }),
    };
    this.staging.node({
      id,
      kind,
      keys: [{ scheme: this.source.scheme, key }],
      assertions: [this.says(fields, { qualifiers })],
      slug: slugOf(name.text) || `${slugOf(kind)}-${id.slice(0, 8)}`,
      slugSuffix: this.slugSuffix,
      tally: { entity: this.tallies.numberOf(entity), rows },
    });
    this.onRows(rows);
    this.concepts.add(id, node, name);
    return id;
  }

  /** After all nodes: puts those aside that the graph lacks and that this source may not create. */
  async dropUnmatched(): Promise<void> {
    // One that another node of this source was found to be is created by that other node.
    const created = new Set(
      [...this.staging.aliases].flatMap(([id, intoId]) => (this.optional.has(id) ? [] : [intoId])),
    );
    for (const [id, { entity, rows, place, about }] of this.optional) {
      const target = this.resolved(id);
      if (!this.optional.has(target) || created.has(target)) continue;
      this.dropped.add(id);
      for (const [of, count] of [[entity, rows] as const, ...about])
        this.refuse(of, "NO_MATCH", place, count);
    }
    await this.staging.discardNodes([...this.dropped]);
    this.concepts.drop(this.dropped);
  }

  edge(entity: string, edge: ImportedEdge, place: RowPlace | null, rows = 1): void {
    const problem = this.stageEdge(entity, edge, rows);
    if (problem) {
      this.refuse(entity, problem, place, rows);
      return;
    }
    this.onRows(rows);
    if (edge.toId !== null && isAcyclic(edge.kind, edge.fields))
      this.hierarchy.push({
        kind: edge.kind,
        fromId: this.resolved(edge.fromId),
        toId: this.resolved(edge.toId),
        entity,
        place,
        rows,
      });
  }

  private stageEdge(entity: string, edge: ImportedEdge, rows: number): SkipReason | null {
    const { kind, fromId, toId, statementKey = null } = edge;
    if (fromId === toId) return "SELF_RELATION";
    if (this.dropped.has(fromId) || (toId !== null && this.dropped.has(toId)))
      return "UNKNOWN_CONCEPT";
    const { wording, strength, confidence, qualifiers } = edge;
    const said = { wording, strength, confidence, qualifiers };
    const taken = this.staging.edge(
      {
        kind,
        fromId,
        toId,
        statementKey,
        assertions: [this.says(withoutNulls(edge.fields), said)],
      },
      { entity: this.tallies.numberOf(entity), rows },
      true,
    );
    if (taken === "TAKEN") return null;
    return taken === "REPEATED" ? "DUPLICATE_ROW" : taken;
  }

  /** After all links: takes back those that would close a cycle, with what the graph has from others. */
  async breakCycles(): Promise<void> {
    if (this.hierarchy.length === 0) return;
    const others = await this.staging.tx.query<Link>(
      `SELECT e.kind, e.from_id AS "fromId", e.to_id AS "toId" FROM edge e
        WHERE (e.kind IN ('BROADER', 'DEPENDS_ON', 'BELONGS_TO') OR (e.kind = 'PREREQUISITE' AND e.requirement = 'ESSENTIAL'))
          AND EXISTS (SELECT 1 FROM assertion a WHERE a.edge_id = e.id AND a.source_id <> $1)`,
      [this.sourceId],
    );
    const closers = cycleClosers(others, this.hierarchy);
    for (const { entity, place, rows } of closers) this.refuse(entity, "CYCLE", place, rows);
    await this.staging.discardEdges(closers.map((link) => ({ ...link, statementKey: null })));
  }

  row(entity: string, nodeId: string, rows = 1): void {
    const optional = this.optional.get(nodeId);
    if (optional && this.dropped.has(nodeId)) {
      this.refuse(entity, "NO_MATCH", optional.place, rows);
      return;
    }
    this.onRows(rows);
    optional?.about.set(entity, (optional.about.get(entity) ?? 0) + rows);
    this.staging.row(this.resolved(nodeId), { entity: this.tallies.numberOf(entity), rows });
  }

  skip(entity: string, reason: SkipReason, place: RowPlace, note?: string): void {
    this.onRows(1);
    this.tallies.skip(entity, reason);
    this.report.skipped(entity, reason, place, note);
  }

  leaveOut(file: string, rows: number): void {
    this.tallies.leaveOut(file, rows);
    this.report.leftOut(file, rows);
  }

  async drain(): Promise<void> {
    await this.staging.drain();
    await this.report.drain();
  }

  private resolved(id: string): string {
    return this.staging.aliases.get(id) ?? id;
  }

  private refuse(entity: string, reason: SkipReason, place: RowPlace | null, rows: number): void {
    for (let row = 0; row < rows; row++)
      this.skip(entity, reason, place ?? { file: "", line: null, values: null });
  }

  private says(
    fields: StatedFields,
    more: { qualifiers?: readonly QualifierRecord[] } & Partial<AssertionRecord>,
  ): AssertionRecord {
    return { sourceId: this.sourceId, origin: "IMPORTED", fields, ...more };
  }
}
