import type { GraphQLObjectType } from "graphql";
import type { Database } from "./database/database";
import { makeSchema } from "./schema";
import { type Answer, ask } from "./testing/ask";
import { implementers, listedTypes, relationsOf } from "./testing/schema-relations";
import { openStarterGraph } from "./testing/starter-graph";

/**
 * Generated over the schema: a field that leads to other things costs one SQL statement, however many parents are
 * asked. A new relation is tested by being there.
 */

/** Arguments of the fields that cannot be asked without. */
const ARGUMENTS = { "Role.level": '(by: { slug: "senior" })' };

/** Statements that looking up these arguments costs. */
const EXTRA: Readonly<Record<string, number>> = { "Role.level": 1 };

/** Kinds of links that the starter graph has none of. */
const UNUSED_EDGES = ["RelatedRoleEdge", "RelatedOccupationEdge", "RelatingOccupationEdge"];

/** Lists that show links of which the first list of its type has none in the starter graph. */
const SHOWN_BY: Readonly<Record<string, string>> = { MappingEdge: "Role.mappings" };

const schema = makeSchema();
const kinds = listedTypes(schema);
const relations = kinds.flatMap(({ type, list }) =>
  relationsOf(type, ARGUMENTS).map((relation) => ({ list, ...relation })),
);
const connections = relations.filter(({ isConnection }) => isConnection);

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
}, 60_000);
afterAll(() => database.close());

/** The answer, which has no errors. */
async function answerTo(source: string): Promise<Answer> {
  const answer = await ask(database, source);
  expect(answer.errors).toEqual([]);
  return answer;
}

interface Page {
  totalCount: number;
  pageInfo: Record<string, unknown>;
  nodes: unknown[];
  edges: { cursor: string; node: unknown }[];
}

/** Holds of every page of at most two entries at the start of a list. */
function expectFirstPage({ totalCount, pageInfo, nodes, edges }: Page): void {
  expect(nodes).toHaveLength(Math.min(2, totalCount));
  expect(edges.map((edge) => edge.node)).toEqual(nodes);
  expect(new Set(edges.map((edge) => edge.cursor)).size).toBe(edges.length);
  expect(pageInfo).toEqual({
    hasNextPage: totalCount > 2,
    hasPreviousPage: false,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  });
}

it("finds the relations of all fourteen kinds of nodes", () => {
  expect(kinds).toHaveLength(14);
  expect(connections.length).toBeGreaterThan(100);
  expect(relations.map(({ place }) => place)).toEqual(
    expect.arrayContaining(["Role.requirements", "Skill.requiredBy", "RoleLevel.careerLevel"]),
  );
});

describe("a relation of a node", () => {
  it.each(relations)(
    "costs one statement for any number of parents: $place",
    async ({ list, place, field, selection, isConnection }) => {
      for (const parents of [3, 20]) {
        const { data, statements } = await answerTo(
          `{ ${list}(first: ${parents}) { nodes { ${selection} } } }`,
        );
        const found = data[list].nodes.map((node: Record<string, unknown>) => node[field]);
        expect(found.length).toBeGreaterThanOrEqual(3);
        // A key that is empty everywhere needs no statement: the starter graph deprecates nothing.
        const asks = found.some((value: unknown) => value !== null) ? 1 : 0;
        expect(statements).toHaveLength(1 + asks + (EXTRA[place] ?? 0));
        if (isConnection) for (const page of found) expectFirstPage(page);
      }
    },
  );

  it.each(connections)(
    "is counted only when its count is asked for: $place",
    async ({ list, field }) => {
      const asking = (what: string) => `{ ${list}(first: 3) { nodes { ${field}${what} } } }`;
      const counted = await answerTo(asking(" { totalCount }"));
      expect(counted.statements[1]).toMatch(/count\(\*\)/);
      expect(counted.statements[1]).not.toMatch(/row_number|LIMIT/);

      const read = await answerTo(asking("(first: 1) { pageInfo { endCursor } }"));
      expect(read.statements[1]).not.toMatch(/count\(\*\)/);
      expect(read.statements[1]).toMatch(/row_number/);
    },
  );
});

describe("a list of all nodes of a kind", () => {
  it.each(kinds)("is counted only when its count is asked for: $list", async ({ list }) => {
    const counted = await answerTo(`{ ${list} { totalCount } }`);
    expect(counted.statements).toEqual([expect.stringMatching(/count\(\*\)/)]);
    expect(counted.statements[0]).not.toMatch(/row_number|LIMIT/);

    const read = await answerTo(`{ ${list}(first: 1) { nodes { id } } }`);
    expect(read.statements).toEqual([expect.not.stringMatching(/count\(\*\)/)]);
  });

  it("is counted when a fragment asks for it", async () => {
    const { data, statements } = await answerTo(
      "query { skills { ...Size ... on SkillConnection { __typename } } } fragment Size on SkillConnection { totalCount }",
    );
    expect(data.skills.totalCount).toBeGreaterThan(250);
    expect(statements[0]).not.toMatch(/row_number/);
  });
});

