import "reflect-metadata";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs, promisify } from "node:util";
import { Client } from "pg";
import { compute } from "../src/career-index/compute/compute";
import { IndexKeeper } from "../src/career-index/index-keeper";
import { RequestIndex } from "../src/career-index/request-index";
import type { Database } from "../src/database/database";
import { openGraphDatabase } from "../src/graph-database";
import { makeSchema } from "../src/schema";
import { makeMappings } from "../src/server/context";
import { PROJECT_ROOT } from "../src/shared/project-root";
import { askOf, type Question } from "./questions";

/**
 * Every question on the starter graph with O*NET and ESCO, through the schema and without HTTP, one at a time and warm:
 * p50 and p95 of the whole answer with names, and of the same answer without nodes. Before that: how long the index takes
 * to make and to follow one change, what it takes of memory, and the longest stall of the event loop meanwhile.
 *
 *   TEST_DATABASE_URL=postgres://… npm run bench:questions -- [--runs 41] [--only name] [--keep]
 *
 * Makes the database `bench_questions` on that server and imports ../shared/data into it, unless it is there.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "41" },
    only: { type: "string" },
  },
});
const RUNS = Number(values.runs);
const WARM_UP = 5;
const NAME = "bench_questions";
const run = promisify(execFile);

async function main(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("TEST_DATABASE_URL has to name a PostgreSQL server");
  const url = await importedGraph(server);
  const database = await openGraphDatabase({ url, dataDir: "", memory: false });
  try {
    await database.migrate();
    const keeper = new IndexKeeper(database, compute);
    await measureIndex(database, keeper);
    await measureQuestions(database, keeper);
  } finally {
    await database.close();
  }
}

/** The graph to ask: made once, since it takes a minute. */
async function importedGraph(server: string): Promise<string> {
  const url = Object.assign(new URL(server), { pathname: `/${NAME}` }).href;
  const client = new Client({ connectionString: server });
  await client.connect();
  const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [NAME]);
  if (known.rowCount === 0) {
    await client.query(`CREATE DATABASE ${NAME}`);
    for (const [source, folder] of [
      ["esco", "esco-1.1.1"],
      ["onet", "onet-29.3"],
    ] as const) {
      const file = join(PROJECT_ROOT, "dist/src/cli/import.js");
      const path = join(PROJECT_ROOT, "../shared/data", folder);
      await run(process.execPath, [file, source, path, "--json", "--reports", "/tmp"], {
        env: { ...process.env, DATABASE_URL: url },
        maxBuffer: 1 << 26,
      });
    }
  }
  await client.end();
  return url;
}

const PARTS = ["requirements", "learning", "similarity", "labels", "structure", "moves"] as const;

/** Makes every part, then changes one requirement and lets all of them follow. */
async function measureIndex(database: Database, keeper: IndexKeeper): Promise<void> {
  const memory = peakMemory();
  const before = process.memoryUsage().rss;
  const made = await secondsOf(database, keeper);
  const peak = memory.stop();
  gc();
  console.log(
    `making:    ${made.map(({ part, ms, stallMs }) => `${part} ${ms.toFixed(0)} ms (stall ${stallMs.toFixed(0)})`).join(", ")}`,
  );
  console.log(
    `           in all ${(made.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1)} s, peak ${mib(peak)} MiB, afterwards ${mib(process.memoryUsage().rss)} MiB (${mib(before)} MiB before)`,
  );
  for (const [what, sql] of Object.entries(CHANGES)) {
    await database.transaction(async (tx) => {
      await tx.query("SELECT 1 FROM graph_revision FOR UPDATE");
      await tx.query(sql);
      await tx.query("UPDATE graph_revision SET revision = revision + 1");
    });
    const followed = await secondsOf(database, keeper);
    console.log(
      `following: ${what}: ${followed.map(({ part, ms }) => `${part} ${ms.toFixed(0)} ms`).join(", ")}`,
    );
  }
}

const CHANGES = {
  "one requirement": `UPDATE edge SET importance = 1 + coalesce(importance, 1) % 5 WHERE id = (
     SELECT e.id FROM edge e JOIN node n ON n.id = e.from_id WHERE e.kind = 'REQUIREMENT' AND n.slug = 'software-developer-esco' ORDER BY e.id LIMIT 1)`,
  "one label": `UPDATE label SET kind = CASE kind WHEN 'HIDDEN' THEN 'ALTERNATIVE' ELSE 'HIDDEN' END WHERE (node_id, locale, text) = (
     SELECT l.node_id, l.locale, l.text FROM label l WHERE l.node_kind = 'SKILL' AND l.kind <> 'PREFERRED' ORDER BY 1, 2, 3 LIMIT 1)`,
};

async function secondsOf(database: Database, keeper: IndexKeeper) {
  const times: { part: string; ms: number; stallMs: number }[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const reader = database.reader();
  const index = new RequestIndex(keeper, reader);
  for (const part of PARTS) {
    delay.reset();
    const start = performance.now();
    await index[part]();
    const ms = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 10)); // so that the last stall is seen, too
    times.push({ part, ms, stallMs: delay.max / 1e6 });
  }
  delay.disable();
  await reader.close();
  return times;
}

async function measureQuestions(database: Database, keeper: IndexKeeper): Promise<void> {
  const ask = askOf(makeSchema(), database, makeMappings(database.dataSource), keeper);
  const text = readFileSync(join(PROJECT_ROOT, "bench/questions.graphql"), "utf8");
  const questions = await ask.prepare(text);
  const wanted = questions.filter(({ name }) => !values.only || name.includes(values.only));
  console.log(
    "\nquestion                              goal    p50     p95   | without nodes: p50     p95   statements",
  );
  for (const question of wanted) {
    const whole = await measure(() => ask.whole(question));
    const bare = await measure(() => ask.bare(question));
    const goal = question.goalMs === null ? "" : `≤ ${question.goalMs}`;
    console.log(
      `${question.name.padEnd(36)}${goal.padStart(6)}${show(whole.p50)}${show(whole.p95)}   |               ${show(bare.p50)}${show(bare.p95)}   ${await statementsOf(database, ask, question)}`,
    );
  }
  gc();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  console.log(
    `\nresident memory with the index in use: ${mib(rss)} MiB, of it heap ${mib(heapUsed)} MiB, arrays ${mib(arrayBuffers)} MiB`,
  );
}

async function statementsOf(
  database: Database,
  ask: ReturnType<typeof askOf>,
  question: Question,
): Promise<number> {
  let count = 0;
  const stop = database.onStatement(() => {
    count++;
  });
  await ask.whole(question);
  stop();
  return count;
}

async function measure(work: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let round = 0; round < WARM_UP; round++) await work();
  const times: number[] = [];
  for (let round = 0; round < RUNS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Resident memory, looked at every 20 ms. */
function peakMemory() {
  let peak = process.memoryUsage().rss;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function gc(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

const mib = (bytes: number) => Math.round(bytes / 1_048_576);
const show = (ms: number) => `${ms.toFixed(1)} ms`.padStart(10);

void main();
