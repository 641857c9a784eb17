import type { DataSource } from "typeorm";
import type { Transaction } from "../database/database";
import { Edge } from "../edges/edge.entity";
import { Node } from "../nodes/node.entity";
import {
  FIND_CHANGES,
  FOLLOW_OWNERS,
  RESOLVE_EDGES,
  RESOLVE_TEXTS,
  RETIRE_EDGES,
  RETIRE_NODES,
  upsertEdges,
  upsertNodes,
  WRITE_ASSERTIONS,
  WRITE_TEXTS,
} from "./merge-sql";
import type { Batch } from "./records";
import { stageBatch } from "./stage-batch";

export interface MergeResult {
  /** Revision of the graph after the merge. */
  revision: number;
  /** False when the graph already held all of the batch; then no revision was taken. */
  changed: boolean;
}

/**
 * Merges all that some sources state into the graph, as one revision, inside the caller's transaction.
 *
 * Values of other sources and of editors are kept, what the sources no longer state is taken back, nodes that nobody
 * states any more are deprecated. Staging comes before the revision lock, so that other writers wait for the merge alone.
 * A batch that changes nothing takes no revision.
 */
export async function mergeBatch(
  tx: Transaction,
  dataSource: DataSource,
  batch: Batch,
): Promise<MergeResult> {
  await stageBatch(tx, batch);
  const [current] = await tx.query<{ revision: number }>(
    "SELECT revision FROM graph_revision WHERE singleton FOR UPDATE",
  );
  if (!current) throw new Error("graph_revision has no row");
  const revision = current.revision + 1;
  const [clock] = await tx.query<{ now: string }>("SELECT now()::text AS now");
  const stamp = [revision, clock?.now];

  for (const sql of FIND_CHANGES) await tx.query(sql, sql.includes("$1") ? [batch.sourceIds] : []);
  const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
    "SELECT count(*)::integer AS count FROM touched",
  );
  if (count === 0 && (await bringsNoKey(tx))) return { revision: current.revision, changed: false };

  for (const table of ["touched", "claim", "resolved"]) await tx.query(`ANALYZE ${table}`);
  for (const sql of RESOLVE_TEXTS) await tx.query(sql);
  for (const table of ["shown_label", "shown_name"]) await tx.query(`ANALYZE ${table}`);
  await tx.query(upsertNodes(columnsOf(dataSource, Node)), stamp);
  for (const sql of WRITE_TEXTS) await tx.query(sql);
  for (const sql of RETIRE_EDGES) await tx.query(sql);
  for (const sql of RESOLVE_EDGES) await tx.query(sql);
  for (const table of ["strongest_claim", "role_of_specialization"])
    await tx.query(`ANALYZE ${table}`);
  await tx.query(upsertEdges(columnsOf(dataSource, Edge)), stamp);
  await tx.query(FOLLOW_OWNERS, stamp);
  for (const sql of WRITE_ASSERTIONS) await tx.query(sql, sql.includes("$1") ? stamp : []);
  await tx.query(RETIRE_NODES, stamp);
  await tx.query(
    "UPDATE node SET imported_at = $2::timestamptz, revision = $1::integer, updated_at = $2::timestamptz WHERE id = ANY ($3::uuid[]) AND source_kind = 'DATA_SET'",
    [...stamp, batch.sourceIds],
  );
  await tx.query(
    "UPDATE graph_revision SET revision = $1::integer, changed_at = $2::timestamptz",
    stamp,
  );
  return { revision, changed: true };
}

async function bringsNoKey(tx: Transaction): Promise<boolean> {
  const rows = await tx.query(
    "SELECT 1 FROM staged_key s WHERE NOT EXISTS (SELECT 1 FROM node_key k WHERE k.id = s.id) LIMIT 1",
  );
  return rows.length === 0;
}

/** Names of the columns that the entity and its kinds declare. */
function columnsOf(dataSource: DataSource, entity: abstract new () => object): string[] {
  const root = dataSource.getMetadata(entity);
  const all = [root, ...root.childEntityMetadatas].flatMap((metadata) => metadata.columns);
  // When a source was loaded is no value that a source states.
  return [...new Set(all.map((column) => column.databaseName))].filter(
    (name) => name !== "imported_at",
  );
}
