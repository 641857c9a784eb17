import type { Database } from "../database/database";
import { type NodeKind, toGlobalId } from "../shared/global-id";
import { insertNode, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph } from "../testing/starter-graph";

/** Deprecated skills with their successors: one over two steps, one of another kind, one without any. */
const SKILLS: readonly (readonly [slug: string, successor: readonly [NodeKind, string] | null])[] =
  [
    ["new", null],
    ["old", ["SKILL", "new"]],
    ["older", ["SKILL", "old"]],
    ["became-technology", ["TECHNOLOGY", "tool"]],
    ["gone", null],
  ];

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    await insertNode(tx, "TECHNOLOGY", "tool");
    for (const [slug, successor] of SKILLS)
      await insertNode(tx, "SKILL", slug, {
        status: slug === "new" ? "ACTIVE" : "DEPRECATED",
        replaced_by_id: successor && rowId(...successor),
      });
  });
}, 60_000);
afterAll(() => database.close());

const idOf = (kind: NodeKind, slug: string) => toGlobalId(kind, rowId(kind, slug));

describe("a deprecated node", () => {
  it("keeps its id and names its successor", async () => {
    const { nodes } = await dataOf(
      database,
      "query ($ids: [ID!]!) { nodes(ids: $ids) { slug status replacedBy { __typename slug } } }",
      { ids: SKILLS.map(([slug]) => idOf("SKILL", slug)) },
    );
    expect(nodes).toEqual([
      { slug: "new", status: "ACTIVE", replacedBy: null },
      { slug: "old", status: "DEPRECATED", replacedBy: { __typename: "Skill", slug: "new" } },
      { slug: "older", status: "DEPRECATED", replacedBy: { __typename: "Skill", slug: "old" } },
      {
        slug: "became-technology",
        status: "DEPRECATED",
        replacedBy: { __typename: "Technology", slug: "tool" },
      },
      { slug: "gone", status: "DEPRECATED", replacedBy: null },
    ]);
  });

  it.each([
    ["new", "new"],
    ["old", "new"],
    ["older", "new"],
    ["became-technology", "tool"],
    ["gone", "gone"],
  ])("gives its last successor when asked to resolve: %s", async (slug, expected) => {
    const { resolved, itself, node } = await dataOf(
      database,
      `query ($id: ID!) {
        resolved: nodes(ids: [$id], resolve: true) { slug }
        itself: nodes(ids: [$id]) { slug }
        node(id: $id) { slug }
      }`,
      { id: idOf("SKILL", slug) },
    );
    expect([resolved[0].slug, itself[0].slug, node.slug]).toEqual([expected, slug, slug]);
  });

  it("is found by its slug, and in no list unless asked for", async () => {
    const { skill, skills, deprecated } = await dataOf(
      database,
      `{ skill(by: { slug: "gone" }) { slug } skills { totalCount nodes { slug } }
         deprecated: skills(filter: { status: { eq: DEPRECATED } }) { totalCount } }`,
    );
    expect(skill).toEqual({ slug: "gone" });
    expect(skills).toEqual({ totalCount: 1, nodes: [{ slug: "new" }] });
    expect(deprecated.totalCount).toBe(4);
  });
});
