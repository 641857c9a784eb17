import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { namesOf, openLearningGraph, skill } from "../testing/learning-graph";

let database: Database;

beforeAll(async () => {
  database = await openLearningGraph();
}, 60_000);
afterAll(() => database.close());

const PLAN = `query ($goal: GoalInput!, $have: ProfileInput, $includePrerequisites: Boolean! = true, $maxMinutes: Int, $maxCost: MoneyInput) {
  learningPlan(goal: $goal, have: $have, includePrerequisites: $includePrerequisites, maxMinutes: $maxMinutes, maxCost: $maxCost) {
    emptyReason totalMinutes totalCost { amount currency } withoutMinutes withoutCost
    resources { totalCount nodes { name } edges { minutes cost { amount currency } node { name } covers { from to skill { name } } } }
    uncoveredSkills { totalCount edges { from to reason node { name } } }
  }
}`;
const kubernetes = { goal: { skills: [skill("kubernetes", 3)] } };

async function plan(variables: object) {
  const { data, errors } = await ask(database, PLAN, { ...variables });
  expect(errors).toEqual([]);
  return data.learningPlan;
}

it("covers a goal with its prerequisites: by hand", async () => {
  const answer = await plan(kubernetes);
  expect(namesOf(answer.resources.nodes)).toEqual([
    "docker-course",
    "kubernetes-course",
    "linux-book",
  ]);
  const at = (name: string) =>
    answer.resources.edges.findIndex((edge: { node: { name: string } }) => edge.node.name === name);
  expect(at("docker-course")).toBeLessThan(at("kubernetes-course"));
  expect(answer.resources.edges[at("docker-course")]).toMatchObject({
    minutes: 60,
    cost: { amount: 20, currency: "EUR" },
    covers: [{ from: 0, to: 2, skill: { name: "docker" } }],
  });
  expect(answer).toMatchObject({
    emptyReason: null,
    totalMinutes: 270,
    totalCost: null, // euros and dollars
    uncoveredSkills: { totalCount: 0 },
  });
});

it("cannot use what builds on a prerequisite that is left out", async () => {
  const answer = await plan({ ...kubernetes, includePrerequisites: false });
  expect(answer.resources.totalCount).toBe(0);
  expect(answer.uncoveredSkills.edges).toEqual([
    { from: 0, to: 3, reason: "NO_OFFER", node: { name: "kubernetes" } },
  ]);
  expect(answer).toMatchObject({ totalMinutes: 0, totalCost: { amount: 0, currency: null } });
});

it("keeps to a budget in one currency: a price in another is unknown", async () => {
  const answer = await plan({ ...kubernetes, maxCost: { amount: 20, currency: "EUR" } });
  expect(namesOf(answer.resources.nodes)).toEqual(["docker-course", "linux-book"]);
  expect(answer).toMatchObject({
    totalCost: { amount: 20, currency: "EUR" },
    withoutCost: 1,
    uncoveredSkills: { edges: [{ from: 0, to: 3, reason: "NO_OFFER" }] },
  });
  const free = await plan({ ...kubernetes, maxCost: { amount: 0, currency: "CHF" } });
  expect(namesOf(free.resources.nodes)).toEqual(["linux-book"]);
  expect(free).toMatchObject({ totalCost: { amount: 0, currency: null }, withoutCost: 2 });
});

it("keeps to the minutes there are, and says what they leave open", async () => {
  const answer = await plan({ ...kubernetes, maxMinutes: 150 });
  expect(namesOf(answer.resources.nodes)).toEqual(["docker-course", "linux-book"]);
  expect(answer.totalMinutes).toBe(150);
  expect(answer.uncoveredSkills.edges).toEqual([
    { from: 0, to: 3, reason: "LIMIT", node: { name: "kubernetes" } },
  ]);
});

it("counts what nobody says the duration of", async () => {
  const answer = await plan({
    goal: { skills: [skill("react", 1)] },
    have: { skills: [skill("javascript")] },
  });
  expect(answer).toMatchObject({ withoutMinutes: 1, resources: { totalCount: 0 } });
  expect(answer.uncoveredSkills.edges[0].reason).toBe("NO_OFFER");
});

it.each([
  ["minutes below 0", { ...kubernetes, maxMinutes: -1 }, "BAD_USER_INPUT", "maxMinutes"],
  [
    "money below 0",
    { ...kubernetes, maxCost: { amount: -1, currency: "EUR" } },
    "BAD_USER_INPUT",
    "maxCost.amount",
  ],
  [
    "a currency in small letters",
    { ...kubernetes, maxCost: { amount: 1, currency: "eur" } },
    "BAD_USER_INPUT",
    "maxCost.currency",
  ],
  ["an unknown skill", { goal: { skills: [skill("x")] } }, "NOT_FOUND", "goal.skills.0.skill"],
  [
    "an unknown skill that is had",
    { ...kubernetes, have: { skills: [skill("x")] } },
    "NOT_FOUND",
    "have.skills.0.skill",
  ],
  [
    "a proficiency of 9",
    { goal: { skills: [skill("linux", 9)] } },
    "BAD_USER_INPUT",
    "goal.skills.0.proficiency",
  ],
])("refuses %s with its path", async (_what, variables, code, at) => {
  const { errors } = await ask(database, PLAN, variables);
  expect(errors[0]?.extensions).toMatchObject({ code, fields: [{ path: at }] });
});
