// Tries what the README promises of `npm start` and `npm run seed`, from outside: through npm, signals and HTTP.
//
//   node scripts/smoke.mjs                                        on the embedded database, in a temporary folder
//   DATABASE_URL=postgres://… node scripts/smoke.mjs              on that (empty) database of a PostgreSQL server
//
// Needs nothing but Node and npm. The last line is "N passed, N failed"; the exit code is 1 when something failed.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, NpmCommand } from "./smoke/npm.mjs";

/** Of a fresh clone: npm ci, compiling, creating the database, loading the seeds. */
const FIRST_START_LIMIT_MS = 300_000;
/** The promise is 4 s; machines of CI are sometimes busy. */
const SECOND_START_PROMISE_MS = 4_000;
const SECOND_START_LIMIT_MS = 8_000;
const STOP_LIMIT_MS = 10_000;
const COMMAND_LIMIT_MS = 60_000;

const QUERY = `{
  graph { revision contentHash }
  role(by: { slug: "backend-developer" }) { name levels { nodes { name } } }
}`;

const databaseUrl = process.env.DATABASE_URL ?? "";
const isEmbedded = databaseUrl === "";
const folder = mkdtempSync(join(tmpdir(), "careergraph smoke "));
const dataDir = join(folder, "data");
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const commands = [];
let passed = 0;
let failed = 0;

function npm(args, env = {}) {
  const settings = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, ...env };
  const command = new NpmCommand(args, settings);
  commands.push(command);
  return command;
}

function get(path, accept = "*/*") {
  return fetch(url + path, { headers: { accept }, signal: AbortSignal.timeout(5_000) });
}

function ask(query = QUERY) {
  return fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(5_000),
  });
}

/** Runs one check and goes on after a failure. What it gives is printed beside its name. */
async function check(name, work) {
  try {
    const note = await work();
    passed++;
    console.log(`  ok    ${name}${note === undefined ? "" : ` (${note})`}`);
  } catch (error) {
    failed++;
    console.log(`  FAIL  ${name}\n${String(error.stack).replaceAll(/^/gm, "        ")}`);
  }
}

/** Starts the server and gives what the query answered. */
async function start(server, limitMs) {
  const { answer, afterMs } = await server.firstAnswer(ask, limitMs);
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  assert.equal(data.role.name, "Backend Developer");
  assert.ok(data.role.levels.nodes.length >= 4, "the role has its levels");
  return { data, afterMs };
}

async function isPortFree() {
  const error = await get("/healthz").catch((reason) => reason);
  return error.cause?.code === "ECONNREFUSED";
}

async function checkServer() {
  let server = npm(["start"]);
  let first;
  await check("npm start answers a query", async () => {
    first = await start(server, FIRST_START_LIMIT_MS);
    return `${first.afterMs} ms`;
  });
  await check("/healthz and /readyz say yes", async () => {
    for (const path of ["/healthz", "/readyz"]) assert.equal((await get(path)).status, 200);
  });
  await check("/graphql is the playground for a browser, which asks no other site", async () => {
    const page = await get("/graphql", "text/html,application/xhtml+xml");
    const html = await page.text();
    assert.equal(page.status, 200);
    assert.match(page.headers.get("content-type"), /^text\/html/);
    assert.match(html, /<script/);
    assert.doesNotMatch(html, /(src|href)="(https?:)?\/\//);
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      assert.equal((await get(path)).status, 200, path);
    }
  });
  await check("the banner names the address and the database", () => {
    assert.match(server.output, new RegExp(`${url}/graphql`));
    assert.match(server.output, isEmbedded ? /Database +.*embedded/i : /Database +PostgreSQL \d+/);
  });
  if (isEmbedded) await checkSecondProcess(server);
  else await checkSeedTwice();
  await check("SIGTERM to npm ends the server and frees the port", async () => {
    const afterMs = await server.stop(STOP_LIMIT_MS);
    assert.ok(await isPortFree(), "the port is free");
    return `${afterMs} ms`;
  });

  await check("the second start answers soon, with the same graph", async () => {
    server = npm(["start"]);
    const second = await start(server, SECOND_START_LIMIT_MS);
    assert.deepEqual(second.data, first.data);
    const slow = second.afterMs > SECOND_START_PROMISE_MS ? "; slower than the 4 s promised" : "";
    return `${second.afterMs} ms${slow}`;
  });
  await check("after kill -9 the next start answers, with the same graph", async () => {
    server.killAll();
    await server.exitCode(STOP_LIMIT_MS);
    server = npm(["start"]);
    const third = await start(server, FIRST_START_LIMIT_MS);
    assert.deepEqual(third.data, first.data);
    return `${third.afterMs} ms`;
  });
  await check("control-C ends the server", async () => {
    return `${await server.interrupt(STOP_LIMIT_MS)} ms`;
  });
}

async function checkSecondProcess(server) {
  const inUse = /data folder .* is in use by process \d+/;
  await check("a second server on the same folder is refused, and told who has it", async () => {
    const second = npm(["start"], { PORT: "0" });
    assert.notEqual(await second.exitCode(COMMAND_LIMIT_MS), 0);
    assert.match(second.output, inUse);
  });
  await check("npm run seed beside a running server is refused, and told who has it", async () => {
    const seed = npm(["run", "seed"]);
    assert.equal(await seed.exitCode(COMMAND_LIMIT_MS), 1);
    assert.match(seed.output, inUse);
    assert.equal(server.ended, null);
  });
}

async function checkSeedTwice() {
  for (const time of ["", " again"]) {
    await check(`npm run seed${time} says that nothing changed`, async () => {
      const seed = npm(["run", "seed"]);
      assert.equal(await seed.exitCode(COMMAND_LIMIT_MS), 0, seed.output);
      assert.match(seed.output, /nothing changed/i);
    });
  }
  await check("npm run migrate says that nothing changed", async () => {
    const migrate = npm(["run", "migrate"]);
    assert.equal(await migrate.exitCode(COMMAND_LIMIT_MS), 0, migrate.output);
    assert.match(migrate.output, /nothing changed/i);
  });
}

async function checkMemory() {
  const untouched = join(folder, "untouched");
  const server = npm(["start", "--", "--memory"], { DATA_DIR: untouched });
  await check("npm start -- --memory answers and keeps nothing", async () => {
    const { afterMs } = await start(server, COMMAND_LIMIT_MS);
    await server.stop(STOP_LIMIT_MS);
    assert.equal(existsSync(untouched), false);
    return `${afterMs} ms`;
  });
}

/** Also when a check hangs and CI stops us: nothing is left running, and no folder. */
function cleanUp() {
  for (const command of commands) command.killAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.once("exit", cleanUp);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

console.log(
  `Smoke test on ${isEmbedded ? "the embedded database" : "PostgreSQL"}, Node ${process.version}:`,
);
await checkServer();
if (isEmbedded) {
  await checkSeedTwice();
  await checkMemory();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
