import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import { type Row, readTable, TSV } from "../tables/read-table";

/** Hands over the rows of a file one by one, in their order; none when the release lacks the file. */
export async function readRows(
  file: InputFile | null,
  required: readonly string[],
  sink: ImportSink,
  take: (row: Row) => void,
): Promise<void> {
  if (!file) return;
  for await (const rows of readTable(file, TSV, required)) {
    for (const row of rows) take(row);
    await sink.drain();
  }
}
