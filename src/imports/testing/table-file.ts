import { Readable } from "node:stream";
import type { InputFile } from "../input/import-input";
import { type Row, readTable, type TableFormat } from "../tables/read-table";

/** All rows of a table that comes in pieces of `size` bytes. */
export async function readRows(
  content: string | Buffer,
  format: TableFormat,
  required: string[],
  size?: number,
): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of readTable(tableFile(content, size), format, required)) all.push(...rows);
  return all;
}

/** A file in memory that comes in pieces of `size` bytes. */
export function tableFile(content: string | Buffer, size = 65536): InputFile {
  const bytes = Buffer.from(content);
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  return {
    name: "t.csv",
    path: "t.csv",
    expectedBytes: bytes.length,
    open: async () => Readable.from(pieces()),
    text: async () => bytes.toString(),
  };
}
