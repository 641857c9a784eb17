import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { insertEdge, insertNode, insertRow, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph } from "../testing/starter-graph";

/** Technologies as O*NET lists them for an occupation: slug, kind, hot or not, in demand there or not. */
const TECHNOLOGIES = [
  ["ansible", "TOOL", true, null],
  ["cobol", "LANGUAGE", false, false],
  ["docker", "PLATFORM", true, false],
  ["java", "LANGUAGE", true, true],
  ["python", "LANGUAGE", true, true],
  ["word-processor", "TOOL", null, true],
] as const;

const SKILLS = [
  ["arithmetic", "KNOWLEDGE", "ESSENTIAL"],
  ["debugging", "SKILL", "ESSENTIAL"],
  ["diplomacy", "SKILL", "OPTIONAL"],
  ["patience", "SKILL", null],
] as const;

const DEVELOPER = ["ROLE", "software-developer"] as const;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    await insertNode(tx, ...DEVELOPER);
    await insertNode(tx, "ROLE", "secretary");
    await insertNode(tx, "EXTERNAL_CONCEPT", "onet-15-1252-00", {
      scheme: "ONET",
      code: "15-1252.00",
    });
    await insertEdge(tx, "MAPPING", DEVELOPER, ["EXTERNAL_CONCEPT", "onet-15-1252-00"], {
      match_type: "EXACT",
    });
    const source_id = await insertNode(tx, "SOURCE", "onet");
    for (const [slug, technology_kind, is_hot, in_demand] of TECHNOLOGIES) {
      await insertNode(tx, "TECHNOLOGY", slug, { technology_kind, is_hot });
      const edge_id = await insertEdge(tx, "REQUIREMENT", DEVELOPER, ["TECHNOLOGY", slug], {
        in_demand,
        role_id: rowId(...DEVELOPER),
      });
      // Everything but Ansible is stated by O*NET.
      if (slug !== "ansible")
        await insertRow(tx, "assertion", {
          ...{ id: edge_id, edge_id, source_id, origin: "IMPORTED" },
          ...{ revision: 1, created_at: new Date(0) },
        });
    }
    await insertEdge(tx, "REQUIREMENT", ["ROLE", "secretary"], ["TECHNOLOGY", "java"], {
      in_demand: false,
      role_id: rowId("ROLE", "secretary"),
    });
    for (const [slug, skill_kind, requirement] of SKILLS) {
      await insertNode(tx, "SKILL", slug, { skill_kind });
      await insertEdge(tx, "REQUIREMENT", DEVELOPER, ["SKILL", slug], {
        requirement,
        role_id: rowId(...DEVELOPER),
      });
    }
  });
}, 60_000);
afterAll(() => database.close());

/** Slugs of what the developer is asked for, in the order of the list, which has no more than these. */
async function asked(args: string): Promise<string> {
  const { role } = await dataOf(
    database,
    `{ role(by: { slug: "software-developer" }) { requirements(${args}) { totalCount nodes { slug } } } }`,
  );
  expect(role.requirements.totalCount).toBe(role.requirements.nodes.length);
  return role.requirements.nodes.map(({ slug }: { slug: string }) => slug).join(" ");
}

it("gives the hot technologies of O*NET's occupation ordered by demand, by two statements", async () => {
  const { data, errors, statements } = await ask(
    database,
    `{ role(by: { externalCode: { scheme: "ONET", code: "15-1252.00" } }) {
      requirements(
        filter: { technology: { isHot: true }, statedBy: { eq: "onet" } }
        orderBy: [{ field: DEMAND, direction: DESC }, { field: NAME }]
      ) { totalCount edges { isInDemand node { slug ... on Technology { isHot } } } }
    } }`,
  );
  expect(errors).toEqual([]);
  expect(statements).toHaveLength(2);
  expect(data.role.requirements).toEqual({
    totalCount: 3,
    edges: [
      { isInDemand: true, node: { slug: "java", isHot: true } },
      { isInDemand: true, node: { slug: "python", isHot: true } },
      { isInDemand: false, node: { slug: "docker", isHot: true } },
    ],
  });
});

it("keeps a demand that nobody states unknown, on both sides of the link", async () => {
  const { technology } = await dataOf(
    database,
    '{ technology(by: { slug: "ansible" }) { usedBy { edges { isInDemand role { slug } } } } }',
  );
  expect(technology.usedBy.edges).toEqual([
    { isInDemand: null, role: { slug: "software-developer" } },
  ]);
});

it.each([
  ["DESC", "java python word-processor ansible cobol docker"],
  ["ASC", "ansible cobol docker java python word-processor"],
])("orders by demand, where unknown counts as not in demand: %s", async (direction, expected) => {
  const orderBy = `orderBy: [{ field: DEMAND, direction: ${direction} }, { field: NAME }]`;
  expect(await asked(`filter: { kind: TECHNOLOGY }, ${orderBy}`)).toBe(expected);
});

it.each([
  ["isInDemand: true", "java python word-processor"],
  ["isInDemand: false", "cobol docker"],
  ["isInDemand: null, kind: TECHNOLOGY", "ansible cobol docker java python word-processor"],
  ["technology: {}", "ansible cobol docker java python word-processor"],
  ["technology: { isHot: true }", "ansible docker java python"],
  ["technology: { isHot: false }", "cobol"],
  ["technology: { isHot: true, kind: { eq: LANGUAGE } }, isInDemand: true", "java python"],
  ["technology: { vendor: { isNull: false } }", ""],
  ['technology: { slug: { in: ["java", "debugging"] } }', "java"],
  ["technology: { isHot: true }, kind: SKILL", ""],
  ["skill: {}", "arithmetic debugging diplomacy patience"],
  ["skill: { kind: { eq: KNOWLEDGE } }", "arithmetic"],
  ["skill: { reuseLevel: { eq: TRANSVERSAL } }", ""],
  ["skill: {}, technology: {}", ""],
])("narrows what is asked for by what it is: %s", async (filter, expected) => {
  expect(await asked(`filter: { ${filter} }, orderBy: [{ field: NAME }]`)).toBe(expected);
});

it.each([
  ["requirement: { eq: ESSENTIAL }", "arithmetic debugging"],
  ["requirement: { eq: OPTIONAL }", "diplomacy"],
  ["requirement: { in: [ESSENTIAL, OPTIONAL] }", "arithmetic debugging diplomacy"],
])("tells essential from optional, each with its count: %s", async (filter, expected) => {
  expect(await asked(`filter: { kind: SKILL, ${filter} }, orderBy: [{ field: NAME }]`)).toBe(
    expected,
  );
});

it.each([
  ["{ technology: { isHot: true }, isInDemand: true }", "software-developer"],
  ["{ technology: { isHot: true } }", "secretary software-developer"],
  ["{ isInDemand: false }", "secretary software-developer"],
  ["{ skill: { kind: { eq: KNOWLEDGE } } }", "software-developer"],
])("finds roles by the demand for what they ask: %s", async (some, expected) => {
  const { roles } = await dataOf(
    database,
    `{ roles(filter: { requirements: { some: ${some} } }) { nodes { slug } } }`,
  );
  expect(roles.nodes.map(({ slug }: { slug: string }) => slug).join(" ")).toBe(expected);
});

it("finds technologies by where they are in demand", async () => {
  const { technologies } = await dataOf(
    database,
    `{ technologies(filter: { isHot: true, usedBy: { some: { isInDemand: true, role: { slug: { eq: "software-developer" } } } } }) {
      nodes { slug } } }`,
  );
  expect(technologies.nodes).toEqual([{ slug: "java" }, { slug: "python" }]);
});
