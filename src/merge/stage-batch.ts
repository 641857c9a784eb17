import type { Transaction } from "../database/database";
import { fold } from "../shared/fold";
import { deriveUuid } from "../shared/uuid";
import type { AssertionRecord, Batch, EdgeRecord } from "./records";

/** Rows a statement carries: large enough to be set-wise, small enough for the memory of the embedded database. */
const CHUNK = 2_000;

const TABLES = `
  CREATE TEMP TABLE staged_node (id uuid PRIMARY KEY, kind text NOT NULL) ON COMMIT DROP;
  CREATE TEMP TABLE staged_key (id uuid PRIMARY KEY, kind text NOT NULL, scheme text NOT NULL, key text NOT NULL, node_id uuid NOT NULL) ON COMMIT DROP;
  CREATE TEMP TABLE staged_edge (id uuid PRIMARY KEY, kind text NOT NULL, from_id uuid NOT NULL, to_id uuid, statement_key text) ON COMMIT DROP;
  CREATE TEMP TABLE staged_assertion (
    id uuid PRIMARY KEY, node_id uuid, edge_id uuid, source_id uuid NOT NULL, origin text NOT NULL, locator text, wording text,
    strength text, confidence real, qualifiers jsonb NOT NULL, fields jsonb NOT NULL) ON COMMIT DROP;
  CREATE TEMP TABLE staged_fold (text text PRIMARY KEY, folded text NOT NULL) ON COMMIT DROP;
`;

interface StagedRow {
  [column: string]: unknown;
}

/** Puts a batch into temporary tables of the transaction, where the merge works on it set-wise. */
export async function stageBatch(tx: Transaction, batch: Batch): Promise<void> {
  for (const table of TABLES.split(";\n")) if (table.trim()) await tx.query(table);
  const assertions: StagedRow[] = [];
  const folds = new Map<string, string>();

  await stage(
    tx,
    "staged_node",
    batch.nodes.map(({ id, kind }) => ({ id, kind })),
  );
  await stage(
    tx,
    "staged_key",
    batch.nodes.flatMap(({ id, kind, keys }) =>
      keys.map(({ scheme, key }) => ({
        id: keyId(kind, scheme, key),
        kind,
        scheme,
        key,
        node_id: id,
      })),
    ),
  );
  for (const node of batch.nodes)
    for (const assertion of node.assertions) {
      assertions.push(toRow(assertion, node.id, { node_id: node.id, edge_id: null }));
      for (const { text } of assertion.fields.labels ?? []) folds.set(text, fold(text));
    }
  await stage(
    tx,
    "staged_edge",
    batch.edges.map((edge) => ({
      id: edgeId(edge),
      kind: edge.kind,
      from_id: edge.fromId,
      to_id: edge.toId,
      statement_key: edge.statementKey,
    })),
  );
  for (const edge of batch.edges) {
    const id = edgeId(edge);
    for (const assertion of edge.assertions)
      assertions.push(toRow(assertion, id, { node_id: null, edge_id: id }));
  }
  await stage(tx, "staged_assertion", assertions);
  await stage(
    tx,
    "staged_fold",
    [...folds].map(([text, folded]) => ({ text, folded })),
  );
  for (const table of ["staged_node", "staged_edge", "staged_assertion"])
    await tx.query(`ANALYZE ${table}`);
}

/** The id under which a source's key is known for ever. */
export function keyId(kind: string, scheme: string, key: string): string {
  return deriveUuid(kind, scheme, key);
}

/** The id of a link: the same wherever the same ends are linked in the same way. */
export function edgeId({
  kind,
  fromId,
  toId,
  statementKey,
}: Omit<EdgeRecord, "assertions">): string {
  return deriveUuid("edge", kind, fromId, toId ?? "", statementKey ?? "");
}

/** Two assertions of one source are the same when they say the same at the same place; their values may change. */
function toRow(assertion: AssertionRecord, subjectId: string, subject: StagedRow): StagedRow {
  const {
    sourceId,
    origin,
    locator,
    wording,
    strength,
    confidence,
    qualifiers = [],
    fields,
  } = assertion;
  const identity = JSON.stringify([locator ?? null, wording ?? null, strength ?? null, qualifiers]);
  return {
    ...subject,
    id: deriveUuid("assertion", subjectId, sourceId, identity),
    source_id: sourceId,
    origin,
    locator: locator ?? null,
    wording: wording ?? null,
    strength: strength ?? null,
    confidence: confidence ?? null,
    qualifiers,
    fields,
  };
}

async function stage(tx: Transaction, table: string, rows: readonly StagedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK)
    await tx.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(start, start + CHUNK))],
    );
}
