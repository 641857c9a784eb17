import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { getMetadataArgsStorage } from "typeorm";
import { ENTITIES, MIGRATIONS } from "./graph-database";
import { PROJECT_ROOT } from "./shared/project-root";
import { sourceFiles } from "./testing/source-files";

const MAX_LINES = 250;

/** Longer files, each with the reason. */
const LONG_FILES = [
  "migrations/1795132800000-create-graph.ts", // one purpose: tables that refer to each other; it never changes again
];

/** What a file does, said before its ending; a file without one is named after what it makes. */
const JOBS = [
  "entity",
  "loaders",
  "queries",
  "service",
  "resolver",
  "resolvers",
  "mutations",
  "inputs",
  "types",
  "enums",
  "links",
  "test",
  "api.test",
  "db.test",
  "full.test",
];

const files = sourceFiles("src", "seeds", "migrations");

it(`keeps every file within ${MAX_LINES} lines`, () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ path, lines }) => lines > MAX_LINES && !LONG_FILES.includes(path));
  expect(long.map(({ path, lines }) => `${path}: ${lines}; split it by question`)).toEqual([]);
});

it("names files in kebab-case, with the job before the ending", () => {
  const wrong = files.filter(({ path }) => {
    const [name = "", ...job] = basename(path, ".ts").split(".");
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || (job.length > 0 && !JOBS.includes(job.join(".")))
    );
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it("has no file or folder that could hold anything", () => {
  const vague = /(^|\/)(index|utils?|helpers?|common|misc|lib)(\/|\.|$)|-(utils?|helpers?)\b/;
  expect(files.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
});

it("exports by name only", () => {
  const wrong = files.filter(({ text }) => /^export default\b|\bas default\b/m.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it("ties every TODO to an issue", () => {
  const wrong = files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .filter((line) => /\/\/.*\b(TODO|FIXME|XXX|HACK)\b|\* *(TODO|FIXME)\b/.test(line))
      .filter((line) => !/#\d+/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});

it("maps every entity class in ENTITIES", () => {
  for (const { path } of files.filter((file) => file.path.endsWith(".entity.ts")))
    require(join(PROJECT_ROOT, path));
  const declared = getMetadataArgsStorage().tables.map(({ target }) => nameOf(target));
  expect(ENTITIES.map(nameOf).sort()).toEqual(declared.sort());
});

it("declares entities in files that say so", () => {
  const wrong = files.filter(
    ({ path, text }) => /^@(Entity|ChildEntity)\(/m.test(text) && !path.endsWith(".entity.ts"),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it("runs every migration file, oldest first", () => {
  const names = readdirSync(join(PROJECT_ROOT, "migrations"))
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => {
      const [, time = "", what = ""] = /^(\d{13})-([a-z0-9-]+)\.ts$/.exec(file) ?? [];
      const words = what.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
      return words.join("") + time;
    });
  expect(MIGRATIONS.map(nameOf)).toEqual(names);
});

it("lists every resolver in schema.ts", () => {
  const schema = readFileSync(join(PROJECT_ROOT, "src", "schema.ts"), "utf8");
  const list = schema.slice(schema.indexOf("const RESOLVERS"), schema.indexOf("];"));
  const exported = files
    .filter(({ path }) => /\.(resolvers?|mutations|queries|links)\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:class|const|function) (\w+)/gm)]
        .map(([, name = ""]) => name)
        .filter((name) => /(Resolver|Queries|Mutations|_FIELDS)$/.test(name))
        .filter((name) => new RegExp(`(class|const) ${name}\\b`).test(text))
        .map((name) => ({ path, name })),
    );
  expect(exported.length).toBeGreaterThan(40);
  const missing = exported.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(list));
  expect(missing.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

it("keeps resolvers in files that say so", () => {
  const wrong = files.filter(
    ({ path, text }) =>
      /^\s*@Resolver\(/m.test(text) && !/\.(resolvers?|mutations|queries|links)\.ts$/.test(path),
  );
  expect(wrong.map(({ path }) => path)).toEqual(MAKERS);
});

/** Files that make resolver classes for others to list. */
const MAKERS = [
  "src/edges/links.ts",
  "src/nodes/computed-connection.ts",
  "src/nodes/node-queries.ts",
];

function nameOf(target: unknown): string {
  return (target as { name: string }).name;
}
