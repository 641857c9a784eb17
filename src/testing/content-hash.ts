import type { Database } from "../database/database";
import { findGraphState } from "../graph-state/graph-state.queries";

/** Revision and content hash, as `graph { revision contentHash }` shows them. */
export async function graphState(
  database: Database,
): Promise<{ revision: number; contentHash: string }> {
  const reader = database.reader();
  try {
    const { revision, contentHash } = await findGraphState(reader);
    return { revision, contentHash };
  } finally {
    await reader.close();
  }
}
