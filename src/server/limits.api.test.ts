import { getIntrospectionQuery } from "graphql";
import type { Limits } from "./limits/limit-values";
import { type Answer, ask, listen, post } from "./testing/http-client";
import { INTROSPECTION_QUERIES } from "./testing/introspection-queries";
import { makeToyServer, type Toy } from "./testing/toy-server";

let toy: Toy;
beforeAll(async () => {
  toy = await makeToyServer();
  await listen(toy.server);
});
afterAll(() => toy.server.close());

const errorOf = ({ json }: Answer) => json.errors?.[0];
const POST = (accept: string) => ({
  method: "POST",
  headers: { "content-type": "application/json", accept },
});
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(" ");
const deep = (levels: number) =>
  `{ role(by: {id: "1"}) ${"{ family ".repeat(levels - 2)}{ id }${" }".repeat(levels - 2)} }`;

describe("an operation over a limit", () => {
  it.each<[keyof Limits | string, string, number, number]>([
    ["depth", deep(13), 12, 13],
    [
      "aliases",
      `{ ${repeat(8, () => "")} role(by: {id: "1"}) { ${repeat(31, (i) => `a${i}: id`)} } }`,
      30,
      31,
    ],
    ["rootFields", `{ ${repeat(11, (i) => `a${i}: __typename`)} }`, 10, 11],
    ["operations", repeat(6, (i) => `query Q${i} { __typename }`), 5, 6],
    [
      "directives",
      `{ role(by: {id: "1"}) { ${repeat(21, () => "id @include(if: true)")} } }`,
      20,
      21,
    ],
    ["introspection", "{ __schema { types { name } } b: __schema { types { name } } }", 1, 2],
    ["introspectionAliases", "{ __schema { types { name } b: types { name } } }", 0, 1],
    [
      "nodes",
      "{ roles(first: 100) { nodes { skills(first: 100) { nodes { id } } } } }",
      10_000,
      10_100,
    ],
    [
      "cost",
      "{ roles(first: 90) { nodes { skills(first: 90) { nodes { r: roles(first: 1) { totalCount } s: roles(first: 1) { totalCount } } } } } }",
      20_000,
      1 + 90 * (1 + 1 + 90 * 3),
    ],
    [
      "filterDepth",
      '{ skills(filter: {not: {not: {not: {not: {name: "x"}}}}}) { totalCount } }',
      3,
      4,
    ],
    [
      "filterConditions",
      `{ skills(filter: {or: [${repeat(31, () => '{name: "x"}')}]}) { totalCount } }`,
      30,
      31,
    ],
    [
      "variableDepth",
      `{ echo(nested: ${"{nested: ".repeat(21)}{value: 1}${"}".repeat(21)}) }`,
      20,
      21,
    ],
  ])(
    "of %s is QUERY_TOO_COMPLEX with 400, and runs nothing",
    async (limit, query, maximum, asked) => {
      const operationName = limit === "operations" ? "Q0" : undefined;
      for (const accept of ["application/json", "application/graphql-response+json"]) {
        const answer = await ask(toy.server, {
          ...POST(accept),
          body: JSON.stringify({ query, operationName }),
        });
        expect(errorOf(answer)).toMatchObject({
          extensions: { code: "QUERY_TOO_COMPLEX", limit, maximum, asked },
        });
        expect(errorOf(answer)?.message).toContain(String(maximum));
        expect(answer.status).toBe(400);
        expect(answer.json.data).toBeUndefined();
      }
    },
  );

  it("of tokens is QUERY_TOO_COMPLEX", async () => {
    const answer = await post(toy.server, `{ ${repeat(10_000, () => "id")} }`);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)?.extensions).toMatchObject({
      code: "QUERY_TOO_COMPLEX",
      limit: "tokens",
      maximum: 2_000,
    });
  });

  it("of the page size is BAD_USER_INPUT that names the cap", async () => {
    const answer = await post(toy.server, "query ($n: Int!) { roles(first: $n) { totalCount } }", {
      n: 101,
    });
    expect(errorOf(answer)).toMatchObject({
      message: "first: must be between 0 and 100",
      extensions: { code: "BAD_USER_INPUT", fields: [{ path: "first" }] },
    });
  });

  it("still says what it would have cost", async () => {
    const answer = await post(
      toy.server,
      "{ roles(first: 100) { nodes { skills(first: 100) { nodes { id } } } } }",
    );
    expect(answer.json.extensions.cost.requestedQueryCost).toBe(1 + 100 * (1 + 1 + 100));
  });

  it("is measured anew with other variables, also when the document is known", async () => {
    const query =
      "query ($n: Int!) { roles(first: $n) { nodes { skills(first: 100) { nodes { id } } } } }";
    expect((await post(toy.server, query, { n: 10 })).json.data).toBeDefined();
    expect(errorOf(await post(toy.server, query, { n: 100 }))?.extensions.limit).toBe("nodes");
    expect((await post(toy.server, query, { n: 10 })).json.data).toBeDefined();
  });
});

describe("introspection", () => {
  it.each(INTROSPECTION_QUERIES)("of %s passes the limits", async (_name, query) => {
    const answer = await post(toy.server, query, undefined, {
      accept: "application/graphql-response+json",
    });
    expect(answer.json.errors).toBeUndefined();
    expect(answer.status).toBe(200);
  });

  it("costs 100 points", async () => {
    const answer = await post(toy.server, getIntrospectionQuery());
    expect(answer.json.extensions.cost.requestedQueryCost).toBe(100);
  });

  it("does not go round in circles", async () => {
    const fields = "{ fields { type ".repeat(5);
    const answer = await post(
      toy.server,
      `{ __schema { types ${fields} { name } ${"} }".repeat(5)} } }`,
    );
    expect(errorOf(answer)?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("can be turned off, and suggestions with it", async () => {
    const { server } = await makeToyServer({ INTROSPECTION: "off" });
    await listen(server);
    const refused = await post(server, getIntrospectionQuery());
    expect(errorOf(refused)?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    for (const [query, variables] of [
      ["{ rols { totalCount } }", {}],
      ['{ role(by: {slgu: "x"}) { id } }', {}],
      ["{ echo(kind: HRD) }", {}],
      ["query ($k: Kind) { echo(kind: $k) }", { k: "HRD" }],
      ["query ($n: Nested) { echo(nested: $n) }", { n: { valu: 1 } }],
    ] as const) {
      const answer = await post(server, query, variables);
      expect(answer.json.errors).toBeDefined();
      expect(answer.text).not.toContain("Did you mean");
    }
    expect((await post(server, "{ __typename }")).json.data).toEqual({ __typename: "Query" });
    await server.close();
  });
});
