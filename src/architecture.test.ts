import { type SourceFile, sourceFiles } from "./testing/source-files";

/**
 * The layers of src, lowest first. A folder imports from layers below its own, never from its own or from above.
 * A new folder has to be put here: docs/architecture.md says what each layer is for.
 */
const LAYERS: readonly (readonly string[])[] = [
  ["shared"],
  // Pure functions: no GraphQL, no SQL, no clock.
  ["algorithms"],
  // The database, and how lists are read from it.
  ["database"],
  ["paging"],
  ["filters"],
  // What every node has, then what every link has.
  ["nodes"],
  ["edges"],
  // Nouns: kinds of nodes.
  [
    "career-levels",
    "external-concepts",
    "learning-resources",
    "qualifications",
    "responsibilities",
    "roles",
    "skills",
    "sources",
    "technologies",
    "topics",
  ],
  // Edges: what links or decorates nouns.
  [
    "assertions",
    "collaborations",
    "duties",
    "embodiments",
    "evidence",
    "hierarchy",
    "labels",
    "mappings",
    "prerequisites",
    "progressions",
    "related",
    "related-occupations",
    "requirements",
    "role-qualifications",
    "specializations",
    "statements",
    "teaching",
    "technology-links",
  ],
  // What questions compute with, kept in memory; skills found in a text; what people hand over.
  ["career-index"],
  ["skill-extraction"],
  ["profiles"],
  // Questions, and the way into the graph.
  [
    "career-paths",
    "graph-state",
    "learning",
    "level-matrix",
    "merge",
    "profile-fit",
    "role-comparison",
    "search",
    "similarity",
    "skill-gap",
    "subgraphs",
    "transitions",
  ],
  ["imports"],
  ["exports"],
  ["server"],
  // What puts the parts together.
  ["banner.ts", "config.ts", "graph-database.ts", "schema.ts"],
  ["main.ts", "print-schema.ts"],
  ["cli", "testing"],
];

/** Imports against the direction, each with its reason. */
const EXCEPTIONS = [
  "roles -> career-levels", // a role level is a role at a career level
  "role-qualifications -> requirements", // both ask with the same arguments: level, specialization, how firmly
  "server -> config.ts", // the type of what the server is told; config.ts checks limits by the server's ranges
];

const files = sourceFiles("src");
const program = files.filter(({ path }) => !isTest(path));
const layerOf = new Map(LAYERS.flatMap((parts, layer) => parts.map((part) => [part, layer])));

it("knows the layer of every folder", () => {
  const unknown = new Set(program.map(({ part }) => part).filter((part) => !layerOf.has(part)));
  expect([...unknown].map((part) => `put ${part} into LAYERS`)).toEqual([]);
});

it("imports downwards only: never back, never sideways", () => {
  const wrong = program.flatMap(({ path, part, imports }) =>
    imports
      .filter(({ to }) => to.startsWith("src/"))
      .map((each) => ({ ...each, toPart: partOf(each.to) }))
      .filter(({ toPart }) => toPart !== part)
      .filter(({ toPart }) => (layerOf.get(toPart) ?? -1) >= (layerOf.get(part) ?? 99))
      .filter((each) => !isContextType(each))
      .filter(({ toPart }) => !EXCEPTIONS.includes(`${part} -> ${toPart}`))
      .map(({ to }) => `${path} must not import ${to}`),
  );
  expect(wrong).toEqual([]);
});

it("states no exception that nobody needs", () => {
  const used = new Set(
    program.flatMap(({ part, imports }) => imports.map(({ to }) => `${part} -> ${partOf(to)}`)),
  );
  expect(EXCEPTIONS.filter((exception) => !used.has(exception))).toEqual([]);
});

