import type { Transaction } from "../../database/database";
import type { Report } from "./report";

const BLOCK = 1_000;

export interface ReportedRow {
  type: string;
  /** Of the node or link. */
  kind: string;
}

/** Writes the answer of a query to the report, block by block: an upgrade can change a hundred thousand values. */
export async function writeRows(
  tx: Transaction,
  sql: string,
  report: Report,
  count: (row: ReportedRow) => void,
): Promise<void> {
  await tx.query(`DECLARE reported NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const rows = await tx.query<ReportedRow>(`FETCH ${BLOCK} FROM reported`);
    for (const row of rows) {
      count(row);
      report.write(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
    }
    await report.drain();
    if (rows.length < BLOCK) break;
  }
  await tx.query("CLOSE reported");
}
