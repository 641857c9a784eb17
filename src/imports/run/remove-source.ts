import type { Database } from "../../database/database";
import { keyId } from "../../merge/ids";
import type { MergeResult } from "../../merge/merge-staged";
import { Staging } from "../../merge/staging";
import { mergeAndReport } from "./merge-and-report";
import type { Progress } from "./progress";
import type { Report } from "./report";
import { wholeOrNothing } from "./whole-or-nothing";

export interface RemovalSummary extends MergeResult {
  source: string;
  deprecated: number;
  /** The same by kind of node, e.g. `{ ROLE: 3 }`. */
  deprecatedKinds: Readonly<Record<string, number>>;
  removed: number;
  seconds: number;
}

interface RemovalOptions {
  source: string;
  scheme: string;
  report: Report;
  progress: Progress;
}

/**
 * Takes back all that a source states, and its parts, as one revision. What others state stays; nodes that nobody states
 * any more are deprecated, and revived with the same ids when the source comes again.
 */
export function removeSource(
  database: Database,
  { source, scheme, report, progress }: RemovalOptions,
): Promise<RemovalSummary> {
  return wholeOrNothing(database, { dryRun: false, report, progress }, async (tx) => {
    // Nothing is staged: all that the source and its parts have stated is gone.
    await Staging.open(tx);
    const parts = await tx.query<{ id: string }>(
      "SELECT id FROM node WHERE id = $1 OR part_of_id = $1",
      [keyId("SOURCE", scheme, "source")],
    );
    const sourceIds = parts.map(({ id }) => id);
    const { revision, changed, found, deprecatedKinds } = await mergeAndReport(
      tx,
      database,
      sourceIds,
      { report, progress },
    );
    const { deprecated, removed } = found;
    return { source, revision, changed, deprecated, deprecatedKinds, removed };
  });
}
