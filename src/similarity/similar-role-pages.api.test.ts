import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSixRoles } from "../testing/six-roles";

let database: Database;
beforeAll(async () => {
  database = await openSixRoles();
}, 60_000);
afterAll(() => database.close());

const asking = (slug: string, args: string, selection: string) =>
  `{ similarRoles(role: { slug: "${slug}" }${args}) { ${selection} } }`;

async function similarTo(slug: string, args: string, selection: string) {
  return (await dataOf(database, asking(slug, args, selection))).similarRoles;
}

it.each(["JACCARD", "THETA", "CURATED"])("pages: %s", async (measure) => {
  const PAGE = "pageInfo { hasNextPage endCursor } nodes { slug }";
  const whole = await similarTo("backend", `, measure: ${measure}`, PAGE);
  const seen: object[] = [];
  let after = "";
  for (;;) {
    const { nodes, pageInfo } = await similarTo(
      "backend",
      `, measure: ${measure}, first: 1${after}`,
      PAGE,
    );
    seen.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = `, after: "${pageInfo.endCursor}"`;
  }
  expect(seen).toEqual(whole.nodes);
  const { errors } = await ask(database, asking("analyst", `, measure: ${measure}${after}`, PAGE));
  expect(errors[0]?.extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path: "after" }],
  });
  const none = await similarTo(
    "backend",
    `, measure: ${measure}, first: 0`,
    "totalCount nodes { slug }",
  );
  expect(none).toEqual({ totalCount: seen.length, nodes: [] });
});

it.each([
  ['{ similarRoles(role: { slug: "nobody" }) { totalCount } }', "NOT_FOUND", "role"],
  ['{ similarRoles(role: { id: "x" }) { totalCount } }', "BAD_USER_INPUT", "role.id"],
  [
    '{ similarRoles(role: { slug: "backend" }, first: 101) { totalCount } }',
    "BAD_USER_INPUT",
    "first",
  ],
  [
    '{ similarRoles(role: { slug: "backend" }, filter: { id: { eq: "x" } }) { totalCount } }',
    "BAD_USER_INPUT",
    "filter.id.eq",
  ],
])("names a wrong argument: %s", async (source, code, path) => {
  const { errors } = await ask(database, source);
  expect(errors[0]?.extensions).toMatchObject({ code, fields: [{ path }] });
});
