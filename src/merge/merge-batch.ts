import type { DataSource } from "typeorm";
import type { Transaction } from "../database/database";
import type { Identities } from "./identity/overrides";
import { type MergeResult, mergeStaged } from "./merge-staged";
import type { Batch } from "./records";
import { resolveIdentities } from "./resolve-identities";
import { Staging } from "./staging";

/**
 * Merges a batch that is in memory: the seeds, what editors do, tests. Imports stream into a `Staging` of their own.
 * @param identities decide which of its keys stand for which nodes, where names alone do not tell.
 */
export async function mergeBatch(
  tx: Transaction,
  dataSource: DataSource,
  batch: Batch,
  identities?: Identities,
): Promise<MergeResult> {
  const staging = await Staging.open(tx);
  for (const node of batch.nodes) {
    staging.node(node);
    await staging.drain();
  }
  await staging.flush();
  await resolveIdentities(staging, identities);
  for (const edge of batch.edges) {
    staging.edge(edge);
    await staging.drain();
  }
  await staging.flush();
  return mergeStaged(tx, dataSource, batch.sourceIds);
}
