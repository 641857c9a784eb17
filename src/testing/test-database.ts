import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { type Database, type DatabaseOptions, openDatabase } from "../database/database";

export type TestDatabaseOptions = Pick<DatabaseOptions, "entities" | "migrations"> &
  Partial<DatabaseOptions>;

/**
 * A fresh database of its own, with the migrations run: embedded in memory (about 1 s), or, with TEST_DATABASE_URL,
 * `careergraph_test_<random>` on that PostgreSQL server, which is dropped by `close`. `url: null` asks for the embedded one.
 */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<Database> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  const defaults = { dataDir: "", memory: true, url: null };
  if (!serverUrl || options.url === null)
    return await migrated(await openDatabase({ ...defaults, ...options }));

  const name = `careergraph_test_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const drop = () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  try {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const database = await openDatabase({ ...defaults, ...options, url: url.href });
    const close = database.close.bind(database);
    database.close = async () => {
      await close();
      await drop();
    };
    return await migrated(database);
  } catch (error) {
    await drop();
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

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
