import { ImportError } from "../import-error";
import type { InputFile } from "../input/import-input";
import { checkUtf8, withoutMark } from "../input/utf8";

export interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** Without the line feed. */
  readonly bytes: Buffer;
}

const LINE_FEED = 0x0a;
/** Longer than any node with its labels in all languages of a source, and short enough to be kept in memory. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/**
 * The lines of a text file, as many at once as were read.
 * @throws ImportError when it is not UTF-8 or a line does not end.
 */
export async function* readLines(file: InputFile): AsyncGenerator<readonly Line[]> {
  const { path } = file;
  let rest: Buffer[] = [];
  let restSize = 0;
  let line = 1;
  let isFirst = true;
  const cut = (bytes: Buffer): Line[] => {
    const text = isFirst ? withoutMark(bytes, path) : bytes;
    isFirst = false;
    checkUtf8(text, path, line);
    const lines: Line[] = [];
    for (let start = 0; start < text.length; ) {
      const feed = text.indexOf(LINE_FEED, start);
      const end = feed < 0 ? text.length : feed;
      lines.push({ line: line++, bytes: text.subarray(start, end) });
      start = end + 1;
    }
    return lines;
  };
  for await (const chunk of await file.open()) {
    const end = (chunk as Buffer).lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield cut(Buffer.concat([...rest, chunk.subarray(0, end)]));
      rest = [];
      restSize = 0;
    }
    rest.push(chunk.subarray(end));
    restSize += chunk.length - end;
    if (restSize > MAX_LINE_BYTES)
      throw new ImportError(
        `the line has no end within ${MAX_LINE_BYTES / 1024 ** 2} MiB; expected a JSON object a line`,
        { file: path, line },
      );
  }
  const last = cut(Buffer.concat(rest));
  if (last.length > 0) yield last;
}
