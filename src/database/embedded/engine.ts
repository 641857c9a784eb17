import { unavailable } from "../../shared/errors";
import { MESSAGES, withCause } from "../failures";
import { PgSocket } from "./pg-socket";
import { PgliteThread } from "./pglite-worker-thread";

/** A statement past this restarts the worker, because nothing else stops it. Longer work asks for more by `allow`. */
const STATEMENT_LIMIT_MS = 10_000;
const CLOSE_LIMIT_MS = 5_000;

export interface EngineOptions {
  /** Opens the database: the first time, and again after the worker had to be stopped. */
  readonly open: () => Promise<PgliteThread>;
  /** Nothing is on disk: a worker that stops takes the data with it. */
  readonly memory: boolean;
  readonly statementLimitMs?: number;
  readonly log: (line: string) => void;
}

/**
 * Keeps one PGlite running and gives the driver its sockets. A worker that hangs or breaks is replaced: requests that
 * wait fail with SERVICE_UNAVAILABLE, its sockets break (their transactions are gone, and must not go on elsewhere), and
 * the next request opens the database again. A database in memory cannot come back: everything then says that it is lost.
 */
export class Engine {
  #thread: Promise<PgliteThread> | null = null;
  readonly #sockets = new Set<PgSocket>();
  readonly #allowances = new Set<{ ms: number }>();
  readonly #used = new WeakSet<PgliteThread>();
  #previousEnded: Promise<void> = Promise.resolve();
  #lost: Error | null = null;
  #closed = false;

  constructor(private readonly options: EngineOptions) {}

  /** Opens the database now, so that a start that cannot work fails as such. */
  async start(): Promise<void> {
    await this.#running();
  }

  /** For `pg`: looks like a connection. Each begins without anything that an earlier one left open. */
  socket(): PgSocket {
    const socket = new PgSocket((request) => this.#exec(socket, request));
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    return socket;
  }

  /** Statements may run for `ms` until the answer is called; there is one session, so this holds for all of it. */
  allow(ms: number): () => void {
    const allowance = { ms };
    this.#allowances.add(allowance);
    return () => void this.#allowances.delete(allowance);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const thread = await this.#thread?.catch(() => null);
    if (!thread) return;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, CLOSE_LIMIT_MS);
    });
    await Promise.race([thread.ask("close").catch(() => {}), limit]);
    clearTimeout(timer);
    await thread.stop();
  }

  async #exec(socket: PgSocket, request: Uint8Array): Promise<Uint8Array> {
    const thread = await this.#running();
    if (socket.destroyed) throw withCause(MESSAGES.away);
    const isStartup = request[0] === 0;
    if (isStartup && this.#used.has(thread)) {
      await this.#ask(thread, simpleQuery("ROLLBACK"));
      await this.#ask(thread, simpleQuery("DISCARD ALL"));
    }
    this.#used.add(thread);
    return await this.#ask(thread, request);
  }

  async #ask(thread: PgliteThread, request: Uint8Array): Promise<Uint8Array> {
    const limitMs = Math.max(
      this.options.statementLimitMs ?? STATEMENT_LIMIT_MS,
      ...[...this.#allowances].map(({ ms }) => ms),
    );
    const timer = setTimeout(() => {
      this.options.log(`A statement ran past ${limitMs / 1_000} s; restarting the database.`);
      void thread.stop(new Error(`A statement ran past ${limitMs / 1_000} s.`));
    }, limitMs);
    try {
      return await thread.ask("query", request);
    } catch (error) {
      throw this.#lost ?? withCause(MESSAGES.away, error);
    } finally {
      clearTimeout(timer);
    }
  }

  #running(): Promise<PgliteThread> {
    if (this.#lost) return Promise.reject(this.#lost);
    if (this.#closed) return Promise.reject(unavailable("The embedded database is closed."));
    if (this.#thread) return this.#thread;
    const opening = this.#previousEnded.then(() => this.options.open()); // never two on the same files
    this.#thread = opening;
    opening.then(
      (thread) => {
        this.#previousEnded = thread.ended;
        void thread.died.then((reason) => this.#onDeath(reason));
      },
      () => {
        this.#thread = null; // the next request tries again
      },
    );
    return opening;
  }

  #onDeath(reason: Error): void {
    this.#thread = null;
    if (!this.#closed && this.options.memory) {
      this.#lost = withCause(
        "The database was held in memory only and is lost, because it had to be stopped. Restart the server.",
        reason,
      );
      this.options.log(`${this.#lost.message} (${reason.message})`);
    }
    for (const socket of this.#sockets)
      socket.destroy(this.#lost ?? withCause(MESSAGES.away, reason));
  }
}

/** A Query message of the PostgreSQL protocol. */
function simpleQuery(sql: string): Uint8Array {
  const message = Buffer.alloc(sql.length + 6);
  message.write("Q");
  message.writeInt32BE(sql.length + 5, 1);
  message.write(sql, 5, "latin1");
  return new Uint8Array(message);
}
