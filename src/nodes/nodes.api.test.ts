import type { GraphQLObjectType } from "graphql";
import type { Database } from "../database/database";
import { keyId } from "../merge/ids";
import { makeSchema } from "../schema";
import { parseGlobalId, toGlobalId } from "../shared/global-id";
import { articleNodeId } from "../testing/article-files";
import { ask } from "../testing/ask";
import { readCurated } from "../testing/curated-files";
import { dataOf } from "../testing/read-all";
import { refusalOf } from "../testing/refusal";
import { listedTypes } from "../testing/schema-relations";
import { criteriaOf, readInPages, sortedBy } from "../testing/sorted-lists";
import { openStarterGraph } from "../testing/starter-graph";

const schema = makeSchema();
const query = schema.getQueryType() as GraphQLObjectType;

/** The kinds of nodes with the names of their two root fields, e.g. `role` and `roles`. */
const kinds = listedTypes(schema).map(({ type, list }) => {
  const one = Object.values(query.getFields()).find(
    (field) => field.type === type && field.args[0]?.name === "by",
  );
  if (!one) throw new Error(`Query has no field for one ${type.name}`);
  return { name: type.name, list, one: one.name };
});

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
}, 60_000);
afterAll(() => database.close());

const read = (source: string, variables?: object) => dataOf(database, source, { ...variables });

const refused = (source: string, variables: Record<string, unknown>) =>
  refusalOf(database, source, variables);

const BACKEND = articleNodeId("Role/backend-developer");
const SERVERLESS = articleNodeId("Trend/serverless-adoption");
const JUNIOR = articleNodeId("CareerLevel/junior");
/** What the curated layer calls the level that the articles brought first. */
const JUNIOR_CURATED = toGlobalId(
  "CAREER_LEVEL",
  keyId("CAREER_LEVEL", "careergraph", "CAREER_LEVEL/junior"),
);
const NOBODY = toGlobalId("SKILL", "00000000-0000-4000-8000-000000000000");

describe("a look-up by id", () => {
  it("gives nodes of mixed kinds in the order asked, null where there is none, by one statement", async () => {
    const ids = [JUNIOR, NOBODY, BACKEND, SERVERLESS, BACKEND, JUNIOR_CURATED];
    const { data, errors, statements } = await ask(
      database,
      "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id slug } }",
      { ids },
    );
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(1);
    const backend = { __typename: "Role", id: BACKEND, slug: "backend-developer" };
    const junior = { __typename: "CareerLevel", id: JUNIOR, slug: "junior" };
    const serverless = { __typename: "Topic", id: SERVERLESS, slug: "serverless-adoption" };
    expect(data.nodes).toEqual([junior, null, backend, serverless, backend, junior]);
  });

  it("gives the node that a source key became part of", async () => {
    expect(JUNIOR_CURATED).not.toBe(JUNIOR);
    const { node, careerLevel } = await read(
      "query ($id: ID!) { node(id: $id) { id slug } careerLevel(by: { id: $id }) { id slug } }",
      { id: JUNIOR_CURATED },
    );
    expect(node).toEqual({ id: JUNIOR, slug: "junior" });
    expect(careerLevel).toEqual(node);
  });

  it("filters by the id of a source key as by the id of the node", async () => {
    const { careerLevels, role } = await read(
      `query ($ids: [ID!]!, $id: ID!) {
        careerLevels(filter: { id: { in: $ids } }) { nodes { id } }
        role(by: { slug: "backend-developer" }) { requirements(filter: { level: { id: { eq: $id } } }) { totalCount } }
      }`,
      { ids: [JUNIOR_CURATED], id: JUNIOR_CURATED },
    );
    expect(careerLevels.nodes).toEqual([{ id: JUNIOR }]);
    expect(role.requirements.totalCount).toBeGreaterThan(0);
  });

  it("gives null for the tag of another kind before the right UUID", async () => {
    const uuid = parseGlobalId(BACKEND)?.uuid ?? "";
    const wrong = toGlobalId("SKILL", uuid);
    const { node, nodes, skill } = await read(
      "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } skill(by: { id: $id }) { id } }",
      { id: wrong },
    );
    expect({ node, nodes, skill }).toEqual({ node: null, nodes: [null], skill: null });
  });

  it.each([
    ["an empty text", ""],
    ["a slug", "backend-developer"],
    ["a UUID", "00000000-0000-4000-8000-000000000000"],
    ["an unknown tag", BACKEND.replace("rol_", "xyz_")],
    ["a tag in capitals", BACKEND.replace("rol_", "ROL_")],
    ["one character too few", BACKEND.slice(0, -1)],
    ["one character too many", `${BACKEND}A`],
    ["a second spelling of the same bytes", `${BACKEND.slice(0, -1)}x`],
    ["a space at the end", `${BACKEND} `],
    ["SQL", "' OR 1=1 --"],
    ["a long text", "x".repeat(5_000)],
  ])("refuses %s", async (_, id) => {
    expect(await refused("query ($id: ID!) { node(id: $id) { id } }", { id })).toBe(
      "BAD_USER_INPUT at id",
    );
    for (const field of [
      "nodes(ids: [$id]) { id }",
      "role(by: { id: $id }) { id }",
      "roles(filter: { id: { eq: $id } }) { totalCount }",
    ])
      expect(await refused(`query ($id: ID!) { ${field} }`, { id })).toMatch(/^BAD_USER_INPUT/);
  });

  it("refuses ids of links and of assertions, which are no nodes", async () => {
    const { roles } = await read(
      "{ roles { nodes { requirements(first: 1) { edges { id assertions { nodes { id } } } } } } }",
    );
    const [edge] = roles.nodes.flatMap(
      (role: { requirements: { edges: object[] } }) => role.requirements.edges,
    );
    for (const id of [edge.id, edge.assertions.nodes[0].id])
      expect(await refused("query ($id: ID!) { node(id: $id) { id } }", { id })).toBe(
        "BAD_USER_INPUT at id",
      );
  });

  it("takes at most 100 ids", async () => {
    const source = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect((await read(source, { ids: Array(100).fill(BACKEND) })).nodes).toHaveLength(100);
    expect(await refused(source, { ids: Array(101).fill(BACKEND) })).toMatch(/^BAD_USER_INPUT/);
    expect((await read(source, { ids: [] })).nodes).toEqual([]);
  });
});

