import type { Database } from "../database/database";
import { toGlobalId } from "../shared/global-id";
import { deriveUuid } from "../shared/uuid";
import { insertEdge, insertNode, insertRow, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { refusalOf } from "../testing/refusal";
import { openEmptyGraph } from "../testing/starter-graph";

/** Slug, name, vendor, whether it is hot, kind; the place in the list is the revision and the day of the last change. */
const TECHNOLOGIES = [
  ["pure", "100% Pure", "Acme", true, "TOOL"],
  ["snake", "snake_case", null, null, "LIBRARY"],
  ["slash", "Back\\slash", "acme", false, "LIBRARY"],
  ["eclair", "Éclair", "Über AG", null, "DATABASE"],
  ["status", "Status", "Acme", null, "TOOL"],
] as const;
const day = (revision: number) => `2026-01-0${revision}T00:00:00.000Z`;
const idOf = (slug: string) => toGlobalId("TECHNOLOGY", rowId("TECHNOLOGY", slug));

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const [index, [slug, name, vendor, is_hot, technology_kind]] of TECHNOLOGIES.entries())
      await insertNode(tx, "TECHNOLOGY", slug, {
        ...{ name, vendor, is_hot, technology_kind },
        status: slug === "status" ? "DEPRECATED" : "ACTIVE",
        revision: index + 1,
        updated_at: day(index + 1),
      });
    const tech = (slug: string) => ["TECHNOLOGY", slug] as const;
    await insertEdge(tx, "BELONGS_TO", tech("snake"), tech("pure"), { confidence: 0.7 });
    await insertEdge(tx, "BELONGS_TO", tech("slash"), tech("pure"), { confidence: 0.2 });
    await insertEdge(tx, "BELONGS_TO", tech("slash"), tech("eclair"));
    for (const [source, slugs] of [
      ["one", ["pure", "snake"]],
      ["two", ["snake", "slash"]],
    ] as const) {
      const source_id = await insertNode(tx, "SOURCE", source);
      for (const slug of slugs)
        await insertRow(tx, "assertion", {
          id: deriveUuid("test", source, slug),
          node_id: rowId("TECHNOLOGY", slug),
          source_id,
          origin: "CURATED",
          revision: 1,
          created_at: day(1),
        });
    }
    for (const [slug, minutes] of [
      ["short", 60],
      ["long", 120],
      ["unknown", null],
    ] as const)
      await insertNode(tx, "LEARNING_RESOURCE", slug, { minutes });
  });
}, 60_000);
afterAll(() => database.close());

const SOURCE =
  "query ($filter: TechnologyFilter) { technologies(filter: $filter) { totalCount nodes { slug } } }";

async function slugsWith(filter: unknown): Promise<string> {
  const { technologies } = await dataOf(database, SOURCE, { filter });
  const slugs = technologies.nodes.map(({ slug }: { slug: string }) => slug);
  expect(technologies.totalCount).toBe(slugs.length);
  return slugs.sort().join(" ");
}

const NOBODY = "";
const ACTIVE = "eclair pure slash snake";

