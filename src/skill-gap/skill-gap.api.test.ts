import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSmallCareers } from "../testing/small-careers";
import { openStarterGraph } from "../testing/starter-graph";

const QUERY = `query ($from: StartInput!, $to: GoalInput!, $weight: Float! = 0.5, $statuses: [GapStatus!]) {
  skillGap(from: $from, to: $to, optionalWeight: $weight) {
    formula coverage essentialCoverage noCoverageReason assumedLines
    from { slug } to { slug }
    counts { met insufficient missing surplus total }
    lines(statuses: $statuses) {
      skill { __typename slug } isHeld have need requirement importance weight fulfilment contribution gain severity
      status assumptions
    }
    unaskedSkills { skill { slug } proficiency }
  }
}`;

interface Line {
  skill: { __typename: string; slug: string };
  contribution: number;
  gain: number;
  weight: number;
}

const dev = (level: string, specialization?: string) => ({
  position: {
    role: { slug: "dev" },
    level: { slug: level },
    ...(specialization && { specialization: { slug: specialization } }),
  },
});
const atRole = (slug: string) => ({ position: { role: { slug } } });
const has = (skills: Record<string, number | null>) => ({
  profile: {
    skills: Object.entries(skills).map(([slug, proficiency]) => ({ skill: { slug }, proficiency })),
  },
});
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("a skill gap worked out by hand", () => {
  let careers: Database;
  beforeAll(async () => {
    careers = await openSmallCareers();
  });
  afterAll(() => careers.close());

  const gapOf = async (variables: Record<string, unknown>) =>
    (await dataOf(careers, QUERY, variables)).skillGap;

  it("weighs what is there against what is asked for", async () => {
    // Weights: pg 5/5 = 1, sql 4/5 = 0.8, git 4/5 × 0.5 = 0.4; together 2.2. Of them there is sql at 2 of 4: 0.4.
    const gap = await gapOf({ from: has({ sql: 2, go: 3 }), to: dev("mid") });
    expect(gap).toMatchObject({
      formula: "COVERAGE",
      coverage: expect.closeTo(2 / 11, 12),
      essentialCoverage: expect.closeTo(2 / 9, 12),
      noCoverageReason: null,
      assumedLines: 0,
      from: null,
      to: { slug: "dev-mid" },
      counts: { met: 0, insufficient: 1, missing: 2, surplus: 0, total: 3 },
      unaskedSkills: [{ skill: { slug: "go" }, proficiency: 3 }],
    });
    const [pg, sql, git] = gap.lines;
    expect(pg).toEqual({
      skill: { __typename: "Technology", slug: "pg" },
      isHeld: false,
      have: null,
      need: 3,
      requirement: "ESSENTIAL",
      importance: 5,
      weight: 1,
      fulfilment: 0,
      contribution: 0,
      gain: expect.closeTo(5 / 11, 12),
      severity: 1,
      status: "MISSING",
      assumptions: [],
    });
    // As severe as git, but heavier.
    expect(sql).toMatchObject({
      skill: { slug: "sql" },
      weight: expect.closeTo(0.8, 12),
      fulfilment: 0.5,
      contribution: expect.closeTo(2 / 11, 12),
      gain: expect.closeTo(2 / 11, 12),
      severity: expect.closeTo(0.4, 12),
      status: "INSUFFICIENT",
    });
    expect(git).toMatchObject({ skill: { slug: "git" }, weight: expect.closeTo(0.4, 12) });
  });

  it("takes optional skills for as much as is said", async () => {
    const full = await gapOf({ from: has({ sql: 2 }), to: dev("mid"), weight: 1 });
    expect(full.coverage).toBeCloseTo(0.4 / 2.6, 12);
    const none = await gapOf({ from: has({ sql: 2 }), to: dev("mid"), weight: 0 });
    expect(none.coverage).toBeCloseTo(none.essentialCoverage, 12);
  });

  it("assumes for what nobody says, and says so", async () => {
    // sql: 3/5 × 0.5 = 0.3, met by any proficiency; go: 3/5 = 0.6, held at an unknown proficiency, so 1 of 3: 0.2.
    const gap = await gapOf({ from: has({ sql: null, go: null }), to: atRole("ops") });
    expect(gap).toMatchObject({
      coverage: expect.closeTo(5 / 9, 12),
      essentialCoverage: expect.closeTo(1 / 3, 12),
      assumedLines: 2,
      to: { slug: "ops" },
    });
    expect(gap.lines).toMatchObject([
      {
        skill: { slug: "go" },
        isHeld: true,
        have: null,
        status: "INSUFFICIENT",
        assumptions: ["HELD_PROFICIENCY"],
      },
      {
        skill: { slug: "sql" },
        need: null,
        requirement: null,
        importance: null,
        status: "MET",
        assumptions: ["REQUIREMENT", "IMPORTANCE", "PROFICIENCY"],
      },
    ]);
  });

  it("covers everything from a place to itself, with surplus towards a lower level", async () => {
    for (const place of [dev("senior"), dev("lead", "data"), atRole("ops")]) {
      const gap = await gapOf({ from: place, to: place });
      expect(gap).toMatchObject({ coverage: 1, from: gap.to, unaskedSkills: [] });
      expect(gap.counts.met).toBe(gap.counts.total);
    }
    const down = await gapOf({ from: dev("mid"), to: dev("junior") });
    expect(down).toMatchObject({ coverage: 1, counts: { met: 1, surplus: 1, total: 2 } });
  });

  it("lets what a specialization asks for go first", async () => {
    const gap = await gapOf({ from: has({}), to: dev("junior", "data") });
    expect(gap.lines).toMatchObject([
      { skill: { slug: "sql" }, need: 5, requirement: "ESSENTIAL", importance: 4 },
      { skill: { slug: "git" } },
      { skill: { slug: "go" }, need: null, importance: 2 },
    ]);
  });

  it("takes the goal from a list of skills as well, each as essential as the others", async () => {
    const skills = [
      { skill: { slug: "sql" }, proficiency: 4 },
      { technology: { slug: "pg" }, proficiency: null },
    ];
    const gap = await gapOf({ from: has({ sql: 2 }), to: { skills } });
    expect(gap).toMatchObject({ coverage: 0.25, essentialCoverage: 0.25, to: null });
  });

  it("gives only lines of the statuses asked for, and the same scores", async () => {
    const asking = { from: has({ sql: 2 }), to: dev("mid") };
    const missing = await gapOf({ ...asking, statuses: ["MISSING"] });
    expect(missing.lines.map((line: Line) => line.skill.slug)).toEqual(["pg", "git"]);
    expect(missing).toMatchObject({ coverage: expect.closeTo(2 / 11, 12), counts: { total: 3 } });
    expect((await gapOf({ ...asking, statuses: [] })).lines).toEqual([]);
    expect((await gapOf({ ...asking, statuses: null })).lines).toHaveLength(3);
  });

  it("covers nothing with an empty profile, and has no coverage of what asks nothing", async () => {
    for (const from of [has({}), { profile: {} }]) {
      const gap = await gapOf({ from, to: dev("mid") });
      expect(gap).toMatchObject({ coverage: 0, noCoverageReason: null, counts: { missing: 3 } });
    }
    const nothing = { coverage: null, essentialCoverage: null, noCoverageReason: "NOTHING_ASKED" };
    for (const to of [atRole("quiet"), { skills: [] }, { text: "" }])
      expect(await gapOf({ from: has({ sql: 2 }), to })).toMatchObject({ ...nothing, lines: [] });
    expect(await gapOf({ from: has({ git: 2 }), to: atRole("hobby"), weight: 0 })).toMatchObject({
      coverage: null,
      noCoverageReason: "NOTHING_WEIGHS",
      counts: { met: 1 },
      lines: [{ contribution: 0, gain: 0 }],
    });
  });
});