describe("a look-up of one kind", () => {
  it.each(kinds)("finds a node by id and by slug: $one", async ({ name, list, one }) => {
    const [first] = (await read(`{ ${list}(first: 1) { nodes { id slug } } }`))[list].nodes;
    const { byId, bySlug, absent } = await read(
      `query ($id: ID!, $slug: String!) {
        byId: ${one}(by: { id: $id }) { __typename id slug }
        bySlug: ${one}(by: { slug: $slug }) { __typename id slug }
        absent: ${one}(by: { slug: "no-such-slug" }) { id }
      }`,
      first,
    );
    expect(byId).toEqual({ __typename: name, ...first });
    expect(bySlug).toEqual(byId);
    expect(absent).toBeNull();
    const id = name === "Skill" ? BACKEND : NOBODY;
    const source = `query ($id: ID!) { ${one}(by: { id: $id }) { id } }`;
    expect(await refused(source, { id })).toBe("BAD_USER_INPUT at by.id");
  });

  it("finds by the address of a concept that matches exactly, and by no other", async () => {
    for (const one of ["role", "skill"] as const) {
      const rows = readCurated<{ uri?: string; match: string; role?: string; skill?: string }[]>(
        `${one}-mappings.yaml`,
      );
      const addressed = rows.filter(({ uri }) => uri);
      const exact = new Map(
        addressed.filter(({ match }) => match === "EXACT").map((row) => [row.uri, row[one]]),
      );
      const other = addressed.filter(({ uri }) => !exact.has(uri));
      expect(Math.min(exact.size, other.length)).toBeGreaterThan(0);
      const source = `query ($uri: String!) { ${one}(by: { externalUri: $uri }) { slug } externalConcept(by: { externalUri: $uri }) { uri } }`;
      for (const [uri, slug] of exact)
        expect(await read(source, { uri })).toEqual({ [one]: { slug }, externalConcept: { uri } });
      for (const { uri } of other)
        expect(await read(source, { uri })).toEqual({ [one]: null, externalConcept: { uri } });
    }
  });

  it("costs one statement for many, by slug and by address", async () => {
    const aliases = ["junior", "senior", "no-such-level"].map(
      (slug, index) => `a${index}: careerLevel(by: { slug: "${slug}" }) { slug }`,
    );
    const { data, statements } = await ask(
      database,
      `{ ${aliases.join(" ")} role(by: { externalUri: "http://x" }) { id } }`,
    );
    expect(data).toEqual({ a0: { slug: "junior" }, a1: { slug: "senior" }, a2: null, role: null });
    expect(statements).toHaveLength(1);
  });

  it.each([
    ["nothing", {}],
    ["two fields", { slug: "backend-developer", id: BACKEND }],
    ["null", { slug: null }],
    ["null beside a value", { slug: "backend-developer", id: null }],
  ])("wants exactly one field: %s", async (_, by) => {
    const source = "query ($by: NodeBy!) { role(by: $by) { id } }";
    expect(await refused(source, { by })).toMatch(/^BAD_USER_INPUT at by/);
    const literal = JSON.stringify(by).replace(/"(\w+)":/g, "$1:");
    const { data, errors } = await ask(database, `{ role(by: ${literal}) { id } }`);
    expect([data, errors.length]).toEqual([null, 1]);
  });
});

describe("a list of a kind", () => {
  const orders = kinds.flatMap(({ list }) =>
    criteriaOf(schema, list).map((criterion) => ({ list, criterion })),
  );

  it.each(kinds)(
    "is sorted by name unless it says otherwise, page after page: $list",
    async ({ list }) => {
      const criteria = list === "careerLevels" ? ["RANK", "NAME"] : ["NAME"];
      const found = await readInPages(database, list, criteria);
      expect(found).toEqual(sortedBy(found, criteria, "ASC"));
    },
  );

  it.each(orders)(
    "can be sorted in both directions, page after page: $list by $criterion",
    async ({ list, criterion }) => {
      for (const direction of ["ASC", "DESC"] as const) {
        const orderBy = `, orderBy: [{ field: ${criterion}, direction: ${direction} }]`;
        const found = await readInPages(database, list, [criterion], orderBy);
        expect(found).toEqual(sortedBy(found, [criterion], direction));
      }
    },
  );
});
