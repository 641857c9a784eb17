import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSixRoles } from "../testing/six-roles";

let database: Database;
beforeAll(async () => {
  database = await openSixRoles();
}, 60_000);
afterAll(() => database.close());

const ALL = `isFeasible band coverage reverseCoverage formula skillOverlap essentialOverlap allToEssentialOverlap
  askedEssentialCount sharedEssentialCount broughtEssentialCount jobZoneDifference isStated curatedScore assumedLines
  from { slug } to { slug } missingEssentials { slug } reasons { about speaks value threshold sentence }`;

const role = (slug: string) => ({ role: { slug } });
const SENIOR_TESTER = { role: { slug: "tester" }, level: { slug: "senior" } };

const asking = (selection: string, args = "") =>
  `query ($from: PositionInput!, $to: PositionInput!) { transition(from: $from, to: $to${args}) { ${selection} } }`;

async function transition(from: object, to: object, selection = ALL, args = "") {
  return (await dataOf(database, asking(selection, args), { from, to })).transition;
}

it("says whether a move is feasible, and what follows from what", async () => {
  // Of the essential SQL and Excel the backend brings SQL; coverage 5 / 10; back 5 × 2/4 / 12; job zones 4 and 3.
  expect(await transition(role("backend"), role("analyst"))).toEqual({
    isFeasible: true,
    band: "HIGHLY_VIABLE",
    coverage: 0.5,
    reverseCoverage: expect.closeTo(2.5 / 12, 12),
    formula: "W_SKILLS",
    skillOverlap: 0.5,
    essentialOverlap: 0.5,
    allToEssentialOverlap: 0.5,
    askedEssentialCount: 2,
    sharedEssentialCount: 1,
    broughtEssentialCount: 1,
    jobZoneDifference: -1,
    isStated: false,
    curatedScore: null,
    assumedLines: 0,
    from: { slug: "backend" },
    to: { slug: "analyst" },
    missingEssentials: [{ slug: "excel" }],
    reasons: [
      {
        about: "SKILL_OVERLAP",
        speaks: "FOR",
        value: 0.5,
        threshold: 0.4,
        sentence: "The skill overlap of 0.5 is above 0.4: highly viable.",
      },
      {
        about: "JOB_ZONE",
        speaks: "FOR",
        value: -1,
        threshold: 1,
        sentence: "The target is 1 job zone lower, which is near enough.",
      },
    ],
  });
});

it("is asymmetric: one of three essential skills is viable", async () => {
  expect(await transition(role("analyst"), role("backend"))).toMatchObject({
    isFeasible: true,
    band: "VIABLE",
    skillOverlap: 1 / 3,
    jobZoneDifference: 1,
  });
});

it("shows the score that a source states for the move, which changes nothing", async () => {
  // The senior tester brings SQL and Git of SQL, Git and Go; nobody knows the tester's job zone.
  const stated = await transition(SENIOR_TESTER, role("backend"));
  expect(stated).toMatchObject({
    isFeasible: null,
    band: "HIGHLY_VIABLE",
    skillOverlap: 2 / 3,
    jobZoneDifference: null,
    isStated: true,
    curatedScore: 0.7,
    assumedLines: 2,
    from: { slug: "tester-senior" },
  });
  expect(stated.reasons.slice(1)).toEqual([
    {
      about: "JOB_ZONE",
      speaks: "UNKNOWN",
      value: null,
      threshold: 1,
      sentence: "The job zone of one of the two is unknown.",
    },
    {
      about: "CURATED",
      speaks: "NEITHER",
      value: 0.7,
      threshold: null,
      sentence: "A source rates the move at 0.7.",
    },
  ]);
  // Stated without a score; not stated; only the next level.
  for (const [from, to, isStated] of [
    [role("analyst"), role("painter"), true],
    [role("painter"), role("analyst"), false],
    [{ roleLevel: { slug: "tester-junior" } }, SENIOR_TESTER, false],
  ] as const)
    expect(await transition(from, to, "isStated curatedScore")).toEqual({
      isStated,
      curatedScore: null,
    });
});

it.each([
  [
    "to a role that shares nothing",
    "backend",
    "hermit",
    { isFeasible: false, band: "NOT_VIABLE", skillOverlap: 0, coverage: 0 },
  ],
  [
    "too far in job zones",
    "backend",
    "painter",
    { isFeasible: false, band: null, skillOverlap: null, jobZoneDifference: -3 },
  ],
  [
    "to a role that asks nothing",
    "backend",
    "mystery",
    {
      isFeasible: null,
      band: null,
      skillOverlap: null,
      coverage: null,
      reverseCoverage: null,
      jobZoneDifference: 1,
    },
  ],
  [
    "from a role that asks nothing",
    "mystery",
    "backend",
    { isFeasible: null, skillOverlap: null, allToEssentialOverlap: null, coverage: null },
  ],
  // Excel at an unknown proficiency counts as 1 of 3: 5 × 1/3 / 10.
  [
    "from a role without essential skills",
    "painter",
    "hermit",
    { isFeasible: null, essentialOverlap: null, allToEssentialOverlap: 0, skillOverlap: null },
  ],
])("leaves unknown what is: %s", async (_, from, to, expected) => {
  expect(await transition(role(from), role(to))).toMatchObject(expected);
});

it("weighs optional requirements as asked", async () => {
  // colour 2 × w and excel 3 × w, of which the analyst brings excel.
  expect(await transition(role("analyst"), role("painter"), "coverage")).toEqual({ coverage: 0.6 });
  expect(
    await transition(role("analyst"), role("painter"), "coverage", ", optionalWeight: 0"),
  ).toEqual({ coverage: null });
  const { coverage } = await transition(role("painter"), role("analyst"), "coverage");
  expect(coverage).toBeCloseTo(5 / 3 / 10, 12);
});

it.each<[string, object, object, string, string, string]>([
  ["the same role", role("backend"), role("backend"), "", "BAD_USER_INPUT", "to"],
  [
    "the same by another name",
    role("tester"),
    { roleLevel: { slug: "tester-junior" } },
    "",
    "BAD_USER_INPUT",
    "to",
  ],
  ["an unknown role", role("backend"), role("nobody"), "", "NOT_FOUND", "to.role"],
  [
    "an unknown level",
    { ...role("backend"), level: { slug: "senior" } },
    role("analyst"),
    "",
    "NOT_FOUND",
    "from.level",
  ],
  ["nothing", {}, role("analyst"), "", "BAD_USER_INPUT", "from"],
  [
    "a weight",
    role("backend"),
    role("analyst"),
    ", optionalWeight: 2",
    "BAD_USER_INPUT",
    "optionalWeight",
  ],
])("names a wrong argument: %s", async (_, from, to, args, code, path) => {
  const { errors } = await ask(database, asking("band", args), { from, to });
  expect(errors[0]?.extensions).toMatchObject({ code, fields: [{ path }] });
});

it("costs the revision, a look-up, and a statement for the nodes", async () => {
  const variables = { from: SENIOR_TESTER, to: role("backend") };
  const asked = await ask(database, asking("band curatedScore reasons { sentence }"), variables);
  expect(asked.statements).toHaveLength(2);
  const shown = await ask(
    database,
    asking("from { id } to { id } missingEssentials { id }"),
    variables,
  );
  expect(shown.statements).toHaveLength(3);
});
