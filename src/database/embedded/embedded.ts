import { databaseFolder, EMBEDDED_MAJOR, openFolder } from "./data-folder";
import { lockDirectory } from "./dir-lock";
import { Engine } from "./engine";
import type { PgSocket } from "./pg-socket";
import { PgliteThread, pgliteVersion } from "./pglite-worker-thread";
import { emptyDatabase } from "./template";

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Keep nothing: `dataDir` is not touched. */
  readonly memory: boolean;
  readonly statementLimitMs?: number;
  readonly log: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** For the pool of `pg`: one connection that is never closed for idleness, because PGlite has one session. */
  readonly poolOptions: {
    readonly stream: () => PgSocket;
    readonly max: 1;
    readonly idleTimeoutMillis: 0;
    readonly user: string;
    readonly database: string;
  };
  readonly description: string;
  /** Statements may run for so long until the answer is called; otherwise 10 s, then the worker is restarted. */
  allow(statementTimeoutMs: number): () => void;
  close(): Promise<void>;
}

/**
 * PostgreSQL inside of this process: PGlite in a worker thread. Takes the data folder for this process alone, creates
 * the database when there is none (5 s, 1 s once this machine has done it), opens it (about 1 s).
 * Throws when the folder is in use or holds another major version's data.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { memory, log, statementLimitMs, dataDir } = options;
  const unlock = memory ? () => {} : await lockDirectory(dataDir);
  try {
    const folder = memory ? "" : databaseFolder(dataDir);
    const open = memory
      ? async () => PgliteThread.start("memory://", await emptyDatabase())
      : () => openFolder(folder, log);
    const engine = new Engine({ open, memory, statementLimitMs, log });
    await engine.start();
    return {
      poolOptions: {
        stream: () => engine.socket(),
        max: 1,
        idleTimeoutMillis: 0,
        user: "postgres",
        database: "postgres",
      },
      description: `embedded PostgreSQL ${EMBEDDED_MAJOR} (PGlite ${pgliteVersion}, ${memory ? "in memory, nothing is kept" : folder})`,
      allow: (statementTimeoutMs) => engine.allow(statementTimeoutMs),
      async close() {
        await engine.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
