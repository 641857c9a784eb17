import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openStarterGraph } from "../testing/starter-graph";

let database: Database;
let skills: string[];

beforeAll(async () => {
  database = await openStarterGraph();
  const rows = await database.dataSource.query<{ slug: string }[]>(
    "SELECT slug FROM node WHERE kind = 'SKILL' AND status = 'ACTIVE' ORDER BY slug LIMIT 200",
  );
  skills = rows.map(({ slug }) => slug);
}, 60_000);
afterAll(() => database.close());

const PATHS = `query ($from: StartInput!, $to: PositionInput!, $avoid: [PositionInput!], $k: Int! = 5) {
  careerPaths(from: $from, to: $to, avoid: $avoid, k: $k) {
    missingPathReason
    paths { totalCost hops { cost reasons from { name } to { __typename slug name } gainedSkills { totalCount nodes { name } edges { node { name } } } } }
  }
}`;

const backend = { position: { role: { slug: "backend-developer" } } };
const dataEngineer = { role: { slug: "data-engineer" } };
const profileOf = (count: number) => ({
  profile: { skills: skills.slice(0, count).map((slug) => ({ skill: { slug }, proficiency: 3 })) },
});

it("starts and ends at the lowest level of a role, and adds up", async () => {
  const { data, errors } = await ask(database, PATHS, { from: backend, to: dataEngineer });
  expect(errors).toEqual([]);
  const { paths } = data.careerPaths;
  expect(paths).toHaveLength(5);
  for (const { totalCost, hops } of paths) {
    expect(hops.reduce((sum: number, hop: { cost: number }) => sum + hop.cost, 0)).toBeCloseTo(
      totalCost,
      9,
    );
    expect(hops[0].from.name).toBe("Junior Backend Developer");
    expect(hops.at(-1).to).toMatchObject({ __typename: "RoleLevel", name: "Junior Data Engineer" });
    for (const { reasons } of hops) expect(reasons.length).toBeGreaterThan(0);
  }
  const costs = paths.map(({ totalCost }: { totalCost: number }) => totalCost);
  expect(costs).toEqual(costs.toSorted((a: number, b: number) => a - b));
});

it("avoids all levels of a role that is named without one", async () => {
  const avoid = [{ role: { slug: "full-stack-developer" } }];
  const to = { role: { slug: "data-engineer" }, level: { slug: "senior" } };
  const { data } = await ask(database, PATHS, { from: backend, to, avoid });
  expect(data.careerPaths.paths.length).toBeGreaterThan(0);
  expect(JSON.stringify(data)).not.toContain("Full-Stack");
  const goal = await ask(database, PATHS, { from: backend, to, avoid: [dataEngineer] });
  expect(goal.data.careerPaths).toMatchObject({ paths: [], missingPathReason: "END_AVOIDED" });
});

it.each([
  ["a role", () => backend, 3],
  ["a profile of 1 skill", () => profileOf(1), 3],
  ["a profile of 200 skills", () => profileOf(200), 3],
])("costs a fixed number of SQL statements from %s", async (_what, from, count) => {
  const variables = { from: from(), to: dataEngineer };

  await ask(database, PATHS, variables);
  const { errors, statements } = await ask(database, PATHS, variables);
  expect(errors).toEqual([]);
  // The revision of the index, the look-up of the arguments, the nodes of all hops; skills gained are read with these.
  expect(statements).toHaveLength(count);
});

it("costs as many for what is within reach", async () => {
  const query = `query ($from: StartInput!) {
    reachableRoles(from: $from) { totalCount unknownHops nodes { name } edges { cost node { name } via { name } stops { name } } }
  }`;
  for (const from of [backend, profileOf(1), profileOf(200)]) {
    await ask(database, query, { from });
    const { data, errors, statements } = await ask(database, query, { from });
    expect(errors).toEqual([]);
    expect(data.reachableRoles.totalCount).toBeGreaterThan(0);
    expect(statements).toHaveLength(3);
  }
});
