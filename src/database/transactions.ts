import { setTimeout as sleep } from "node:timers/promises";
import { isConnectionFailure, isRetryable, MESSAGES, toFailure, withCause } from "./failures";
import { type Connections, Lease } from "./lease";
import { settings } from "./readers";

/** One open transaction. Inside it use nothing else: on the embedded database there is only this one connection. */
export interface Transaction {
  /** Rows of one statement (RETURNING included). After an error only the end of the transaction is possible. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface TransactionOptions {
  /** Limit of each statement; 3 s unless said otherwise. Imports give minutes. */
  statementTimeoutMs?: number;
  /** How long a statement waits for a row or table that another transaction holds; 1 s unless said otherwise. */
  lockTimeoutMs?: number;
}

const RETRIES = 3;

/**
 * Runs `work` in one transaction (read committed) and commits when it resolves, rolls back when it throws.
 * `work` runs again, up to three times more, after a serialization failure or a deadlock: it must have no effect
 * outside of `tx`. An unknown outcome (the connection went while committing) is SERVICE_UNAVAILABLE and never retried.
 */
export async function runTransaction<T>(
  connections: Connections,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await runOnce(connections, work, options);
    } catch (error) {
      if (attempt >= RETRIES || !isRetryable(error)) throw toFailure(error);
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

async function runOnce<T>(
  connections: Connections,
  work: (tx: Transaction) => Promise<T>,
  { statementTimeoutMs: limitMs = 3_000, lockTimeoutMs: lockMs = 1_000 }: TransactionOptions,
): Promise<T> {
  const lease = await Lease.begin(connections, limitMs, `BEGIN; ${settings({ limitMs, lockMs })}`);
  let open = true;
  const tx: Transaction = {
    async query<Row>(text: string, values?: readonly unknown[]) {
      if (!open) throw new Error("This transaction has ended; await every query inside of it.");
      connections.report(text);
      const { rows } = await lease.run(text, values, limitMs).catch((error) => {
        throw isRetryable(error) ? error : toFailure(error);
      });
      return rows as Row[];
    },
  };
  try {
    const result = await work(tx);
    open = false;
    await commit(lease, limitMs);
    await lease.finish(null);
    return result;
  } catch (error) {
    open = false;
    await rollback(lease, connections);
    throw error;
  }
}

/** Awaited where it is quick. Behind a statement that cannot be stopped it goes on by itself: the caller has waited enough. */
async function rollback(lease: Lease, connections: Connections): Promise<void> {
  const rolledBack = lease.finish("ROLLBACK");
  if (connections.cancel || !lease.busy) await rolledBack;
}

async function commit(lease: Lease, limitMs: number): Promise<void> {
  const { command } = await lease.run("COMMIT", undefined, limitMs).catch((error) => {
    if (isRetryable(error)) throw error;
    const failure = toFailure(error);
    if (failure !== error || isConnectionFailure(error)) {
      throw withCause(MESSAGES.unknownOutcome, error);
    }
    throw error;
  });
  // PostgreSQL answers COMMIT with ROLLBACK when a statement failed before, also if `work` caught that error.
  if (command === "ROLLBACK") {
    throw new Error("A statement of this transaction failed, so nothing of it was saved.");
  }
}
