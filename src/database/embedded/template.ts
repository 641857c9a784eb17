import { createHash, randomBytes } from "node:crypto";
import { lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PgliteThread, pgliteVersion } from "./pglite-worker-thread";

const DIGEST_BYTES = 32;

/** Where this user's copy of the empty database is kept. One folder a user: nobody else can put anything into it. */
export function templateFile(): string {
  const user = process.getuid?.() ?? "user";
  return join(tmpdir(), `careergraph-${user}`, `pglite-${pgliteVersion}.template`);
}

/**
 * Tar of an empty, initialised database. Making one costs about 5 s of processor time, so it is kept in the temporary
 * folder: a digest, then the tar. A copy that is broken, or that somebody else could have written, is not used;
 * when none can be kept, one is made each time. Processes that start together may each make it; the last one stays.
 */
export async function emptyDatabase(
  file = templateFile(),
  make: () => Promise<Uint8Array> = initialise,
): Promise<Uint8Array> {
  const kept = await readKept(file);
  if (kept) return kept;
  const made = await make();
  await keep(file, made).catch(() => {}); // read-only or foreign folder: only time is lost
  return made;
}

async function initialise(): Promise<Uint8Array> {
  const thread = await PgliteThread.start("memory://");
  try {
    return await thread.ask("dump");
  } finally {
    await thread.stop();
  }
}

async function readKept(file: string): Promise<Uint8Array | null> {
  try {
    if (!(await isOurs(join(file, ".."))) || !(await isOurs(file))) return null;
    const bytes = await readFile(file);
    const tar = bytes.subarray(DIGEST_BYTES);
    if (!digest(tar).equals(bytes.subarray(0, DIGEST_BYTES))) return null;
    return new Uint8Array(tar); // a copy of its own, because it will be moved to the worker
  } catch {
    return null;
  }
}

async function keep(file: string, tar: Uint8Array): Promise<void> {
  const folder = join(file, "..");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await isOurs(folder))) return;
  const unfinished = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(unfinished, Buffer.concat([digest(tar), tar]), { mode: 0o600, flag: "wx" });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** No link, owned by us, and not writable by others: what is in it would otherwise run inside of our database. */
async function isOurs(path: string): Promise<boolean> {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) return false;
  if (process.getuid === undefined) return true; // Windows: the temporary folder is the user's own
  return stats.uid === process.getuid() && (stats.mode & 0o022) === 0;
}

const digest = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
