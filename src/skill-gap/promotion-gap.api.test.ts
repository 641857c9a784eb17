import { type OperationDefinitionNode, parse } from "graphql";
import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { checkOperation } from "../server/limits/check-operation";
import { DEFAULT_LIMITS } from "../server/limits/limit-values";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSmallCareers } from "../testing/small-careers";
import { openStarterGraph } from "../testing/starter-graph";

const QUERY = `query ($position: PositionInput!, $profile: ProfileInput, $weight: Float! = 0.5) {
  promotionGap(position: $position, profile: $profile, optionalWeight: $weight) {
    from { slug } noNextLevelReason
    nextLevels {
      roleLevel { slug }
      gap {
        coverage essentialCoverage counts { met insufficient missing surplus total } assumedLines
        from { slug } to { slug } lines { skill { slug } contribution status }
      }
      addedRequirements { skill { slug } requirement importance proficiency }
      removedRequirements { skill { slug } }
      changedRequirements {
        skill { slug } before { proficiency } after { proficiency }
        proficiencyShift importanceShift requirementShift
      }
      unchangedCount
      newResponsibilities { slug } newTechnologies { slug } newQualifications { slug }
    }
  }
}`;

const dev = (level: string, specialization?: string) => ({
  role: { slug: "dev" },
  level: { slug: level },
  ...(specialization && { specialization: { slug: specialization } }),
});
const slugsOf = (nodes: readonly { slug: string }[]) => nodes.map(({ slug }) => slug);
const skillsOf = (lines: readonly { skill: { slug: string } }[]) =>
  slugsOf(lines.map(({ skill }) => skill)).sort();

describe("a promotion worked out by hand", () => {
  let careers: Database;
  beforeAll(async () => {
    careers = await openSmallCareers();
  }, 60_000);
  afterAll(() => careers.close());

  const stepsOf = async (variables: Record<string, unknown>) =>
    (await dataOf(careers, QUERY, variables)).promotionGap.nextLevels;

  it("goes to every level that comes next where the ladder forks", async () => {
    const { promotionGap } = await dataOf(careers, QUERY, { position: dev("mid") });
    expect(promotionGap).toMatchObject({ from: { slug: "dev-mid" }, noNextLevelReason: null });
    const [senior, lead] = promotionGap.nextLevels;

    // Senior: git 0.4, sql 1 and pg 1 are met, design 0.8 is not: 2.4 / 3.2.
    expect(senior).toMatchObject({
      roleLevel: { slug: "dev-senior" },
      gap: {
        coverage: expect.closeTo(0.75, 12),
        essentialCoverage: expect.closeTo(5 / 7, 12),
        counts: { met: 2, insufficient: 0, missing: 1, surplus: 1, total: 4 },
        assumedLines: 1,
        from: { slug: "dev-mid" },
        to: { slug: "dev-senior" },
      },
      addedRequirements: [
        { skill: { slug: "design" }, requirement: "ESSENTIAL", importance: 4, proficiency: 3 },
      ],
      removedRequirements: [],
      unchangedCount: 1,
    });
    expect(senior.changedRequirements).toHaveLength(2);
    expect(senior.changedRequirements).toEqual(
      expect.arrayContaining([
        {
          skill: { slug: "sql" },
          before: { proficiency: 4 },
          after: { proficiency: 3 },
          proficiencyShift: "LOWERED",
          importanceShift: "RAISED",
          requirementShift: "NONE",
        },
        {
          skill: { slug: "pg" },
          before: { proficiency: 3 },
          after: { proficiency: null },
          proficiencyShift: "UNKNOWN",
          importanceShift: "NONE",
          requirementShift: "NONE",
        },
      ]),
    );

    // Lead: git became essential, 0.8, and is met, talk 1 is not: 0.8 / 1.8.
    expect(lead).toMatchObject({
      roleLevel: { slug: "dev-lead" },
      gap: { coverage: expect.closeTo(4 / 9, 12), assumedLines: 0 },
      changedRequirements: [{ skill: { slug: "git" }, requirementShift: "RAISED" }],
      unchangedCount: 0,
    });
    expect(skillsOf(lead.addedRequirements)).toEqual(["talk"]);
    expect(skillsOf(lead.removedRequirements)).toEqual(["pg", "sql"]);
  });

  it("brings what is stated for the level and its career level, and not for the role as well", async () => {
    const [senior] = await stepsOf({ position: dev("mid") });
    expect(slugsOf(senior.newResponsibilities)).toEqual(["mentor", "build", "plan"]);
    expect(slugsOf(senior.newQualifications)).toEqual(["certificate"]);
    expect(slugsOf(senior.newTechnologies)).toEqual([]);

    const [mid] = await stepsOf({ position: dev("junior") });
    expect(slugsOf(mid.newResponsibilities)).toEqual(["review"]);
    expect(slugsOf(mid.newQualifications)).toEqual([]);
    expect(slugsOf(mid.newTechnologies)).toEqual(["pg"]);
  });

  it("stays in the specialization, at the present level as at the next", async () => {
    const [senior] = await stepsOf({ position: dev("mid", "data") });
    // sql 1 and go 0.4 × 0.5 = 0.2 beside git 0.4 and pg 1: 2.6 / 3.4.
    expect(senior.gap.coverage).toBeCloseTo(2.6 / 3.4, 12);
    expect(skillsOf(senior.addedRequirements)).toEqual(["design"]);
    expect(slugsOf(senior.newResponsibilities)).toEqual(["build", "plan"]);
  });

  it("measures the person when there is one, and the levels all the same", async () => {
    const skills = [
      { skill: { slug: "sql" }, proficiency: 3 },
      { technology: { slug: "pg" } },
      { skill: { slug: "design" }, proficiency: 3 },
    ];
    const [senior] = await stepsOf({ position: dev("mid"), profile: { skills } });
    expect(senior.gap.coverage).toBeCloseTo(2.8 / 3.2, 12);
    expect(skillsOf(senior.addedRequirements)).toEqual(["design"]);
    const [empty] = await stepsOf({ position: dev("mid"), profile: {} });
    expect(empty.gap).toMatchObject({ coverage: 0, counts: { missing: 4 } });
    const [strict] = await stepsOf({ position: dev("mid"), profile: { skills }, weight: 0 });
    expect(strict.gap.coverage).toBe(1);
  });

  it("begins at the lowest level when none is named", async () => {
    const { promotionGap } = await dataOf(careers, QUERY, { position: { role: { slug: "dev" } } });
    expect(promotionGap.from).toEqual({ slug: "dev-junior" });
    expect(promotionGap.nextLevels).toMatchObject([{ roleLevel: { slug: "dev-mid" } }]);
  });

  it.each([
    ["TOP_OF_LADDER", dev("senior")],
    ["TOP_OF_LADDER", { roleLevel: { slug: "dev-lead" } }],
    ["ROLE_WITHOUT_LEVELS", { role: { slug: "ops" } }],
    ["ROLE_WITHOUT_LEVELS", { role: { slug: "quiet" } }],
  ])("says %s where nothing comes next: %j", async (reason, position) => {
    const { promotionGap } = await dataOf(careers, QUERY, { position });
    expect(promotionGap).toMatchObject({ nextLevels: [], noNextLevelReason: reason });
  });

  it.each([
    ["position.role", { position: { role: { slug: "nobody" } } }, "NOT_FOUND"],
    ["position.level", { position: dev("chief") }, "NOT_FOUND"],
    [
      "position.level",
      { position: { role: { slug: "ops" }, level: { slug: "mid" } } },
      "NOT_FOUND",
    ],
    ["position", { position: {} }],
    ["position.specialization", { position: dev("mid", "net") }],
    [
      "profile.skills.0.proficiency",
      { profile: { skills: [{ skill: { slug: "sql" }, proficiency: 9 }] } },
    ],
    ["optionalWeight", { weight: 2 }],
  ])("refuses a wrong %s", async (path, wrong, code = "BAD_USER_INPUT") => {
    const { data, errors } = await ask(careers, QUERY, { position: dev("mid"), ...wrong });
    expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
    expect(errors).toMatchObject([{ extensions: { code, fields: [{ path }] } }]);
  });
});

