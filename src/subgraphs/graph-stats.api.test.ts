import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph, openStarterGraph } from "../testing/starter-graph";
import { openDrawnGraph } from "./testing/drawn-graph";

let database: Database;
afterEach(() => database.close());

const SHAPE = `nodeCount linkCount density orphanCount componentCount largestComponentSize cycleCount longestChain
  orphans { slug } cycles { nodeCount nodes { slug } }`;

it("counts and describes a graph that can be drawn on paper", async () => {
  database = await openDrawnGraph();
  const { graphStats } = await dataOf(
    database,
    `{ graphStats(relations: [PREREQUISITE, RELATED, DUTY]) {
      nodeCount linkCount nodeKinds { kind activeCount deprecatedCount }
      shape { ${SHAPE} } relations { kind linkCount shape { ${SHAPE} } }
      locales { locale labelledCount share kinds { kind nodeCount labelledCount share } }
      untaughtSkills { skillCount share skills { slug } }
    } }`,
  );
  expect(graphStats).toMatchObject({ nodeCount: 15, linkCount: 13 });
  expect(graphStats.nodeKinds).toHaveLength(14);
  expect(graphStats.nodeKinds).toContainEqual({
    kind: "SKILL",
    activeCount: 12,
    deprecatedCount: 2,
  });
  expect(graphStats.shape).toMatchObject({
    nodeCount: 15,
    linkCount: 11,
    orphanCount: 3,
    cycleCount: null,
    longestChain: null,
    cycles: [],
    // a to g with the role, the concept and the book; the islands; p, q and the hermit.
    componentCount: 5,
    largestComponentSize: 10,
  });
  const [prerequisite, related, duty] = ["PREREQUISITE", "RELATED", "DUTY"].map((kind) =>
    graphStats.relations.find((relation: { kind: string }) => relation.kind === kind),
  );
  expect(graphStats.relations).toHaveLength(3);
  expect(prerequisite).toMatchObject({
    linkCount: 9,
    shape: {
      nodeCount: 12,
      linkCount: 7,
      density: 7 / (12 * 11),
      orphanCount: 5,
      componentCount: 6,
      largestComponentSize: 7,
      cycleCount: 1,
      longestChain: 4,
      cycles: [{ nodeCount: 3 }],
    },
  });
  const slugs = (nodes: { slug: string }[]) => nodes.map(({ slug }) => slug).sort();
  expect(slugs(prerequisite.shape.cycles[0].nodes)).toEqual(["a", "b", "c"]);
  expect(slugs(prerequisite.shape.orphans)).toEqual(["hermit", "island-1", "island-2", "p", "q"]);
  expect(related).toMatchObject({ linkCount: 1, shape: { cycleCount: null, longestChain: null } });
  expect(duty).toMatchObject({ linkCount: 0, shape: { nodeCount: 0, density: null } });
  expect(graphStats.locales).toMatchObject([{ locale: "de", labelledCount: 1, share: 1 / 15 }]);
  expect(graphStats.locales[0].kinds).toContainEqual({
    kind: "SKILL",
    nodeCount: 12,
    labelledCount: 1,
    share: 1 / 12,
  });
  expect(graphStats.untaughtSkills).toMatchObject({ skillCount: 11, share: 11 / 12 });
  expect(graphStats.untaughtSkills.skills).toHaveLength(10);
});

it("says nothing false of an empty graph", async () => {
  database = await openEmptyGraph();
  const { graphStats } = await dataOf(
    database,
    `{ graphStats { nodeCount linkCount shape { ${SHAPE} } relations { linkCount shape { ${SHAPE} } }
        locales { locale } untaughtSkills { skillCount share } } }`,
  );
  const empty = { nodeCount: 0, linkCount: 0, density: null, orphans: [], cycles: [] };
  expect(graphStats).toMatchObject({ nodeCount: 0, linkCount: 0, shape: empty, locales: [] });
  expect(graphStats.relations).toHaveLength(18);
  expect(graphStats.untaughtSkills).toEqual({ skillCount: 0, share: null });
});

it("counts the starter graph as its tables have it, in a fixed number of statements", async () => {
  database = await openStarterGraph();
  const statements = async (body: string, relations = "null") => {
    const answer = await ask(database, `{ graphStats(relations: ${relations}) { ${body} } }`);
    expect(answer.errors).toEqual([]);
    return answer.statements.length;
  };
  const { graphStats } = await dataOf(
    database,
    "{ graphStats { nodeCount linkCount relations { kind linkCount } locales { locale share } } }",
  );
  const [counted] = await database.dataSource.query(
    `SELECT (SELECT count(*)::integer FROM node WHERE status = 'ACTIVE') AS nodes,
            (SELECT count(*)::integer FROM edge WHERE to_id IS NOT NULL) AS edges`,
  );
  expect(graphStats).toMatchObject({ nodeCount: counted.nodes, linkCount: counted.edges });
  expect(graphStats.locales[0]).toEqual({ locale: "en", share: 1 });
  expect(await statements("nodeCount relations { linkCount }")).toBe(1);
  const shape = "shape { cycleCount orphans { id } cycles { nodes { id } } }";
  const all = `${shape} relations { ${shape} } locales { share } untaughtSkills { skills { id } }`;
  // Revision, labels, nodes; nodes again for what has been worked out after the first were read.
  await statements(all);
  expect(await statements(all)).toBeLessThanOrEqual(4);
  expect(await statements(all, "[PREREQUISITE]")).toBeLessThanOrEqual(4);
});
