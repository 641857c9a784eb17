import "reflect-metadata";
import { ConfigError, readConfig } from "../config";
import type { Database } from "../database/database";
import { openGraphDatabase } from "../graph-database";

/** Prints what a command answers, if it is anything. Anything that goes wrong is told in one message on stderr, with exit code 1. */
export async function print(command: () => Promise<string>): Promise<void> {
  try {
    const answer = await command();
    if (answer !== "") process.stdout.write(`${answer}\n`);
  } catch (error) {
    process.stderr.write(`${toText(error)}\n`);
    process.exitCode = 1;
  }
}

/** Runs one command on the configured database. A server that holds the embedded database is named in the error. */
export async function onDatabase(
  command: (database: Database) => Promise<string>,
  flags: readonly string[] = [],
): Promise<string> {
  const config = readConfig(process.env, flags);
  if (config.inMemory) throw new ConfigError(["--memory: nothing would be kept; legal: no flags"]);
  const database = await openGraphDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    memory: false,
    poolSize: config.poolSize,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    return await command(database);
  } finally {
    await database.close();
  }
}

/** The message, which is written for whoever runs the command; of a defect also where it is. */
function toText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isDefect = error instanceof TypeError || error instanceof RangeError;
  return isDefect ? (error.stack ?? error.message) : error.message;
}
