const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** How much an input may hold. Broken and malicious archives end here; no publisher's data comes near. */
export interface InputLimits {
  files: number;
  /** Of one file, unpacked. */
  fileBytes: number;
  /** Of a file that is read as one text. */
  textBytes: number;
  /** What may be kept in memory of gzipped tar archives, in all and of one file: some large ones would take it all. */
  keptBytes: number;
  keptFileBytes: number;
  /** What may be unpacked again, when each file that is not kept is opened once: about a minute. */
  againBytes: number;
}

export const INPUT_LIMITS: InputLimits = {
  files: 100_000,
  fileBytes: 2 * GIB,
  textBytes: 64 * MIB,
  keptBytes: 64 * MIB,
  keptFileBytes: 8 * MIB,
  againBytes: 16 * GIB,
};

/** A number of bytes in words, e.g. `64 MiB`. */
export function bytesInWords(bytes: number): string {
  if (bytes >= GIB) return `${bytes / GIB} GiB`;
  return bytes >= MIB ? `${bytes / MIB} MiB` : `${bytes} bytes`;
}
