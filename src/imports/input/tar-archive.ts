import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { ImportError } from "../import-error";
import { entryPath, isHidden } from "./entry-path";
import { bytesInWords, type InputLimits } from "./limits";
import { readError } from "./read-errors";
import { gunzip, readWhole, type StoredFile, tooLarge } from "./stored-file";

const GZIPPED = /gz$/i;
const HEADER_BYTES = 512;
const PIECE_BYTES = 64 * 1024;

/**
 * The files of a tar archive on disk. A gzipped one can only be read in sequence: files are kept in memory as far as
 * `left.keptBytes` goes, and for others it is read again up to where they stand, as far as `left.againBytes` goes. Both
 * are lowered, because they are meant for all archives of an input.
 * @throws ImportError when the archive is broken or goes beyond the limits.
 */
export async function openTar(path: string, left: InputLimits): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  try {
    for await (const entry of entriesOf(path)) {
      const name = entryPath(entry.name);
      if (isHidden(name)) continue;
      if (files.length >= left.files)
        throw new ImportError(`holds more than ${left.files} files`, { file: path });
      const place = `${path}, entry "${name}"`;
      if (entry.size > left.fileBytes) throw tooLarge(place, left.fileBytes);
      files.push({
        path: name,
        place,
        size: entry.size,
        open: await opener(path, entry, place, left),
      });
    }
  } catch (error) {
    throw readError(error, path);
  }
  return files;
}

async function opener(
  path: string,
  { start, size, bytes }: TarEntry,
  place: string,
  left: InputLimits,
): Promise<StoredFile["open"]> {
  if (!GZIPPED.test(path)) return async () => readRange(path, start, size);
  if (size <= Math.min(left.keptBytes, left.keptFileBytes)) {
    left.keptBytes -= size;
    const kept = await readWhole(bytes, place, size);
    return async () => Readable.from(pieces(kept));
  }
  left.againBytes -= start + size;
  if (left.againBytes < 0)
    throw new ImportError(
      `is too large a gzipped archive to be read in place, since for each file above ${bytesInWords(left.keptFileBytes)} it is unpacked once more; unpack it and name the folder`,
      { file: path },
    );
  return async () => Readable.from(readAgain(path, start));
}

/** In pieces, as from a disk: what readers make of one piece has to fit into memory at once. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

function readRange(path: string, start: number, size: number): Readable {
  return size === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + size - 1 });
}

async function* readAgain(path: string, start: number): AsyncGenerator<Buffer> {
  for await (const entry of entriesOf(path)) {
    if (entry.start !== start) continue;
    yield* entry.bytes;
    return;
  }
}

interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** Where its bytes begin in the unpacked archive. */
  readonly start: number;
  /** To be read before the next entry, or not at all. */
  readonly bytes: AsyncIterable<Buffer>;
}

/** Entries that are files. */
async function* entriesOf(path: string): AsyncGenerator<TarEntry> {
  const packed = createReadStream(path);
  const unpacked: Readable = GZIPPED.test(path) ? gunzip(packed) : packed;
  const entries = extract();
  unpacked.on("error", (error: Error) => entries.destroy(error));
  unpacked.pipe(entries as unknown as NodeJS.WritableStream);
  try {
    for await (const entry of entries) {
      const { name, size, type } = entry.header;
      const start = entry.offset + HEADER_BYTES;
      if (type === "file" || type === "contiguous-file")
        yield { name, size, start, bytes: entry as unknown as AsyncIterable<Buffer> };
      entry.resume();
    }
  } finally {
    unpacked.destroy();
  }
}
