import { constants, cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { loadSeeds } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { openGraphDatabase } from "../graph-database";
import { oncePerTestRun, testRunFolder } from "./test-run";

/** A data folder of its own with the starter graph, as a start makes it: for tests of several processes. */
export async function starterDataFolder(): Promise<string> {
  const made = await oncePerTestRun("starter-data-folder", async (unfinished) => {
    const database = await openDataFolder(unfinished);
    await database.migrate();
    if (await loadSeeds(database)) await database.maintain();
    await database.close();
  });
  const copy = mkdtempSync(join(testRunFolder(), "data-"));
  cpSync(made, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

/** Opens the embedded database in a data folder. */
export function openDataFolder(dataDir: string): Promise<Database> {
  return openGraphDatabase({ url: null, dataDir, memory: false });
}
