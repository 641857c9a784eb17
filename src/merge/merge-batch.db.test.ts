import type { Database } from "../database/database";
import { toGlobalId } from "../shared/global-id";
import { ask } from "../testing/ask";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows, readAllRows } from "../testing/table-rows";
import { merge, TestSource, testId } from "../testing/test-source";
import { keyId } from "./ids";

const editors = new TestSource("editors", "EDITOR");
const curated = new TestSource("curated", "CURATED");
const imported = new TestSource("imported", "IMPORTED");
const derived = new TestSource("derived", "DERIVED");

const GIT = ["TECHNOLOGY", "git"] as const;
const BAKER = ["ROLE", "baker"] as const;
const BAKING = ["SKILL", "baking"] as const;

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

it("makes a batch one revision", async () => {
  const { revision: before } = await merge(database, curated);
  const result = await merge(
    database,
    curated,
    curated.node(...BAKER),
    curated.node(...BAKING),
    curated.edge("REQUIREMENT", BAKER, BAKING, { requirement: "ESSENTIAL" }),
  );
  expect(result).toEqual({ revision: before + 1, changed: true });
  expect(await one("SELECT revision FROM graph_revision")).toEqual({ revision: before + 1 });
  for (const table of ["node", "edge", "assertion"]) {
    const rows = await all(`SELECT revision FROM ${table} ORDER BY revision DESC LIMIT 2`);
    expect({ table, newest: rows[0] }).toEqual({ table, newest: { revision: before + 1 } });
  }
});

it("takes no revision and changes no row when it is given the same batch again", async () => {
  const batch = [
    curated.node(...BAKER, { texts: [text("Bakes.")] }),
    curated.node(...BAKING),
    curated.edge("REQUIREMENT", BAKER, BAKING, { importance: 4 }, { wording: "must bake" }),
  ];
  const first = await merge(database, curated, ...batch);
  const before = await readAllRows(database);
  const second = await merge(database, curated, ...batch);
  expect(second).toEqual({ revision: first.revision, changed: false });
  expect(await readAllRows(database)).toEqual(before);
});

it("shows the value of the strongest origin, field by field", async () => {
  const fields = (origin: string, ...columns: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, `${origin}'s ${column}`]));
  for (const [source, ...columns] of [
    [derived, "vendor", "code", "url", "branch", "level_frame"],
    [imported, "vendor", "code", "url", "branch"],
    [curated, "vendor", "code", "url"],
    [editors, "vendor", "code"],
  ] as const)
    await merge(database, source, source.node(...GIT, fields(source.origin, ...columns)));

  const shown = "vendor, code, url, branch, level_frame";
  expect(await nodeOf(GIT, shown)).toEqual({
    vendor: "EDITOR's vendor",
    code: "EDITOR's code",
    url: "CURATED's url",
    branch: "IMPORTED's branch",
    level_frame: "DERIVED's level_frame",
  });
});

it("shows the same whatever the order in which the origins came", async () => {
  const sources = [editors, curated, imported, derived];
  const shown: unknown[] = [];
  for (const order of [sources, [...sources].reverse()]) {
    for (const source of order)
      await merge(database, source, source.node(...GIT, { vendor: `${source.name} ltd.` }));
    shown.push(await nodeOf(GIT, "vendor"));
    await deleteAllRows(database);
  }
  expect(shown).toEqual([{ vendor: "editors ltd." }, { vendor: "editors ltd." }]);
});

it("keeps every name: a second preferred one in a language becomes an alternative", async () => {
  await merge(
    database,
    imported,
    imported.node(...GIT, { labels: [name("Git SCM"), name("Git", "de")] }),
  );
  await merge(database, curated, curated.node(...GIT, { labels: [name("Git")] }));
  expect(
    await all(
      "SELECT locale, kind, text FROM label WHERE node_kind = 'TECHNOLOGY' ORDER BY 1, 2, 3",
    ),
  ).toEqual([
    { locale: "de", kind: "PREFERRED", text: "Git" },
    { locale: "en", kind: "ALTERNATIVE", text: "Git SCM" },
    { locale: "en", kind: "PREFERRED", text: "Git" },
  ]);
  expect(await nodeOf(GIT, "name, name_locale, sort_name")).toEqual({
    name: "Git",
    name_locale: "en",
    sort_name: "git",
  });
});

it("takes back a value that its source no longer states, and shows the next one's", async () => {
  await merge(database, imported, imported.node(...GIT, { vendor: "Linus" }));
  await merge(
    database,
    curated,
    curated.node(...GIT, {
      vendor: "Software Freedom",
      url: "https://git.example",
      texts: [text("Keeps versions.")],
    }),
  );
  await merge(database, curated, curated.node(...GIT));
  expect(await nodeOf(GIT, "vendor, url, description, version")).toEqual({
    vendor: "Linus",
    url: null,
    description: null,
    version: 3,
  });
});

