import { createWriteStream, type WriteStream } from "node:fs";
import { ImportError } from "../import-error";
import type { RowPlace } from "../import-sink";
import type { SkipReason } from "../skip-reasons";

const WORDS: Record<string, string> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "this user may not write there",
  ENOSPC: "no space is left",
};

/**
 * The report of one import: a file with a JSON object a line, for what was not taken, what was joined or is ambiguous,
 * and what changed. `type` says which.
 */
export class Report {
  private file: ReportFile;

  constructor(readonly path: string) {
    this.file = new ReportFile(path);
  }

  /** A row that was not taken. */
  skipped(entity: string, reason: SkipReason, place: RowPlace, note?: string): void {
    const { file, line, values } = place;
    this.write({
      type: "skipped",
      reason,
      entity,
      file: file || null,
      line,
      row: values,
      ...(note && { note }),
    });
  }

  /** A file that the graph has no place for. */
  leftOut(file: string, rows: number): void {
    this.write({ type: "left out", file, rows });
  }

  write(record: object): void {
    this.file.write(`${JSON.stringify(record)}\n`);
  }

  /** Waits until the file has caught up. @throws ImportError when it cannot be written. */
  drain(): Promise<void> {
    return this.file.drain();
  }

  /** Begins anew: the database asks for another attempt. @throws ImportError when it cannot be written. */
  async restart(): Promise<void> {
    await this.file.close();
    this.file = new ReportFile(this.path);
  }

  /** @throws ImportError when it could not be written. */
  close(): Promise<void> {
    return this.file.close();
  }
}

/** A file that is written anew. Nothing waits for it for ever: once it fails, everything that waits is told. */
class ReportFile {
  private readonly stream: WriteStream;
  private failure: ImportError | null = null;
  private waiting: (() => void)[] = [];

  constructor(path: string) {
    this.stream = createWriteStream(path, { flags: "w" });
    // The error itself is not passed on as a cause: the database's errors are told by such codes.
    this.stream.on("error", ({ code = "", message }: NodeJS.ErrnoException) => {
      this.failure = new ImportError(`the report cannot be written: ${WORDS[code] ?? message}`, {
        file: path,
      });
    });
    for (const event of ["drain", "close"]) this.stream.on(event, () => this.wake());
  }

  write(text: string): void {
    if (!this.stream.destroyed) this.stream.write(text);
  }

  async drain(): Promise<void> {
    if (this.stream.writableNeedDrain) await this.woken();
    if (this.failure) throw this.failure;
  }

  async close(): Promise<void> {
    this.stream.end();
    while (!this.stream.closed) await this.woken();
    if (this.failure) throw this.failure;
  }

  private woken(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