describe("a comparator", () => {
  it.each<[unknown, string]>([
    [{ name: { eq: "Éclair" } }, "eclair"],
    [{ name: { eq: "éclair" } }, NOBODY],
    [{ name: { eq: "100%" } }, NOBODY],
    [{ name: { in: ["Éclair", "snake_case", "nobody"] } }, "eclair snake"],
    [{ name: { in: [] } }, NOBODY],
    [{ name: { notIn: ["Éclair", "snake_case"] } }, "pure slash"],
    [{ name: { notIn: [] } }, ACTIVE],
    [{ name: { startsWith: "SNAKE" } }, "snake"],
    [{ name: { startsWith: "nake" } }, NOBODY],
    [{ name: { startsWith: "éCLAIR" } }, "eclair"],
    [{ name: { contains: "AK" } }, "snake"],
    [{ name: { contains: "%" } }, "pure"],
    [{ name: { contains: "_" } }, "snake"],
    [{ name: { contains: "\\" } }, "slash"],
    [{ name: { contains: "' OR true --" } }, NOBODY],
    [{ name: { contains: "" } }, ACTIVE],
    [{ name: { startsWith: "s", contains: "case" } }, "snake"],
    [{ slug: { in: ["pure", "pure"] } }, "pure"],
    [{ vendor: { isNull: true } }, "snake"],
    [{ vendor: { isNull: false } }, "eclair pure slash"],
    [{ vendor: { eq: "acme" } }, "slash"],
    [{ vendor: { notIn: ["acme"] } }, "eclair pure"],
    [{ vendor: { contains: "ACME" } }, "pure slash"],
    [{ isHot: true }, "pure"],
    [{ isHot: false }, "slash"],
    [{ kind: { eq: "TOOL" } }, "pure"],
    [{ kind: { in: ["TOOL", "DATABASE"] } }, "eclair pure"],
    [{ kind: { in: [] } }, NOBODY],
    [{ kind: { notIn: ["LIBRARY"] } }, "eclair pure"],
    [{ id: { eq: idOf("pure") } }, "pure"],
    [{ id: { in: [idOf("snake"), idOf("eclair")] } }, "eclair snake"],
    [{ id: { in: [] } }, NOBODY],
    [{ id: { notIn: [idOf("snake")] } }, "eclair pure slash"],
    [{ id: { notIn: [] } }, ACTIVE],
    [{ revision: { eq: 2 } }, "snake"],
    [{ revision: { in: [1, 4, 9] } }, "eclair pure"],
    [{ revision: { in: [] } }, NOBODY],
    [{ revision: { gte: 2, lte: 3 } }, "slash snake"],
    [{ revision: { isNull: true } }, NOBODY],
    [{ revision: { gte: -2_147_483_648, lte: 2_147_483_647 } }, ACTIVE],
    [{ updatedAt: { gte: day(2) } }, "eclair slash snake"],
    [{ updatedAt: { lt: day(2) } }, "pure"],
    [{ updatedAt: { gte: "2026-01-02T01:00:00+01:00", lt: day(3) } }, "snake"],
    [{ updatedAt: { gte: "0000-01-01T00:00:00Z", lt: "9999-12-31T23:59:59Z" } }, ACTIVE],
  ])("matches what it says: %j", async (filter, expected) => {
    expect(await slugsWith(filter)).toBe(expected);
  });

  it("compares numbers, of which a missing one is unknown", async () => {
    const cases: [object, string[]][] = [
      [{ gte: 60 }, ["long", "short"]],
      [{ lte: 60 }, ["short"]],
      [{ eq: 0 }, []],
      [{ isNull: true }, ["unknown"]],
      [{ isNull: false, gte: 100 }, ["long"]],
    ];
    for (const [totalMinutes, expected] of cases) {
      const { learningResources } = await dataOf(
        database,
        "query ($filter: LearningResourceFilter) { learningResources(filter: $filter) { nodes { slug } } }",
        { filter: { totalMinutes } },
      );
      expect(learningResources.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(expected);
    }
  });

  it("compares a confidence with the number that is shown", async () => {
    const cases: [object, string[]][] = [
      [{ gte: 0.7 }, ["snake"]],
      [{ lte: 0.7 }, ["slash", "snake"]],
      [{ lte: 0.2 }, ["slash"]],
      [{ gte: 0.71 }, []],
      [{ isNull: true }, []],
    ];
    for (const [confidence, expected] of cases) {
      const { technology } = await dataOf(
        database,
        'query ($filter: EdgeFilter) { technology(by: { slug: "pure" }) { members(filter: $filter) { edges { confidence node { slug } } } } }',
        { filter: { confidence } },
      );
      const { edges } = technology.members;
      expect(edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(expected);
    }
  });
});

describe("a filter", () => {
  it.each<[unknown, string]>([
    [null, ACTIVE],
    [{}, ACTIVE],
    [{ name: null, isHot: null, and: null, or: null, not: null }, ACTIVE],
    [{ name: {} }, ACTIVE],
    [{ name: { eq: null, in: null, contains: null, isNull: null } }, ACTIVE],
    [{ kind: { eq: "LIBRARY" }, vendor: { isNull: true } }, "snake"],
    [{ and: [] }, ACTIVE],
    [{ and: [{ kind: { eq: "LIBRARY" } }, { vendor: { isNull: true } }] }, "snake"],
    [{ and: [{}] }, ACTIVE],
    [{ or: [] }, NOBODY],
    [{ or: [{}] }, ACTIVE],
    [{ or: [{ slug: { eq: "pure" } }, { slug: { eq: "snake" } }] }, "pure snake"],
    [{ or: [{ slug: { eq: "pure" }, isHot: false }, { slug: { eq: "snake" } }] }, "snake"],
    [
      { kind: { eq: "LIBRARY" }, or: [{ slug: { eq: "pure" } }, { slug: { eq: "snake" } }] },
      "snake",
    ],
    [{ not: {} }, NOBODY],
    [{ not: { or: [] } }, ACTIVE],
    [{ not: { and: [] } }, NOBODY],
    [{ not: { not: { slug: { eq: "pure" } } } }, "pure"],
    // What is unknown is not equal: a missing vendor is not Acme, and whatever is not hot may be unknown.
    [{ not: { vendor: { eq: "Acme" } } }, "eclair slash snake"],
    [{ not: { isHot: true } }, "eclair slash snake"],
    [{ not: { not: { vendor: { eq: "Acme" } } } }, "pure"],
    [{ not: { or: [{ vendor: { eq: "Acme" } }, { vendor: { isNull: true } }] } }, "eclair slash"],
  ])("holds when all its parts hold: %j", async (filter, expected) => {
    expect(await slugsWith(filter)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [{ status: { eq: "DEPRECATED" } }, "status"],
    [{ status: { in: ["ACTIVE", "DEPRECATED"] } }, `${ACTIVE} status`],
    [{ status: { in: [] } }, NOBODY],
    [{ or: [{ status: { eq: "DEPRECATED" } }, { slug: { eq: "pure" } }] }, "pure status"],
    [{ not: { status: { eq: "ACTIVE" } } }, "status"],
    [{ status: null }, ACTIVE],
    [{ slug: { eq: "status" } }, NOBODY],
    [{ name: { contains: "status" } }, NOBODY],
  ])("shows what is in use unless it asks for the status: %j", async (filter, expected) => {
    expect(await slugsWith(filter)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [{ statedBy: { eq: "one" } }, "pure snake"],
    [{ statedBy: { in: ["one", "two"] } }, "pure slash snake"],
    [{ statedBy: { in: [] } }, NOBODY],
    [{ statedBy: { startsWith: "T" } }, "slash snake"],
    [{ not: { statedBy: { eq: "one" } } }, "eclair slash"],
    [{ and: [{ statedBy: { eq: "one" } }, { statedBy: { eq: "two" } }] }, "snake"],
    [{ belongsTo: { some: {} } }, "slash snake"],
    [{ belongsTo: { none: {} } }, "eclair pure"],
    [{ belongsTo: { some: { node: { slug: { eq: "eclair" } } } } }, "slash"],
    [{ belongsTo: { every: { node: { slug: { eq: "pure" } } } } }, "eclair pure snake"],
    [{ belongsTo: { some: {}, every: { node: { slug: { eq: "pure" } } } } }, "snake"],
    [{ belongsTo: { some: { confidence: { isNull: true } } } }, "slash"],
    [{ belongsTo: {} }, ACTIVE],
  ])("asks for sources and links: %j", async (filter, expected) => {
    expect(await slugsWith(filter)).toBe(expected);
  });

  it.each([
    ["in", { slug: { in: Array(501).fill("x") } }],
    ["notIn", { name: { notIn: Array(501).fill("x") } }],
    ["ids", { id: { in: Array(501).fill(idOf("pure")) } }],
    ["and", { and: Array(31).fill({}) }],
    ["or", { or: Array(31).fill({}) }],
    ["contains", { name: { contains: "x".repeat(201) } }],
    ["eq", { name: { eq: "x".repeat(1_001) } }],
    ["a nested one", { and: [{ or: [{ not: { name: { startsWith: "x".repeat(201) } } }] }] }],
    ["an id of another kind", { id: { eq: toGlobalId("SKILL", rowId("SKILL", "x")) } }],
    ["no date", { updatedAt: { gte: "yesterday" } }],
    ["a day that does not exist", { updatedAt: { lt: "2026-02-30T00:00:00Z" } }],
    ["a number that is too large", { revision: { eq: 2_147_483_648 } }],
    ["an unknown kind", { kind: { eq: "KITCHEN" } }],
    ["an unknown condition", { colour: { eq: "red" } }],
    ["a malformed id", { not: { id: { in: [idOf("pure"), "x"] } } }],
  ])("is refused when it is too large or wrong: %s", async (_, filter) => {
    expect(await refusalOf(database, SOURCE, { filter })).toMatch(/^BAD_USER_INPUT at /);
  });
});
