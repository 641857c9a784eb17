import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import { CSV, type Row, readTable } from "../tables/read-table";
import type { Concepts } from "./concepts";

/** Since 1.2: which part of an occupation's or ISCO group's skills is green, 0 to 1, by address. The first row counts. */
export async function readGreenShares(
  file: InputFile | null,
): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>();
  for await (const row of rowsOf(file)) {
    const share = shareOf(row);
    const uri = row.get("conceptUri");
    if (share !== null && !shares.has(uri)) shares.set(uri, share);
  }
  return shares;
}

/** Accounts for the rows, when it is known which concepts there are. */
export async function accountGreenShares(
  file: InputFile | null,
  concepts: Concepts,
  sink: ImportSink,
): Promise<void> {
  const entity = "green shares";
  const counted = new Set<string>();
  for await (const row of rowsOf(file)) {
    const concept = concepts.get(row.get("conceptUri"));
    if (!concept) sink.skip(entity, "UNKNOWN_CONCEPT", row);
    else if (row.get("greenShare") === "") sink.skip(entity, "MISSING_VALUE", row);
    else if (shareOf(row) === null) sink.skip(entity, "INVALID_VALUE", row, "is no share 0 to 1");
    else if (counted.has(concept.uri)) sink.skip(entity, "DUPLICATE_ROW", row);
    else {
      counted.add(concept.uri);
      sink.row(entity, concept.id);
    }
  }
}

async function* rowsOf(file: InputFile | null): AsyncGenerator<Row> {
  if (file)
    for await (const rows of readTable(file, CSV, ["conceptUri", "greenShare"])) yield* rows;
}

function shareOf(row: Row): number | null {
  const text = row.get("greenShare");
  const share = Number(text);
  return text !== "" && share >= 0 && share <= 1 ? share : null;
}
