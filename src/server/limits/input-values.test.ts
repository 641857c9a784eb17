import { parse } from "graphql";
import { checkLiterals, checkVariables, wrongCharacter } from "./input-values";
import { DEFAULT_LIMITS } from "./limit-values";

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
  const check = (text: string) => () => checkLiterals(parse(text), limits);

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

describe("wrongCharacter", () => {
  it("finds nothing wrong with the empty text", () => {
    expect(wrongCharacter("")).toBeNull();
  });
});
