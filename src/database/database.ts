import type { DataSource } from "typeorm";
import { openOnEmbedded } from "./open-embedded";
import { openOnServer } from "./open-server";
import type { Reader } from "./readers";
import type { Transaction, TransactionOptions } from "./transactions";

export type { Reader } from "./readers";
export type { Transaction, TransactionOptions } from "./transactions";

export interface DatabaseOptions {
  /** `postgres://…`: a server, PostgreSQL 15 to 18. null: the embedded database. */
  url: string | null;
  /** Folder of the embedded database; only one process may use it at a time. */
  dataDir: string;
  /** Embedded, and nothing is kept. */
  memory: boolean;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM takes classes as Function
  entities: Function[];
  // biome-ignore lint/complexity/noBannedTypes: TypeORM takes classes as Function
  migrations: Function[];
  /** Connections to a server, 10 unless said otherwise, at least 2. The embedded database has one. */
  poolSize?: number;
  /** After how long a statement restarts the embedded database; 10 s unless said otherwise (tests). */
  embeddedStatementLimitMs?: number;
  /** Gets one line when something worth knowing happens; nothing unless given. */
  log?: (line: string) => void;
}

/** The one way to the graph's data, the same on a server and on the embedded database. */
export interface Database {
  readonly mode: "embedded" | "postgresql";
  /** For people: product, version and place, never a password. */
  readonly description: string;
  /** For what is read from TypeORM: entity metadata, the columns' mapping. Requests use `reader` and `transaction`. */
  readonly dataSource: DataSource;
  /** For the reads of one request, each statement within 3 s unless said otherwise. Takes a connection when first asked. */
  reader(options?: { statementTimeoutMs?: number }): Reader;
  /**
   * For what the process reads for all requests: on a server by connections of its own, so that requests that wait for
   * it, and hold theirs, cannot keep it from being read.
   */
  backgroundReader(options?: { statementTimeoutMs?: number }): Reader;
  /** See `runTransaction`: all or nothing, tried again on conflicts, SERVICE_UNAVAILABLE when the database cannot. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Whether the database answers in time. Never throws. */
  ping(timeoutMs: number): Promise<boolean>;
  /** Runs what is pending and gives the names. */
  migrate(): Promise<string[]>;
  pendingMigrations(): Promise<boolean>;
  /** After imports: statistics; on the embedded database also VACUUM and CHECKPOINT, during which others wait. */
  maintain(): Promise<void>;
  /** For tests that count statements; BEGIN, SET LOCAL and COMMIT are left out. The answer takes the listener off. */
  onStatement(listener: (sql: string) => void): () => void;
  /** Waits for what runs, then closes. Twice is fine. */
  close(): Promise<void>;
}

/** Opens the database and checks it. Throws an error whose message is meant for whoever starts the server. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === null ? openOnEmbedded(options) : openOnServer(options, options.url);
}
