import { type Connections, Lease } from "./lease";
import { settings } from "./readers";

const LIMIT_MS = 600_000;
const PERIOD_MS = 300_000;

/**
 * Brings the planner's statistics up to date; after imports and on a timer. On the embedded database, which has no
 * autovacuum and no automatic checkpoint, it also removes dead rows and lets the write-ahead log be used again.
 */
export async function maintain(connections: Connections): Promise<void> {
  const embedded = connections.cancel === null;
  const lease = embedded
    ? await Lease.take(connections, LIMIT_MS)
    : await Lease.begin(connections, LIMIT_MS, `BEGIN; ${settings({ limitMs: LIMIT_MS })}`);
  try {
    await lease.run(embedded ? "VACUUM (ANALYZE)" : "ANALYZE", undefined, LIMIT_MS);
    if (embedded) await lease.run("CHECKPOINT", undefined, LIMIT_MS);
    await lease.finish(embedded ? null : "COMMIT");
  } catch (error) {
    await lease.finish(embedded ? null : "ROLLBACK");
    throw error;
  }
}

/** Maintains the embedded database every five minutes in which something was written. The answer stops it. */
export async function maintainRegularly(
  connections: Connections,
  log: (line: string) => void,
  periodMs = PERIOD_MS,
): Promise<() => void> {
  let maintainedAt = await writePosition(connections);
  let running = false;
  const run = async (): Promise<void> => {
    if (running) return; // the last one is not done yet
    running = true;
    try {
      if ((await writePosition(connections)) === maintainedAt) return;
      await maintain(connections);
      maintainedAt = await writePosition(connections);
    } catch (error) {
      log(`Maintenance of the database was left out: ${(error as Error).message}`);
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void run(), periodMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** The next transaction id: it moves with every transaction that wrote. (The end of the log also moves with reads.) */
async function writePosition(connections: Connections): Promise<string> {
  const lease = await Lease.take(connections, LIMIT_MS);
  try {
    const { rows } = await lease.run(
      "SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next",
      undefined,
      3_000,
    );
    return rows[0].next;
  } finally {
    await lease.finish(null);
  }
}
