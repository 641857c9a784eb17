import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openEmptyGraph } from "../testing/starter-graph";
import { merge, TestSource, testId } from "../testing/test-source";

const PAIR = `{ compareRoles(
  a: { roleLevel: { slug: "baker-junior" } }, b: { roleLevel: { slug: "baker-junior" } }
) { a { slug } } }`;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
}, 60_000);
afterAll(() => database.close());

it("knows a role level only as long as its role is in use", async () => {
  const guild = new TestSource("guild");
  const bakery = new TestSource("bakery");
  const role_id = testId("ROLE", "baker");
  const career_level_id = testId("CAREER_LEVEL", "junior");
  await merge(database, guild, guild.node("ROLE", "baker"), guild.node("CAREER_LEVEL", "junior"));
  await merge(
    database,
    bakery,
    bakery.node("ROLE_LEVEL", "baker-junior", { role_id, career_level_id }),
  );
  expect(await ask(database, PAIR)).toMatchObject({
    data: { compareRoles: { a: { slug: "baker-junior" } } },
  });

  await merge(database, guild, guild.node("CAREER_LEVEL", "junior"));
  const { errors } = await ask(database, PAIR);
  expect(errors).toMatchObject([
    {
      message: "a.roleLevel: Its role is no longer in use.",
      extensions: { code: "BAD_USER_INPUT", fields: [{ path: "a.roleLevel" }] },
    },
  ]);
});