describe("a promotion in the starter graph", () => {
  let starter: Database;
  beforeAll(async () => {
    starter = await openStarterGraph();
  }, 60_000);
  afterAll(() => starter.close());

  const backend = (level: string) => ({
    role: { slug: "backend-developer" },
    level: { slug: level },
  });

  it("forks after senior, and adds up for each branch", async () => {
    const { promotionGap } = await dataOf(starter, QUERY, { position: backend("senior") });
    expect(promotionGap.nextLevels.length).toBeGreaterThan(1);
    for (const { gap, roleLevel } of promotionGap.nextLevels) {
      expect(roleLevel.slug).toMatch(/^backend-developer-/);
      const contributions: number[] = gap.lines.map(
        ({ contribution }: { contribution: number }) => contribution,
      );
      const sum = contributions.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - gap.coverage)).toBeLessThan(1e-9);
    }
  });

  it("shows what a mid-level developer takes over", async () => {
    const { promotionGap } = await dataOf(starter, QUERY, { position: backend("junior") });
    const [mid] = promotionGap.nextLevels;
    expect(mid.roleLevel.slug).toBe("backend-developer-mid-level");
    expect(mid.addedRequirements.length).toBeGreaterThan(0);
    expect(mid.newResponsibilities.length).toBeGreaterThan(0);
    expect(mid.newTechnologies.length).toBeGreaterThan(0);
  });

  it("costs as many SQL statements for four next levels as for one, with a profile or without", async () => {
    const counts: number[] = [];
    await ask(starter, QUERY, { position: backend("junior") });
    const { skills } = await dataOf(starter, "{ skills(first: 100) { nodes { slug } } }");
    const profile = { skills: slugsOf(skills.nodes).map((slug) => ({ skill: { slug } })) };
    for (const variables of [
      { position: backend("junior") },
      { position: backend("senior") },
      { position: backend("senior"), profile },
    ]) {
      const { errors, statements } = await ask(starter, QUERY, variables);
      expect(errors).toEqual([]);
      counts.push(statements.length);
    }
    // The revision; the arguments; what the levels bring; the nodes that are shown.
    expect(counts).toEqual([4, 4, 4]);
  });
});

it("is within the limits of a server with all there is", () => {
  const document = parse(QUERY);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const variables = { position: { role: { slug: "backend-developer" } } };
  const checked = { schema: makeSchema(), document, operation, variables };
  expect(() => checkOperation(checked, DEFAULT_LIMITS, () => {})).not.toThrow();
});
