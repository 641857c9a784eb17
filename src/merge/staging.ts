import type { Transaction } from "../database/database";
import type { EdgeKind } from "../edges/edge.entity";
import { fold } from "../shared/fold";
import { assertionId, edgeId, keyId } from "./ids";
import type { AssertionRecord, EdgeRecord, NodeRecord } from "./records";
import { StagingBuffer } from "./staging-buffer";

const TABLES = {
  staged_node: {
    id: "uuid",
    kind: "text",
    slug: "text",
    slug_suffix: "text",
    entity: "smallint",
    row_count: "integer",
  },
  staged_key: { id: "uuid", kind: "text", scheme: "text", key: "text", node_id: "uuid" },
  staged_edge: {
    id: "uuid",
    kind: "text",
    from_id: "uuid",
    to_id: "uuid",
    statement_key: "text",
    entity: "smallint",
    row_count: "integer",
  },
  staged_assertion: {
    id: "uuid",
    node_id: "uuid",
    edge_id: "uuid",
    source_id: "uuid",
    origin: "text",
    locator: "text",
    wording: "text",
    strength: "text",
    confidence: "real",
    qualifiers: "jsonb",
    fields: "jsonb",
  },
  /** Rows of the input that added to a node which other rows state. */
  staged_row: { entity: "smallint", subject_id: "uuid", row_count: "integer" },
  staged_fold: { text: "text", folded: "text" },
} as const;

/** Links without a direction are stored once, the smaller id first. */
const UNDIRECTED: ReadonlySet<EdgeKind> = new Set(["RELATED", "COLLABORATION"]);

type Table = keyof typeof TABLES;

/** A node with what only the merge needs to know of it. */
export interface StagedNode extends NodeRecord {
  /** What its slug is made of when nobody states one: the first free one of it, it with the scheme, it with its id. */
  slug?: string;
  slugSuffix?: string;
  tally?: Tally;
}

/** Which rows of the input are accounted for by this record: number of the entity, and how many. */
export interface Tally {
  entity: number;
  rows: number;
}

/** Temporary tables of one transaction that records stream into, and where the merge works on them set-wise. */
export class Staging {
  private readonly buffers: Readonly<Record<Table, StagingBuffer>>;
  /** Which staged nodes turned out to be others; set once all nodes are there. */
  aliases: ReadonlyMap<string, string> = new Map();
  private readonly edgeIds = new Set<string>();
  private repeated = false;
  private readonly foldedTexts = new Set<string>();
  private sending: Promise<void> | null = null;
  private failure: unknown = null;

  private constructor(readonly tx: Transaction) {
    this.buffers = Object.fromEntries(
      Object.entries(TABLES).map(([table, types]) => [table, new StagingBuffer(tx, table, types)]),
    ) as Record<Table, StagingBuffer>;
  }

  static async open(tx: Transaction): Promise<Staging> {
    for (const [table, columns] of Object.entries(TABLES)) {
      const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
      await tx.query(`CREATE TEMP TABLE ${table} (${list.join(", ")}) ON COMMIT DROP`);
    }
    return new Staging(tx);
  }

  node({ id, kind, keys, assertions, slug, slugSuffix, tally }: StagedNode): void {
    this.buffers.staged_node.add(id, kind, slug, slugSuffix, tally?.entity, tally?.rows);
    for (const { scheme, key } of keys)
      this.buffers.staged_key.add(keyId(kind, scheme, key), kind, scheme, key, id);
    for (const assertion of assertions) {
      this.assertion(assertion, id, true);
      for (const { text } of assertion.fields.labels ?? []) this.fold(text);
    }
  }

