import { toFailure, withCause } from "./failures";
import { type Connections, Lease } from "./lease";

/** The reads of one request. */
export interface Reader {
  /**
   * Rows of one SELECT, columns named as the statement names them. Statements of one reader run one after another.
   * Throws SERVICE_UNAVAILABLE when the database is away, busy or slower than the limit. After a failed statement every
   * further one of this reader fails too.
   */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Gives the connection back, once what was asked is answered: for a request that will wait for something else. The next
   * statement takes one again and sees a later moment of the graph.
   */
  rest(): Promise<void>;
  /** Ends the request's reads, also while one runs: it is stopped. Never throws; need not be awaited. */
  close(): Promise<void>;
}

abstract class QueuedReader implements Reader {
  #tail: Promise<unknown> = Promise.resolve();
  #failure: Error | null = null;
  protected closed = false;

  constructor(
    protected readonly connections: Connections,
    protected readonly statementTimeoutMs: number,
  ) {}

  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    const answer = this.#tail.then(() => this.#run(text, values));
    this.#tail = answer.catch(() => {});
    return answer as Promise<Row[]>;
  }

  rest(): Promise<void> {
    const rested = this.#tail.then(() => this.giveBack());
    this.#tail = rested.catch(() => {});
    return rested;
  }

  abstract close(): Promise<void>;
  /** Gives back what is held between statements. */
  protected abstract giveBack(): Promise<void>;
  protected abstract execute(text: string, values?: readonly unknown[]): Promise<unknown[]>;
  protected abstract abandon(): Promise<void>;

  async #run(text: string, values?: readonly unknown[]): Promise<unknown[]> {
    if (this.#failure) throw afterFailure(this.#failure);
    this.refuseWhenClosed();
    try {
      return await this.execute(text, values);
    } catch (error) {
      this.#failure = toFailure(error);
      void this.abandon();
      throw this.#failure;
    }
  }

  protected refuseWhenClosed(): void {
    if (this.closed) throw new Error("The reads of this request have ended.");
  }
}

/** On a server: one read-only transaction, so that the whole request sees one moment of the graph. */
export class SnapshotReader extends QueuedReader {
  #lease: Lease | null = null;

  protected async execute(text: string, values?: readonly unknown[]): Promise<unknown[]> {
    this.#lease ??= await this.#begin();
    this.refuseWhenClosed();
    this.connections.report(text);
    return (await this.#lease.run(text, values, this.statementTimeoutMs)).rows;
  }

  /** Taken at the first statement: a request that asks nothing of the database holds no connection. */
  async #begin(): Promise<Lease> {
    const limitMs = this.statementTimeoutMs;
    const sql = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${settings({ limitMs })}`;
    const lease = await Lease.begin(this.connections, limitMs, sql);
    if (this.closed) await lease.finish("ROLLBACK");
    return lease;
  }

  protected async abandon(): Promise<void> {
    await this.#lease?.finish("ROLLBACK");
  }

  protected async giveBack(): Promise<void> {
    const lease = this.#lease;
    this.#lease = null;
    await lease?.finish("COMMIT");
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.#lease?.finish("COMMIT");
  }
}

/**
 * On the embedded database: no transaction around the request. It has one session, and a request that held it from its
 * first to its last statement would make every other one wait for its JavaScript. The price: a change that commits
 * between two statements of a request is seen by the second.
 */
export class DirectReader extends QueuedReader {
  #lease: Lease | null = null;

  protected async execute(text: string, values?: readonly unknown[]): Promise<unknown[]> {
    const lease = await Lease.take(this.connections, this.statementTimeoutMs);
    this.#lease = lease;
    try {
      this.refuseWhenClosed();
      this.connections.report(text);
      return (await lease.run(text, values, this.statementTimeoutMs)).rows;
    } finally {
      void lease.finish(null);
    }
  }

  protected async abandon(): Promise<void> {
    await this.#lease?.finish(null);
  }

  /** Nothing is held between statements. */
  protected async giveBack(): Promise<void> {}

  async close(): Promise<void> {
    this.closed = true;
    await this.#lease?.finish(null);
  }
}

/** SET LOCAL for everything: nothing outlives the transaction, so the next user of the connection starts clean. */
export function settings({ limitMs, lockMs }: { limitMs: number; lockMs?: number }): string {
  const idleMs = Math.max(5_000, limitMs);
  return [
    // at least 1: a time-out of 0 means none
    `SET LOCAL statement_timeout = ${Math.max(1, Math.ceil(limitMs))}`,
    `SET LOCAL idle_in_transaction_session_timeout = ${Math.ceil(idleMs)}`,
    ...(lockMs === undefined ? [] : [`SET LOCAL lock_timeout = ${Math.ceil(lockMs)}`]),
  ].join("; ");
}

function afterFailure(failure: Error): Error {
  const message = "An earlier read of this request failed.";
  return "code" in failure && failure.code === "SERVICE_UNAVAILABLE"
    ? withCause(message, failure)
    : new Error(message, { cause: failure });
}
