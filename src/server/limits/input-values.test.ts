import { type GraphQLSchema, isInputObjectType, Kind, parse, validate } from "graphql";
import { makeToySchema } from "../testing/toy-server";
import { checkLiterals, checkVariables, wrongCharacter } from "./input-values";
import { DEFAULT_LIMITS } from "./limit-values";
import { variablePlaces } from "./text-places";

const limits = { ...DEFAULT_LIMITS, variableDepth: 4, listItems: 3, stringLength: 10 };

function nest(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { nested: value };
  return value;
}

function badInput(path: string) {
  return expect.objectContaining({
    code: "BAD_USER_INPUT",
    details: { fields: [{ path, reasons: [expect.any(String)] }] },
  });
}

describe("checkVariables", () => {
  it("gives back the same object when nothing has to change", () => {
    const variables = { a: [1, { b: "x" }], c: null };
    expect(checkVariables(variables, limits)).toBe(variables);
  });

  it("normalises strings to NFC wherever they stand and leaves the given object alone", () => {
    const decomposed = "u\u0308";
    const given = { a: decomposed, b: [{ c: decomposed }], d: 1 };
    expect(checkVariables(given, limits)).toEqual({ a: "ü", b: [{ c: "ü" }], d: 1 });
    expect(given.a).toBe(decomposed);
  });

  it("keeps a key called __proto__ an ordinary key", () => {
    const given = JSON.parse('{"a": {"__proto__": "u\u0308", "b": "u\u0308"}}');
    const { a } = checkVariables(given, limits) as { a: object };
    expect(Object.keys(a)).toEqual(["__proto__", "b"]);
    expect(({} as Record<string, unknown>).b).toBeUndefined();
  });

  it.each([
    ["U+0000", "a\0b"],
    ["a high surrogate alone", "a\ud800"],
    ["a low surrogate alone", "\udc00a"],
  ])("refuses %s, naming the path but not the value", (_name, text) => {
    const variables = { filter: { names: ["ok", text] } };
    expect(() => checkVariables(variables, limits)).toThrow(badInput("filter.names.1"));
    expect(() => checkVariables({ [text]: 1 }, limits)).toThrow(badInput("variables"));
  });

  it("takes characters beyond the basic plane", () => {
    expect(checkVariables({ a: "👩‍🚀" }, limits)).toEqual({ a: "👩‍🚀" });
  });

  it("refuses strings and lists over their limits, not at them", () => {
    expect(() => checkVariables({ a: "x".repeat(10), b: [1, 2, 3] }, limits)).not.toThrow();
    expect(() => checkVariables({ a: "x".repeat(11) }, limits)).toThrow(badInput("a"));
    expect(() => checkVariables({ b: { c: [1, 2, 3, 4] } }, limits)).toThrow(badInput("b.c"));
  });

  it("refuses JSON that is too deep, however deep", () => {
    const tooDeep = expect.objectContaining({ code: "QUERY_TOO_COMPLEX" });
    expect(() => checkVariables({ a: nest(3) }, limits)).not.toThrow();
    expect(() => checkVariables({ a: nest(4) }, limits)).toThrow(tooDeep);
    expect(() => checkVariables({ a: nest(1_000_000) }, limits)).toThrow(tooDeep);
    expect(() => checkVariables({ a: [[[[1]]]] }, limits)).toThrow(tooDeep);
  });
});

describe("checkLiterals", () => {
  const check = (text: string) => () => checkLiterals(parse(text), makeToySchema(), limits);

  it("refuses an escaped U+0000, naming the path of the argument", () => {
    expect(check('{ a(filter: {name: "x\\u0000"}) }')).toThrow(badInput("filter.name"));
    expect(check('query ($v: String = "\\u0000") { a(x: $v) }')).toThrow(badInput("query"));
    expect(check('{ a @d(reason: "\\u0000") }')).toThrow(badInput("reason"));
  });

  it("refuses strings, lists and nesting over the limits", () => {
    expect(check(`{ a(x: "${"x".repeat(11)}") }`)).toThrow(badInput("x"));
    expect(check(`{ a(x: """${"x".repeat(11)}""") }`)).toThrow(badInput("x"));
    expect(check("{ a(x: {y: [1, 2, 3, 4]}) }")).toThrow(badInput("x.y"));
    expect(check("{ a(x: {b: {b: {b: [1]}}}) }")).not.toThrow();
    expect(check("{ a(x: {b: {b: {b: [[1]]}}}) }")).toThrow(
      expect.objectContaining({ code: "QUERY_TOO_COMPLEX" }),
    );
  });

  it("forgets the nesting of one argument before the next", () => {
    expect(check("{ a(x: {b: {b: {}}}, y: [[[1]]]) b(x: {b: {b: {}}}) }")).not.toThrow();
  });
});

