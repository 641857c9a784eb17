import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSixRoles } from "../testing/six-roles";

let database: Database;
beforeAll(async () => {
  database = await openSixRoles();
}, 60_000);
afterAll(() => database.close());

const asking = (args: string, selection: string) =>
  `query ($skills: [SkillInput!]!) { rolesForSkills(skills: $skills${args}) { ${selection} } }`;
const toSkills = (slugs: readonly string[]) => slugs.map((slug) => ({ skill: { slug } }));

async function match(slugs: readonly string[], args = "", selection = ENTRIES) {
  const skills = toSkills(slugs);
  return (await dataOf(database, asking(args, selection), { skills })).rolesForSkills;
}

const ENTRIES = "edges { score matchedCount missingCount node { slug } }";

interface Entry {
  score: number;
  matchedCount: number;
  missingCount: number;
  node: { slug: string };
}

/** `role score matched/missing`, in order. */
async function ranked(slugs: readonly string[], args = ""): Promise<string[]> {
  const { edges } = await match(slugs, args);
  return edges.map(
    ({ node, score, matchedCount, missingCount }: Entry) =>
      `${node.slug} ${Math.round(score * 1_000) / 1_000} ${matchedCount}/${missingCount}`,
  );
}

it("scores roles by the weight of what matches: tester 5/5, backend 8/12, analyst 5/10", async () => {
  expect(await ranked(["sql", "git"])).toEqual([
    "tester 1 2/0",
    "backend 0.667 2/1",
    "analyst 0.5 1/1",
  ]);
  const { edges } = await match(
    ["sql", "git"],
    "",
    `edges { score rest missingEssentialCount assumedLines matchedSkills { slug } missingSkills { slug } terms { contribution skill { slug } } }`,
  );
  const { matchedSkills, ...backend } = edges[1];
  expect(matchedSkills).toHaveLength(2);
  expect(backend).toEqual({
    score: 8 / 12,
    rest: 0,
    missingEssentialCount: 1,
    assumedLines: 0,
    missingSkills: [{ slug: "go" }],
    terms: [
      { contribution: 5 / 12, skill: { slug: "sql" } },
      { contribution: 3 / 12, skill: { slug: "git" } },
    ],
  });
});

it.each<[string, string[], string[]]>([
  [
    ", match: ANY",
    ["excel", "sql", "git"],
    ["analyst 1 2/0", "tester 1 2/0", "backend 0.667 2/1", "painter 0.6 1/1"],
  ],
  [", match: ALL", ["sql", "git"], ["tester 1 2/0", "backend 0.667 2/1"]],
  [", match: ALL", ["sql", "silence"], []],
  [", maxMissing: 0", ["sql", "git"], ["tester 1 2/0"]],
  [", maxMissingEssential: 0", ["sql", "excel"], ["analyst 1 2/0", "painter 0.6 1/1"]],
  [", of: ROLE_LEVELS", ["sql"], ["tester-senior 0.471 1/2", "tester-junior 0.4 1/1"]],
  [
    ", filter: { role: { jobZone: { lte: 3 } } }",
    ["sql", "excel"],
    ["analyst 1 2/0", "painter 0.6 1/1"],
  ],
  [", match: ANY", [], []],
])("finds what matches: %s %j", async (args, slugs, expected) => {
  const found = await ranked(slugs, args);
  // Roles that tie come by id.
  expect([...found].sort()).toEqual([...expected].sort());
  expect(found.at(-1)).toBe(expected.at(-1));
});

it("names given skills that nothing asks for: one of them leaves no role for ALL", async () => {
  const COUNTS = "totalCount formula unknownSkillCount unknownSkills { slug }";
  expect(await match(["yodel", "sql"], ", match: ALL", COUNTS)).toEqual({
    totalCount: 0,
    formula: "COVERAGE",
    unknownSkillCount: 1,
    unknownSkills: [{ slug: "yodel" }],
  });
  // Only a higher level asks for it: no role does at its lowest one.
  const docker = 'rolesForSkills(skills: [{ technology: { slug: "docker" } }]';
  const data = await dataOf(
    database,
    `{ roles: ${docker}) { totalCount } levels: ${docker}, of: ROLE_LEVELS) { totalCount } }`,
  );
  expect(data).toEqual({ roles: { totalCount: 0 }, levels: { totalCount: 1 } });
});

it("gives no score where nothing that is asked for weighs anything", async () => {
  const { edges } = await match(
    ["colour"],
    ", optionalWeight: 0",
    "edges { score terms { contribution } rest }",
  );
  expect(edges).toEqual([{ score: null, terms: [], rest: 0 }]);
});

it.each<[string, object[], string, string]>([
  ["", toSkills(["nobody"]), "NOT_FOUND", "skills.0.skill"],
  ["", Array(501).fill({ skill: { slug: "sql" } }), "BAD_USER_INPUT", "skills"],
  [", maxMissing: -1", toSkills(["sql"]), "BAD_USER_INPUT", "maxMissing"],
  [", first: 101", toSkills(["sql"]), "BAD_USER_INPUT", "first"],
  [', after: "x"', toSkills(["sql"]), "BAD_USER_INPUT", "after"],
])("names a wrong argument: %s", async (args, skills, code, path) => {
  const { errors } = await ask(database, asking(args, "totalCount"), { skills });
  expect(errors[0]?.extensions).toMatchObject({ code, fields: [{ path }] });
});
