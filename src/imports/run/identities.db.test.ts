import type { Database } from "../../database/database";
import { dataOf } from "../../testing/read-all";
import { openEmptyGraph } from "../../testing/starter-graph";
import { curateTechnologies, technologyOf } from "../testing/curated-technologies";
import { globalId } from "../testing/global-ids";
import { importInto, rowsOf } from "../testing/import-into";
import { type End, madeLink, madeNode, madePlace, madeSource } from "../testing/made-source";

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await curateTechnologies(database);
});
afterAll(() => database.close());

const technology = (slug: string) => technologyOf(database, slug);

it("joins nothing where two fit, and says so", async () => {
  const source = madeSource("topics", {
    nodes: [madeNode(["TECHNOLOGY", "spring"], "spring"), madeNode(["ROLE", "go"], "Go")],
  });
  const { summary, report } = await importInto(database, source);
  expect(summary).toMatchObject({ joined: 0, ambiguous: 1 });
  expect(report.ambiguous).toEqual([
    {
      ...{ scheme: "TOPICS", name: "spring", rivals: [] },
      candidates: expect.arrayContaining([
        globalId("TECHNOLOGY", "spring-framework"),
        globalId("TECHNOLOGY", "spring-creators"),
      ]),
    },
  ]);
  expect((await technology("spring")).name).toBe("spring");
});

it("follows a decision where names tell nothing", async () => {
  const source = madeSource("shop", {
    nodes: [madeNode(["TECHNOLOGY", "x"], "Visual C plus plus")],
  });
  const same = [{ kind: "TECHNOLOGY", scheme: "SHOP", key: "x", node: { slug: "cpp" } }] as const;
  const { report } = await importInto(database, source, { identities: { same, apart: [] } });
  expect(report.joined).toEqual([
    {
      ...{ scheme: "SHOP", name: "Visual C plus plus", into: globalId("TECHNOLOGY", "cpp") },
      ...{ by: "override", confidence: 1 },
    },
  ]);
  expect((await technology("cpp")).mappings.edges).toMatchObject([{ confidence: 1 }]);
});

it("adds to what the graph has, and creates nothing, where the source only adds", async () => {
  const known: End = ["TECHNOLOGY", "Go"];
  const unknown: End = ["TECHNOLOGY", "FooScript"];
  const office: End = ["ROLE", "clerk"];
  const optional = { create: false, fields: { url: "https://brand.example/" } };
  const brands = madeSource("brands", {
    nodes: [
      madeNode(known, known[1], optional),
      madeNode(unknown, unknown[1], { ...optional, place: madePlace(9, "the row") }),
      madeNode(office),
    ],
    links: [madeLink("REQUIREMENT", office, known), madeLink("REQUIREMENT", office, unknown)],
    onNodes: (sink) => {
      sink.row("colours", sink.idOf(...known), 2);
      sink.row("colours", sink.idOf(...unknown), 5);
    },
    onLinks: (sink) => {
      sink.row("sizes", sink.idOf(...unknown));
      sink.skip("sizes", "INVALID_VALUE", madePlace(0));
    },
  });
  for (const state of ["imported", "unchanged"]) {
    const { summary, report } = await importInto(database, brands);
    const taken = (rows: number) => (state === "imported" ? `${rows} + 0 + 0` : `0 + 0 + ${rows}`);
    expect(rowsOf(summary)).toEqual({
      nodes: `3 = ${taken(2)} + 1`,
      colours: `7 = ${taken(2)} + 5`,
      links: `2 = ${taken(1)} + 1`,
      sizes: "2 = 0 + 0 + 0 + 2",
    });
    expect(report.skipped).toContainEqual({
      ...{ reason: "NO_MATCH", entity: "nodes", file: "made.csv", line: 11, row: "the row" },
    });
    expect(report.skipped).toContainEqual({
      ...{ reason: "UNKNOWN_CONCEPT", entity: "links", file: "made.csv", line: 3 },
      row: ["clerk", "FooScript"],
    });
  }
  expect((await technology("go")).homepage).toBe("https://brand.example/");
  const [{ count }] = await database.dataSource.query(
    "SELECT count(*)::integer AS count FROM label WHERE text = 'FooScript'",
  );
  expect(count).toBe(0);
});

it("maps two kinds of things that share a code to the one concept with that code", async () => {
  const source = madeSource("twins", {
    nodes: [
      madeNode(["ROLE_FAMILY", "0110"], "Officers"),
      madeNode(["SKILL_GROUP", "0110"], "Teaching"),
    ],
  });
  expect((await importInto(database, source)).summary.changed).toBe(true);
  expect((await importInto(database, source)).summary.changed).toBe(false);
  const code = '(by: { externalCode: { scheme: "TWINS", code: "0110" } }) { name }';
  expect(await dataOf(database, `{ roleFamily${code} skillGroup${code} }`)).toEqual({
    roleFamily: { name: "Officers" },
    skillGroup: { name: "Teaching" },
  });
});

it("sets a flag of a thing that a source has twice when it is set under one of the names", async () => {
  const keys = ["a", "b", "c", "d", "e"].map((key) => ["TECHNOLOGY", key] as const);
  const same = keys.map(
    ([kind, key]) => ({ kind, scheme: "LIST", key, node: { slug: "spring-creators" } }) as const,
  );
  // Whichever of them: ids of assertions are in no order that means anything.
  for (const [, hot] of keys) {
    const nodes = keys.map(([kind, key]) =>
      madeNode([kind, key], `name ${key}`, { fields: { is_hot: key === hot } }),
    );
    await importInto(database, madeSource("list", { nodes }), { identities: { same, apart: [] } });
    const { technology } = await dataOf(
      database,
      '{ technology(by: { slug: "spring-creators" }) { isHot mappings { totalCount } } }',
    );
    expect(technology).toEqual({ isHot: true, mappings: { totalCount: 5 } });
  }
});
