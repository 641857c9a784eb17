import type { Database, Transaction } from "../../database/database";
import { type MergeResult, mergeStaged } from "../../merge/merge-staged";
import { COUNT_OUTCOMES, FIND_DIFFERENCES, FIND_UPDATED, FIND_WITHDRAWN } from "./outcome-sql";
import type { Progress } from "./progress";
import type { Report } from "./report";
import type { OutcomeCount } from "./tallies";
import { writeRows } from "./write-rows";

export interface MergeFindings extends MergeResult {
  outcomes: readonly OutcomeCount[];
  found: { deprecated: number; removed: number; updated: number; difference: number };
  /** How many nodes are deprecated, by kind. */
  deprecatedKinds: Record<string, number>;
}

/**
 * Merges what is staged and reports what that changes, before it is written.
 * @param prepare is called when it is known what will change, before it is counted.
 */
export async function mergeAndReport(
  tx: Transaction,
  { dataSource }: Database,
  sourceIds: readonly string[],
  { report, progress }: { report: Report; progress: Progress },
  prepare: () => Promise<void> = async () => {},
): Promise<MergeFindings> {
  progress.step("merging");
  let outcomes: OutcomeCount[] = [];
  const found = { deprecated: 0, removed: 0, updated: 0, difference: 0 };
  const deprecatedKinds: Record<string, number> = {};
  const result = await mergeStaged(counted(tx, progress), dataSource, sourceIds, async () => {
    await prepare();
    outcomes = await tx.query<OutcomeCount>(COUNT_OUTCOMES, [sourceIds]);
    for (const sql of [FIND_WITHDRAWN, FIND_UPDATED, FIND_DIFFERENCES])
      await writeRows(tx, sql, report, ({ type, kind }) => {
        found[type as keyof typeof found]++;
        if (type === "deprecated") deprecatedKinds[kind] = (deprecatedKinds[kind] ?? 0) + 1;
      });
  });
  return { ...result, outcomes, found, deprecatedKinds };
}

/** A merge has always the same statements; how many are done is the best that is known of its progress. */
const MERGE_STATEMENTS = 55;

function counted(tx: Transaction, progress: Progress): Transaction {
  let done = 0;
  return {
    async query<Row>(text: string, values?: readonly unknown[]) {
      const rows = await tx.query<Row>(text, values);
      done++;
      progress.within(done / MERGE_STATEMENTS);
      return rows;
    },
  };
}
