import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf, readList } from "../testing/read-all";
import { openStarterGraph } from "../testing/starter-graph";

let database: Database;
let slugs: { skill: string[]; technology: string[] };
beforeAll(async () => {
  database = await openStarterGraph();
  const slugsOf = async (list: string) =>
    (await readList(database, list, "slug")).map(({ slug }) => slug as string);
  slugs = { skill: await slugsOf("skills"), technology: await slugsOf("technologies") };
  await statementsOf("edges { coverage }", 1); // makes the index
}, 120_000);
afterAll(() => database.close());

/** So many skills and technologies, by their slugs. */
function given(count: number) {
  return (["skill", "technology"] as const)
    .flatMap((field) => slugs[field].map((slug) => ({ [field]: { slug } })))
    .slice(0, count);
}

/** The number of statements that a ranking costs for a profile of so many skills. */
async function statementsOf(selection: string, count: number, args = ""): Promise<number> {
  const source = `query ($profile: ProfileInput!) { profileFit(profile: $profile${args}) { ${selection} } }`;
  const profile = { skills: given(count) };
  const { errors, statements } = await ask(database, source, { profile });
  expect(errors).toEqual([]);
  return statements.length;
}

const NODES =
  "nodes { id } unknownSkills { id } edges { node { id } missingEssentials { id } insufficientEssentials { id } }";

it.each([1, 500])("costs the same for a profile of %i skills: profileFit", async (count) => {
  expect(given(count)).toHaveLength(count);
  // The revision, and the look-up of what the profile names; then the nodes of all levels, or the filter.
  expect(await statementsOf("totalCount edges { coverage }", count)).toBe(2);
  expect(await statementsOf(NODES, count)).toBe(3);
  expect(await statementsOf(`${NODES} edges { terms { skill { id } } }`, count)).toBe(3);
  const filter =
    ', of: ROLE_LEVELS, filter: { role: { statedBy: { eq: "careergraph" } }, careerLevel: { rank: { gte: 2 } } }';
  expect(await statementsOf("edges { coverage }", count, filter)).toBe(3);
});

it.each([1, 500])("costs the same for %i skills: rolesForSkills", async (count) => {
  const asking = async (selection: string, args = "") => {
    const source = `query ($skills: [SkillInput!]!) { rolesForSkills(skills: $skills, match: ANY${args}) { ${selection} } }`;
    const { errors, statements } = await ask(database, source, { skills: given(count) });
    expect(errors).toEqual([]);
    return statements.length;
  };
  expect(await asking("totalCount edges { score }")).toBe(2);
  expect(await asking("totalCount edges { score }", ", filter: { role: {} }")).toBe(3);
  expect(await asking("unknownSkills { id } edges { node { id } missingSkills { id } }")).toBe(3);
});

it("costs no look-up for an empty profile", async () => {
  expect(await statementsOf("totalCount", 0)).toBe(1);
});

it("puts the backend developer first for who has what a junior one needs", async () => {
  const { role } = await dataOf(
    database,
    `{ role(by: { slug: "backend-developer" }) { requirements(first: 100, filter: { level: { slug: { eq: "junior" } } }) {
       edges { proficiency node { id } } } } }`,
  );
  const skills = role.requirements.edges.map(
    ({ proficiency, node }: { proficiency: number | null; node: { id: string } }) => ({
      skill: { id: node.id },
      proficiency,
    }),
  );
  const { profileFit } = await dataOf(
    database,
    `query ($profile: ProfileInput!) {
      profileFit(profile: $profile, of: ROLE_LEVELS, first: 3) { edges { coverage missingEssentialCount node { slug } } }
    }`,
    { profile: { skills } },
  );
  const [first, second] = profileFit.edges;
  expect(first.node.slug).toBe("backend-developer-junior");
  expect(second.coverage).toBeLessThan(first.coverage);
});
