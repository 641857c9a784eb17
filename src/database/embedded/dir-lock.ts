import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const LOCK_FILE = "lock";
const ANSWER_LIMIT_MS = 2_000;
const SETTLE_MS = 200;
/** Longest path of a Unix socket that every system takes (macOS: 104 bytes with the end mark). */
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * One process per data folder, whoever runs it. The lock is a listening local socket: the system drops it when its
 * holder dies, also by kill -9, so nothing stale is left and no process id is guessed. Its address comes from the
 * folder alone, not from TMPDIR or the user:
 * - Linux: a name in the abstract namespace, which no file and no path length limits; and a socket file in the folder,
 *   which is also seen from another container that mounts the folder (abstract names end at the container's network).
 * - macOS and others: the socket file.  - Windows: a named pipe.
 *
 * Resolves with the function that gives the folder free. Throws an error that names the other process.
 */
export async function lockDirectory(dir: string): Promise<() => void> {
  const path = writableFolder(dir);
  const key = createHash("sha256").update(path).digest("hex").slice(0, 32);
  if (process.platform === "win32") return await hold(dir, `\\\\.\\pipe\\careergraph-${key}`);
  const releases: (() => void)[] = [];
  const releaseAll = () => {
    for (const release of releases.reverse()) release();
  };
  try {
    if (process.platform === "linux") releases.push(await hold(dir, `\0careergraph-${key}`));
    releases.push(await holdFile(dir, path, key));
    return releaseAll;
  } catch (error) {
    releaseAll();
    throw error;
  }
}

function writableFolder(dir: string): string {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The data folder ${dir} cannot be made or written by this user (${code}). Change its owner, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

async function holdFile(dir: string, path: string, key: string): Promise<() => void> {
  if (process.platform === "linux") {
    // Through the open folder the address is short, however long the path is.
    const descriptor = openSync(path, "r");
    try {
      const release = await hold(dir, `/proc/self/fd/${descriptor}/${LOCK_FILE}`);
      return () => {
        release();
        closeSync(descriptor);
      };
    } catch (error) {
      closeSync(descriptor);
      if (error instanceof InUseError) throw error;
      return () => {}; // a file system without sockets: the abstract name holds
    }
  }
  const inFolder = join(path, LOCK_FILE);
  const fits = Buffer.byteLength(inFolder) <= MAX_SOCKET_PATH_BYTES;
  return await hold(dir, fits ? inFolder : `/tmp/careergraph-${key}.lock`);
}

class InUseError extends Error {}

async function hold(dir: string, address: string): Promise<() => void> {
  const isFile = address.startsWith("/");
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(address, isFile);
    if (server) {
      if (isFile && attempt > 0) await refuseWhenReplaced(dir, address);
      return () => void server.close();
    }
    const holder = await askHolder(address);
    if (holder !== null) {
      throw new InUseError(
        `The data folder ${dir} is in use by ${holder}. Stop it first, or set DATA_DIR to another folder.`,
      );
    }
    if (isFile) rmSync(address, { force: true }); // left behind by a killed process
  }
  throw new InUseError(`The data folder ${dir} is in use: several processes start on it at once.`);
}

/**
 * Two processes that both found a dead socket file may each have removed it, the second one the first one's new file.
 * So whoever removed one looks a little later whether the file is still its own; the second one wins.
 */
async function refuseWhenReplaced(dir: string, address: string): Promise<void> {
  const { ino } = statSync(address);
  await sleep(SETTLE_MS);
  if (statSync(address, { throwIfNoEntry: false })?.ino === ino) return;
  // Not closed: that would remove the file, which is the other one's now. It does not keep this process alive.
  throw new InUseError(`The data folder ${dir} is in use by a process that started just now.`);
}

/** null when somebody listens there, or when a dead socket file is in the way. */
function listen(address: string, isFile: boolean): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(`process ${process.pid} on ${hostname()}`);
    }).unref();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    // Another user must be able to ask, too. Abstract names have no permissions, and Node refuses to set any.
    const access = isFile ? { readableAll: true, writableAll: true } : {};
    server.listen({ path: address, ...access }, () => resolve(server));
  });
}

/** Who listens there; null when nobody does (a dead socket file). Whoever cannot be asked counts as alive. */
function askHolder(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(address).setEncoding("utf8").setTimeout(ANSWER_LIMIT_MS);
    socket.on("data", (text) => {
      answer += text;
    });
    socket.on("end", () => resolve(answer || "another process"));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      const nobody = error.code === "ECONNREFUSED" || error.code === "ENOENT";
      resolve(nobody ? null : "a process of another user");
    });
    socket.on("timeout", () => {
      socket.destroy();
      resolve("another process, which does not answer");
    });
  });
}
