import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { insertEdge, insertNode, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { refusalOf } from "../testing/refusal";
import { openEmptyGraph } from "../testing/starter-graph";

/** Many equal names, times that differ by a microsecond, unknown numbers: whatever makes pages overlap. */
const SKILLS = Array.from({ length: 23 }, (_, index) => ({
  slug: `skill-${index}`,
  name: ["Ada", "Éclair", "\u{1f600} smile", "ada lovelace"][index % 4] ?? "",
  updatedAt: `2026-0${1 + (index % 3)}-01 00:00:00.00000${index % 5}+00`,
  importance: [null, 1, 5, 5][index % 4],
  confidence: [null, 0.1, 0.7][index % 3],
}));

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    const role = await insertNode(tx, "ROLE", "cook");
    await insertNode(tx, "ROLE", "baker");
    for (const { slug, name, updatedAt, importance, confidence } of SKILLS) {
      await insertNode(tx, "SKILL", slug, {
        name,
        sort_name: name.toLowerCase(),
        updated_at: updatedAt,
      });
      const columns = { role_id: role, importance, confidence };
      await insertEdge(tx, "REQUIREMENT", ["ROLE", "cook"], ["SKILL", slug], columns);
    }
  });
}, 60_000);
afterAll(() => database.close());

interface Page {
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  edges: { cursor: string; node: { slug: string } }[];
}

const PAGE =
  "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { slug } } }";

/** A list at the root and one at a node: both are read by the same code, the second beside its parent. */
const LISTS = {
  skills: (args: string) => `{ skills(${args}) ${PAGE} }`,
  requirements: (args: string) =>
    `{ role(by: { slug: "cook" }) { requirements(${args}) ${PAGE} } }`,
};
type List = keyof typeof LISTS;

async function pageOf(list: List, args: string): Promise<Page> {
  const data = await dataOf(database, LISTS[list](args));
  return list === "skills" ? data.skills : data.role.requirements;
}

const behind = (cursor: string | null) =>
  cursor === null ? "" : `, after: ${JSON.stringify(cursor)}`;

describe("pages one after the other", () => {
  it.each<[List, string]>([
    ["skills", ""],
    ["skills", "{ field: NAME, direction: DESC }"],
    ["skills", "{ field: UPDATED_AT }"],
    ["skills", "{ field: UPDATED_AT, direction: DESC }, { field: NAME }"],
    ["skills", "{ field: NAME }, { field: NAME, direction: DESC }, { field: CREATED_AT }"],
    ["requirements", ""],
    ["requirements", "{ field: IMPORTANCE }"],
    ["requirements", "{ field: IMPORTANCE, direction: DESC }, { field: NAME }"],
    ["requirements", "{ field: CONFIDENCE }"],
    ["requirements", "{ field: CONFIDENCE, direction: DESC }, { field: UPDATED_AT }"],
  ])("give every entry once, in the order of the whole: %s %s", async (list, orderBy) => {
    const order = orderBy ? `, orderBy: [${orderBy}]` : "";
    const whole = await pageOf(list, `first: 100${order}`);
    expect(whole.edges).toHaveLength(SKILLS.length);
    for (const first of [1, 5, 22, 23]) {
      const walked: Page["edges"] = [];
      for (let cursor: string | null = null; ; ) {
        const page = await pageOf(list, `first: ${first}${order}${behind(cursor)}`);
        expect(page.pageInfo).toEqual({
          hasNextPage: walked.length + page.edges.length < SKILLS.length,
          hasPreviousPage: cursor !== null,
          startCursor: page.edges[0]?.cursor,
          endCursor: page.edges.at(-1)?.cursor,
        });
        expect(page.totalCount).toBe(SKILLS.length);
        walked.push(...page.edges);
        if (!page.pageInfo.hasNextPage) break;
        cursor = page.pageInfo.endCursor;
      }
      expect(walked).toEqual(whole.edges);
    }
  });

  it("end with an empty page behind the last entry", async () => {
    const { pageInfo } = await pageOf("skills", "first: 100");
    const page = await pageOf("skills", `first: 5${behind(pageInfo.endCursor)}`);
    expect(page.edges).toEqual([]);
    expect(page.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });

  it("go on where they were when the last entry has left the list", async () => {
    const whole = await pageOf("skills", "first: 100");
    const [gone, next] = [whole.edges[6], whole.edges[7]];
    const setStatus = (status: string) =>
      database.transaction((tx) =>
        tx.query("UPDATE node SET status = $1 WHERE id = $2", [
          status,
          rowId("SKILL", gone?.node.slug ?? ""),
        ]),
      );
    await setStatus("DEPRECATED");
    const page = await pageOf("skills", `first: 1${behind(gone?.cursor ?? null)}`);
    await setStatus("ACTIVE");
    expect(page.edges).toEqual([next]);
  });
});

describe("the size of a page", () => {
  it("is 20 unless asked for", async () => {
    expect((await pageOf("skills", "after: null")).edges).toHaveLength(20);
  });

  it("can be 0: then there is nothing but what the page says of the list", async () => {
    const page = await pageOf("requirements", "first: 0");
    expect(page.edges).toEqual([]);
    expect(page.totalCount).toBe(SKILLS.length);
    expect(page.pageInfo.hasNextPage).toBe(true);
  });

  it("can be 1 and 100", async () => {
    expect((await pageOf("skills", "first: 1")).edges).toHaveLength(1);
    expect((await pageOf("skills", "first: 100")).edges).toHaveLength(23);
  });

  it.each([-1, 101, 2_147_483_647, -2_147_483_648])("is refused, not cut: %d", async (first) => {
    for (const list of ["skills", "requirements"] as const) {
      const { errors } = await ask(database, LISTS[list](`first: ${first}`));
      expect(errors[0]).toMatchObject({
        message: expect.stringContaining("between 0 and 100"),
        extensions: { code: "BAD_USER_INPUT" },
      });
    }
    expect(await refusalOf(database, `{ skills(first: ${first}) { totalCount } }`)).toBe(
      "BAD_USER_INPUT at first",
    );
  });
});