describe("a relation of an edge", () => {
  const shown = implementers(schema, "GraphEdge").filter(({ name }) => name.endsWith("Edge"));
  const relationsOfEdges = shown.flatMap((type) => {
    const shownBy = SHOWN_BY[type.name];
    const way = connections.find(
      ({ edge, place }) => edge === type.name && place === (shownBy ?? place),
    );
    if (!way) throw new Error(`no list shows ${type.name}`);
    return relationsOf(type).map((relation) => ({
      ...relation,
      type: type.name,
      list: way.list,
      over: way.field,
    }));
  });

  it.each(relationsOfEdges)(
    "costs one statement for any number of edges: $place",
    async ({ list, over, type, field, selection, isConnection }) => {
      for (const parents of [3, 20]) {
        const { data, statements } = await answerTo(
          `{ ${list}(first: ${parents}) { nodes { ${over}(first: 2) { edges { ${selection} } } } } }`,
        );
        const found = data[list].nodes.flatMap(
          (node: Record<string, { edges: object[] }>) => node[over]?.edges ?? [],
        );
        if (UNUSED_EDGES.includes(type)) expect(found).toEqual([]);
        else if (parents === 20) expect(found.length).toBeGreaterThan(1);
        // The node at the other end comes with the edge.
        expect(statements).toHaveLength(found.length === 0 || field === "node" ? 2 : 3);
        if (isConnection) for (const edge of found) expectFirstPage(edge[field]);
      }
    },
  );
});

describe("a relation of what sources say", () => {
  const STATES = "sources { nodes { states(first: 20) { nodes";
  const relationsOfStated = [
    { name: "Statement", depth: 1, before: "statements(first: 20) { nodes", after: "}" },
    { name: "Assertion", depth: 2, before: STATES, after: "} } }" },
    { name: "Link", depth: 3, before: `${STATES} { link`, after: "} } } }" },
  ].flatMap((way) =>
    relationsOf(schema.getType(way.name) as GraphQLObjectType).map((relation) => ({
      ...way,
      ...relation,
    })),
  );

  it.each(relationsOfStated)(
    "costs one statement for all that is stated: $place",
    async ({ before, selection, after, depth }) => {
      const { statements } = await answerTo(`{ ${before} { ${selection} } ${after} }`);
      expect(statements).toHaveLength(depth + 1);
    },
  );
});

describe("a query of several levels", () => {
  it("costs one statement for each level of nesting", async () => {
    const { data, statements } = await answerTo(`{
      roles(first: 10) { nodes {
        requirements(first: 10, filter: { kind: SKILL }) { totalCount edges { importance node { ... on Skill {
          prerequisites(first: 5) { totalCount nodes {
            taughtBy(first: 5) { totalCount edges { node {
              teaches(first: 5) { totalCount nodes { slug } }
            } } }
          } }
        } } } }
      } }
    }`);
    expect(statements).toHaveLength(5);
    expect(JSON.stringify(data)).toMatch(/"teaches":\{"totalCount":[1-9]/);
  });

  it("costs one statement for each field of a level", async () => {
    const { statements } = await answerTo(`{
      skills(first: 20) { nodes {
        broader { nodes { id } }
        prerequisites { nodes { id } }
        requiredBy(first: 3) { edges { role { id } sources { totalCount } } }
      } }
    }`);
    expect(statements).toHaveLength(1 + 3 + 2);
  });

  it("costs one statement for each alias with other arguments, and none for one with the same", async () => {
    const { data, statements } = await answerTo(`{
      roles(first: 20) { nodes {
        one: requirements(first: 1) { nodes { id } }
        again: requirements(first: 1) { nodes { id } }
        two: requirements(first: 2) { nodes { id } }
        skills: requirements(first: 1, filter: { kind: SKILL }) { nodes { id } }
      } }
    }`);
    expect(statements).toHaveLength(1 + 3);
    for (const { one, again } of data.roles.nodes) expect(again).toEqual(one);
  });

  it("costs no statement for names in the default language, and one for all in another", async () => {
    const { statements } = await answerTo("{ skills(first: 50) { nodes { name description } } }");
    expect(statements).toHaveLength(1);
    const german = await answerTo(
      '{ skills(first: 50) { nodes { name(locale: "de") nameLocale(locale: "de") } } }',
    );
    expect(german.statements).toHaveLength(2);
  });

  it.each(["description", "definition", "scopeNote"])(
    "costs one statement for the texts of all nodes: %s",
    async (field) => {
      const { statements } = await answerTo(
        `{ topics(first: 50) { nodes { ${field}(locale: "de") } } }`,
      );
      expect(statements).toHaveLength(2);
    },
  );
});
