import type { Database } from "../database/database";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows } from "../testing/table-rows";
import { merge, TestSource } from "../testing/test-source";

const curated = new TestSource("curated");
const imported = new TestSource("imported", "IMPORTED");

const BAKER = ["ROLE", "baker"] as const;
const COOK = ["ROLE", "cook"] as const;
const PASTRY = ["SPECIALIZATION", "pastry"] as const;
const BAKING = ["SKILL", "baking"] as const;
const KNEADING = ["SKILL", "kneading"] as const;
const ESSENTIAL = { requirement: "ESSENTIAL" };

const NODES = [BAKER, COOK, PASTRY, BAKING, KNEADING].map(([kind, slug]) =>
  curated.node(kind, slug),
);

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

it("turns a prerequisite round: what is taken back does not close a cycle with what comes", async () => {
  await merge(
    database,
    curated,
    ...NODES,
    curated.edge("PREREQUISITE", BAKING, KNEADING, ESSENTIAL),
  );
  await merge(
    database,
    curated,
    ...NODES,
    curated.edge("PREREQUISITE", KNEADING, BAKING, ESSENTIAL),
  );
  expect(await links("PREREQUISITE")).toEqual([{ from: "kneading", to: "baking", role: null }]);
});

it("refuses to turn a prerequisite round while another source still states it", async () => {
  const stated = curated.edge("PREREQUISITE", BAKING, KNEADING, ESSENTIAL);
  await merge(database, curated, ...NODES, stated);
  const [, , , baking, kneading] = [BAKER, COOK, PASTRY, BAKING, KNEADING].map(([kind, slug]) =>
    imported.node(kind, slug),
  );
  if (!baking || !kneading) throw new Error("no nodes");
  const turned = imported.edge("PREREQUISITE", KNEADING, BAKING, ESSENTIAL);
  await expect(merge(database, imported, baking, kneading, turned)).rejects.toMatchObject({
    constraint: "edge_acyclic",
  });
});

it("moves a specialization to another role, and its requirements with it", async () => {
  const asked = curated.edge("REQUIREMENT", PASTRY, BAKING, ESSENTIAL);
  await merge(
    database,
    curated,
    ...NODES,
    asked,
    curated.edge("HAS_SPECIALIZATION", BAKER, PASTRY),
  );
  expect(await links("REQUIREMENT")).toEqual([{ from: "pastry", to: "baking", role: "baker" }]);
  await merge(database, curated, ...NODES, asked, curated.edge("HAS_SPECIALIZATION", COOK, PASTRY));
  expect(await links("HAS_SPECIALIZATION")).toEqual([{ from: "cook", to: "pastry", role: null }]);
  expect(await links("REQUIREMENT")).toEqual([{ from: "pastry", to: "baking", role: "cook" }]);
});

it("takes requirements out of a role's lists when their specialization is of no role any more", async () => {
  const asked = curated.edge("REQUIREMENT", PASTRY, BAKING, ESSENTIAL);
  await merge(
    database,
    curated,
    ...NODES,
    asked,
    curated.edge("HAS_SPECIALIZATION", BAKER, PASTRY),
  );
  await merge(database, curated, ...NODES, asked);
  expect(await links("REQUIREMENT")).toEqual([{ from: "pastry", to: "baking", role: null }]);
});

it("puts requirements into a role's lists when another source says whose specialization it is", async () => {
  const asked = curated.edge("REQUIREMENT", PASTRY, BAKING, ESSENTIAL);
  await merge(database, curated, ...NODES, asked);
  await merge(
    database,
    imported,
    imported.node(...COOK),
    imported.node(...PASTRY),
    imported.edge("HAS_SPECIALIZATION", COOK, PASTRY),
  );
  expect(await links("REQUIREMENT")).toEqual([{ from: "pastry", to: "baking", role: "cook" }]);
});

it("refuses a second role of a specialization that another source states, also when it asks for something", async () => {
  const asked = curated.edge("REQUIREMENT", PASTRY, BAKING, ESSENTIAL);
  const ofBaker = curated.edge("HAS_SPECIALIZATION", BAKER, PASTRY);
  await merge(database, curated, ...NODES, asked, ofBaker);
  await expect(
    merge(
      database,
      imported,
      imported.node(...COOK),
      imported.node(...PASTRY),
      imported.node(...BAKING),
      imported.edge("HAS_SPECIALIZATION", COOK, PASTRY),
      imported.edge("REQUIREMENT", PASTRY, BAKING, ESSENTIAL),
    ),
  ).rejects.toMatchObject({ constraint: "edge_one_role_of_specialization" });
});

it("moves a level to another role, and its requirements with it", async () => {
  const senior = curated.node("CAREER_LEVEL", "senior");
  const levelOf = (role: string) =>
    curated.node("ROLE_LEVEL", "senior-baker", {
      role_id: role,
      career_level_id: senior.id,
    });
  const asked = curated.edge("REQUIREMENT", ["ROLE_LEVEL", "senior-baker"], BAKING, ESSENTIAL);
  const [baker, cook] = NODES;
  if (!baker || !cook) throw new Error("no nodes");
  await merge(database, curated, ...NODES, senior, levelOf(baker.id), asked);
  expect(await links("REQUIREMENT")).toEqual([
    { from: "senior-baker", to: "baking", role: "baker" },
  ]);
  await merge(database, curated, ...NODES, senior, levelOf(cook.id), asked);
  expect(await links("REQUIREMENT")).toEqual([
    { from: "senior-baker", to: "baking", role: "cook" },
  ]);
});

/** The links of a kind by slug, with the role whose lists they are part of. */
function links(kind: string): Promise<unknown[]> {
  return database.dataSource.query(
    `SELECT a.slug AS "from", b.slug AS "to", r.slug AS role FROM edge e
       JOIN node a ON a.id = e.from_id JOIN node b ON b.id = e.to_id LEFT JOIN node r ON r.id = e.role_id
      WHERE e.kind = $1 ORDER BY 1, 2`,
    [kind],
  );
}
