import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { Client } from "pg";
import { PROJECT_ROOT } from "../src/shared/project-root";

/**
 * Seconds and peak memory of whole imports, as a user runs them: each in a process of its own, into a database that
 * holds the starter graph. Medians of three rounds; first and second import of the same files.
 * On the embedded database, and on a PostgreSQL server when TEST_DATABASE_URL names one.
 *
 *   npm run bench:import -- [--runs 3] [--only embedded|server] [source…]
 */
const DATA = join(PROJECT_ROOT, "../shared/data");
const FOLDERS: Readonly<Record<string, string>> = { esco: "esco-1.1.1", onet: "onet-29.3" };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "3" }, only: { type: "string" } },
});
const RUNS = Number(values.runs);

const run = promisify(execFile);
const work = mkdtempSync(join(tmpdir(), "careergraph-bench-"));

interface Place {
  name: string;
  env: Record<string, string>;
  /** Brings back the starter graph. */
  reset(): Promise<void>;
}

interface Measured {
  seconds: number;
  peakMemoryMiB: number;
  changed: boolean;
}

async function command(name: string, args: readonly string[], env: Record<string, string>) {
  const file = join(PROJECT_ROOT, `dist/src/cli/${name}.js`);
  const { stdout } = await run(process.execPath, ["--max-old-space-size=512", file, ...args], {
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  return stdout;
}

async function importOnce(source: string, { env }: Place): Promise<Measured> {
  const folder = join(DATA, FOLDERS[source] ?? "");
  return JSON.parse(await command("import", [source, folder, "--json", "--reports", work], env));
}

async function embedded(): Promise<Place> {
  const seeded = join(work, "seeded");
  const dataDir = join(work, "data");
  await command("seed", [], { DATABASE_URL: "", DATA_DIR: seeded });
  return {
    name: "embedded",
    env: { DATABASE_URL: "", DATA_DIR: dataDir },
    async reset() {
      rmSync(dataDir, { recursive: true, force: true });
      cpSync(seeded, dataDir, { recursive: true });
    },
  };
}

async function onServer(serverUrl: string): Promise<Place> {
  const urlOf = (name: string) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const ask = async (...statements: string[]) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    for (const sql of statements) await client.query(sql);
    await client.end();
  };
  await ask("DROP DATABASE IF EXISTS bench_seeded", "CREATE DATABASE bench_seeded");
  await command("seed", [], { DATABASE_URL: urlOf("bench_seeded") });
  return {
    name: "PostgreSQL",
    env: { DATABASE_URL: urlOf("bench_import") },
    reset: () =>
      ask(
        "DROP DATABASE IF EXISTS bench_import",
        "CREATE DATABASE bench_import TEMPLATE bench_seeded",
        // What copying left to write is not the import's.
        "CHECKPOINT",
      ),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measure(place: Place, sources: readonly string[]): Promise<void> {
  // One after the other in each round, so that a busy minute hits all of them.
  const rounds: Record<string, { first: Measured; second: Measured }[]> = {};
  for (let round = 0; round < RUNS; round++)
    for (const source of sources) {
      await place.reset();
      const first = await importOnce(source, place);
      const second = await importOnce(source, place);
      if (!first.changed || second.changed) throw new Error(`${source}: the second import changed`);
      rounds[source] = [...(rounds[source] ?? []), { first, second }];
    }
  for (const [source, measured] of Object.entries(rounds)) {
    const of = (which: "first" | "second", value: "seconds" | "peakMemoryMiB") =>
      median(measured.map((each) => each[which][value]));
    const seconds = (which: "first" | "second") =>
      `${of(which, "seconds").toFixed(1).padStart(6)} s`;
    const memory = (which: "first" | "second") => `${of(which, "peakMemoryMiB").toFixed(0)} MiB`;
    console.log(
      `${place.name.padEnd(11)} ${source.padEnd(6)} first ${seconds("first")} ${memory("first")}, second ${seconds("second")} ${memory("second")} (${(of("second", "seconds") / of("first", "seconds")).toFixed(2)} of the first)`,
    );
  }
}

async function main(): Promise<void> {
  const sources = Object.keys(FOLDERS).filter(
    (name) => positionals.length === 0 || positionals.includes(name),
  );
  if (!existsSync(DATA)) {
    console.log(`There is no ${DATA}: nothing to measure.`);
    return;
  }
  try {
    const serverUrl = process.env.TEST_DATABASE_URL;
    if (serverUrl && values.only !== "embedded") await measure(await onServer(serverUrl), sources);
    if (values.only !== "server") await measure(await embedded(), sources);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
