import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSixRoles } from "../testing/six-roles";

let database: Database;
beforeAll(async () => {
  database = await openSixRoles();
}, 60_000);
afterAll(() => database.close());

const held = (slug: string, proficiency: number | null) => ({ skill: { slug }, proficiency });
const PROFILE = { skills: [held("sql", 2), held("git", 5), held("yodel", 1)] };

const asking = (args: string, selection: string) =>
  `query ($profile: ProfileInput!) { profileFit(profile: $profile${args}) { ${selection} } }`;

/** The answer for a profile; `args` begins with a comma when there are any. */
async function answerFor(
  args = "",
  selection = "edges { coverage node { slug } }",
  profile: object = PROFILE,
) {
  return (await dataOf(database, asking(args, selection), { profile })).profileFit;
}

interface Entry {
  coverage: number;
  node: { slug: string };
}

/** `role coverage`, rounded to four places, in order. */
async function ranked(args = "", profile: object = PROFILE): Promise<string[]> {
  const { edges } = await answerFor(args, undefined, profile);
  return edges.map(
    ({ node, coverage }: Entry) => `${node.slug} ${Math.round(coverage * 10_000) / 10_000}`,
  );
}

it("ranks roles by coverage, those of unknown essential coverage last, and counts those that ask nothing", async () => {
  // tester at its lowest level: (3 + 2) / 5; analyst 5 / 10; backend (5 × 2/4 + 3) / 12.
  expect(await ranked()).toEqual([
    "tester 1",
    "analyst 0.5",
    "backend 0.4583",
    "hermit 0",
    "painter 0",
  ]);
  expect(
    await answerFor("", "formula totalCount leftOut unknownSkillCount unknownSkills { slug }"),
  ).toEqual({
    formula: "COVERAGE",
    totalCount: 5,
    leftOut: 1,
    unknownSkillCount: 1,
    unknownSkills: [{ slug: "yodel" }],
  });
});

it("explains each entry", async () => {
  const { edges } = await answerFor(
    "",
    `edges { coverage essentialCoverage asked held missingEssentialCount insufficientEssentialCount assumedLines rest
      missingEssentials { slug } insufficientEssentials { slug } terms { contribution skill { slug } } node { slug } }`,
  );
  expect(edges[2]).toEqual({
    coverage: 5.5 / 12,
    essentialCoverage: 5.5 / 12,
    asked: 3,
    held: 2,
    missingEssentialCount: 1,
    insufficientEssentialCount: 1,
    assumedLines: 0,
    rest: 0,
    missingEssentials: [{ slug: "go" }],
    insufficientEssentials: [{ slug: "sql" }],
    terms: [
      { contribution: 3 / 12, skill: { slug: "git" } },
      { contribution: 2.5 / 12, skill: { slug: "sql" } },
    ],
    node: { slug: "backend" },
  });
  // A role of which nothing is known to be essential.
  expect(edges[4]).toMatchObject({
    essentialCoverage: null,
    asked: 2,
    missingEssentialCount: 0,
    assumedLines: 1,
    terms: [],
  });
  for (const { coverage, terms, rest } of edges) {
    const sum = terms.reduce(
      (total: number, term: { contribution: number }) => total + term.contribution,
      rest,
    );
    expect(sum).toBeCloseTo(coverage, 9);
  }
});

it("ranks role levels, each with what its role asks for", async () => {
  // tester-senior: (3 + 4 × 2/4) / (3 + 4 + 1.5).
  expect(await ranked(", of: ROLE_LEVELS")).toEqual(["tester-junior 1", "tester-senior 0.5882"]);
  // Without optional ones: 5 / 7.
  expect(await ranked(", of: ROLE_LEVELS, optionalWeight: 0")).toEqual([
    "tester-junior 1",
    "tester-senior 0.7143",
  ]);
  const { nodes } = await answerFor(", of: ROLE_LEVELS", "nodes { __typename }");
  expect(nodes).toEqual([{ __typename: "RoleLevel" }, { __typename: "RoleLevel" }]);
});

it.each([
  [", filter: { role: { jobZone: { gte: 4 } } }", ["backend 0.4583"], 1],
  [", filter: { role: { jobZone: { isNull: true } } }", ["tester 1", "hermit 0"], 0],
  [
    ', filter: { role: { broader: { some: { node: { slug: { eq: "engineering" } } } } } }',
    ["tester 1", "backend 0.4583"],
    0,
  ],
  [', filter: { role: { slug: { in: ["mystery"] } } }', [], 1],
  [', filter: { role: { statedBy: { eq: "nobody" } } }', [], 0],
  [", filter: {}", ["tester 1", "analyst 0.5", "backend 0.4583", "hermit 0", "painter 0"], 1],
  [
    ', of: ROLE_LEVELS, filter: { careerLevel: { slug: { eq: "senior" } } }',
    ["tester-senior 0.5882"],
    0,
  ],
  [
    ', of: ROLE_LEVELS, filter: { role: { name: { contains: "TEST" } }, roleLevel: { slug: { eq: "tester-junior" } } }',
    ["tester-junior 1"],
    0,
  ],
  [", of: ROLE_LEVELS, filter: { role: { jobZone: { gte: 1 } } }", [], 0],
  [", minCoverage: 0.5", ["tester 1", "analyst 0.5"], 1],
])("ranks only what the filter leaves: %s", async (args, expected, leftOut) => {
  expect(await ranked(args)).toEqual(expected);
  expect(await answerFor(args, "leftOut")).toEqual({ leftOut });
});