  /**
   * Stages a link between what its ends turned out to be. One whose ends turned out to be the same node is not taken,
   * and of one that was staged before only the assertions are, unless `once` asks for none of it.
   */
  edge(record: EdgeRecord, tally?: Tally, once = false): "TAKEN" | "REPEATED" | "SELF_RELATION" {
    const fromId = this.aliases.get(record.fromId) ?? record.fromId;
    const toId = record.toId && (this.aliases.get(record.toId) ?? record.toId);
    // One that was stated so is for the database to refuse.
    if (fromId === toId && record.fromId !== record.toId) return "SELF_RELATION";
    const swap = UNDIRECTED.has(record.kind) && toId !== null && toId < fromId;
    const ends = swap ? { fromId: toId, toId: fromId } : { fromId, toId };
    const { kind, statementKey } = record;
    const id = edgeId({ kind, ...ends, statementKey });
    const isRepeated = this.edgeIds.has(id);
    if (isRepeated && once) return "REPEATED";
    for (const assertion of record.assertions) this.assertion(assertion, id, false);
    this.repeated ||= isRepeated;
    if (isRepeated) return "REPEATED";
    this.edgeIds.add(id);
    const { entity, rows } = tally ?? {};
    this.buffers.staged_edge.add(id, kind, ends.fromId, ends.toId, statementKey, entity, rows);
    return "TAKEN";
  }

  /** Takes nodes back that were staged, by the ids that they were staged with. Needs a flush before. */
  async discardNodes(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const [table, column] of Object.entries({
      staged_node: "id",
      staged_key: "node_id",
      staged_assertion: "node_id",
      staged_row: "subject_id",
    }))
      await this.tx.query(`DELETE FROM ${table} WHERE ${column} = ANY ($1::uuid[])`, [ids]);
  }

  /** Takes links back that were staged. Needs a flush before. */
  async discardEdges(links: readonly Omit<EdgeRecord, "assertions">[]): Promise<void> {
    if (links.length === 0) return;
    const ids = links.map(edgeId);
    await this.tx.query("DELETE FROM staged_edge WHERE id = ANY ($1::uuid[])", [ids]);
    await this.tx.query("DELETE FROM staged_assertion WHERE edge_id = ANY ($1::uuid[])", [ids]);
  }

  /** Accounts for rows that added to a node. */
  row(subjectId: string, { entity, rows }: Tally): void {
    this.buffers.staged_row.add(entity, subjectId, rows);
  }

  /** Sends full buffers; comes back at once while the database is not behind by more than one of them. */
  async drain(): Promise<void> {
    if (this.failure) throw this.failure;
    if (!Object.values(this.buffers).some((buffer) => buffer.full)) return;
    await this.sending;
    if (this.failure) throw this.failure;
    this.sending = this.send((buffer) => buffer.full).catch((error) => {
      this.failure = error;
    });
  }

  /** Sends what is left. Nothing may be sent by others while records stream. */
  async flush(): Promise<void> {
    await this.sending;
    if (this.failure) throw this.failure;
    await this.send(() => true);
    // Links between nodes that were joined can say the same twice.
    if (this.repeated)
      await this.tx.query(
        "DELETE FROM staged_assertion a USING staged_assertion b WHERE a.id = b.id AND a.ctid > b.ctid",
      );
    for (const table of ["staged_node", "staged_key", "staged_edge", "staged_assertion"])
      await this.tx.query(`ANALYZE ${table}`);
  }

  private async send(which: (buffer: StagingBuffer) => boolean): Promise<void> {
    for (const buffer of Object.values(this.buffers)) if (which(buffer)) await buffer.send();
  }

  private assertion(assertion: AssertionRecord, subjectId: string, isNode: boolean): void {
    const { sourceId, origin, locator, wording, strength, confidence, qualifiers, fields } =
      assertion;
    this.buffers.staged_assertion.add(
      assertion.id ?? assertionId(subjectId, assertion),
      isNode ? subjectId : null,
      isNode ? null : subjectId,
      sourceId,
      origin,
      locator,
      wording,
      strength,
      confidence,
      qualifiers ? JSON.stringify(qualifiers) : "[]",
      JSON.stringify(fields),
    );
  }

  /** Most labels are plain ASCII, where folding is lower case: the database does those by itself. */
  private fold(text: string): void {
    if (PLAIN.test(text) || this.foldedTexts.has(text)) return;
    this.foldedTexts.add(text);
    this.buffers.staged_fold.add(text, fold(text));
  }
}

/** Printable ASCII with single spaces between words only. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
