import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient } from "pg";
import { type DataSource, MigrationExecutor, type QueryRunner } from "typeorm";
import { codeOf, toFailure } from "./failures";
import type { Connections } from "./lease";

/** Any fixed number: with it, servers that start at once on one database migrate one after another. */
const LOCK_KEY = 4_017_202_601;
const WAIT_FOR_OTHERS_MS = 120_000;
const STATEMENT_LIMIT_MS = 600_000;
const LOCK_LIMIT_MS = 2_000;
const ATTEMPTS = 10;

/**
 * Runs the pending migrations in order, each in its own transaction, and gives their names. Two servers that start at
 * once do not run one twice. A migration that does not get a table's lock within 2 s steps back, so that the requests
 * queueing behind it go on, and tries again; up to ten times.
 */
export async function migrate(dataSource: DataSource, connections: Connections): Promise<string[]> {
  // The embedded database has one connection and one process: nobody to lock out, and no second connection to do it.
  const unlock = connections.cancel ? await lockOthersOut(connections) : async () => {};
  const disallow = connections.allow(STATEMENT_LIMIT_MS);
  try {
    return await runPending(dataSource);
  } finally {
    disallow();
    await unlock();
  }
}

/** True when the code knows a migration that the database has not run. */
export async function hasPendingMigrations(
  dataSource: DataSource,
  executed: () => Promise<{ name: string }[]>,
): Promise<boolean> {
  const names = dataSource.migrations.map((it) => it.name ?? it.constructor.name);
  if (names.length === 0) return false;
  const done = await executed().catch((error) => {
    if (codeOf(error) === "42P01") return []; // no table yet: nothing has run
    throw error;
  });
  const ran = new Set(done.map(({ name }) => name));
  return names.some((name) => !ran.has(name));
}

async function runPending(dataSource: DataSource): Promise<string[]> {
  const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
  if (pending.length === 0) return [];
  for (let attempt = 1; ; attempt++) {
    const runner = withTimeouts(dataSource.createQueryRunner());
    try {
      const executor = new MigrationExecutor(dataSource, runner);
      executor.transaction = "each";
      await executor.executePendingMigrations();
      return pending.map(({ name }) => name);
    } catch (error) {
      const blocked = ["55P03", "40P01"].includes(codeOf(error) ?? "");
      if (!blocked || attempt === ATTEMPTS) throw error;
      await sleep(500 + Math.random() * 1_000);
    } finally {
      await runner.release();
    }
  }
}

/** TypeORM opens a transaction for each migration; ours begins with its time-outs. */
function withTimeouts(runner: QueryRunner): QueryRunner {
  const startTransaction = runner.startTransaction.bind(runner);
  runner.startTransaction = async (isolation) => {
    await startTransaction(isolation);
    await runner.query(
      `SET LOCAL statement_timeout = ${STATEMENT_LIMIT_MS}; SET LOCAL lock_timeout = ${LOCK_LIMIT_MS}`,
    );
  };
  return runner;
}

/**
 * Holds an advisory lock on a connection of its own, for as long as its transaction is open; so it also ends with a lost
 * connection, and works behind PgBouncer. It has no snapshot, thus CREATE INDEX CONCURRENTLY does not wait for it.
 */
async function lockOthersOut({ pool }: Connections): Promise<() => Promise<void>> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const onError = (error: Error) => {
    lost = error;
  };
  client.on("error", onError);
  const release = async () => {
    await client.query("ROLLBACK").catch(onError);
    client.removeListener("error", onError);
    if (lost) client.on("error", () => {});
    client.release(lost);
  };
  try {
    await begin(client);
    return release;
  } catch (error) {
    await release();
    if (codeOf(error) === "55P03") {
      throw new Error(
        `Another server has been migrating this database for ${WAIT_FOR_OTHERS_MS / 1_000} s. Wait for it, then start again.`,
        { cause: error },
      );
    }
    throw toFailure(error);
  }
}

async function begin(client: PoolClient): Promise<void> {
  await client.query(
    `BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
     SET LOCAL lock_timeout = ${WAIT_FOR_OTHERS_MS}`,
  );
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
}
