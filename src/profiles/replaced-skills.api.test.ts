import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openEmptyGraph } from "../testing/starter-graph";
import { merge, TestSource, testId } from "../testing/test-source";

const bakery = new TestSource("bakery");

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await merge(
    database,
    bakery,
    bakery.node("ROLE", "baker"),
    bakery.node("ROLE", "miller"),
    bakery.node("SKILL", "baking"),
    bakery.node("SKILL", "grinding", { status: "DEPRECATED" }),
    bakery.node("SKILL", "old-baking", {
      status: "DEPRECATED",
      replaced_by_id: testId("SKILL", "baking"),
    }),
    bakery.edge("REQUIREMENT", ["ROLE", "baker"], ["SKILL", "old-baking"], { proficiency: 3 }),
    bakery.edge("REQUIREMENT", ["ROLE", "miller"], ["SKILL", "baking"], { proficiency: 3 }),
    bakery.edge("REQUIREMENT", ["ROLE", "miller"], ["SKILL", "grinding"], { proficiency: 3 }),
  );
});
afterAll(() => database.close());

async function statuses(role: string, skill: string): Promise<Record<string, string>> {
  const { data, errors } = await ask(
    database,
    `query ($role: String!, $skill: String!) {
      skillGap(from: { profile: { skills: [{ skill: { slug: $skill }, proficiency: 3 }] } }, to: { position: { role: { slug: $role } } }) {
        lines { status skill { slug } }
      }
    }`,
    { role, skill },
  );
  expect(errors).toEqual([]);
  const lines: { status: string; skill: { slug: string } }[] = data.skillGap.lines;
  return Object.fromEntries(lines.map((line) => [line.skill.slug, line.status]));
}

it("holds a skill that was replaced, which a role may still ask for, and its successor", async () => {
  expect(await statuses("baker", "old-baking")).toEqual({ "old-baking": "MET" });
  expect(await statuses("miller", "old-baking")).toMatchObject({ baking: "MET" });
});

it("holds a skill that is out of use and has no successor", async () => {
  expect(await statuses("miller", "grinding")).toEqual({ grinding: "MET", baking: "MISSING" });
});
