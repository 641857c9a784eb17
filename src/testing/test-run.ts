import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What the test files of one run of jest share: a temporary folder, made before the first and removed after the last. */

const VARIABLE = "CAREERGRAPH_TEST_RUN";
const PREFIX = "careergraph-test-run-";
const LOOK_MS = 50;

/** Called once, in jest's main process; its workers inherit the variable. */
export function beginTestRun(): void {
  removeLeftBehind();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { mode: 0o700 });
  process.env[VARIABLE] = folder;
}

export function endTestRun(): void {
  rmSync(testRunFolder(), { recursive: true, force: true });
}

export function testRunFolder(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error("this needs jest, whose globalSetup begins the run");
  return folder;
}

/** Lower case, digits and `_`: may stand in the name of a database. */
export function testRunName(): string {
  return basename(testRunFolder()).replaceAll("-", "_");
}

/**
 * The path of the folder `name`, which `make` fills, in whichever test file asks first; the others wait for it.
 * When `make` fails the next one to ask tries again.
 */
export async function oncePerTestRun(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(testRunFolder(), name);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (!tryMakeFolder(lock)) {
      await sleep(LOOK_MS);
      continue;
    }
    try {
      if (!existsSync(folder)) await fillNew(folder, make);
    } finally {
      rmdirSync(lock);
    }
  }
  return folder;
}

async function fillNew(folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  await make(unfinished);
  renameSync(unfinished, folder);
}

function tryMakeFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Folders of runs that were killed. */
function removeLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^careergraph-test-run-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Of another user.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
