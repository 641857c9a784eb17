import { emptyDatabase } from "../database/embedded/template";
import { beginTestRun } from "./test-run";

/**
 * Runs once before all test files. Makes the empty embedded database that many of them copy (4 to 9 s, kept in the
 * temporary folder for later runs), so that files which run in parallel do not each make one.
 */
async function prepare(): Promise<void> {
  beginTestRun();
  await emptyDatabase();
}

export = prepare;
