import { dropTemplates } from "./test-database";
import { endTestRun } from "./test-run";

/** Runs once after all test files. */
async function cleanUp(): Promise<void> {
  await dropTemplates();
  endTestRun();
}

export = cleanUp;