it("has no circle of imports at run time", () => {
  const next = new Map(
    program.map(({ path, imports }) => [
      path.replace(/\.ts$/, ""),
      imports
        .filter(({ typeOnly, names, to }) => !typeOnly && !namesTypesOnly(names) && isFile(to))
        .map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) throw new Error(`a circle: ${[...way, file].join(" -> ")}`);
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(done.size).toBeGreaterThanOrEqual(program.length);
});

it("keeps the base free of GraphQL, of tables and of each other's concerns", () => {
  const wrong = program.flatMap(({ path, part, imports }) =>
    imports
      .filter(
        ({ to }) =>
          (part === "database" && /^(graphql|type-graphql|@apollo)/.test(to)) ||
          (part === "merge" && /^(graphql|type-graphql|@apollo|fastify)/.test(to)) ||
          (part !== "server" && !isTop(path) && /^(@apollo|fastify|@fastify)/.test(to)) ||
          (part !== "database" && part !== "testing" && /^(pg|@electric-sql)/.test(to)),
      )
      .map(({ to }) => `${path} must not import ${to}`),
  );
  expect(wrong).toEqual([]);
});

it("lets tests and what they share be imported by tests only", () => {
  const wrong = program.filter(
    ({ part, imports }) =>
      part !== "testing" &&
      imports.some(({ to }) => isTest(`${to}.ts`) || partOf(to) === "testing"),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it("keeps migrations apart from the program, which changes under them", () => {
  const wrong = sourceFiles("migrations").flatMap(({ path, imports }) =>
    imports.filter(({ to }) => to !== "typeorm").map(({ to }) => `${path} must not import ${to}`),
  );
  expect(wrong).toEqual([]);
});

it("loads seeds through the merge, below server and questions", () => {
  const wrong = sourceFiles("seeds")
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ to }) => isFile(to) && !to.startsWith("seeds/"))
        .filter(({ to }) => isAboveMerge(partOf(to)))
        .map(({ to }) => `${path} must not import ${to}`),
    );
  expect(wrong).toEqual([]);
});

it("reads the environment in one place", () => {
  // What is started hands it to config.ts, which takes it as an argument.
  const readers = program.filter(
    ({ part, text }) =>
      part !== "testing" &&
      withoutComments(text).replaceAll("readConfig(process.env", "").includes("process.env"),
  );
  expect(readers.map(({ path }) => path)).toEqual([]);
});

it("does nothing while a file loads, but in the files that are started", () => {
  const started = ["src/main.ts", "src/cli/", "src/career-index/compute/worker.ts"];
  const declares =
    /^(import|export|const|let|type|interface|class|abstract|enum|function|async|declare|registerEnumType)\b/;
  const wrong = program
    .filter(({ path }) => !started.some((start) => path.startsWith(start)))
    .flatMap(({ path, text }) =>
      withoutComments(text)
        .replace(/`(?:[^`\\]|\\.)*`/gs, "``")
        .split("\n")
        .filter((line) => /^[a-zA-Z]/.test(line) && !declares.test(line))
        .filter((line) => !addsRelationFilter(path, line))
        .map((line) => `${path}: ${line}`),
    );
  expect(wrong).toEqual([]);
});

/** Link folders add filters to the nouns they link: nouns do not know of them. */
function addsRelationFilter(path: string, line: string): boolean {
  return path.endsWith(".links.ts") && /^(addRelationFilter\(|for \(const on of )/.test(line);
}

function isTest(path: string): boolean {
  return /\.test\.ts$/.test(path) || /^src\/([\w-]+\/)*testing\//.test(path);
}

function isTop(path: string): boolean {
  return path.split("/").length === 2;
}

function isFile(to: string): boolean {
  return to.startsWith("src/") || to.startsWith("seeds/") || to.startsWith("migrations/");
}

function isAboveMerge(part: string): boolean {
  return part === "search" || (layerOf.get(part) ?? 99) > (layerOf.get("merge") ?? 0);
}

/** The folder that a path stands in; the file itself for those directly in src. */
function partOf(to: string): string {
  const [, part = "", ...rest] = to.split("/");
  return rest.length > 0 ? part : `${part}.ts`;
}

/** The one upward import: what a request may use. */
function isContextType({ to, typeOnly }: SourceFile["imports"][number]): boolean {
  return typeOnly && to === "src/server/context";
}

function namesTypesOnly(names: string): boolean {
  const parts = names
    .replace(/[{}\s]+/g, " ")
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);
  return parts.every((part) => part.startsWith("type "));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
