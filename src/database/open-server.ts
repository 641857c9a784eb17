import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import type { DataSource } from "typeorm";
import { cancelStatement, describeUrl } from "./cancel";
import { ConnectedDatabase, makeDataSource, poolOf } from "./connected-database";
import type { Database, DatabaseOptions } from "./database";
import { codeOf } from "./failures";
import { type Connections, withLimit } from "./lease";
import { StatementLog } from "./statement-log";

const OLDEST_MAJOR = 15;
const START_ATTEMPTS = 3;
const START_LIMIT_MS = 10_000;

/** Beyond the server's own time-out, so that ours only answers for a server that hangs. */
const GRACE_MS = 1_000;

export async function openOnServer(options: DatabaseOptions, url: string): Promise<Database> {
  checkUrl(url);
  const statements = new StatementLog(options.log ?? (() => {}));
  const max = Math.max(2, options.poolSize ?? 10); // migrating takes two
  const dataSource = makeDataSource(options, statements, { url, extra: poolOptions(max) });
  try {
    const description = await connect(dataSource, url);
    const connections: Connections = {
      pool: poolOf(dataSource),
      maxWaiting: 2 * max,
      graceMs: GRACE_MS,
      cancel: cancelStatement,
      allow: () => () => {},
      report: statements.report,
    };
    const background = { ...connections, pool: backgroundPool(url, options.log) };
    return new ConnectedDatabase({
      mode: "postgresql",
      description,
      dataSource,
      statements,
      connections,
      background,
    });
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  }
}

/** Settings of the pool on a server. Only the name is sent at connecting: PgBouncer refuses time-outs there. */
function poolOptions(poolSize: number) {
  return {
    max: poolSize,
    connectionTimeoutMillis: 1_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1_800,
    keepAlive: true,
    application_name: "careergraph",
  };
}

/** One connection for each part of the career index that is made at the same time; opened when needed, closed when idle. */
const BACKGROUND_POOL_SIZE = 6;

function backgroundPool(url: string, log?: (line: string) => void): Pool {
  const settings = { ...poolOptions(BACKGROUND_POOL_SIZE), idleTimeoutMillis: 5_000 };
  const pool = new Pool({ connectionString: url, ...settings });
  pool.on("error", (error) => log?.(`A database connection was lost: ${error.message}`));
  return pool;
}

/** Throws one clear line when DATABASE_URL is no such URL; the URL itself, which may hold a password, is not in it. */
function checkUrl(url: string): void {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error("another scheme");
    describeUrl(url);
  } catch {
    throw new Error("DATABASE_URL must look like postgres://user:password@host:5432/database.");
  }
}

/** Connects and checks the server. Throws one clear line that names the host, never the password. */
async function connect(dataSource: DataSource, url: string): Promise<string> {
  const { server, database, user } = describeUrl(url);
  try {
    await withLimit(initialize(dataSource), START_LIMIT_MS);
  } catch (error) {
    throw new Error(startMessage(error, server, database, user), { cause: error });
  }
  const [found] = await dataSource.query<{ number: string; version: string; encoding: string }[]>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version,
       current_setting('server_encoding') AS encoding`,
  );
  const major = Math.floor(Number(found?.number) / 10_000);
  if (major < OLDEST_MAJOR) {
    throw new Error(
      `PostgreSQL at ${server} is version ${found?.version}; ${OLDEST_MAJOR} or newer is needed.`,
    );
  }
  if (found?.encoding !== "UTF8") {
    throw new Error(
      `Database "${database}" at ${server} has the encoding ${found?.encoding}; create one with ENCODING 'UTF8'.`,
    );
  }
  return `PostgreSQL ${found.version.split(" ")[0]} at ${server}, database "${database}"`;
}

/** A server that starts at the same time may need a moment; anything but a time-out is final. */
async function initialize(dataSource: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      const timedOut = /timeout/.test((error as Error).message);
      if (!timedOut || attempt === START_ATTEMPTS) throw error;
      await sleep(200);
    }
  }
}

function startMessage(error: unknown, server: string, database: string, user: string): string {
  const code = codeOf(error);
  if (code === "28P01" || code === "28000") {
    return `PostgreSQL at ${server} refuses the login of user "${user}". Check DATABASE_URL.`;
  }
  if (code === "3D000") {
    return `PostgreSQL at ${server} has no database "${database}". Create it, or check DATABASE_URL.`;
  }
  const { message } = error as Error;
  const isFromServer = code !== null && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("E");
  const reason = isFromServer ? message : (code ?? message);
  return `PostgreSQL at ${server} cannot be reached (${reason}). Check DATABASE_URL and that the server runs.`;
}
