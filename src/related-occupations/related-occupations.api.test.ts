import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { insertEdge, insertNode } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { refusalOf } from "../testing/refusal";
import { openEmptyGraph } from "../testing/starter-graph";

/** As O*NET lists them: from, to, tier, index. The baker lists the cook, who does not list the baker. */
const LISTED = [
  ["baker", "cook", "SUPPLEMENTAL", 12],
  ["baker", "pastry-cook", "PRIMARY_SHORT", 1],
  ["baker", "butcher", "PRIMARY_LONG", 6],
  ["baker", "miller", "PRIMARY_SHORT", 2],
  ["baker", "grocer", null, null],
  ["pastry-cook", "baker", "PRIMARY_SHORT", 3],
  ["miller", "baker", "PRIMARY_SHORT", 1],
] as const;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const slug of ["baker", "butcher", "cook", "grocer", "miller", "pastry-cook"])
      await insertNode(tx, "ROLE", slug);
    for (const [from, to, tier, position] of LISTED)
      await insertEdge(tx, "RELATED_OCCUPATION", ["ROLE", from], ["ROLE", to], { tier, position });
  });
}, 60_000);
afterAll(() => database.close());

interface Entry {
  tier: string | null;
  position: number | null;
  node: { slug: string };
}

/** What a list of a role shows, in its order. */
async function listed(slug: string, field: string): Promise<string[]> {
  const data = await dataOf(
    database,
    `{ role(by: { slug: "${slug}" }) { list: ${field} { totalCount edges { tier position node { slug } } } } }`,
  );
  const { totalCount, edges } = data.role.list as { totalCount: number; edges: Entry[] };
  expect(edges).toHaveLength(totalCount);
  return edges.map(({ tier, position, node }) => `${position} ${node.slug} ${tier}`);
}

const BAKER_LIST = [
  "1 pastry-cook PRIMARY_SHORT",
  "2 miller PRIMARY_SHORT",
  "6 butcher PRIMARY_LONG",
  "12 cook SUPPLEMENTAL",
  "null grocer null",
];

describe("the related occupations of a role", () => {
  it("are those it lists, the nearest first and those without a place last", async () => {
    expect(await listed("baker", "relatedOccupations")).toEqual(BAKER_LIST);
    expect(await listed("cook", "relatedOccupations")).toEqual([]);
  });

  it("are seen from their side by who lists them", async () => {
    expect(await listed("cook", "relatedOccupationOf")).toEqual(["12 baker SUPPLEMENTAL"]);
    expect(await listed("baker", "relatedOccupationOf")).toEqual([
      "1 miller PRIMARY_SHORT",
      "3 pastry-cook PRIMARY_SHORT",
    ]);
  });

  it.each([
    ["filter: { tier: { eq: PRIMARY_SHORT } }", [0, 1]],
    ["filter: { tier: { in: [PRIMARY_SHORT, PRIMARY_LONG] } }", [0, 1, 2]],
    ["filter: { tier: { notIn: [PRIMARY_SHORT] } }", [2, 3]],
    ["filter: { tier: { in: [] } }", []],
    ["filter: { position: { lte: 2 } }", [0, 1]],
    ["filter: { position: { isNull: true } }", [4]],
    ['filter: { node: { slug: { eq: "cook" } } }', [3]],
    ["orderBy: [{ field: NAME }]", [2, 3, 4, 1, 0]],
    ["orderBy: [{ field: POSITION, direction: DESC }]", [4, 3, 2, 1, 0]],
  ])("can be narrowed and sorted: %s", async (args, places) => {
    const expected = places.map((place) => BAKER_LIST[place]);
    expect(await listed("baker", `relatedOccupations(${args})`)).toEqual(expected);
  });

  it("come page after page, also past those without a place", async () => {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const data: { role: { relatedOccupations: Page } } = await dataOf(
        database,
        `query ($after: String) { role(by: { slug: "baker" }) {
          relatedOccupations(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { slug } } } }`,
        { after },
      );
      const { nodes, pageInfo } = data.role.relatedOccupations;
      found.push(...nodes.map(({ slug }) => slug));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual(["pastry-cook", "miller", "butcher", "cook", "grocer"]);
  });

  it("cost one statement for any number of roles and each list", async () => {
    const { data, statements } = await ask(
      database,
      "{ roles { nodes { relatedOccupations { totalCount nodes { slug } } relatedOccupationOf { nodes { slug } } } } }",
    );
    expect(data.roles.nodes).toHaveLength(6);
    expect(statements).toHaveLength(3);
  });

  it("say who states them, as links of a kind of their own", async () => {
    const data = await dataOf(
      database,
      '{ role(by: { slug: "cook" }) { relatedOccupationOf { edges { id origin sources { totalCount } } } } }',
    );
    expect(data.role.relatedOccupationOf.edges).toEqual([
      { id: expect.stringMatching(/^\w+_/), origin: "CURATED", sources: { totalCount: 0 } },
    ]);
  });

  it("are refused in a tier that does not exist", async () => {
    const source =
      "query ($filter: RelatedOccupationFilter) { roles { nodes { relatedOccupations(filter: $filter) { totalCount } } } }";
    expect(await refusalOf(database, source, { filter: { tier: { eq: "FAR" } } })).toMatch(
      /^BAD_USER_INPUT/,
    );
  });
});

interface Page {
  nodes: { slug: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

it.each([
  ["relatedOccupations: { some: {} }", "baker miller pastry-cook"],
  ["relatedOccupations: { none: {} }", "butcher cook grocer"],
  ["relatedOccupations: { some: { tier: { eq: SUPPLEMENTAL } } }", "baker"],
  ['relatedOccupations: { some: { node: { slug: { eq: "baker" } } } }', "miller pastry-cook"],
  ["relatedOccupationOf: { some: { position: { lte: 1 } } }", "baker pastry-cook"],
  [
    'relatedOccupationOf: { some: { tier: { eq: PRIMARY_SHORT }, node: { slug: { eq: "baker" } } } }',
    "miller pastry-cook",
  ],
  ["relatedOccupationOf: { every: { tier: { eq: PRIMARY_SHORT } } }", "baker miller pastry-cook"],
])("roles are found by their related occupations: %s", async (filter, expected) => {
  const { roles } = await dataOf(database, `{ roles(filter: { ${filter} }) { nodes { slug } } }`);
  expect(roles.nodes.map(({ slug }: { slug: string }) => slug).join(" ")).toBe(expected);
});
