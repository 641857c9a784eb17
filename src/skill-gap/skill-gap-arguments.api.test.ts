import { type OperationDefinitionNode, parse } from "graphql";
import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { checkOperation } from "../server/limits/check-operation";
import { DEFAULT_LIMITS } from "../server/limits/limit-values";
import { ask } from "../testing/ask";
import { openSmallCareers } from "../testing/small-careers";

const QUERY = `query ($from: StartInput!, $to: GoalInput!, $weight: Float! = 0.5) {
  skillGap(from: $from, to: $to, optionalWeight: $weight) { coverage }
}`;

const dev = (level: string, specialization?: string) => ({
  position: {
    role: { slug: "dev" },
    level: { slug: level },
    ...(specialization && { specialization: { slug: specialization } }),
  },
});
const has = (skills: Record<string, number>) => ({
  profile: {
    skills: Object.entries(skills).map(([slug, proficiency]) => ({ skill: { slug }, proficiency })),
  },
});

let careers: Database;
beforeAll(async () => {
  careers = await openSmallCareers();
}, 60_000);
afterAll(() => careers.close());

it.each([
  ["from.profile.skills.0.skill", { from: has({ nobody: 2 }) }, "NOT_FOUND"],
  ["to.position.role", { to: { position: { role: { slug: "nobody" } } } }, "NOT_FOUND"],
  ["to.position.level", { to: dev("chief") }, "NOT_FOUND"],
  [
    "to.position.level",
    { to: { position: { roleLevel: { slug: "dev-mid" }, level: { slug: "mid" } } } },
  ],
  ["to.position", { to: { position: {} } }],
  ["to.position", { to: { position: { role: { slug: "dev" }, roleLevel: { slug: "dev-mid" } } } }],
  ["to.position.specialization", { to: dev("mid", "net") }],
  ["from.profile.skills.0.proficiency", { from: has({ sql: 9 }) }],
  ["from.profile.skills.0", { from: { profile: { skills: [{ proficiency: 2 }] } } }],
  [
    "from.profile.skills.0",
    { from: { profile: { skills: [{ skill: { slug: "sql" }, technology: { slug: "pg" } }] } } },
  ],
  [
    "from.profile.skills",
    { from: has(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`s${at}`, 1]))) },
  ],
  ["optionalWeight", { weight: 1.5 }],
  ["optionalWeight", { weight: -0.1 }],
])("refuses a wrong %s", async (path, wrong, code = "BAD_USER_INPUT") => {
  const given = { from: has({ sql: 2 }), to: dev("mid"), ...wrong };
  const { data, errors } = await ask(careers, QUERY, given);
  expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
  expect(errors).toMatchObject([{ extensions: { code, fields: [{ path }] } }]);
});

it.each([
  ["both", { ...has({}), ...dev("mid") }],
  ["none", {}],
])("refuses a start that gives %s of its fields", async (_, from) => {
  const { errors } = await ask(careers, QUERY, { from, to: dev("mid") });
  expect(errors).toMatchObject([{ message: expect.stringMatching(/[Ee]xactly one/) }]);
  expect(errors[0]?.extensions?.code).not.toBe("INTERNAL_SERVER_ERROR");
});

it.each([
  ["lines { contribution status assumptions skill { id slug name } }", 1 + 500 * 2],
  [
    "lines { skill { name ... on Skill { description } } } unaskedSkills { skill { name } } from { name } to { name }",
    1 + 500 * 2 + 1_000 * 2 + 2,
  ],
])("is within the limits of a server with all of %s", (selection, cost) => {
  const document = parse(
    `{ skillGap(from: { profile: {} }, to: { skills: [] }) { coverage ${selection} } }`,
  );
  const operation = document.definitions[0] as OperationDefinitionNode;
  const checked = { schema: makeSchema(), document, operation, variables: {} };
  const costs: number[] = [];
  checkOperation(checked, DEFAULT_LIMITS, (points) => costs.push(points));
  expect(costs).toEqual([cost]);
});
