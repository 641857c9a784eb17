import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { ImportError } from "../import-error";
import { entryPath, isHidden } from "./entry-path";
import type { InputLimits } from "./limits";
import { readError } from "./read-errors";
import type { StoredFile } from "./stored-file";

/** The files of a zip archive on disk; `close` when they are not needed any more. */
export async function openZip(
  path: string,
  limits: InputLimits,
): Promise<{ files: StoredFile[]; close(): void }> {
  const zip = await openPromise(path, {
    autoClose: false,
    lazyEntries: true,
    decodeStrings: false,
  }).catch((error) => {
    throw zipError(error, path);
  });
  try {
    const files: StoredFile[] = [];
    for await (const entry of zip.eachEntry()) {
      const stated = nameOf(entry);
      const name = entryPath(stated);
      if (stated.endsWith("/") || isHidden(name)) continue;
      if (files.length >= limits.files)
        throw new ImportError(`holds more than ${limits.files} files`, { file: path });
      const place = `${path}, entry "${name}"`;
      files.push({
        path: name,
        place,
        size: entry.uncompressedSize,
        open: () => openEntry(zip, entry, place),
      });
    }
    return { files, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw zipError(error, path);
  }
}

/** The library checks names for `..`, which does not matter here: nothing is written to disk. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

async function openEntry(zip: ZipFile, entry: Entry, place: string): Promise<Readable> {
  if (entry.isEncrypted())
    throw new ImportError("is encrypted; unpack the archive and name the folder", { file: place });
  if (!entry.canDecodeFileData())
    throw new ImportError(
      `is packed by method ${entry.compressionMethod}; only stored and deflated entries can be read`,
      { file: place },
    );
  return Readable.from(checked(await zip.openReadStreamPromise(entry), entry, place));
}

/** The library checks sizes, but not what the bytes are. */
async function* checked(bytes: Readable, entry: Entry, place: string): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of bytes) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32)
    throw new ImportError("is broken: its checksum is not the one that the archive states", {
      file: place,
    });
}

function zipError(error: unknown, path: string): ImportError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof ImportError || code) return readError(error, path);
  return new ImportError(`is no zip archive, or a broken one (${message})`, { file: path });
}
