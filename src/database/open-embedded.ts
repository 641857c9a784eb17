import { ConnectedDatabase, makeDataSource, poolOf } from "./connected-database";
import type { Database, DatabaseOptions } from "./database";
import { openEmbedded } from "./embedded/embedded";
import { selfTest } from "./embedded/self-test";
import type { Connections } from "./lease";
import { maintainRegularly } from "./maintenance";
import { StatementLog } from "./statement-log";

/** Longer than on a server: there is one connection, and an import or VACUUM may hold it for seconds. */
const WAIT_MS = 10_000;
const MAX_WAITING = 500;
const START_LIMIT_MS = 60_000;

export async function openOnEmbedded(options: DatabaseOptions): Promise<Database> {
  const log = options.log ?? (() => {});
  const { dataDir, memory, embeddedStatementLimitMs: statementLimitMs } = options;
  const embedded = await openEmbedded({ dataDir, memory, statementLimitMs, log });
  const started = embedded.allow(START_LIMIT_MS);
  const statements = new StatementLog(log);
  const extra = { ...embedded.poolOptions, connectionTimeoutMillis: WAIT_MS };
  const dataSource = makeDataSource(options, statements, { extra });
  try {
    await dataSource.initialize();
    const connections: Connections = {
      pool: poolOf(dataSource),
      maxWaiting: MAX_WAITING,
      graceMs: 0,
      cancel: null,
      allow: (statementTimeoutMs) => embedded.allow(statementTimeoutMs),
      report: statements.report,
    };
    await testOnce(connections);
    started();
    const stopMaintenance = await maintainRegularly(connections, log);
    return new ConnectedDatabase({
      mode: "embedded",
      description: embedded.description,
      dataSource,
      statements,
      connections,
      async beforeClose() {
        stopMaintenance();
      },
      afterClose: () => embedded.close(),
    });
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded.close();
    throw error;
  }
}

async function testOnce({ pool }: Connections): Promise<void> {
  const client = await pool.connect();
  try {
    await selfTest(client);
  } finally {
    client.release();
  }
}
