import { isUtf8 } from "node:buffer";
import { ImportError } from "../import-error";

const LINE_FEED = 0x0a;

/**
 * The bytes without a byte order mark at their start.
 * @throws ImportError when they are UTF-16.
 */
export function withoutMark(bytes: Buffer, file: string): Buffer {
  const [first, second, third] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Without a mark every other byte of Latin text is 0.
  if (marked || (bytes.length > 1 && (first === 0 || second === 0)))
    throw new ImportError("is UTF-16; expected UTF-8 text", { file });
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

/**
 * Bytes that are whole lines, the first of them the file's `line`.
 * @throws ImportError naming the first line that is not UTF-8.
 */
export function checkUtf8(bytes: Buffer, file: string, line: number): void {
  if (isUtf8(bytes)) return;
  let start = 0;
  for (let at = line; ; at++) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end)))
      throw new ImportError(
        "is not UTF-8 here; expected UTF-8 text (Windows-1252 and other encodings have to be converted before)",
        { file, line: at },
      );
    start = end + 1;
  }
}