describe("a skill gap in the starter graph", () => {
  let starter: Database;
  let slugs: string[];
  beforeAll(async () => {
    starter = await openStarterGraph();
    const { skills } = await dataOf(starter, "{ skills(first: 100) { nodes { slug } } }");
    slugs = skills.nodes.map(({ slug }: { slug: string }) => slug);
  }, 60_000);
  afterAll(() => starter.close());

  const goal = (level: string) => ({
    position: { role: { slug: "backend-developer" }, level: { slug: level } },
  });
  const profile = (skills: readonly string[]) =>
    has(Object.fromEntries(skills.map((slug, at) => [slug, (at % 5) + 1])));

  it("is the sum of what the lines contribute, and of what they would gain to 1", async () => {
    for (const from of [goal("junior"), goal("staff"), profile(slugs)]) {
      const { skillGap } = await dataOf(starter, QUERY, { from, to: goal("senior") });
      const lines: Line[] = skillGap.lines;
      const contributed = sum(lines.map(({ contribution }) => contribution));
      expect(Math.abs(contributed - skillGap.coverage)).toBeLessThan(1e-9);
      expect(contributed + sum(lines.map(({ gain }) => gain))).toBeCloseTo(1, 9);
      expect(lines).toHaveLength(skillGap.counts.total);
      expect(skillGap.coverage).toBeGreaterThan(0);
      expect(skillGap.coverage).toBeLessThan(1);
    }
  });

  it("costs as many SQL statements for one skill as for a hundred", async () => {
    await ask(starter, QUERY, { from: profile([]), to: goal("senior") });
    for (const count of [1, 100]) {
      const from = profile(slugs.slice(0, count));
      const { errors, statements } = await ask(starter, QUERY, { from, to: goal("senior") });
      expect(errors).toEqual([]);
      // The revision; skills, role and level by slug; the nodes that are shown.
      expect(statements).toHaveLength(3);
    }
  });

  it("reads nothing but revision and arguments for the scores alone", async () => {
    const source = `query ($from: StartInput!, $to: GoalInput!) { skillGap(from: $from, to: $to) { coverage } }`;
    const asking = { from: goal("junior"), to: goal("senior") };
    await ask(starter, source, asking);
    expect((await ask(starter, source, asking)).statements).toHaveLength(2);
  });
});
