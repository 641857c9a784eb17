import type { Database } from "../database/database";
import { insertNode, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph } from "../testing/starter-graph";

/** Career levels as a ladder with two branches has them: slug, track, branch, rank. */
const CAREER_LEVELS = [
  ["apprentice", "IC", null, 1],
  ["junior", "IC", null, 2],
  ["middle", "IC", null, 3],
  ["senior", "IC", null, 4],
  ["lead-people", "MANAGEMENT", "management", 5],
  ["lead-technology", "IC", "technology", 5],
] as const;

/** Career level and place in the ladder of a role. Names are in no order of seniority. */
const LADDERS = {
  // Two branches share the last place.
  developer: [
    ["senior", 4],
    ["lead-technology", 5],
    ["apprentice", 1],
    ["lead-people", 5],
    ["middle", 3],
    ["junior", 2],
  ],
  // Place and rank disagree.
  carpenter: [
    ["junior", 2],
    ["apprentice", 3],
    ["middle", 1],
  ],
  // Nobody states a place for some of the levels.
  smith: [
    ["senior", null],
    ["junior", 2],
    ["apprentice", null],
  ],
} as const;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const [slug, track, branch, rank] of CAREER_LEVELS)
      await insertNode(tx, "CAREER_LEVEL", slug, { track, branch, rank });
    for (const [role, levels] of Object.entries(LADDERS)) {
      await insertNode(tx, "ROLE", role);
      for (const [level, level_order] of levels)
        await insertNode(tx, "ROLE_LEVEL", `${role}-${level}`, {
          role_id: rowId("ROLE", role),
          career_level_id: rowId("CAREER_LEVEL", level),
          level_order,
        });
    }
  });
}, 60_000);
afterAll(() => database.close());

async function levelsOf(role: string) {
  const data = await dataOf(
    database,
    `{ role(by: { slug: "${role}" }) { levels { totalCount nodes { order careerLevel { slug rank track branch } } } } }`,
  );
  return data.role.levels;
}

it("gives the levels of a role in the order of its ladder, with rank, track and branch", async () => {
  const { totalCount, nodes } = await levelsOf("developer");
  expect(totalCount).toBe(6);
  const places = [1, 2, 3, 4, 5, 5];
  expect(nodes).toEqual(
    CAREER_LEVELS.map(([slug, track, branch, rank], index) => ({
      order: places[index],
      careerLevel: { slug, rank, track, branch },
    })),
  );
});

it.each([
  ["carpenter", "middle junior apprentice"],
  ["smith", "apprentice junior senior"],
])(
  "prefers the place in the ladder to the rank, which serves where there is none: %s",
  async (role, expected) => {
    const { nodes } = await levelsOf(role);
    const slugs = nodes.map((node: { careerLevel: { slug: string } }) => node.careerLevel.slug);
    expect(slugs.join(" ")).toBe(expected);
  },
);

it("keeps the order from page to page", async () => {
  const found: number[] = [];
  for (let after: string | null = null; ; ) {
    const { role } = await dataOf(
      database,
      `query ($after: String) { role(by: { slug: "developer" }) { levels(first: 2, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { order } } } }`,
      { after },
    );
    found.push(...role.levels.nodes.map(({ order }: { order: number }) => order));
    if (!role.levels.pageInfo.hasNextPage) break;
    after = role.levels.pageInfo.endCursor;
  }
  expect(found).toEqual([1, 2, 3, 4, 5, 5]);
});