it("deprecates a node that nobody states any more, and takes it up again when somebody does", async () => {
  await merge(database, curated, curated.node(...GIT, { vendor: "Linus" }));
  await merge(database, imported, imported.node(...GIT));
  await merge(database, curated);
  expect(await nodeOf(GIT, "status, vendor")).toEqual({ status: "ACTIVE", vendor: null });
  await merge(database, imported);
  expect(await nodeOf(GIT, "status, name, slug")).toEqual({
    status: "DEPRECATED",
    name: "git",
    slug: "git",
  });
  await merge(database, curated, curated.node(...GIT, { vendor: "Linus" }));
  expect(await nodeOf(GIT, "status, vendor")).toEqual({ status: "ACTIVE", vendor: "Linus" });
});

it("removes a link that nobody states any more, not before", async () => {
  const ends = (source: TestSource) => [source.node(...BAKER), source.node(...BAKING)];
  const link = (source: TestSource, importance: number) =>
    source.edge("REQUIREMENT", BAKER, BAKING, { importance });
  await merge(database, imported, ...ends(imported), link(imported, 2));
  await merge(database, curated, ...ends(curated), link(curated, 5));
  const shown = "SELECT importance, origin, version FROM edge";
  expect(await all(shown)).toEqual([{ importance: 5, origin: "CURATED", version: 2 }]);
  await merge(database, curated, ...ends(curated));
  expect(await all(shown)).toEqual([{ importance: 2, origin: "IMPORTED", version: 3 }]);
  await merge(database, imported, ...ends(imported));
  expect(await all(shown)).toEqual([]);
});

it("keeps all assertions of one source about one link, each with its words and place", async () => {
  const link = curated.edge("REQUIREMENT", BAKER, BAKING, { requirement: "ESSENTIAL" });
  const places = ["line 3", "line 8", "line 21"].map((locator) =>
    curated.says({}, { locator, wording: `as said in ${locator}`, strength: "required" }),
  );
  await merge(database, curated, curated.node(...BAKER), curated.node(...BAKING), {
    ...link,
    assertions: [...link.assertions, ...places],
  });
  expect(await all("SELECT locator FROM assertion WHERE edge_id IS NOT NULL ORDER BY 1")).toEqual([
    { locator: "line 21" },
    { locator: "line 3" },
    { locator: "line 8" },
    { locator: null },
  ]);
  expect(await all("SELECT requirement FROM edge")).toEqual([{ requirement: "ESSENTIAL" }]);
});

it("finds a node by the id of every key that a source knows it under", async () => {
  await merge(database, imported, imported.node(...GIT));
  await merge(database, curated, curated.node(...GIT));
  const keys = await all(
    "SELECT id, scheme FROM node_key WHERE kind = 'TECHNOLOGY' ORDER BY scheme",
  );
  expect(keys).toEqual([
    { scheme: "curated", id: keyId("TECHNOLOGY", "curated", "TECHNOLOGY/git") },
    { scheme: "imported", id: keyId("TECHNOLOGY", "imported", "TECHNOLOGY/git") },
    { scheme: "test", id: testId(...GIT) },
  ]);
  const ids = keys.map(({ id }) => toGlobalId("TECHNOLOGY", String(id)));
  const { data } = await ask(database, "query ($ids: [ID!]!) { nodes(ids: $ids) { id name } }", {
    ids,
  });
  const itself = { id: toGlobalId("TECHNOLOGY", testId(...GIT)), name: "git" };
  expect(data).toEqual({ nodes: [itself, itself, itself] });
});

it("refuses a batch as a whole when a part of it breaks a promise", async () => {
  await merge(database, curated, curated.node(...BAKING));
  const before = await readAllRows(database);
  const wrong = curated.edge("PREREQUISITE", BAKING, BAKING, { requirement: "ESSENTIAL" });
  await expect(
    merge(database, curated, curated.node(...BAKING), curated.node(...BAKER), wrong),
  ).rejects.toMatchObject({ constraint: "edge_no_self_loop" });
  expect(await readAllRows(database)).toEqual(before);
});

function name(text: string, locale = "en") {
  return { locale, kind: "PREFERRED", text } as never;
}

function text(words: string) {
  return { locale: "en", kind: "DESCRIPTION", text: words } as never;
}

async function all(sql: string, ...values: readonly unknown[]): Promise<Record<string, unknown>[]> {
  return database.dataSource.query(sql, [...values]);
}

async function one(sql: string, ...values: readonly unknown[]) {
  return (await all(sql, ...values))[0];
}

function nodeOf([kind, slug]: readonly [string, string], columns: string) {
  return one(`SELECT ${columns} FROM node WHERE kind = $1 AND slug = $2`, kind, slug);
}
