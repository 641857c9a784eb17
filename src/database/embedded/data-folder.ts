import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { PgliteThread } from "./pglite-worker-thread";
import { emptyDatabase } from "./template";

/** Major version of the PostgreSQL inside PGlite; a self-test at every start compares it with the running one. */
export const EMBEDDED_MAJOR = 18;

/**
 * The database's own folder inside of the data folder: `<dataDir>/pg18`. PostgreSQL cannot read the files of another
 * major version, so its number is in the name. Throws, with the steps to take, when only another major's data is there.
 */
export function databaseFolder(dataDir: string): string {
  const folder = join(dataDir, `pg${EMBEDDED_MAJOR}`);
  if (existsSync(folder)) {
    refuseForeignFiles(folder);
    return folder;
  }
  const others = existsSync(dataDir)
    ? readdirSync(dataDir).filter((name) => /^pg\d+$/.test(name))
    : [];
  const [other] = others;
  if (other !== undefined) throw new Error(otherMajorMessage(dataDir, other));
  return folder;
}

function otherMajorMessage(dataDir: string, other: string): string {
  const found = join(dataDir, other);
  return [
    `The data folder ${dataDir} holds a database of PostgreSQL ${other.slice(2)} (${other}); this release runs PostgreSQL ${EMBEDDED_MAJOR} and cannot read its files. Nothing was changed. Either:`,
    `  1. go on with that data: start the release of Careergraph that wrote it;`,
    `  2. begin anew with the starter graph: move ${found} out of ${dataDir} (it stays usable for 1), or set DATA_DIR to another folder;`,
    `  3. use a PostgreSQL server: set DATABASE_URL.`,
  ].join("\n");
}

function refuseForeignFiles(folder: string): void {
  let major = "";
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    major = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EACCES") {
      throw new Error(
        `The database in ${folder} belongs to another user. Run as that user, or change its owner.`,
      );
    }
  }
  if (major !== String(EMBEDDED_MAJOR)) {
    throw new Error(
      `The folder ${folder} is not a complete database of PostgreSQL ${EMBEDDED_MAJOR} (PG_VERSION: ${major || "missing"}). Put a backup back in its place, or move it away to begin anew.`,
    );
  }
}

/**
 * Opens the database in `folder`, and creates it first when it is not there: in `<folder>.tmp`, which is renamed when it
 * is complete, so that an interrupted first start leaves nothing that looks like a database. The caller holds the lock.
 */
export async function openFolder(
  folder: string,
  log: (line: string) => void,
): Promise<PgliteThread> {
  if (!existsSync(folder)) {
    log(`Creating the embedded database in ${folder} ...`);
    const unfinished = `${folder}.tmp`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 }); // PGlite makes files that everybody may write
    const creating = await PgliteThread.start(unfinished, await emptyDatabase());
    await creating.ask("close");
    await creating.stop();
    renameSync(unfinished, folder);
  }
  return await PgliteThread.start(folder);
}
