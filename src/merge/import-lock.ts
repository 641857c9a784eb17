import type { Transaction } from "../database/database";

/**
 * One import or load of seeds at a time, to the end of the transaction: each looks up what the graph has before it takes
 * the revision lock, and two at once would both bring the same technology as a new one. Editors do not wait for it.
 */
export async function takeImportLock(tx: Transaction): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('careergraph import', 0))");
}
