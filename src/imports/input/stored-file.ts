import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ImportError } from "../import-error";
import type { InputFile } from "./import-input";
import { bytesInWords, type InputLimits } from "./limits";
import { readError } from "./read-errors";
import { checkUtf8, withoutMark } from "./utf8";

const GZIP = /\.gz$/i;
/** How much smaller gzip usually makes tables of text. */
const USUAL_RATIO = 6;
const CHUNK_BYTES = 64 * 1024;

/** A file where it lies: in a folder or in an archive. */
export interface StoredFile {
  /** Folder and name inside the input, with `/`. */
  readonly path: string;
  /** Where it lies, as error messages name it: the file on disk, or archive and entry. */
  readonly place: string;
  /** How many bytes it has, as it is stored. */
  readonly size: number;
  /** Its bytes as they are stored. */
  open(): Promise<Readable>;
}

/** What importers see of it: its gzip compression is undone, and its size is limited. */
export function inputFile(stored: StoredFile, limits: InputLimits): InputFile {
  const path = stored.path.replace(GZIP, "");
  const open = async () => Readable.from(unpack(stored, limits.fileBytes), { objectMode: false });
  return {
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    expectedBytes: stored.size * (GZIP.test(stored.path) ? USUAL_RATIO : 1),
    open,
    text: async () => readText(await open(), path, limits.textBytes),
  };
}

async function* unpack(stored: StoredFile, limit: number): AsyncGenerator<Buffer> {
  const { place } = stored;
  let size = 0;
  try {
    const bytes = await stored.open();
    for await (const chunk of GZIP.test(stored.path) ? gunzip(bytes) : bytes) {
      size += chunk.length;
      if (size > limit) throw tooLarge(place, limit);
      yield chunk;
    }
  } catch (error) {
    throw readError(error, place);
  }
}

/** Errors of the packed bytes come out of the stream that is answered. */
export function gunzip(bytes: Readable): Readable {
  return pipeline(bytes, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

export function tooLarge(file: string, limit: number): ImportError {
  return new ImportError(`is larger than ${bytesInWords(limit)}, which is the limit`, { file });
}

async function readText(bytes: Readable, file: string, limit: number): Promise<string> {
  const whole = await readWhole(bytes, file, limit);
  const text = withoutMark(whole, file);
  checkUtf8(text, file, 1);
  return text.toString("utf8");
}

/** @throws ImportError when there are more than `limit` bytes. */
export async function readWhole(
  bytes: AsyncIterable<Buffer>,
  file: string,
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) throw tooLarge(file, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
