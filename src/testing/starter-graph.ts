import { loadSeeds } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { ENTITIES, MIGRATIONS } from "../graph-database";
import { openCopy } from "./test-database";

const GRAPH = { entities: ENTITIES, migrations: MIGRATIONS };

/** A fresh database with the graph's tables and no row of content (about 1 s). Close it after the tests. */
export function openEmptyGraph(): Promise<Database> {
  return openCopy("empty", GRAPH, async () => {});
}

/** A fresh database with the starter graph in it (about 1 s, the first time 5 s). Close it after the tests. */
export function openStarterGraph(): Promise<Database> {
  return openCopy("starter", GRAPH, async (database) => {
    // As a start does it: without statistics the database plans every statement badly.
    if (await loadSeeds(database)) await database.maintain();
  });
}
