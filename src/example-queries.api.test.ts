import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DocumentNode,
  Kind,
  NoDeprecatedCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { Database } from "./database/database";
import { makeSchema } from "./schema";
import { splitOperations } from "./server/example-tabs";
import { checkOperation } from "./server/limits/check-operation";
import { DEFAULT_LIMITS } from "./server/limits/limit-values";
import { PROJECT_ROOT } from "./shared/project-root";
import { ask } from "./testing/ask";
import { openStarterGraph } from "./testing/starter-graph";

interface Example {
  /** Operation name, or file and line. */
  name: string;
  source: string;
  /** What the page prints as the answer; null when it prints none. */
  printed: unknown;
}

const schema = makeSchema();

const tabs = splitOperations(readText("docs/example-queries.graphql")).map((source) => ({
  name: operationOf(parse(source)).name?.value ?? "",
  source,
  printed: null,
}));
const pages = ["README.md", "CHANGELOG.md", ...pagesIn("docs"), ...pagesIn("docs/decisions")];
const blocks = pages.flatMap((page) => examplesIn(page));
/** Those on what a user imports, which the starter graph cannot answer. */
const onImports = [...pages, ...pagesIn("docs/imports")].flatMap((page) =>
  examplesIn(page, " imported"),
);
const examples: Example[] = [...tabs, ...blocks];

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
}, 60_000);
afterAll(() => database.close());

it("opens 8 to 10 tabs in the playground, each named and with a comment above it", () => {
  expect(tabs.length).toBeGreaterThanOrEqual(8);
  expect(tabs.length).toBeLessThanOrEqual(10);
  expect(new Set(tabs.map(({ name }) => name)).size).toBe(tabs.length);
  for (const { name, source } of tabs) {
    expect(source).toMatch(/^# \S/);
    expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
  }
});

it("finds the queries of the pages, and answers to all of README.md", () => {
  expect(blocks.length).toBeGreaterThan(10);
  const ofReadme = blocks.filter(({ name }) => name.startsWith("README.md"));
  expect(ofReadme.length).toBeGreaterThanOrEqual(4);
  expect(ofReadme.filter(({ printed }) => printed === null)).toEqual([]);
});

describe.each([...examples, ...onImports])("the example $name", ({ source }) => {
  it("is valid and uses nothing that is deprecated", () => {
    const rules = [...specifiedRules, NoDeprecatedCustomRule];
    expect(validate(schema, parse(source), rules).map(({ message }) => message)).toEqual([]);
  });

  it("is within the limits", () => {
    const document = parse(source);
    const operation = operationOf(document);
    const checked = { schema, document, operation, variables: {} };
    expect(() => checkOperation(checked, DEFAULT_LIMITS, () => {})).not.toThrow();
  });
});

describe.each(examples)("the example $name", ({ source, printed }) => {
  it("has an answer without errors and without an empty part", async () => {
    const { data, errors } = await ask(database, source);
    expect(errors).toEqual([]);
    expect(emptyParts(data)).toEqual([]);
  });

  if (printed !== null) {
    it("has the answer that the page prints", async () => {
      const { data } = await ask(database, source);
      expect(printed).toEqual({ data });
    });
  }
});

/** Paths of root fields that are null, and of lists outside of other lists that have no entries. */
function emptyParts(value: unknown, path: readonly string[] = []): string[] {
  if (value === null) return path.length === 1 ? [path.join(".")] : [];
  if (Array.isArray(value)) return value.length === 0 ? [path.join(".")] : [];
  if (typeof value !== "object") return [];
  return Object.entries(value as object).flatMap(([name, part]) =>
    name === "totalCount" && part === 0 ? [path.join(".")] : emptyParts(part, [...path, name]),
  );
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) throw new Error("expected one operation");
  return operation;
}

/** The ```graphql blocks of a page with this mark, each with the ```json block that follows it. */
function examplesIn(page: string, mark: "" | " imported" = ""): Example[] {
  const text = readText(page);
  const block = new RegExp(
    `^\`\`\`graphql${mark}\\n([\\s\\S]*?)^\`\`\`\\n(?:\\s*^\`\`\`json\\n([\\s\\S]*?)^\`\`\`$)?`,
    "gm",
  );
  const found = text.matchAll(block);
  return [...found].map(({ 1: source = "", 2: answer, index }) => ({
    name: `${page}:${text.slice(0, index).split("\n").length}`,
    source,
    printed: answer === undefined ? null : JSON.parse(answer),
  }));
}

function pagesIn(folder: string): string[] {
  return readdirSync(join(PROJECT_ROOT, folder))
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => `${folder}/${file}`);
}

function readText(path: string): string {
  return readFileSync(join(PROJECT_ROOT, path), "utf8");
}
