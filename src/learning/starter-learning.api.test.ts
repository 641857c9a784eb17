import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openStarterGraph } from "../testing/starter-graph";

let database: Database;
let skills: string[];

beforeAll(async () => {
  database = await openStarterGraph();
  const rows = await database.dataSource.query<{ slug: string }[]>(
    "SELECT slug FROM node WHERE kind = 'SKILL' AND status = 'ACTIVE' ORDER BY slug LIMIT 500",
  );
  skills = rows.map(({ slug }) => slug);
}, 60_000);
afterAll(() => database.close());

const GOAL = { position: { role: { slug: "backend-developer" }, level: { slug: "senior" } } };
const profileOf = (count: number) => ({
  skills: skills.slice(0, count).map((slug) => ({ skill: { slug }, proficiency: 2 })),
});

const PATH = `query ($goal: GoalInput!, $have: ProfileInput) {
  learningPath(goal: $goal, have: $have, includeRecommended: true) {
    totalMinutes uncoveredSteps cycles { skills { name } }
    stages { steps(first: 100) { nodes { id } edges { node { id } from to severity needs { id name } } } }
  }
}`;
const PLAN = `query ($goal: GoalInput!, $have: ProfileInput, $maxCost: MoneyInput) {
  learningPlan(goal: $goal, have: $have, maxCost: $maxCost) {
    totalMinutes totalCost { amount currency } withoutCost
    resources(first: 100) { totalCount edges { node { name price } minutes cost { amount } covers { skill { name } } } }
    uncoveredSkills { totalCount edges { node { name } reason } }
  }
}`;
const NEXT = `query ($profile: ProfileInput!, $goal: GoalInput) {
  nextSkills(profile: $profile, goal: $goal) {
    totalCount roles { name } edges { node { name } value rest terms { contribution skill { name } } unlocks { name } demand }
  }
}`;

it("puts every step behind all that it needs", async () => {
  const { data, errors } = await ask(database, PATH, { goal: GOAL });
  expect(errors).toEqual([]);
  const { stages } = data.learningPath;
  expect(stages.length).toBeGreaterThan(3);
  const done = new Set<string>();
  for (const { steps } of stages) {
    for (const { needs } of steps.edges)
      expect(needs.filter(({ id }: { id: string }) => !done.has(id))).toEqual([]);
    for (const { node } of steps.edges) done.add(node.id);
  }
});

it("has nothing left for somebody who has all", async () => {
  const have = { skills: [{ skill: { slug: "sql-querying" }, proficiency: 5 }] };
  const goal = { skills: [{ skill: { slug: "sql-querying" }, proficiency: 4 }] };
  const { data } = await ask(database, PATH, { goal, have });
  expect(data.learningPath).toMatchObject({ stages: [], totalMinutes: 0, uncoveredSteps: 0 });
});

it("plans with what is free when there is no money", async () => {
  const maxCost = { amount: 0, currency: "EUR" };
  const { data, errors } = await ask(database, PLAN, { goal: GOAL, maxCost });
  expect(errors).toEqual([]);
  const { resources, totalCost, totalMinutes, withoutCost } = data.learningPlan;
  expect(resources.totalCount).toBeGreaterThan(0);
  for (const { node, cost } of resources.edges) expect([node.price, cost.amount]).toEqual([0, 0]);
  expect(totalCost).toEqual({ amount: 0, currency: null });
  expect(withoutCost).toBeGreaterThan(0);
  const minutes = resources.edges.map((edge: { minutes: number }) => edge.minutes);
  expect(minutes.reduce((sum: number, each: number) => sum + each, 0)).toBe(totalMinutes);
});

it.each([
  ["learningPath", PATH, (count: number) => ({ goal: GOAL, have: profileOf(count) })],
  ["learningPlan", PLAN, (count: number) => ({ goal: GOAL, have: profileOf(count) })],
  ["nextSkills", NEXT, (count: number) => ({ profile: profileOf(count), goal: GOAL })],
  ["nextSkills without a goal", NEXT, (count: number) => ({ profile: profileOf(count) })],
])("%s costs a fixed number of SQL statements", async (_what, query, variablesOf) => {
  await ask(database, query, variablesOf(2));
  const counts: number[] = [];
  for (const count of [2, 200, 500]) {
    const { errors, statements } = await ask(database, query, variablesOf(count));
    expect(errors).toEqual([]);
    counts.push(statements.length);
  }
  // The revision of the index, the look-up of all arguments, the nodes that are shown.
  expect(counts).toEqual([3, 3, 3]);
});
