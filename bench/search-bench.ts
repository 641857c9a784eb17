import "reflect-metadata";
import { compute } from "../src/career-index/compute/compute";
import { IndexKeeper } from "../src/career-index/index-keeper";
import type { Database } from "../src/database/database";
import { ENTITIES, MIGRATIONS, openGraphDatabase } from "../src/graph-database";
import { requireSearchText } from "../src/search/search-text";
import { makeContext, makeMappings } from "../src/server/context";
import { openTestDatabase } from "../src/testing/test-database";
import { insertLabels } from "./search-labels";

/**
 * Medians of search and autocomplete over 150,000 labels, from the call to the nodes, without HTTP and GraphQL.
 * On the embedded database, and on a PostgreSQL server when TEST_DATABASE_URL names one.
 */
const LABELS = Number(process.argv[2] ?? 150_000);
const TEXTS = [
  "kuberntes",
  "java",
  "project management",
  "projct managment",
  "softw",
  "data",
  "manage the development of software applications in the cloud",
  "node js",
  "C#",
  "a",
  "the",
  "of",
  "pr",
  "management",
];
const PREFIXES = ["a", "so", "softw", "project m", "mana"];
const WARM_UP = 40;
const RUNS = 41;

type Medians = Map<string, string>;

async function measure(database: Database): Promise<Medians> {
  await insertLabels(database, LABELS);
  const mappings = makeMappings(database.dataSource);
  const reader = database.reader();
  const keeper = new IndexKeeper(database, compute);
  const { search } = makeContext(reader, mappings, keeper).loaders;
  const everything = { kinds: null, locale: null };
  const medians: Medians = new Map();
  const cases = [
    ...TEXTS.map((text) => ({
      name: `search ${text}`,
      run: async () =>
        (await search.hits(requireSearchText(text, "text"), everything, { first: 20 })).totalCount,
    })),
    ...PREFIXES.map((text) => ({
      name: `autocomplete ${text}`,
      run: async () =>
        (await search.suggestions(requireSearchText(text, "prefix"), everything, 10)).length,
    })),
  ];
  for (let turn = 0; turn < WARM_UP; turn++) for (const { run } of cases) await run();
  for (const { name, run } of cases) {
    const times: number[] = [];
    let found = 0;
    for (let turn = 0; turn < RUNS; turn++) {
      const started = performance.now();
      found = await run();
      times.push(performance.now() - started);
    }
    const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    medians.set(name, `${median.toFixed(1)} ms, ${found} found`);
  }
  await reader.close();
  await database.close();
  return medians;
}

async function main(): Promise<void> {
  const embedded = await openGraphDatabase({ url: null, dataDir: "", memory: true });
  await embedded.migrate();
  const columns = new Map([["embedded", await measure(embedded)]]);
  if (process.env.TEST_DATABASE_URL) {
    const server = await openTestDatabase({ entities: ENTITIES, migrations: MIGRATIONS });
    columns.set(server.description.split(" at ")[0] ?? "server", await measure(server));
  }
  console.log(`${LABELS} labels; medians of ${RUNS} runs`);
  for (const name of columns.get("embedded")?.keys() ?? [])
    console.log(
      [name, ...[...columns].map(([mode, medians]) => `${mode}: ${medians.get(name)}`)].join(" | "),
    );
}

void main();
