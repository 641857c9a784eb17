import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { at, having, namesOf, openPathGraph } from "../testing/path-graph";

let database: Database;

beforeAll(async () => {
  database = await openPathGraph();
}, 60_000);
afterAll(() => database.close());

const REACH = `query ($from: StartInput!, $maxCost: Float, $maxHops: Int! = 3, $cost: MoveCost! = SKILL_GAP, $avoid: [PositionInput!], $first: Int! = 20, $after: String) {
  reachableRoles(from: $from, maxCost: $maxCost, maxHops: $maxHops, cost: $cost, avoid: $avoid, first: $first, after: $after) {
    totalCount unknownHops isProfileWithoutFit pageInfo { endCursor hasNextPage } nodes { name }
    edges { cost hopsCount node { name } via { name } stops { name } }
  }
}`;

async function reach(variables: object) {
  const { data, errors } = await ask(database, REACH, { ...variables });
  expect(errors).toEqual([]);
  return data.reachableRoles;
}

it("says what is within reach, and how: by hand", async () => {
  const answer = await reach({ from: at("a") });
  const found = new Map(
    answer.edges.map((edge: { node: { name: string } }) => [edge.node.name, edge]),
  );
  expect([...found.keys()].sort()).toEqual(["b", "c", "d", "f", "g"]);
  expect(namesOf(answer.edges.slice(0, 2).map((edge: { node: object }) => edge.node))).toEqual([
    "b",
    "c",
  ]);
  // f asks for s6 and s9, of which d brings s6.
  expect(found.get("f")).toMatchObject({
    cost: 1.5,
    hopsCount: 2,
    via: { name: "d" },
    stops: [{ name: "d" }, { name: "f" }],
  });
  expect(found.get("d")).toMatchObject({ cost: 1, hopsCount: 1, via: { name: "a" } });
  expect(namesOf((await reach({ from: at("a"), maxCost: 0.5 })).nodes)).toEqual(["b", "c"]);
  expect((await reach({ from: at("a"), maxCost: 0.4 })).totalCount).toBe(0);
});

it("starts from a profile, and says when it fits nothing", async () => {
  const answer = await reach({ from: having("s1", "s5"), maxHops: 2, maxCost: 1 });
  const d = answer.edges.find((edge: { node: { name: string } }) => edge.node.name === "d");
  expect(d).toMatchObject({ cost: 0.75, via: null, stops: [{ name: "d" }] });
  expect(await reach({ from: having() })).toMatchObject({
    totalCount: 0,
    isProfileWithoutFit: true,
  });
});

it("pages what is within reach, and refuses a cursor of another question", async () => {
  const all = await reach({ from: at("a") });
  const first = await reach({ from: at("a"), first: 2 });
  const after = first.pageInfo.endCursor;
  const rest = await reach({ from: at("a"), after });
  expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
  const { errors } = await ask(database, REACH, { from: at("b"), after });
  expect(errors[0]?.extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path: "after" }],
  });
});

it.each([
  ["maxHops", { maxHops: 9 }, "maxHops"],
  ["maxCost", { maxCost: -1 }, "maxCost"],
  ["first", { first: 101 }, "first"],
])("refuses %s out of range", async (_what, variables, path) => {
  const { errors } = await ask(database, REACH, { from: at("a"), ...variables });
  expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
});
