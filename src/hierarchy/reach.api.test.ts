import type { Database } from "../database/database";
import { insertEdge, insertNode } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph } from "../testing/starter-graph";

/** Skills 0 to 39; each needs some with a smaller number, so that ways of many lengths lead to the same one. */
const SKILLS = Array.from({ length: 40 }, (_, number) => ({
  slug: `skill-${number}`,
  needs: [...new Set([number - 2, number - 7, Math.floor(number / 2)])].filter(
    (other) => other >= 0 && other < number,
  ),
  advisedBy: number % 5 === 0 && number + 2 < 40 ? [number + 2] : [],
}));
const slug = (number: number) => `skill-${number}`;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const group of ["top", "left", "right", "bottom", "alone"])
      await insertNode(tx, "SKILL_GROUP", group);
    for (const [below, above] of [
      ["left", "top"],
      ["right", "top"],
      ["bottom", "left"],
      ["bottom", "right"],
      ["bottom", "top"],
    ] as const)
      await insertEdge(tx, "BROADER", ["SKILL_GROUP", below], ["SKILL_GROUP", above]);
    for (const skill of SKILLS) await insertNode(tx, "SKILL", skill.slug);
    await insertEdge(tx, "BROADER", ["SKILL", slug(0)], ["SKILL_GROUP", "bottom"]);
    for (const [number, { needs, advisedBy }] of SKILLS.entries()) {
      for (const other of needs)
        await insertEdge(tx, "PREREQUISITE", ["SKILL", slug(number)], ["SKILL", slug(other)], {
          requirement: "ESSENTIAL",
        });
      // Recommended ones point the other way: they may close a cycle.
      for (const other of advisedBy)
        await insertEdge(tx, "PREREQUISITE", ["SKILL", slug(number)], ["SKILL", slug(other)], {
          requirement: "OPTIONAL",
        });
    }
  });
}, 60_000);
afterAll(() => database.close());

interface Reached {
  totalCount: number;
  edges: { depth: number; node: { slug: string } }[];
}

/** The depths of everything that is reached, by slug; nothing is there twice. */
function depthsIn({ totalCount, edges }: Reached): Record<string, number> {
  const depths = Object.fromEntries(edges.map(({ depth, node }) => [node.slug, depth]));
  expect(Object.keys(depths)).toHaveLength(edges.length);
  expect(totalCount).toBe(edges.length);
  expect(edges.map(({ depth }) => depth)).toEqual(
    edges.map(({ depth }) => depth).sort((a, b) => a - b),
  );
  return depths;
}

/** Steps from a skill to all others within `maxDepth`, found breadth first. */
function walk(
  start: number,
  linksOf: (number: number) => readonly number[],
  maxDepth: number,
): Record<string, number> {
  const depths = new Map([[start, 0]]);
  for (const [number, depth] of depths)
    for (const other of depth < maxDepth ? linksOf(number) : [])
      if (!depths.has(other)) depths.set(other, depth + 1);
  depths.delete(start);
  return Object.fromEntries([...depths].map(([number, depth]) => [slug(number), depth]));
}

const needsOf = (number: number) => SKILLS[number]?.needs ?? [];
const allNeedsOf = (number: number) => [...needsOf(number), ...(SKILLS[number]?.advisedBy ?? [])];
const unlockedBy = (number: number) =>
  [...SKILLS.keys()].filter((other) => needsOf(other).includes(number));

async function chain(field: string, number: number, args: string): Promise<Record<string, number>> {
  const data = await dataOf(
    database,
    `{ skill(by: { slug: "${slug(number)}" }) { ${field}(first: 100${args}) { totalCount edges { depth node { slug } } } } }`,
  );
  return depthsIn(data.skill[field]);
}

describe("a chain of prerequisites", () => {
  it.each([0, 1, 17, 20, 39])(
    "holds every skill once, with the fewest steps to it: skill-%d",
    async (number) => {
      for (const maxDepth of [1, 2, 5, 20]) {
        const args = `, maxDepth: ${maxDepth}`;
        expect(await chain("prerequisiteChain", number, args)).toEqual(
          walk(number, needsOf, maxDepth),
        );
        expect(await chain("unlockChain", number, args)).toEqual(
          walk(number, unlockedBy, maxDepth),
        );
      }
    },
  );

  it("follows 10 steps unless it is told otherwise", async () => {
    expect(await chain("prerequisiteChain", 39, "")).toEqual(walk(39, needsOf, 10));
    expect(await chain("unlockChain", 0, "")).toEqual(walk(0, unlockedBy, 10));
  });

  it("ends where recommended prerequisites go round in a cycle", async () => {
    const found = await chain("prerequisiteChain", 10, ", maxDepth: 20, includeRecommended: true");
    expect(found).toEqual(walk(10, allNeedsOf, 20));
    expect(Object.keys(found)).not.toContain(slug(10));
    expect(Object.keys(found)).toContain(slug(12));
  });

  it("is read page after page", async () => {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { skill } = await dataOf(
        database,
        `query ($after: String) { skill(by: { slug: "${slug(39)}" }) { prerequisiteChain(first: 4, after: $after, maxDepth: 20) {
          totalCount pageInfo { hasNextPage endCursor } nodes { slug } } } }`,
        { after },
      );
      found.push(...skill.prerequisiteChain.nodes.map((node: { slug: string }) => node.slug));
      expect(skill.prerequisiteChain.totalCount).toBe(Object.keys(walk(39, needsOf, 20)).length);
      if (!skill.prerequisiteChain.pageInfo.hasNextPage) break;
      after = skill.prerequisiteChain.pageInfo.endCursor;
    }
    expect(found.sort()).toEqual(Object.keys(walk(39, needsOf, 20)).sort());
  });

  it.each([0, -1, 21])("is refused a depth of %d", async (maxDepth) => {
    const data = `{ skills { nodes { prerequisiteChain(maxDepth: ${maxDepth}) { totalCount } } } }`;
    await expect(dataOf(database, data)).rejects.toThrow("BAD_USER_INPUT");
  });
});

describe("a hierarchy with many parents", () => {
  async function around(group: string, maxDepth: number) {
    const page = "{ totalCount edges { depth node { slug } } }";
    const { skillGroup } = await dataOf(
      database,
      `{ skillGroup(by: { slug: "${group}" }) { ancestors(maxDepth: ${maxDepth}) ${page} descendants(maxDepth: ${maxDepth}) ${page} } }`,
    );
    return [depthsIn(skillGroup.ancestors), depthsIn(skillGroup.descendants)];
  }

  it("has each ancestor and descendant once, by the shortest way", async () => {
    expect(await around("bottom", 10)).toEqual([{ top: 1, left: 1, right: 1 }, { [slug(0)]: 1 }]);
    expect(await around("top", 10)).toEqual([{}, { left: 1, right: 1, bottom: 1, [slug(0)]: 2 }]);
    expect(await around("left", 10)).toEqual([{ top: 1 }, { bottom: 1, [slug(0)]: 2 }]);
  });

  it("is cut at a depth", async () => {
    expect(await around("top", 1)).toEqual([{}, { left: 1, right: 1, bottom: 1 }]);
  });

  it("is empty around a node that stands alone", async () => {
    expect(await around("alone", 20)).toEqual([{}, {}]);
  });
});
