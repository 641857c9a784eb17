import type { Database, Transaction } from "../../database/database";
import { takeImportLock } from "../../merge/import-lock";
import type { Progress } from "./progress";
import type { Report } from "./report";

/** An import may take minutes; nobody waits for it but other writers. */
export const LIMIT_MS = 3_600_000;

export interface RunOptions {
  /** Does everything and takes it back. */
  dryRun: boolean;
  report: Report;
  progress: Progress;
}

/** Ends a transaction whose work was only tried. */
class DryRun<Summary> extends Error {
  constructor(readonly summary: Summary) {
    super("dry run");
  }
}

/**
 * Runs an import in one transaction: all of it, or nothing; one at a time. `attempt` is called again from the start when the database asks for it.
 * @returns what `attempt` answers, with the seconds of all of it.
 */
export async function wholeOrNothing<Summary extends { changed: boolean }>(
  database: Database,
  { dryRun, report, progress }: RunOptions,
  attempt: (tx: Transaction) => Promise<Summary>,
): Promise<Summary & { seconds: number }> {
  const startedAt = performance.now();
  const timed = (summary: Summary) => ({
    ...summary,
    seconds: (performance.now() - startedAt) / 1000,
  });
  try {
    const summary = await database.transaction(
      async (tx) => {
        await report.restart();
        progress.restart();
        await takeImportLock(tx);
        const result = await attempt(tx);
        if (dryRun) throw new DryRun(result);
        progress.step("saving");
        return result;
      },
      { statementTimeoutMs: LIMIT_MS, lockTimeoutMs: LIMIT_MS },
    );
    if (summary.changed) {
      progress.step("updating statistics");
      await database.maintain();
    }
    return timed(summary);
  } catch (error) {
    if (error instanceof DryRun) return timed(error.summary);
    throw error;
  }
}
