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

describe("a hostile document", () => {
  const MISTAKES = [
    "QUERY_TOO_COMPLEX",
    "GRAPHQL_VALIDATION_FAILED",
    "GRAPHQL_PARSE_FAILED",
    "BAD_USER_INPUT",
  ];
  /** They merge into one field. */
  const HARMLESS = ["a flood of repeated fields", "a fragment bomb without fields"];
  const fragments = (count: number, body: (next: string) => string) =>
    repeat(count, (i) => `fragment F${i} on Role { ${body(`F${i + 1}`)} }`);
  const inRole = (body: string) => `{ role(by: {id: "1"}) { ${body} } }`;

  it.each([
    ["deep nesting", deep(600)],
    ["deep nesting without fields", `{ ${"... { ".repeat(900)} __typename ${"} ".repeat(900)} }`],
    ["a flood of aliases", `{ ${repeat(600, (i) => `a${i}: __typename`)} }`],
    ["a flood of directives", `{ __typename ${repeat(900, () => "@a")} }`],
    ["a flood of repeated fields", inRole(repeat(1_900, () => "id"))],
    [
      "an exponential fragment bomb",
      `${inRole("...F0")} ${fragments(80, (next) => `family { ...${next} } x: family { ...${next} }`)} fragment F80 on Role { id }`,
    ],
    [
      "a fragment bomb without fields",
      `${inRole("...F0")} ${fragments(150, (next) => `...${next} ...${next}`)} fragment F150 on Role { id }`,
    ],
    [
      "cyclic fragments",
      `${inRole("...F")} fragment F on Role { family { ...G } } fragment G on Role { family { ...F } }`,
    ],
    ["a fragment that spreads itself", `${inRole("...F")} fragment F on Role { ...F }`],
    ["conflicting fields", inRole(repeat(300, (i) => `x: ${i % 2 ? "id" : "name"}`))],
    ["deep literals", `{ echo(nested: ${"{nested: ".repeat(600)}{value: 1}${"}".repeat(600)}) }`],
    ["deep lists", `{ echo(nested: {values: ${"[".repeat(900)}1${"]".repeat(900)}}) }`],
    ["many variables", `query (${repeat(400, (i) => `$v${i}: Int`)}) { __typename }`],
    ["deep types", `query ($v: ${"[".repeat(900)}Int${"]".repeat(900)}) { __typename }`],
    ["a NUL in the document", '{ echo(text: "a\0b") }'],
    ["a lone surrogate in the document", '{ echo(text: "a\ud800b") }'],
    ["an escaped NUL", '{ echo(text: "a\\u0000b") }'],
    ["an escaped lone surrogate", '{ echo(text: "a\\ud800b") }'],
    ["a prototype name", "{ __proto__ constructor toString }"],
  ])("is answered within 500 ms, and refused unless harmless: %s", async (name, query) => {
    const started = performance.now();
    const answer = await post(toy.server, query);
    expect(performance.now() - started).toBeLessThan(500);
    expect([200, 400]).toContain(answer.status);
    if (HARMLESS.includes(name)) expect(answer.json.data).toEqual({ role: { id: "r1" } });
    else expect(MISTAKES).toContain(errorOf(answer)?.extensions.code);
    expect(answer.json.errors?.length ?? 0).toBeLessThanOrEqual(6);
  });

  it("with a NUL or half a surrogate pair is BAD_USER_INPUT with the path", async () => {
    for (const [query, path] of [
      ['{ echo(text: "a\0b") }', "text"],
      ["{ echo \0 }", "query"],
      ['{ echo(text: "a\ud800b") }', "query"],
      ['{ echo(text: "a\\u0000b") }', "text"],
    ] as const) {
      expect(errorOf(await post(toy.server, query))?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path }],
      });
    }
  });
});

describe("hostile variables", () => {
  const nested = (levels: number) => `${'{"nested":'.repeat(levels)}{}${"}".repeat(levels)}`;
  const send = (variables: string, query: string) =>
    ask(toy.server, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"query": ${JSON.stringify(query)}, "variables": ${variables}}`,
    });
  const NESTED = "query ($v: Nested) { echo(nested: $v) }";
  const TEXT = "query ($v: String) { echo(text: $v) }";

  it.each([
    ["nested 1,000 deep", `{"v": ${nested(1_000)}}`, NESTED, "QUERY_TOO_COMPLEX"],
    ["nested 40,000 deep", `{"v": ${nested(40_000)}}`, NESTED, "QUERY_TOO_COMPLEX"],
    ["a list of 501", `{"v": {"values": [${Array(501).fill(1)}]}}`, NESTED, "BAD_USER_INPUT"],
    [
      "a list of 501 that no operation uses",
      `{"w": [${Array(501).fill(1)}]}`,
      NESTED,
      "BAD_USER_INPUT",
    ],
    ["a string of 10,001", `{"v": "${"x".repeat(10_001)}"}`, TEXT, "BAD_USER_INPUT"],
    ["a NUL", '{"v": "a\\u0000b"}', TEXT, "BAD_USER_INPUT"],
    ["a lone surrogate", '{"v": "a\\ud800b"}', TEXT, "BAD_USER_INPUT"],
    ["a NUL in a key", '{"v\\u0000": 1}', TEXT, "BAD_USER_INPUT"],
    ["a number out of range", '{"v": {"value": 1e400}}', NESTED, "BAD_USER_INPUT"],
    ["a wrong enum", '{"v": {"kind": "secret-value"}}', NESTED, "BAD_USER_INPUT"],
    ["__proto__", '{"v": {"__proto__": {"value": 1}}}', NESTED, "BAD_USER_INPUT"],
    [
      "400 wrong items",
      `{"v": {"values": [${Array(400).fill('"secret-value"')}]}}`,
      NESTED,
      "BAD_USER_INPUT",
    ],
  ])("are refused: %s", async (_name, variables, query, code) => {
    const answer = await send(variables, query);
    expect(answer.json.data).toBeUndefined();
    for (const error of answer.json.errors ?? []) expect(error.extensions.code).toBe(code);
    expect(answer.json.errors?.length).toBeLessThanOrEqual(6);
    expect(answer.text).not.toContain("secret-value");
  });

  it("reach the resolvers in Unicode normalisation form C", async () => {
    const answer = await send('{"v": "u\\u0308"}', TEXT);
    expect(answer.json.data.echo).toBe("ü");
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
