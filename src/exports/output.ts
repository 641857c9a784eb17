import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** Where an export goes. */
export interface Output {
  /** Takes all lines. Again from the start when the database asks for another attempt. */
  write(lines: Readable): Promise<void>;
  /** After the last line: what was written is there from now on. */
  finish(): Promise<void>;
  /** After an error: nothing of it stays. */
  abandon(): Promise<void>;
}

/**
 * A file that is there when all of it is: it is written under another name in the same folder.
 * @throws Error when the file is there already and may not be replaced.
 */
export class FileOutput implements Output {
  private readonly unfinished: string;

  constructor(
    private readonly path: string,
    private readonly options: { gzip: boolean; replace: boolean },
  ) {
    if (existsSync(path) && !options.replace)
      throw new Error(`${path} is there already. Give another name, or --force to replace it.`);
    this.unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.unfinished`);
  }

  write(lines: Readable): Promise<void> {
    const file = createWriteStream(this.unfinished, { flush: true });
    return pipeline(lines, packed(this.options.gzip), file);
  }

  finish(): Promise<void> {
    return rename(this.unfinished, this.path);
  }

  abandon(): Promise<void> {
    return rm(this.unfinished, { force: true });
  }
}

/** The standard output, or any other stream that stays open. */
export class StreamOutput implements Output {
  private isUsed = false;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly gzip: boolean,
  ) {}

  write(lines: Readable): Promise<void> {
    if (this.isUsed) throw new Error("The database asked to begin again after a part was written.");
    this.isUsed = true;
    return pipeline(lines, packed(this.gzip), this.stream, { end: false });
  }

  async finish(): Promise<void> {}

  async abandon(): Promise<void> {}
}

function packed(gzip: boolean) {
  return gzip ? createGzip() : new PassThrough();
}
