import { type GraphQLSchema, Kind, parse, validate } from "graphql";
import { makeToySchema } from "../testing/toy-server";
import { readVariables } from "./argument-values";
import { measureCost, type OperationCost } from "./cost";
import { fragmentsOf } from "./document-shape";

const schema: GraphQLSchema = makeToySchema();

function cost(text: string, variables: Record<string, unknown> = {}): OperationCost {
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error("no operation");
  const values = readVariables(operation, variables);
  return measureCost(schema, operation, fragmentsOf(document), values);
}

describe("measureCost", () => {
  it("takes nothing for leaves", () => {
    expect(cost("{ __typename echo }")).toEqual({ nodes: 0, points: 0 });
  });

  it("takes 1 for an object", () => {
    expect(cost('{ role(by: {id: "1"}) { name family { name } } }')).toEqual({
      nodes: 0,
      points: 2,
    });
  });

  it("takes the page for the lists of a connection, and 1 for the connection", () => {
    expect(cost("{ roles(first: 7) { nodes { name } } }")).toEqual({ nodes: 7, points: 8 });
    expect(cost("{ roles(first: 7) { edges { node { name } } } }")).toEqual({
      nodes: 7,
      points: 15,
    });
    expect(cost("{ roles(first: 7) { totalCount pageInfo { hasNextPage } } }")).toEqual({
      nodes: 0,
      points: 2,
    });
  });

  it("multiplies pages down the tree", () => {
    const text = "{ roles(first: 10) { nodes { skills(first: 5) { nodes { name } } } } }";
    expect(cost(text)).toEqual({ nodes: 10 + 50, points: 1 + 10 * (1 + 1 + 5) });
  });

  it("takes the default of the schema when the argument is left out", () => {
    expect(cost("{ roles { nodes { name } } }").nodes).toBe(20);
  });

  it("reads pages from variables, their defaults, and the schema's default below both", () => {
    const text = "query ($n: Int! = 3) { roles(first: $n) { nodes { name } } }";
    expect(cost(text, { n: 50 }).nodes).toBe(50);
    expect(cost(text).nodes).toBe(3);
    const open = "query ($n: Int) { roles(last: $n) { nodes { name } } }";
    expect(cost(open).nodes).toBe(20);
    expect(cost(open, { n: 80 }).nodes).toBe(80);
    expect(cost(open, { n: null }).nodes).toBe(20);
  });

  it("takes the number of ids for a list asked by ids", () => {
    const text = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect(cost(text, { ids: ["a", "b", "c"] })).toEqual({ nodes: 3, points: 3 });
    expect(cost(text, { ids: [] })).toEqual({ nodes: 0, points: 0 });
    expect(cost('{ nodes(ids: ["a", "b"]) { id } }').nodes).toBe(2);
  });

  it("takes 10 for a list of unknown length, or what the field says in its extensions", () => {
    const text = '{ role(by: {id: "1"}) { labels { text } } }';
    expect(cost(text)).toEqual({ nodes: 10, points: 11 });
    const role = schema.getType("Role");
    const labels = role && "getFields" in role ? role.getFields().labels : undefined;
    if (labels === undefined) throw new Error("no labels");
    labels.extensions = { listSize: 4 };
    expect(cost(text)).toEqual({ nodes: 4, points: 5 });
    labels.extensions = {};
  });

  it("counts a fragment at every place where it is spread, also on a connection", () => {
    const text = `
      { a: roles(first: 2) { ...Page } b: roles(first: 30) { ...Page } }
      fragment Page on RoleConnection { totalCount nodes { ...Name } }
      fragment Name on Role { family { name } }
    `;
    expect(validate(schema, parse(text))).toEqual([]);
    expect(cost(text)).toEqual({ nodes: 32, points: 2 + 32 * 2 });
  });

  it("counts only the dearest of fragments on different object types", () => {
    const text = `query ($ids: [ID!]!) { nodes(ids: $ids) {
      id
      ... on Role { skills(first: 5) { nodes { name } } }
      ... on Skill { roles(first: 3) { nodes { name } } }
      ... on Node { ... on Role { family { name } } }
    } }`;
    expect(cost(text, { ids: ["a"] })).toEqual({ nodes: 1 + 5, points: 1 + 6 + 1 });
  });

  it("adds fragments on the same object type", () => {
    const text = `{ node(id: "1") { ... on Role { family { name } } ... on Role { x: family { name } } } }`;
    expect(cost(text)).toEqual({ nodes: 0, points: 3 });
  });

  it("takes 10 more for a mutation and 100 for introspection", () => {
    expect(cost('mutation { rename(name: "x") { name } }').points).toBe(11);
    expect(cost("{ __schema { types { name } } }").points).toBe(100);
  });

  it("bounds an exponential fragment bomb in linear time, and never by NaN", () => {
    const chain = Array.from(
      { length: 400 },
      (_, i) =>
        `fragment F${i} on Role { family { ...F${i + 1} } x: family { ...F${i + 1} } skills(first: 0) { nodes { roles(first: 100) { nodes { ...F${i + 1} } } } } }`,
    );
    const text = `{ role(by: {id: "1"}) { ...F0 } } ${chain.join(" ")} fragment F400 on Role { family { name } }`;
    // 2^400 visits would never end: that it ends is the test.
    const { points } = cost(text);
    expect(points).toBeGreaterThan(1e100);
  });

  it("ends on cyclic fragments", () => {
    expect(
      cost("{ roles(first: 1) { nodes { ...F } } } fragment F on Role { family { ...F } }").points,
    ).toBe(3);
  });
});
