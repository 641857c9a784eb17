import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openLabelledGraph } from "../testing/labelled-graph";

let database: Database;
beforeAll(async () => {
  database = await openLabelledGraph();
}, 60_000);
afterAll(() => database.close());

/** The hits of a search, which has no errors. */
async function hits(
  text: string,
  args = "",
): Promise<{ score: number; matchedLabel: string; node: { name: string } }[]> {
  const { data, errors } = await ask(
    database,
    `query ($text: String!) { search(text: $text ${args}) { edges { score matchedLabel node { name } } } }`,
    { text },
  );
  expect(errors).toEqual([]);
  return data.search.edges;
}

async function names(text: string): Promise<string[]> {
  return (await hits(text)).map(({ node }) => node.name);
}

const ALL = `query ($text: String!) {
  search(text: $text) { edges { highlights { start end } } } autocomplete(prefix: $text) { label } didYouMean(text: $text)
}`;
const QUERY = "query ($text: String!) { search(text: $text) { edges { score node { id slug } } } }";

it("gives nothing for punctuation that no label begins with", async () => {
  for (const text of ["?", "!&|:*()", "%", "_", "\\", "'", '"', "--", "👍"])
    expect(await names(text)).toEqual([]);
  expect(await names(".")).toEqual([".NET"]);
});

it.each([
  ["LIKE's signs", "java% j_va\\ 100%_sure\\"],
  ["an end of a string", "'; DROP TABLE label; --"],
  ["signs of tsquery", "java' | 'c:* & !c | (x) <-> !!java"],
  ["quotes and dollars", "java \"quoted\" 'single' $1 $$ E'\\'"],
  ["one long word", "a".repeat(200)],
  ["many short words", "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(3)],
  ["emoji", "😀".repeat(200)],
  ["a letter that folds to eighteen", "\ufdfa".repeat(200)],
  ["many accents", `cafe${"\u0301".repeat(100)}`],
  ["Arabic", "مهندس البرمجيات"],
  ["other Latin letters", "données café ß Ø"],
  ["signs of direction", "\u202ejava\u202c"],
  ["half a surrogate pair", "java \ud83d"],
])("answers %s without an error", async (_what, text) => {
  const { data, errors } = await ask(database, ALL, { text });
  expect(errors).toEqual([]);
  expect(data).toEqual({
    search: { edges: expect.any(Array) },
    autocomplete: expect.any(Array),
    didYouMean: expect.any(Array),
  });
});

it("takes LIKE's and tsquery's signs for what they are", async () => {
  expect((await hits("100%_sure\\"))[0]).toMatchObject({ score: 1, matchedLabel: "100%_sure\\" });
  expect(await names("%")).toEqual([]);
  expect(await names("J_va")).not.toContain("JavaScript");
});

it.each([
  ["an empty text", ""],
  ["spaces", "   "],
  ["201 characters", "a".repeat(201)],
  ["U+0000", "a\0"],
])("refuses %s with the path", async (_what, text) => {
  const { errors } = await ask(database, QUERY, { text });
  expect(errors[0]?.extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path: "text" }],
  });
});

it("pages through all hits once, in one order", async () => {
  const all = await hits("e", "first: 100");
  expect(all.length).toBeGreaterThan(1);
  const seen: string[] = [];
  let after = "";
  for (let page = 0; page < 10; page++) {
    const { search } = (
      await ask(
        database,
        `{ search(text: "e", first: 1 ${after}) { totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
      )
    ).data;
    expect(search.totalCount).toBe(all.length);
    expect(search.pageInfo.hasPreviousPage).toBe(after !== "");
    seen.push(...search.nodes.map(({ name }: { name: string }) => name));
    if (!search.pageInfo.hasNextPage) break;
    after = `after: "${search.pageInfo.endCursor}"`;
  }
  expect(seen).toEqual(all.map(({ node }) => node.name));
});

it("counts without giving any, and refuses other pages and cursors", async () => {
  const counted = await ask(
    database,
    '{ search(text: "java", first: 0) { totalCount nodes { id } pageInfo { hasNextPage } } }',
  );
  expect(counted.data.search).toEqual({
    totalCount: 3,
    nodes: [],
    pageInfo: { hasNextPage: true },
  });
  for (const [args, path] of [
    ["first: 101", "first"],
    ["first: -1", "first"],
    ['after: "x"', "after"],
  ]) {
    const { errors } = await ask(database, `{ search(text: "java", ${args}) { totalCount } }`);
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  }
});

it("sends one statement, the nodes included", async () => {
  for (const text of ["java", "kuberntes", "nothing of the kind", "?"]) {
    const { statements, errors } = await ask(database, QUERY, { text });
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(1);
  }
});

it("looks at the 1,000 best labels and counts the nodes among them", async () => {
  await database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO node (id, kind, skill_kind, slug, name, name_locale, sort_name, status, version, revision, created_at, updated_at)
       SELECT gen_random_uuid(), 'SKILL', 'SKILL', 'xylophone-' || i, 'Xylophone ' || i, 'en', 'xylophone ' || i, 'ACTIVE', 1, 0, now(), now()
         FROM generate_series(1, 1100) i`,
    );
    await tx.query(
      `INSERT INTO label (node_id, node_kind, locale, kind, text, folded)
       SELECT n.id, n.kind, 'en', 'PREFERRED', n.name, n.sort_name FROM node n WHERE n.slug LIKE 'xylophone-%'`,
    );
  });
  for (const text of ["x", "xylophone", "xyl"]) {
    const { data } = await ask(
      database,
      "query ($text: String!) { search(text: $text, first: 1) { totalCount nodes { name } } }",
      { text },
    );
    expect(data.search).toEqual({ totalCount: 1_000, nodes: [{ name: "Xylophone 1" }] });
  }
});
