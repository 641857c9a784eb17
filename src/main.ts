import "reflect-metadata";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphQLSchema } from "graphql";
import { loadSeeds } from "../seeds/loader/load-seeds";
import { bannerOf } from "./banner";
import { compute } from "./career-index/compute/compute";
import { IndexKeeper } from "./career-index/index-keeper";
import { prepareIndex } from "./career-index/request-index";
import { type Config, ConfigError, readConfig } from "./config";
import type { Database } from "./database/database";
import { openGraphDatabase } from "./graph-database";
import { findGraphState } from "./graph-state/graph-state.queries";
import { makeSchema } from "./schema";
import { makeContext, makeMappings } from "./server/context";
import { createServer } from "./server/create-server";
import type { Readiness } from "./server/server-parts";
import { installShutdown } from "./server/shutdown";
import { PROJECT_ROOT } from "./shared/project-root";

/** How long `/readyz` waits for the database. */
const READINESS_TIMEOUT_MS = 500;

/** Opens the database, brings it up to date, and serves the graph until the process is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const opening = openGraphDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    memory: config.inMemory,
    poolSize: config.poolSize,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  // The embedded database starts in a thread of its own: meanwhile there is time to build the schema.
  const schema = makeSchema();
  const database = await opening;
  try {
    await serve(config, schema, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serve(config: Config, schema: GraphQLSchema, database: Database): Promise<void> {
  await database.migrate();
  if (await loadSeeds(database)) await database.maintain();

  const mappings = makeMappings(database.dataSource);
  const keeper = new IndexKeeper(database, compute);
  const server = await createServer({
    schema,
    config,
    openRequest: () => {
      const reader = database.reader({ statementTimeoutMs: config.limits.statementMs });
      return { context: makeContext(reader, mappings, keeper), dispose: () => reader.close() };
    },
    readiness: () => findReadiness(database),
    exampleQueries: readFileSync(join(PROJECT_ROOT, "docs", "example-queries.graphql"), "utf8"),
  });
  installShutdown({
    server,
    afterClose: () => database.close(),
    delayMs: config.shutdownDelayMs,
    stopWithParent: config.stopWithParent,
  });
  const address = await server.listen({ host: config.host, port: config.port });
  // Ahead of the first question that needs it; whoever asks meanwhile waits for what it asks for.
  prepareIndex(keeper).catch((err: unknown) =>
    server.log.warn({ err }, "preparing the index failed"),
  );
  const reader = database.reader();
  try {
    process.stdout.write(bannerOf(address, database.description, await findGraphState(reader)));
  } finally {
    await reader.close();
  }
}

async function findReadiness(database: Database): Promise<Readiness> {
  if (!(await database.ping(READINESS_TIMEOUT_MS)))
    return { ready: false, reasons: ["The database does not answer."] };
  return (await database.pendingMigrations())
    ? { ready: false, reasons: ["The database has not been migrated to this release."] }
    : { ready: true, reasons: [] };
}

main().catch((error: unknown) => {
  const text =
    error instanceof Error && isForPeople(error) ? error.message : (error as Error)?.stack;
  process.stderr.write(`${text ?? String(error)}\n`);
  process.exitCode = 1;
});

/** Errors of the start are written for whoever starts the server; only defects need their stack. */
function isForPeople(error: Error): boolean {
  return (
    error instanceof ConfigError || !(error instanceof TypeError || error instanceof RangeError)
  );
}
