import type { Database } from "../../database/database";
import { keyId } from "../../merge/ids";
import { mergeStaged } from "../../merge/merge-staged";
import { Staging } from "../../merge/staging";
import { FIND_WITHDRAWN } from "./outcome-sql";
import type { Progress } from "./progress";
import type { Report } from "./report";
import { LIMIT_MS } from "./whole-or-nothing";
import { writeRows } from "./write-rows";

export interface RemovalSummary {
  source: string;
  revision: number;
  changed: boolean;
  deprecated: number;
  removed: number;
}

/**
 * Takes back all that a source states, and its parts, as one revision. What others state stays; nodes that nobody states
 * any more are deprecated, and revived with the same ids when the source comes again.
 */
export async function removeSource(
  database: Database,
  {
    source,
    scheme,
    report,
    progress,
  }: { source: string; scheme: string; report: Report; progress: Progress },
): Promise<RemovalSummary> {
  const summary = await database.transaction(
    async (tx) => {
      await report.restart();
      progress.restart();
      progress.step("taking back what is gone");
      await Staging.open(tx);
      const found = { deprecated: 0, removed: 0 };
      const sourceId = keyId("SOURCE", scheme, "source");
      const parts = await tx.query<{ id: string }>(
        "SELECT id FROM node WHERE id = $1 OR part_of_id = $1",
        [sourceId],
      );
      const result = await mergeStaged(
        tx,
        database.dataSource,
        parts.map(({ id }) => id),
        () =>
          writeRows(tx, FIND_WITHDRAWN, report, ({ type }) => {
            found[type as keyof typeof found]++;
          }),
      );
      return { source, ...result, ...found };
    },
    { statementTimeoutMs: LIMIT_MS, lockTimeoutMs: LIMIT_MS },
  );
  if (summary.changed) await database.maintain();
  return summary;
}
