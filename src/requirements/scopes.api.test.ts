import type { Database } from "../database/database";
import { insertEdge, insertNode, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph } from "../testing/starter-graph";

/** Who asks (all of them belong to the role `cook`, but the last) for which skill. */
const REQUIREMENTS = [
  ["ROLE", "cook", "hygiene"],
  ["ROLE_LEVEL", "cook-junior", "hygiene"],
  ["ROLE_LEVEL", "cook-junior", "cutting"],
  ["ROLE_LEVEL", "cook-senior", "planning"],
  ["SPECIALIZATION", "pastry", "baking"],
  ["ROLE", "waiter", "hygiene"],
] as const;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const slug of ["cook", "waiter"]) await insertNode(tx, "ROLE", slug);
    for (const [rank, slug] of ["junior", "senior"].entries()) {
      const career_level_id = await insertNode(tx, "CAREER_LEVEL", slug, { rank: rank + 1 });
      await insertNode(tx, "ROLE_LEVEL", `cook-${slug}`, {
        role_id: rowId("ROLE", "cook"),
        career_level_id,
      });
    }
    for (const slug of ["pastry", "soups"]) {
      await insertNode(tx, "SPECIALIZATION", slug);
      await insertEdge(tx, "HAS_SPECIALIZATION", ["ROLE", "cook"], ["SPECIALIZATION", slug]);
    }
    for (const skill of new Set(REQUIREMENTS.map(([, , slug]) => slug)))
      await insertNode(tx, "SKILL", skill);
    for (const [kind, who, skill] of REQUIREMENTS)
      await insertEdge(tx, "REQUIREMENT", [kind, who], ["SKILL", skill], {
        role_id: rowId("ROLE", who === "waiter" ? "waiter" : "cook"),
      });
  });
}, 60_000);
afterAll(() => database.close());

/** Slugs at the other ends of what a field shows, with the role of each. */
async function farEnds(field: string): Promise<string[]> {
  const data = await dataOf(
    database,
    `{ at: ${field} { edges { role { slug } node { slug } } } } }`,
  );
  const [page] = Object.values(data.at) as {
    edges: { role: { slug: string }; node: { slug: string } }[];
  }[];
  return (page?.edges ?? []).map(({ role, node }) => `${role.slug}: ${node.slug}`).sort();
}

describe("the requirements of a role", () => {
  const AT_COOK = 'role(by: { slug: "cook" }) { requirements';

  it.each([
    ["", ["cook: baking", "cook: cutting", "cook: hygiene", "cook: hygiene", "cook: planning"]],
    ["(filter: { scope: ROLE })", ["cook: hygiene"]],
    ["(filter: { scope: LEVEL })", ["cook: cutting", "cook: hygiene", "cook: planning"]],
    ["(filter: { scope: SPECIALIZATION })", ["cook: baking"]],
    ['(filter: { level: { slug: { eq: "junior" } } })', ["cook: cutting", "cook: hygiene"]],
    ["(filter: { level: {} })", ["cook: cutting", "cook: hygiene", "cook: planning"]],
    ['(filter: { specialization: { slug: { eq: "pastry" } } })', ["cook: baking"]],
    ['(filter: { specialization: { slug: { eq: "soups" } } })', []],
    ['(filter: { scope: ROLE, level: { slug: { eq: "junior" } } })', []],
  ])("are those of the role, its levels and its specializations%s", async (args, expected) => {
    expect(await farEnds(`${AT_COOK}${args}`)).toEqual(expected);
  });

  it("stand at its levels and specializations by themselves", async () => {
    expect(await farEnds('roleLevel(by: { slug: "cook-junior" }) { requirements')).toEqual([
      "cook: cutting",
      "cook: hygiene",
    ]);
    expect(await farEnds('specialization(by: { slug: "pastry" }) { requirements')).toEqual([
      "cook: baking",
    ]);
    expect(await farEnds('specialization(by: { slug: "soups" }) { requirements')).toEqual([]);
  });
});

describe("who asks for a skill", () => {
  const AT_HYGIENE = 'skill(by: { slug: "hygiene" }) { requiredBy';

  it.each([
    ["", ["cook: cook", "cook: cook-junior", "waiter: waiter"]],
    ['(filter: { role: { slug: { eq: "cook" } } })', ["cook: cook", "cook: cook-junior"]],
    ["(filter: { scope: LEVEL })", ["cook: cook-junior"]],
    ['(filter: { node: { slug: { eq: "waiter" } } })', ["waiter: waiter"]],
  ])(
    "is a role, a role level or a specialization, each with its role%s",
    async (args, expected) => {
      expect(await farEnds(`${AT_HYGIENE}${args}`)).toEqual(expected);
    },
  );
});