it("takes an empty profile as one that holds nothing, and an unstated proficiency as 1", async () => {
  const nothing = await ranked("", {});
  expect([...nothing].sort()).toEqual([
    "analyst 0",
    "backend 0",
    "hermit 0",
    "painter 0",
    "tester 0",
  ]);
  expect(nothing.at(-1)).toBe("painter 0");
  // sql at 1 of 4, 2 and 1: 1.25 / 12, 2.5 / 10, 2 / 5.
  expect((await ranked("", { skills: [held("sql", null)] })).slice(0, 3)).toEqual([
    "tester 0.4",
    "analyst 0.25",
    "backend 0.1042",
  ]);
});

describe("a page", () => {
  const PAGE =
    "pageInfo { hasNextPage endCursor } totalCount edges { node { slug } } nodes { slug }";
  const slugs = ({ edges }: { edges: Entry[] }) => edges.map(({ node }) => node.slug);

  it("follows the one before, and the last one ends the ranking", async () => {
    const one = await answerFor(", first: 3", PAGE);
    expect(slugs(one)).toEqual(["tester", "analyst", "backend"]);
    expect(one.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(slugs(one));
    expect(one.pageInfo.hasNextPage).toBe(true);
    const two = await answerFor(`, first: 3, after: "${one.pageInfo.endCursor}"`, PAGE);
    expect(slugs(two)).toEqual(["hermit", "painter"]);
    expect(two.pageInfo.hasNextPage).toBe(false);
    const none = await answerFor(`, after: "${two.pageInfo.endCursor}"`, PAGE);
    expect(none).toMatchObject({ edges: [], totalCount: 5 });
  });

  it("of no entries still counts", async () => {
    expect(await answerFor(", first: 0", "totalCount leftOut edges { cursor }")).toEqual({
      totalCount: 5,
      leftOut: 1,
      edges: [],
    });
  });

  it("belongs to its question", async () => {
    const { pageInfo } = await answerFor(", first: 1", PAGE);
    const after = `, after: "${pageInfo.endCursor}"`;
    const other = { skills: [held("sql", 3)] };
    for (const [args, profile] of [
      [after, other],
      [`${after}, minCoverage: 0.1`, PROFILE],
      [', after: "nonsense"', PROFILE],
    ] as const) {
      const { errors } = await ask(database, asking(args, "totalCount"), { profile });
      expect(errors[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "after" }],
      });
    }
  });
});

describe("a wrong argument", () => {
  const many = (count: number) => Array.from({ length: count }, () => held("sql", 1));

  it.each<[string, object, string, string]>([
    ["", { skills: [held("sql", 2), held("nobody", 2)] }, "NOT_FOUND", "profile.skills.1.skill"],
    ["", { skills: [held("sql", 9)] }, "BAD_USER_INPUT", "profile.skills.0.proficiency"],
    ["", { skills: [{}] }, "BAD_USER_INPUT", "profile.skills.0"],
    ["", { skills: many(501) }, "BAD_USER_INPUT", "profile.skills"],
    ["", { skills: many(10_000) }, "BAD_USER_INPUT", "profile.skills"],
    [", optionalWeight: 1.5", PROFILE, "BAD_USER_INPUT", "optionalWeight"],
    [", minCoverage: -0.1", PROFILE, "BAD_USER_INPUT", "minCoverage"],
    [", first: 101", PROFILE, "BAD_USER_INPUT", "first"],
    [", first: -1", PROFILE, "BAD_USER_INPUT", "first"],
    [", filter: { roleLevel: {} }", PROFILE, "BAD_USER_INPUT", "filter.roleLevel"],
    [", filter: { careerLevel: {} }", PROFILE, "BAD_USER_INPUT", "filter.careerLevel"],
    [', filter: { role: { id: { eq: "x" } } }', PROFILE, "BAD_USER_INPUT", "filter.role.id.eq"],
  ])("is named: %s %j", async (args, profile, code, path) => {
    const { data, errors } = await ask(database, asking(args, "totalCount"), { profile });
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code, fields: [{ path }] });
  });

  it("is named at lists within the answer", async () => {
    const source = asking("", "edges { missingEssentials(first: 101) { id } }");
    const { errors } = await ask(database, source, { profile: PROFILE });
    expect(errors[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "first" }],
    });
  });
});
