import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from "graphql";
import { checkShape, type DocumentShape, measureShape } from "./document-shape";
import { DEFAULT_LIMITS } from "./limit-values";

function measure(text: string): DocumentShape {
  const document = parse(text);
  return measureShape(document, operationOf(document));
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const found = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (found === undefined) throw new Error("no operation");
  return found;
}

/** 40 fragments of which each spreads the next twice: 2^40 spreads when written out. */
const BOMB = `{ ...F0 } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F40 on Query { a: x }`;

describe("measureShape", () => {
  it("counts levels of fields, leaves included", () => {
    expect(measure("{ a }").depth).toBe(1);
    expect(measure("{ a { b { c } } d }").depth).toBe(3);
  });

  it("spreads fragments before it counts levels and root fields", () => {
    const shape = measure(
      "{ a { ...F } ... { x y } ...R } fragment F on T { b { c } } fragment R on Q { z }",
    );
    expect(shape).toMatchObject({ depth: 3, rootFields: 4 });
  });

  it("does not count levels below __schema and __type", () => {
    expect(measure("{ __schema { a { b { c { d } } } } x { y } }").depth).toBe(2);
    expect(measure('{ __type(name: "T") { a { b { c } } } }').depth).toBe(0);
  });

  it("counts an alias once, however often its fragment is spread", () => {
    const shape = measure("{ p: a { ...F } q: a { ...F } } fragment F on T { r: b }");
    expect(shape.aliases).toBe(3);
  });

  it("does not count aliases of fragments that the operation does not reach", () => {
    expect(measure("{ a } fragment F on T { r: b s: c }").aliases).toBe(0);
  });

  it("counts directives and operations of the whole document", () => {
    const shape = measure("query A @x @y { a @x @y @z { b @x } } query B { c }");
    expect(shape).toMatchObject({ directives: 6, directivesPerNode: 3, operations: 2 });
  });

  it("measures an exponential fragment bomb in linear time", () => {
    // 2^40 visits would take hours: that it ends is the test.
    const shape = measure(BOMB);
    expect(shape).toMatchObject({ depth: 1, rootFields: 2 ** 40, aliases: 1 });
  });

  it("ends on cyclic fragments", () => {
    const text =
      "{ a { ...F } } fragment F on T { b { ...G } } fragment G on T { c { ...F } ...G }";
    expect(measure(text)).toMatchObject({ depth: 3, rootFields: 1 });
  });

  it("takes a spread of an unknown fragment as empty", () => {
    expect(measure("{ a ...Nowhere }")).toMatchObject({ depth: 1, rootFields: 1 });
  });

  it("counts reads of the schema and aliased lists in them", () => {
    expect(measure("{ __schema { types { name } } }")).toMatchObject({
      schemaReads: 1,
      introspectionAliases: 0,
    });
    expect(
      measure(
        "{ a: __schema { x: types { name } } ...F } fragment F on Q { __schema { t: types { n: name } } }",
      ),
    ).toMatchObject({
      schemaReads: 2,
      introspectionAliases: 2,
    });
    expect(
      measure("{ __schema { types { ...T } } } fragment T on __Type { f: fields { name } }")
        .introspectionAliases,
    ).toBe(1);
  });

  it("does not take an alias of a field that happens to be called fields for introspection", () => {
    expect(measure("{ x: fields { y: args } }").introspectionAliases).toBe(0);
  });
});

describe("checkShape", () => {
  const limits = {
    ...DEFAULT_LIMITS,
    depth: 2,
    aliases: 1,
    rootFields: 2,
    operations: 1,
    directives: 2,
    directivesPerNode: 1,
  };

  it.each([
    ["depth", "{ a { b { c } } }", 2, 3],
    ["aliases", "{ p: a q: b }", 1, 2],
    ["rootFields", "{ a b c }", 2, 3],
    ["operations", "query A { a } query B { b }", 1, 2],
    ["directives", "{ a @x b { c @y d @z } }", 2, 3],
    ["directivesPerNode", "{ a @x @y }", 1, 2],
    ["introspection", "{ __schema { a } b: __schema { a } }", 1, 2],
    ["introspectionAliases", "{ __schema { a: types { name } } }", 0, 1],
  ])(
    "refuses too much %s, naming limit, value and what was asked",
    (limit, text, maximum, asked) => {
      expect(() =>
        checkShape(measure(text), {
          ...limits,
          ...(limit === "introspection" && { aliases: 9 }),
          ...(limit === "introspectionAliases" && { aliases: 9 }),
        }),
      ).toThrow(
        expect.objectContaining({
          code: "QUERY_TOO_COMPLEX",
          details: { limit, maximum, asked },
          message: expect.stringContaining(String(asked)),
        }),
      );
    },
  );

  it("lets pass what is exactly at the limits", () => {
    expect(() => checkShape(measure("{ p: a @x b { c @y } }"), limits)).not.toThrow();
  });
});
