import { ImportError } from "../import-error";
import { checkUtf8, withoutMark } from "../input/utf8";
import type { TableFormat } from "./read-table";

/** One record of a table as it stands in the file. */
export interface RawRecord {
  /** Of its first character, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
/** Longer than any record of a real table: ESCO's longest cell, a list of concepts, has 1 MiB. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/**
 * Cuts bytes into records and cells. Records end with LF or CRLF; a quoted cell may hold both. Works on bytes, because
 * cells cut out of a decoded text would keep the whole text in memory, and because lines can be counted on the way.
 */
export class RecordSplitter {
  private readonly delimiter: number;
  private readonly quoted: boolean;
  /** Bytes of a record that is not complete yet. */
  private rest: Buffer[] = [];
  private restSize = 0;
  /** Not worth another look before there are as many bytes: each byte is looked at twice on average. */
  private enough = 0;
  /** Line of the quote that was open at the end of the bytes looked at. */
  private unclosed: number | null = null;
  private started = false;
  private line = 1;

  private bytes: Buffer = Buffer.alloc(0);
  private position = 0;
  private feeds = 0;

  constructor(
    private readonly file: string,
    format: TableFormat,
  ) {
    this.delimiter = format.delimiter.charCodeAt(0);
    this.quoted = format.quote !== null;
  }

  /** Takes further bytes and answers the records that are complete now. */
  push(chunk: Buffer): RawRecord[] {
    this.rest.push(chunk);
    this.restSize += chunk.length;
    const wait = this.restSize < this.enough || !chunk.includes(LF);
    if (wait && this.restSize <= MAX_RECORD_BYTES) return [];
    const bytes = Buffer.concat(this.rest);
    const records = this.split(bytes.subarray(0, bytes.lastIndexOf(LF) + 1), false);
    this.keep(bytes.subarray(this.position));
    return records;
  }

  /** The records that are left at the end of the file. */
  end(): RawRecord[] {
    const bytes = Buffer.concat(this.rest);
    const turn = bytes.indexOf(CR);
    if (this.line === 1 && turn >= 0 && turn < bytes.length - 1 && !bytes.includes(LF))
      throw this.error("has line ends of CR alone; expected LF or CRLF", 1);
    return this.split(bytes, true);
  }

  private keep(rest: Buffer): void {
    this.rest = [rest];
    this.restSize = rest.length;
    this.enough = rest.length * 2;
    if (rest.length <= MAX_RECORD_BYTES) return;
    const size = `${MAX_RECORD_BYTES / 1024 ** 2} MiB`;
    throw this.unclosed === null
      ? this.error(`the line has no end within ${size}; expected LF or CRLF`, this.line)
      : this.error(`the quote that opens a cell here is not closed within ${size}`, this.unclosed);
  }

  /** `lines`: whole lines, beginning with a record. Leaves `position` behind the last complete record. */
  private split(lines: Buffer, last: boolean): RawRecord[] {
    const marked = this.started ? lines : withoutMark(lines, this.file);
    this.started = true;
    checkUtf8(marked, this.file, this.line);
    this.bytes = lines;
    this.position = lines.length - marked.length;
    this.unclosed = null;
    const records: RawRecord[] = [];
    while (this.position < lines.length) {
      const start = this.position;
      const cells = this.readRecord(last);
      if (cells === null) {
        this.position = start;
        break;
      }
      records.push({ line: this.line, cells });
      this.line += this.feeds + 1;
    }
    return records;
  }

  /** null: a quoted cell goes on in bytes that are not there yet. */
  private readRecord(last: boolean): string[] | null {
    const { bytes, delimiter } = this;
    const cells: string[] = [];
    this.feeds = 0;
    for (;;) {
      const cell =
        this.quoted && bytes[this.position] === QUOTE ? this.readQuoted(last) : this.readPlain();
      if (cell === null) return null;
      cells.push(cell);
      if (bytes[this.position++] !== delimiter) return cells;
    }
  }

  /** Up to the next delimiter or line end. Leaves `position` there. */
  private readPlain(from = this.position): string {
    const { bytes, delimiter, position: start } = this;
    let end = from;
    while (end < bytes.length && bytes[end] !== delimiter && bytes[end] !== LF) end++;
    this.position = end;
    const stop = bytes[end] !== delimiter && end > start && bytes[end - 1] === CR ? end - 1 : end;
    return bytes.toString("utf8", start, stop);
  }

  private readQuoted(last: boolean): string | null {
    const { bytes, position: start, feeds } = this;
    let doubled = false;
    let end = start + 1;
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte === LF) this.feeds++;
      else if (byte === QUOTE) {
        if (bytes[end + 1] !== QUOTE) break;
        doubled = true;
        end++;
      }
    }
    if (end >= bytes.length) {
      this.unclosed = this.line + feeds;
      if (!last) return null;
      throw this.error("the quote that opens a cell here is never closed", this.unclosed);
    }
    const next = this.cellEnd(end + 1);
    if (next === null) return this.readStray(end, feeds);
    this.position = next;
    const text = bytes.toString("utf8", start + 1, end);
    return doubled ? text.replaceAll('""', '"') : text;
  }

  /** Where the delimiter or line end behind a closing quote stands; null when something else comes first. */
  private cellEnd(from: number): number | null {
    const { bytes, delimiter } = this;
    let end = from;
    while (bytes[end] === SPACE || (bytes[end] === TAB && delimiter !== TAB)) end++;
    if (bytes[end] === CR && (end + 1 >= bytes.length || bytes[end + 1] === LF)) end++;
    return end >= bytes.length || bytes[end] === delimiter || bytes[end] === LF ? end : null;
  }

  /** `"Big" data`: quotes that are part of the text. Over a line end they are a quote that was not closed. */
  private readStray(closing: number, feedsBefore: number): string {
    if (this.feeds === feedsBefore) return this.readPlain(closing + 1);
    throw this.error(
      `the quoted cell that opens here ends in the middle of line ${this.line + this.feeds}; a quote is not closed, or not doubled`,
      this.line + feedsBefore,
    );
  }

  private error(message: string, line: number): ImportError {
    return new ImportError(message, { file: this.file, line });
  }
}
