// `npm run dev`: the server, compiled and started again whenever a source, a seed file or the playground's examples change.
// Arguments go to the server: npm run dev -- --memory
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prepare } from "./setup/prepare.mjs";

const WATCHED = ["src", "migrations", "seeds", "docs/example-queries.graphql", "tsconfig.json"];
/** Looking costs some milliseconds; unlike file events it also works in containers and on network drives. */
const LOOK_MS = 400;

let server = null;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, async () => {
    stopping = true;
    await stopServer();
    process.exit(0);
  });
}

let seen = "";
while (!stopping) {
  const now = await settled();
  if (now !== seen) {
    seen = now;
    await update();
  }
  await sleep(LOOK_MS);
}

/** What does not compile leaves the running server as it is. */
async function update() {
  try {
    await prepare({ compiled: true });
  } catch (error) {
    console.error(error.isForPeople ? error.message : error);
    return;
  }
  await stopServer();
  if (!stopping) startServer();
}

function startServer() {
  const child = spawn(process.execPath, ["dist/src/main.js", ...process.argv.slice(2)], {
    stdio: "inherit",
    // Nothing else sends requests that would have to be waited for.
    env: { ...process.env, SHUTDOWN_DELAY_MS: "0" },
  });
  server = child;
  child.once("exit", () => {
    if (server !== child) return;
    server = null;
    console.log("> The server has stopped; a change starts it again.");
  });
}

async function stopServer() {
  const child = server;
  server = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** The files' names and times, when nothing changed for one look: an editor or git may write many. */
async function settled() {
  for (let before = look(); ; ) {
    await sleep(LOOK_MS / 4);
    const now = look();
    if (now === before) return now;
    before = now;
  }
}

function look() {
  const times = WATCHED.filter((path) => existsSync(path)).flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true }).map((name) => timeOf(join(path, name)))
      : [timeOf(path)],
  );
  return times.join("\n");
}

function timeOf(path) {
  return `${path} ${statSync(path, { throwIfNoEntry: false })?.mtimeMs}`;
}
