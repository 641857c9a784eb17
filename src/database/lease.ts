import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient, QueryResult } from "pg";
import { isConnectionFailure, MESSAGES, toFailure, withCause } from "./failures";

/** What readers and transactions need to know of the pool beneath them. */
export interface Connections {
  readonly pool: Pool;
  /** Callers beyond this many waiting ones are refused at once. */
  readonly maxWaiting: number;
  /** How long beyond a statement's own limit its answer is awaited, so that the server's own time-out comes first. */
  readonly graceMs: number;
  /** Asks the server to stop what runs on a client; null where a statement cannot be stopped (embedded). */
  readonly cancel: ((client: PoolClient) => Promise<void>) | null;
  /** Tells the embedded database that statements may run for so long; the answer takes it back. */
  readonly allow: (statementTimeoutMs: number) => () => void;
  /** Is told every statement, for tests that count them. */
  readonly report: (sql: string) => void;
}

/** How long a statement that was told to stop may take until its connection is thrown away. */
const STOP_GRACE_MS = 1_000;

/** Time for the pool to notice that its other idle connections broke, too. */
const NOTICE_MS = 20;

/** One client of the pool, from taking it to giving it back in a state that the next one can use. */
export class Lease {
  readonly #running = new Set<Promise<void>>();
  #lost = false;
  #finished: Promise<void> | null = null;
  readonly #onError = (): void => {
    this.#lost = true;
  };

  private constructor(
    private readonly connections: Connections,
    private readonly client: PoolClient,
    private readonly disallow: () => void,
  ) {
    // The pool takes its own listener off while a client is out; without one, a lost connection would end the process.
    client.on("error", this.#onError);
  }

  /** Throws SERVICE_UNAVAILABLE when too many wait already, when none is free in time, or when none can be opened. */
  static async take(connections: Connections, statementTimeoutMs: number): Promise<Lease> {
    const { pool, maxWaiting } = connections;
    if (pool.waitingCount >= maxWaiting) throw withCause(MESSAGES.busy);
    const client = await pool.connect().catch((error) => {
      throw toFailure(error);
    });
    return new Lease(connections, client, connections.allow(statementTimeoutMs));
  }

  /**
   * Takes a client and opens a transaction on it. A connection that turns out to be dead at that moment (the server was
   * restarted) is replaced once: nothing has happened on it yet.
   */
  static async begin(
    connections: Connections,
    limitMs: number,
    sql: string,
    again = true,
  ): Promise<Lease> {
    const lease = await Lease.take(connections, limitMs);
    try {
      await lease.run(sql, undefined, limitMs);
      return lease;
    } catch (error) {
      await lease.finish("ROLLBACK");
      if (!again || !isConnectionFailure(error)) throw error;
      await sleep(NOTICE_MS);
      return await Lease.begin(connections, limitMs, sql, false);
    }
  }

  /** Runs a statement; after `limitMs` plus the grace it gives up with SERVICE_UNAVAILABLE. Driver errors come raw. */
  async run(text: string, values: readonly unknown[] | undefined, limitMs: number) {
    if (this.#finished !== null) throw new Error("This connection was given back already.");
    const answer = this.client.query(text, values as unknown[] | undefined);
    // Attached before the caller's own: when the caller goes on, the statement is off the list already.
    const settled: Promise<void> = answer.then(
      () => void this.#running.delete(settled),
      (error) => {
        this.#running.delete(settled);
        if (isConnectionFailure(error)) this.#lost = true;
      },
    );
    this.#running.add(settled);
    return await withLimit<QueryResult>(answer, limitMs + this.connections.graceMs);
  }

  /**
   * Ends what is open with `end` (null: nothing is open) and gives the client back; never throws. A statement that still
   * runs is stopped first. What cannot be brought to an end is closed instead of going back.
   */
  finish(end: "COMMIT" | "ROLLBACK" | null): Promise<void> {
    this.#finished ??= this.#finish(end);
    return this.#finished;
  }

  /** True while a statement runs. */
  get busy(): boolean {
    return this.#running.size > 0;
  }

  async #finish(end: "COMMIT" | "ROLLBACK" | null): Promise<void> {
    if (this.busy && !this.#lost) await this.#stop();
    if (end && !this.#lost) {
      await withLimit(this.client.query(end), STOP_GRACE_MS + this.connections.graceMs).catch(
        this.#onError,
      );
    }
    this.disallow();
    this.client.removeListener("error", this.#onError);
    if (this.#lost) this.client.on("error", noop); // it may still report its end
    this.client.release(this.#lost);
  }

  async #stop(): Promise<void> {
    const settled = Promise.all(this.#running);
    const { cancel } = this.connections;
    if (!cancel) {
      // Not interruptible: the next one waits for it, and the embedded database restarts when it runs for too long.
      await settled;
      return;
    }
    // A request to stop that may still arrive must not meet the next user's statement: then the client is not kept.
    await cancel(this.client).catch(this.#onError);
    if (!this.#lost) await withLimit(settled, STOP_GRACE_MS).catch(this.#onError);
  }
}

const noop = (): void => {};

/** The promise, or SERVICE_UNAVAILABLE after `limitMs`. */
export async function withLimit<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(withCause(MESSAGES.slow)), limitMs);
  });
  promise.catch(noop); // when the limit wins, nobody else listens any more
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
