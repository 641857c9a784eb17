import { Readable } from "node:stream";
import type { Database, Transaction } from "../database/database";
import { graphLines, type LinesOptions, type Written } from "./graph-lines";
import type { Output } from "./output";

/** Nobody waits for an export, and whoever reads its output may be slow. */
const LIMIT_MS = 3_600_000;

/**
 * Writes the graph, or what some sources state, in the graph's own format, as it is at one moment. Others read and write
 * meanwhile.
 * @throws Error when there is no such source, or when the output cannot be written; then nothing of it stays.
 */
export async function exportGraph(
  database: Database,
  output: Output,
  options: LinesOptions,
): Promise<Written> {
  try {
    const written = await database.transaction((tx) => attempt(tx, output, options), {
      statementTimeoutMs: LIMIT_MS,
    });
    await output.finish();
    return written;
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

async function attempt(tx: Transaction, output: Output, options: LinesOptions): Promise<Written> {
  await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  options.progress.restart();
  let written: Written | null = null;
  let failure: unknown = null;
  const lines = async function* () {
    try {
      written = yield* graphLines(tx, options);
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  try {
    await output.write(Readable.from(lines()));
  } catch (error) {
    // Codes of the file system are also those of a connection, which would be taken for the database's.
    throw failure ?? new Error(`The export cannot be written: ${(error as Error).message}`);
  }
  if (!written) throw new Error("The export ended before its last line.");
  return written;
}
