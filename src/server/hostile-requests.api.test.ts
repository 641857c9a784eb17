import { type Answer, ask, listen, post } from "./testing/http-client";
import { makeToyServer, type Toy } from "./testing/toy-server";

let toy: Toy;
beforeAll(async () => {
  toy = await makeToyServer();
  await listen(toy.server);
});
afterAll(() => toy.server.close());

const errorOf = ({ json }: Answer) => json.errors?.[0];
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(" ");
const deep = (levels: number) =>
  `{ role(by: {id: "1"}) ${"{ family ".repeat(levels - 2)}{ id }${" }".repeat(levels - 2)} }`;

describe("a hostile document", () => {
  const MISTAKES = [
    "QUERY_TOO_COMPLEX",
    "GRAPHQL_VALIDATION_FAILED",
    "GRAPHQL_PARSE_FAILED",
    "BAD_USER_INPUT",
  ];
  /** It merges into one field. */
  const HARMLESS = ["a fragment bomb without fields"];
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
  ])("is answered soon, and refused unless harmless: %s", async (name, query) => {
    const started = performance.now();
    const answer = await post(toy.server, query);
    // What is not bounded takes many times as long; the room is for busy machines.
    expect(performance.now() - started).toBeLessThan(5_000);
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
