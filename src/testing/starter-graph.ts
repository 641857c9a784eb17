import { loadSeeds } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { ENTITIES, MIGRATIONS } from "../graph-database";
import { openTestDatabase } from "./test-database";

/** A fresh database with the graph's tables and no row of content (about 1 s). Close it after the tests. */
export function openEmptyGraph(): Promise<Database> {
  return openTestDatabase({ entities: ENTITIES, migrations: MIGRATIONS });
}

/** A fresh database with the starter graph in it (about 5 s): open one for each file, and close it after the tests. */
export async function openStarterGraph(): Promise<Database> {
  const database = await openEmptyGraph();
  try {
    // As a start does it: without statistics the database plans every statement badly.
    if (await loadSeeds(database)) await database.maintain();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
