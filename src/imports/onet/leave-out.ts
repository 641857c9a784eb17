import type { ImportSink } from "../import-sink";
import type { ImportInput, InputFile } from "../input/import-input";

const TABLE = /\.(txt|tsv|csv)$/i;
const LINE_FEED = 0x0a;

/** Says of every file whose name is not in `taken` that the graph has no place for it, with its number of rows. */
export async function leaveOutOthers(
  input: ImportInput,
  taken: readonly string[],
  sink: ImportSink,
): Promise<void> {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (const file of input.files)
    if (!names.has(file.name.toLowerCase())) sink.leaveOut(file.path, await countRows(file));
}

/** Lines after the header, without looking at what they hold; 0 for what is no table. */
async function countRows(file: InputFile): Promise<number> {
  if (!TABLE.test(file.name)) return 0;
  let lines = 0;
  let last = LINE_FEED;
  for await (const chunk of await file.open()) {
    const bytes: Buffer = chunk;
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
    last = bytes[bytes.length - 1] ?? last;
  }
  if (last !== LINE_FEED) lines++;
  return Math.max(0, lines - 1);
}
