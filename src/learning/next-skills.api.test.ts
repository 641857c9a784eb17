import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { namesOf, openLearningGraph, PLATFORM_ENGINEER, skill } from "../testing/learning-graph";

let database: Database;

beforeAll(async () => {
  database = await openLearningGraph();
}, 60_000);
afterAll(() => database.close());

const NEXT = `query ($profile: ProfileInput!, $goal: GoalInput, $first: Int! = 20, $after: String) {
  nextSkills(profile: $profile, goal: $goal, first: $first, after: $after) {
    totalCount emptyReason assumedLines roles { name } pageInfo { endCursor } nodes { name }
    edges { node { name } from to reason value rest gainInCoverage demand leadsToCount unlocks { name } terms { contribution skill { name } } }
  }
}`;

async function next(variables: object) {
  const { data, errors } = await ask(database, NEXT, { ...variables });
  expect(errors).toEqual([]);
  return data.nextSkills;
}

it("puts first what opens up most: by hand", async () => {
  const answer = await next({ profile: {}, goal: PLATFORM_ENGINEER });
  expect(answer).toMatchObject({ totalCount: 2, emptyReason: null, roles: [] });
  expect(answer.edges[0]).toMatchObject({
    node: { name: "linux" },
    from: 0,
    to: 1,
    reason: "ESSENTIAL",
    value: 1, // the severity of Kubernetes; Docker is not asked for
    rest: 0,
    terms: [{ contribution: 1, skill: { name: "kubernetes" } }],
    leadsToCount: 2,
    unlocks: [{ name: "docker" }],
    gainInCoverage: 0,
    demand: 0,
  });
  expect(answer.edges[1]).toMatchObject({ node: { name: "javascript" }, value: 0.4, demand: 1 });
});

it("says what a skill that is asked for adds to coverage", async () => {
  const answer = await next({
    profile: { skills: [skill("docker", 2)] },
    goal: PLATFORM_ENGINEER,
  });
  expect(answer.edges[0]).toMatchObject({ node: { name: "kubernetes" }, to: 3, reason: "ASKED" });
  expect(answer.edges[0].gainInCoverage).toBeCloseTo(1 / 1.4, 9);
});

it("takes the nearest roles that are not met where there is no goal: by hand", async () => {
  const answer = await next({ profile: { skills: [skill("javascript", 2)] } });
  // Covers the web developer half, the platform engineer not at all.
  expect(namesOf(answer.roles)).toEqual(["web-developer"]);
  expect(answer.edges).toHaveLength(1);
  expect(answer.edges[0]).toMatchObject({
    node: { name: "react" },
    to: 1,
    value: 1,
    gainInCoverage: 0.5,
    demand: 2,
  });
});

it("says why there is nothing", async () => {
  expect(await next({ profile: {} })).toMatchObject({
    totalCount: 0,
    emptyReason: "PROFILE_FITS_NOTHING",
  });
  const met = { profile: { skills: [skill("linux", 5)] }, goal: { skills: [skill("linux", 2)] } };
  expect((await next(met)).emptyReason).toBe("NOTHING_MISSING");
});

it("pages, and lets the parts of a value add up to it", async () => {
  const all = await next({ profile: {}, goal: PLATFORM_ENGINEER });
  const first = await next({ profile: {}, goal: PLATFORM_ENGINEER, first: 1 });
  const rest = await next({
    profile: {},
    goal: PLATFORM_ENGINEER,
    after: first.pageInfo.endCursor,
  });
  expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
  for (const { value, terms, rest: more } of all.edges)
    expect(
      terms.reduce((sum: number, term: { contribution: number }) => sum + term.contribution, more),
    ).toBeCloseTo(value, 9);
});
