import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool } from "pg";
import { DataSource, type DataSourceOptions } from "typeorm";
import type { Database, DatabaseOptions } from "./database";
import { type Connections, Lease, withLimit } from "./lease";
import { maintain } from "./maintenance";
import { hasPendingMigrations, migrate } from "./migrate";
import { DirectReader, type Reader, SnapshotReader } from "./readers";
import type { StatementLog } from "./statement-log";
import { runTransaction, type Transaction, type TransactionOptions } from "./transactions";

const STATEMENT_LIMIT_MS = 3_000;

export interface Connected {
  readonly mode: Database["mode"];
  readonly description: string;
  readonly dataSource: DataSource;
  readonly connections: Connections;
  /** Those of `backgroundReader`; absent: the same. */
  readonly background?: Connections;
  readonly statements: StatementLog;
  readonly beforeClose?: () => Promise<void>;
  readonly afterClose?: () => Promise<void>;
}

/** The database once it is open; what differs between the server and the embedded one came in by `Connected`. */
export class ConnectedDatabase implements Database {
  readonly #openTransaction = new AsyncLocalStorage<{ open: boolean }>();
  #closing: Promise<void> | null = null;

  constructor(private readonly connected: Connected) {}

  get mode() {
    return this.connected.mode;
  }

  get description() {
    return this.connected.description;
  }

  get connections() {
    return this.connected.connections;
  }

  get dataSource() {
    return this.connected.dataSource;
  }

  reader({ statementTimeoutMs = STATEMENT_LIMIT_MS } = {}): Reader {
    return this.#readerOn(this.connected.connections, statementTimeoutMs);
  }

  backgroundReader({ statementTimeoutMs = STATEMENT_LIMIT_MS } = {}): Reader {
    const { background, connections } = this.connected;
    return this.#readerOn(background ?? connections, statementTimeoutMs);
  }

  #readerOn(connections: Connections, statementTimeoutMs: number): Reader {
    this.#refuseInsideTransaction();
    const Kind = this.mode === "embedded" ? DirectReader : SnapshotReader;
    return new Kind(connections, statementTimeoutMs);
  }

  async transaction<T>(
    work: (tx: Transaction) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    this.#refuseInsideTransaction();
    const { connections } = this.connected;
    if (this.mode === "postgresql") return await runTransaction(connections, work, options);
    const marked = async (tx: Transaction): Promise<T> => {
      const state = { open: true };
      try {
        return await this.#openTransaction.run(state, () => work(tx));
      } finally {
        state.open = false;
      }
    };
    return await runTransaction(connections, marked, options);
  }

  async ping(timeoutMs: number): Promise<boolean> {
    const { connections } = this.connected;
    const answered = Lease.take(connections, timeoutMs).then(async (lease) => {
      try {
        await lease.run("SELECT 1", undefined, timeoutMs);
        return true;
      } finally {
        void lease.finish(null);
      }
    });
    return await withLimit(answered, timeoutMs).catch(() => false);
  }

  migrate(): Promise<string[]> {
    return migrate(this.dataSource, this.connected.connections);
  }

  async pendingMigrations(): Promise<boolean> {
    return await hasPendingMigrations(this.dataSource, async () => {
      const reader = this.reader();
      try {
        return await reader.query<{ name: string }>("SELECT migration.name FROM migration");
      } finally {
        void reader.close();
      }
    });
  }

  async maintain(): Promise<void> {
    this.#refuseInsideTransaction();
    await maintain(this.connected.connections);
  }

  onStatement(listener: (sql: string) => void): () => void {
    return this.connected.statements.listen(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.connected.beforeClose?.();
    await this.connected.background?.pool.end();
    await this.dataSource.destroy();
    await this.connected.afterClose?.();
  }

  /** There it would wait for the connection that the transaction holds, until the time-out. */
  #refuseInsideTransaction(): void {
    if (this.#openTransaction.getStore()?.open) {
      throw new Error(
        "Inside transaction(tx => …) use only tx: the embedded database has one connection.",
      );
    }
  }
}

/** TypeORM on our pool's settings. It creates the pool, so that there is only one. */
export function makeDataSource(
  { entities, migrations, log }: DatabaseOptions,
  logger: StatementLog,
  connection: { url?: string; extra: object },
): DataSource {
  const options: DataSourceOptions = {
    type: "postgres",
    ...connection,
    entities,
    migrations,
    migrationsTableName: "migration",
    migrationsTransactionMode: "each",
    installExtensions: false,
    synchronize: false,
    logger,
    logging: true, // to our logger, which only hands statements to who listens
    poolErrorHandler: (error: Error) => log?.(`A database connection was lost: ${error.message}`),
  };
  return new DataSource(options);
}

/** The `pg` pool that TypeORM made; its type is not declared. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
