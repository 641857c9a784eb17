import type { DataSource } from "typeorm";
import type { Transaction } from "../database/database";
import { Edge } from "../edges/edge.entity";
import { Node } from "../nodes/node.entity";
import {
  CHANGES_NOTHING,
  DELETE_ASSERTIONS,
  FIND_CHANGES,
  RESOLVE_FIELDS,
  WRITE_ASSERTIONS,
} from "./changes-sql";
import { FOLLOW_OWNERS, RESOLVE_EDGES, RETIRE_EDGES, upsertEdges } from "./edges-sql";
import {
  CLEAN_LABEL_INDEXES,
  GIVE_SLUGS,
  RESOLVE_TEXTS,
  RETIRE_NODES,
  SETTINGS,
  upsertNodes,
  WRITE_TEXTS,
} from "./nodes-sql";

export interface MergeResult {
  /** Revision of the graph after the merge. */
  revision: number;
  /** False when the graph already held all of the batch; then no revision was taken. */
  changed: boolean;
}

/**
 * Merges what is staged in the transaction: all that the sources state. One revision.
 *
 * Values of other sources and of editors are kept, what the sources no longer state is taken back, nodes that nobody
 * states any more are deprecated. Staging comes before, so that other writers wait for the merge alone, which begins by
 * taking the revision lock. What changes nothing takes no revision.
 * @param observe is called when it is known what will change and nothing is written yet.
 */
export async function mergeStaged(
  tx: Transaction,
  dataSource: DataSource,
  sourceIds: readonly string[],
  observe?: () => Promise<void>,
): Promise<MergeResult> {
  const [current] = await tx.query<{ revision: number }>(
    "SELECT revision FROM graph_revision WHERE singleton FOR UPDATE",
  );
  if (!current) throw new Error("graph_revision has no row");
  const revision = current.revision + 1;
  const [clock] = await tx.query<{ now: string }>("SELECT now()::text AS now");
  const stamp = [revision, clock?.now];
  const run = async (statements: readonly string[], values: readonly unknown[]) => {
    for (const sql of statements) await tx.query(sql, sql.includes("$1") ? values : []);
  };

  await run(SETTINGS, []);
  await run(FIND_CHANGES, [sourceIds]);
  await observe?.();
  const [{ unchanged } = { unchanged: false }] = await tx.query<{ unchanged: boolean }>(
    CHANGES_NOTHING,
  );
  if (unchanged) return { revision: current.revision, changed: false };

  await run(RESOLVE_FIELDS, []);
  await run(RESOLVE_TEXTS, []);
  await run(GIVE_SLUGS, stamp);
  await run([upsertNodes(columnsOf(dataSource, Node)), ...WRITE_TEXTS], stamp);
  // Links that nobody states any more go before others come: their assertions first.
  await run([DELETE_ASSERTIONS, ...RETIRE_EDGES, ...RESOLVE_EDGES], []);
  await run([upsertEdges(columnsOf(dataSource, Edge)), FOLLOW_OWNERS], stamp);
  await run([WRITE_ASSERTIONS, RETIRE_NODES], stamp);
  await tx.query(
    "UPDATE node SET imported_at = $2::timestamptz, revision = $1::integer, updated_at = $2::timestamptz WHERE id = ANY ($3::uuid[]) AND source_kind = 'DATA_SET'",
    [...stamp, sourceIds],
  );
  await tx.query(
    "UPDATE graph_revision SET revision = $1::integer, changed_at = $2::timestamptz",
    stamp,
  );
  await tx.query(FORGET_OLD_CHANGES, [revision - LOGGED_REVISIONS]);
  await run(CLEAN_LABEL_INDEXES, []);
  return { revision, changed: true };
}

/** Who follows the log of changes and was last there longer ago has to begin anew. */
export const LOGGED_REVISIONS = 1_000;

const FORGET_OLD_CHANGES = "DELETE FROM graph_change c WHERE c.revision <= $1::integer";

/** Names of the columns that the entity and its kinds declare. */
function columnsOf(dataSource: DataSource, entity: abstract new () => object): string[] {
  const root = dataSource.getMetadata(entity);
  const all = [root, ...root.childEntityMetadatas].flatMap((metadata) => metadata.columns);
  // When a source was loaded is no value that a source states.
  return [...new Set(all.map((column) => column.databaseName))].filter(
    (name) => name !== "imported_at",
  );
}
