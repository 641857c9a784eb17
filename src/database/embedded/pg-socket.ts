import { Duplex } from "node:stream";

/** Messages after which PostgreSQL answers: Sync, (simple) Query, Flush, FunctionCall. */
const ENDS_REQUEST = new Set([0x53, 0x51, 0x48, 0x46]);
const TERMINATE = 0x58;
const HEADER_BYTES = 5; // one type byte and a 32-bit length

/**
 * Looks like a TCP socket to the `pg` driver and hands whole requests (everything up to a Sync) to `exec`, one at a
 * time, so that the unmodified driver, its parser and its error classes also serve the embedded database.
 * When `exec` rejects, the socket breaks with that error, and the pool opens another one.
 */
export class PgSocket extends Duplex {
  #pending: Buffer = Buffer.alloc(0);
  #scannedBytes = 0;
  #started = false;

  constructor(private readonly exec: (request: Uint8Array) => Promise<Uint8Array>) {
    super();
  }

  connect(): this {
    queueMicrotask(() => this.emit("connect"));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _write(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error?: Error | null) => void,
  ): void {
    this.#pending = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk;
    this.#drain().then(() => done(), done);
  }

  /** Parts of one big request arrive together, so that they are joined once and not once a part. */
  override _writev(
    chunks: { chunk: Buffer; encoding: BufferEncoding }[],
    done: (error?: Error | null) => void,
  ): void {
    this.#pending = Buffer.concat([this.#pending, ...chunks.map(({ chunk }) => chunk)]);
    this.#drain().then(() => done(), done);
  }

  async #drain(): Promise<void> {
    for (let end = this.#requestEnd(); end > 0; end = this.#requestEnd()) {
      const request = new Uint8Array(this.#pending.subarray(0, end)); // a copy: its memory moves to the worker
      this.#pending = this.#pending.subarray(end);
      this.#scannedBytes = 0;
      const reply = await this.exec(request);
      if (this.destroyed) return;
      if (reply.length > 0) this.push(Buffer.from(reply.buffer, reply.byteOffset, reply.length));
    }
  }

  /** Length of the first complete request, 0 when more bytes are needed. */
  #requestEnd(): number {
    const data = this.#pending;
    if (!this.#started) {
      // the startup packet has no type byte
      if (data.length < 4 || data.length < data.readInt32BE(0)) return 0;
      this.#started = true;
      return data.readInt32BE(0);
    }
    while (data.length >= this.#scannedBytes + HEADER_BYTES) {
      const next = this.#scannedBytes + 1 + data.readInt32BE(this.#scannedBytes + 1);
      if (data.length < next) return 0;
      const type = data[this.#scannedBytes] as number;
      this.#scannedBytes = next;
      if (type === TERMINATE) return 0;
      if (ENDS_REQUEST.has(type)) return next;
    }
    return 0;
  }
}
