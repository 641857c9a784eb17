import type { Database } from "../database/database";
import { toGlobalId } from "../shared/global-id";
import { ask } from "../testing/ask";
import { rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openSixRoles } from "../testing/six-roles";

let database: Database;
beforeAll(async () => {
  database = await openSixRoles();
}, 60_000);
afterAll(() => database.close());

const ENTRIES = `formula totalCount emptyReason edges {
  score together users usersOfOther relationKind node { slug } evidenceRoles { slug } link { kind } }`;

async function similar(args: string, selection = ENTRIES) {
  return (await dataOf(database, `{ similarSkills(${args}) { ${selection} } }`)).similarSkills;
}

const SQL = 'skill: { slug: "sql" }';

it("finds skills that roles use together, with the counts that make up the score", async () => {
  // SQL is used by analyst, backend and tester, Git by backend and tester: 2 / max(3, 2). The smaller RCA is that of SQL:
  // 10 × 69 / (24 × 24) for the backend, 4 × 69 / (10 × 24) for the tester.
  expect(await similar(SQL)).toEqual({
    formula: "THETA",
    totalCount: 1,
    emptyReason: null,
    edges: [
      {
        score: 2 / 3,
        together: 2,
        users: 3,
        usersOfOther: 2,
        relationKind: null,
        node: { slug: "git" },
        evidenceRoles: [{ slug: "backend" }, { slug: "tester" }],
        link: null,
      },
    ],
  });
});

it("takes those that a single role uses together only when asked to", async () => {
  const { edges } = await similar(`${SQL}, minTogether: 1`);
  const scores = edges.map(({ node, score }: { node: { slug: string }; score: number }) => [
    node.slug,
    score,
  ]);
  expect(scores[0]).toEqual(["git", 2 / 3]);
  expect(scores.slice(1).sort()).toEqual([
    ["excel", 1 / 3],
    ["go", 1 / 3],
  ]);
});

it("lists what sources state as a measure of its own, the strongest first and unknown weights last", async () => {
  const { edges, formula, totalCount } = await similar(`${SQL}, measure: CURATED`);
  const stated = {
    together: null,
    users: null,
    usersOfOther: null,
    evidenceRoles: [],
    link: { kind: "RELATED" },
  };
  expect({ formula, totalCount }).toEqual({ formula: "CURATED", totalCount: 2 });
  expect(edges).toEqual([
    { ...stated, score: 0.6, relationKind: "SIMILAR", node: { slug: "excel" } },
    { ...stated, score: null, relationKind: "COMPLEMENTARY", node: { slug: "git" } },
  ]);
});

it.each([
  ['skill: { slug: "silence" }', "NEVER_TOGETHER"],
  [`${SQL}, minTogether: 3`, "NEVER_TOGETHER"],
  ['skill: { slug: "yodel" }', "NOBODY_USES_IT"],
  // Asked for at a higher level only.
  ['technology: { slug: "docker" }', "NOBODY_USES_IT"],
  ['technology: { slug: "docker" }, measure: CURATED', "NOTHING_STATED"],
])("says why nothing was found: %s", async (args, emptyReason) => {
  expect(await similar(args)).toMatchObject({ totalCount: 0, edges: [], emptyReason });
});

it("takes the id of a technology as a skill's", async () => {
  const id = toGlobalId("TECHNOLOGY", rowId("TECHNOLOGY", "docker"));
  expect(await similar(`skill: { id: "${id}" }`, "emptyReason")).toEqual({
    emptyReason: "NOBODY_USES_IT",
  });
});

it("pages, and ties cursors to the question", async () => {
  const PAGE = "pageInfo { hasNextPage endCursor } nodes { slug }";
  for (const measure of ["THETA", "CURATED"]) {
    const args = `${SQL}, minTogether: 1, measure: ${measure}`;
    const whole = await similar(args, PAGE);
    const one = await similar(`${args}, first: 1`, PAGE);
    const after = `after: "${one.pageInfo.endCursor}"`;
    const two = await similar(`${args}, ${after}`, PAGE);
    expect([...one.nodes, ...two.nodes]).toEqual(whole.nodes);
    expect(two.pageInfo.hasNextPage).toBe(false);
    const other = await ask(
      database,
      `{ similarSkills(${SQL}, minTogether: 2, measure: ${measure}, ${after}) { totalCount } }`,
    );
    expect(other.errors[0]?.extensions).toMatchObject({ fields: [{ path: "after" }] });
  }
});

it.each([
  ['skill: { slug: "nobody" }', "NOT_FOUND", "skill"],
  ['technology: { slug: "sql" }', "NOT_FOUND", "technology"],
  [`${SQL}, technology: { slug: "docker" }`, "BAD_USER_INPUT", "skill"],
  ["first: 3", "BAD_USER_INPUT", "skill"],
  [`${SQL}, minTogether: 0`, "BAD_USER_INPUT", "minTogether"],
  [`${SQL}, first: 101`, "BAD_USER_INPUT", "first"],
])("names a wrong argument: %s", async (args, code, path) => {
  const { errors } = await ask(database, `{ similarSkills(${args}) { totalCount } }`);
  expect(errors[0]?.extensions).toMatchObject({ code, fields: [{ path }] });
});
