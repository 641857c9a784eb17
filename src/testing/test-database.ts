import { randomBytes } from "node:crypto";
import { constants, cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { type Database, type DatabaseOptions, openDatabase } from "../database/database";
import { oncePerTestRun, testRunFolder, testRunName } from "./test-run";

export type TestDatabaseOptions = Pick<DatabaseOptions, "entities" | "migrations"> &
  Partial<DatabaseOptions>;

/**
 * A fresh database of its own, with the migrations run: embedded in memory (about 1 s), or, with TEST_DATABASE_URL,
 * `careergraph_test_<random>` on that PostgreSQL server, which is dropped by `close`. `url: null` asks for the embedded one.
 */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<Database> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (serverUrl && options.url !== null) {
    const { url, drop } = await createOnServer(serverUrl);
    return await migrated(await opened({ ...EMBEDDED_IN_MEMORY, ...options, url }, drop));
  }
  return await migrated(await openDatabase({ ...EMBEDDED_IN_MEMORY, ...options }));
}

const EMBEDDED_IN_MEMORY = { dataDir: "", memory: true, url: null };

/**
 * A fresh database of its own, as a copy of one that is migrated and filled by `fill` once for all test files; of the
 * same kind as that of `openTestDatabase`, but that the embedded one is in a temporary folder.
 */
export async function openCopy(
  name: string,
  options: TestDatabaseOptions,
  fill: (database: Database) => Promise<void>,
): Promise<Database> {
  const make = async (database: Database) => {
    try {
      await database.migrate();
      await fill(database);
    } finally {
      await database.close();
    }
  };
  const serverUrl = process.env.TEST_DATABASE_URL;
  const inFolder = (dataDir: string) => ({ ...options, url: null, memory: false, dataDir });
  if (!serverUrl) {
    const folder = await oncePerTestRun(name, async (unfinished) =>
      make(await openDatabase(inFolder(unfinished))),
    );
    const copy = mkdtempSync(join(testRunFolder(), "copy-"));
    cpSync(folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
    return await opened(inFolder(copy), async () => rmSync(copy, { recursive: true, force: true }));
  }

  const template = `${testRunName()}_${name}`;
  await oncePerTestRun(name, async () => {
    const { url } = await createOnServer(serverUrl, template);
    await make(await openDatabase({ ...inFolder(""), url }));
  });
  const { url, drop } = await createOnServer(serverUrl, undefined, `TEMPLATE ${template}`);
  return await opened({ ...inFolder(""), url }, drop);
}

/** Drops what `openCopy` copied from. */
export async function dropTemplates(): Promise<void> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) return;
  const found = await onServer(serverUrl, "SELECT datname AS name FROM pg_database");
  for (const { name } of found) {
    if (name.startsWith(`${testRunName()}_`)) await onServer(serverUrl, `DROP DATABASE ${name}`);
  }
}

async function createOnServer(
  serverUrl: string,
  name = `careergraph_test_${randomBytes(6).toString("hex")}`,
  options = "",
): Promise<{ url: string; drop: () => Promise<void> }> {
  await onServer(serverUrl, `CREATE DATABASE ${name} ${options}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = async () => {
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return { url: url.href, drop };
}

/** Opens it; `remove` runs after it is closed, or when it cannot be opened. */
async function opened(options: DatabaseOptions, remove: () => Promise<void>): Promise<Database> {
  try {
    const database = await openDatabase(options);
    const close = database.close.bind(database);
    database.close = async () => {
      await close();
      await remove();
    };
    return database;
  } catch (error) {
    await remove();
    throw error;
  }
}

async function migrated(database: Database): Promise<Database> {
  try {
    await database.migrate();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function onServer(url: string, sql: string): Promise<{ name: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ name: string }>(sql)).rows;
  } finally {
    await client.end();
  }
}