describe("long texts", () => {
  const schema = markedSchema();
  const LONG = "x".repeat(25);
  const TOO_LONG = "x".repeat(26);

  function check(text: string, variables: Record<string, unknown> = {}) {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
    const uses = checkLiterals(document, schema, limits);
    return checkVariables(variables, limits, variablePlaces(operation, schema, uses));
  }

  it.each<[string, string, (text: string) => Record<string, unknown>, string]>([
    ["argument", "query ($t: String) { echo(text: $t) }", (t) => ({ t }), "t"],
    [
      "argument in a fragment",
      "query ($t: String) { ...F } fragment F on Query { echo(text: $t) }",
      (t) => ({ t }),
      "t",
    ],
    [
      "field of an input",
      "query ($n: Nested) { echo(nested: $n) }",
      (t) => ({ n: { note: t } }),
      "n.note",
    ],
    [
      "field deeper in an input",
      "query ($n: Nested!) { echo(nested: {nested: $n}) }",
      (t) => ({ n: { nested: { note: t } } }),
      "n.nested.note",
    ],
    ["field in a literal", "query ($t: String) { echo(nested: {note: $t}) }", (t) => ({ t }), "t"],
    [
      "item of a list",
      "query ($t: [String!]) { echo(notes: $t) }",
      (t) => ({ t: ["short", t] }),
      "t.1",
    ],
    [
      "field in a list of inputs",
      "query ($n: [Nested!]) { echo(list: $n) }",
      (t) => ({ n: [{}, { note: t }] }),
      "n.1.note",
    ],
    [
      "field of a single input for a list",
      "query ($n: [Nested!]) { echo(list: $n) }",
      (t) => ({ n: { note: t } }),
      "n.note",
    ],
  ])("may stand in an %s that says so", (_what, query, variables, path) => {
    expect(() => check(query, variables(LONG))).not.toThrow();
    expect(() => check(query, variables(TOO_LONG))).toThrow(badInput(path));
    expect(() => check(query, variables("x\0"))).toThrow(badInput(path));
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ["argument", "query ($t: String) { roles(name: $t) { totalCount } }", { t: LONG }, "t"],
    [
      "use",
      "query ($t: String) { echo(text: $t) roles(name: $t) { totalCount } }",
      { t: LONG },
      "t",
    ],
    ["field", "query ($n: Nested) { echo(nested: $n) }", { n: { kind: LONG } }, "n.kind"],
    ["unknown field", "query ($n: Nested) { echo(nested: $n) }", { n: { x: LONG } }, "n.x"],
    ["object", "query ($t: String) { echo(text: $t) }", { t: { note: LONG } }, "t.note"],
    ["variable that is not declared", "{ __typename }", { t: LONG }, "t"],
    ["default", `query ($t: String = "${LONG}") { echo(text: $t) }`, {}, "query"],
  ])("may stand in no other %s", (_what, query, variables, path) => {
    expect(() => check(query, variables)).toThrow(badInput(path));
  });

  it.each([
    ["text", (text: string) => `{ echo(text: "${text}") }`],
    ["nested.note", (text: string) => `{ echo(nested: {note: "${text}"}) }`],
    ["list.nested.note", (text: string) => `{ echo(list: [{}, {nested: {note: "${text}"}}]) }`],
    ["notes", (text: string) => `{ echo(notes: ["${text}"]) }`],
  ])("may be written into the document at %s", (path, query) => {
    expect(() => check(query(LONG))).not.toThrow();
    expect(() => check(query(TOO_LONG))).toThrow(badInput(path));
    expect(() => check(query(TOO_LONG))).toThrow("must have at most 25 characters");
  });

  it("may not be written elsewhere", () => {
    expect(() => check(`{ roles(name: "${LONG}") { totalCount } }`)).toThrow(badInput("name"));
    expect(() => check(`{ echo(texts: ["${LONG}"]) }`)).toThrow(badInput("texts"));
  });

  it("stay as they are, since answers name places in them", () => {
    const text = "u\u0308";
    const query =
      "query ($t: String, $n: String) { echo(text: $t) roles(name: $n) { totalCount } }";
    expect(check(query, { t: text, n: text })).toEqual({ t: text, n: "\u00fc" });
  });
});

/** The toy schema with marks of 25 characters on `text`, `notes` and `Nested.note`. */
function markedSchema(): GraphQLSchema {
  const schema = makeToySchema();
  const echo = schema.getQueryType()?.getFields().echo;
  const nested = schema.getType("Nested");
  if (!echo || !isInputObjectType(nested)) throw new Error("not in the toy schema");
  for (const argument of echo.args)
    if (["text", "notes"].includes(argument.name)) argument.extensions = { maxLength: 25 };
  Object.assign(nested.getFields().note ?? {}, { extensions: { maxLength: 25 } });
  return schema;
}

describe("wrongCharacter", () => {
  it("finds nothing wrong with the empty text", () => {
    expect(wrongCharacter("")).toBeNull();
  });
});
