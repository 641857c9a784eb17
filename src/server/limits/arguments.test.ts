import { Kind, parse, validate } from "graphql";
import { makeToySchema } from "../testing/toy-server";
import { readVariables } from "./argument-values";
import { checkArguments } from "./arguments";
import { fragmentsOf } from "./document-shape";
import { DEFAULT_LIMITS } from "./limit-values";

const schema = makeToySchema();

function check(text: string, variables: Record<string, unknown> = {}) {
  return () => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    if (operation === undefined) throw new Error("no operation");
    const values = readVariables(operation, variables);
    checkArguments(schema, operation, fragmentsOf(document), values, DEFAULT_LIMITS);
  };
}

const FILTERED = "query ($f: SkillFilter) { skills(filter: $f) { totalCount } }";

describe("pages", () => {
  const refused = expect.objectContaining({
    code: "BAD_USER_INPUT",
    message: expect.stringContaining("between 0 and 100"),
    details: { fields: [{ path: "first", reasons: ["must be between 0 and 100"] }] },
  });

  it("may be as long as the cap, and empty", () => {
    expect(
      check("{ roles(first: 100) { totalCount } skills(first: 0) { totalCount } }"),
    ).not.toThrow();
  });

  it.each([101, -1, 2_147_483_647])("may not be %p, written or in a variable", (first) => {
    expect(check(`{ roles(first: ${first}) { totalCount } }`)).toThrow(refused);
    expect(check("query ($n: Int!) { roles(first: $n) { totalCount } }", { n: first })).toThrow(
      refused,
    );
    expect(check(`query ($n: Int! = ${first}) { roles(first: $n) { totalCount } }`)).toThrow(
      refused,
    );
  });

  it("are checked in fragments, and for last", () => {
    const text =
      "{ ...F } fragment F on Query { roles(first: 1) { nodes { ...R } } } fragment R on Role { skills(first: 101) { totalCount } }";
    expect(check(text)).toThrow(refused);
    expect(check("{ roles(last: 101) { totalCount } }")).toThrow(/last: must be/);
  });
});

describe("filters", () => {
  const tooComplex = (limit: string, asked: number) =>
    expect.objectContaining({
      code: "QUERY_TOO_COMPLEX",
      details: expect.objectContaining({ limit, asked }),
    });
  const conditions = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ importance: { eq: index } }));

  it("may nest and, or and not three levels", () => {
    expect(
      check('{ skills(filter: {and: [{or: [{not: {name: "x"}}]}]}) { totalCount } }'),
    ).not.toThrow();
    expect(
      check('{ skills(filter: {and: [{or: [{not: {and: [{name: "x"}]}}]}]}) { totalCount } }'),
    ).toThrow(tooComplex("filterDepth", 4));
  });

  it("may have 30 comparisons, in literals and variables alike", () => {
    expect(check(FILTERED, { f: { or: conditions(30) } })).not.toThrow();
    expect(check(FILTERED, { f: { or: conditions(31) } })).toThrow(
      tooComplex("filterConditions", 31),
    );
    const literal = conditions(31).map(({ importance }) => `{importance: {eq: ${importance.eq}}}`);
    expect(check(`{ skills(filter: {or: [${literal.join(" ")}]}) { totalCount } }`)).toThrow(
      tooComplex("filterConditions", 31),
    );
  });

  it("count every comparison of one object, but a list of values once", () => {
    const f = { importance: { gte: 1, lte: 5, in: Array.from({ length: 400 }, (_, i) => i) } };
    expect(check(FILTERED, { f: { and: Array.from({ length: 10 }, () => f) } })).not.toThrow();
    expect(check(FILTERED, { f: { and: Array.from({ length: 11 }, () => f) } })).toThrow(
      tooComplex("filterConditions", 31),
    );
  });

  it("count empty objects, so that nothing is free", () => {
    expect(check(FILTERED, { f: { or: Array.from({ length: 31 }, () => ({})) } })).toThrow(
      tooComplex("filterConditions", 31),
    );
  });

  it("count a variable inside a literal", () => {
    const text = "query ($f: SkillFilter!) { skills(filter: {and: [{or: [$f]}]}) { totalCount } }";
    expect(check(text, { f: { not: { name: "x" } } })).not.toThrow();
    expect(check(text, { f: { not: { not: { name: "x" } } } })).toThrow(
      tooComplex("filterDepth", 4),
    );
  });

  it("are not what other inputs are", () => {
    const nested = { nested: { nested: { nested: { nested: { value: 1 } } } } };
    expect(check("query ($n: Nested) { echo(nested: $n) }", { n: nested })).not.toThrow();
  });
});
