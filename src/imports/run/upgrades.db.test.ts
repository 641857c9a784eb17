import { join } from "node:path";
import type { Database } from "../../database/database";
import { dataOf } from "../../testing/read-all";
import { openEmptyGraph } from "../../testing/starter-graph";
import { ESCO } from "../esco/esco";
import { ONET } from "../onet/onet";
import { type Imported, importInto, rowsOf } from "../testing/import-into";

const fixtures = (path: string) => join(__dirname, "..", path);

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
});
afterAll(() => database.close());

/** One line for each change, e.g. `ROLE baker description`. */
const changes = (report: Imported["report"], type: string) =>
  (report[type] ?? [])
    .map(({ kind, slug, from, to, field }) =>
      [kind, slug ?? `${from} -> ${to}`, field].filter(Boolean).join(" "),
    )
    .sort();

describe("ESCO 1.1.0 and then 1.1.1", () => {
  const AT = "http://data.europa.eu/esco/occupation/";
  const QUERY = `{
    baker: role(by: { externalUri: "${AT}baker" }) {
      id slug name status labels { nodes { kind text } } requirements { edges { requirement node { slug } } }
    }
    toastMaker: role(by: { externalUri: "${AT}toast-maker" }) { id status }
    lost: role(by: { slug: "toast-maker" }) { id name status requirements { totalCount } families { totalCount } }
    source(by: { slug: "esco" }) { release }
  }`;
  let upgrade: Imported;
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it selects.
  let before: any, after: any;
  beforeAll(async () => {
    await importInto(database, ESCO, { path: fixtures("esco/fixtures/esco-1.1.0") });
    before = await dataOf(database, QUERY);
    upgrade = await importInto(database, ESCO, { path: fixtures("esco/fixtures/esco-1.1.1") });
    after = await dataOf(database, QUERY);
  });

  it("shows the new values under the same id and slug", () => {
    expect(before.baker).toMatchObject({ name: "bread maker", slug: "bread-maker" });
    expect(after.baker).toEqual({
      ...before.baker,
      name: "baker",
      labels: {
        nodes: [
          { kind: "PREFERRED", text: "baker" },
          { kind: "ALTERNATIVE", text: "artisan baker" },
          { kind: "ALTERNATIVE", text: "bread maker" },
        ],
      },
      requirements: {
        edges: expect.arrayContaining([
          { requirement: "ESSENTIAL", node: { slug: "dough" } },
          { requirement: "ESSENTIAL", node: { slug: "knead-dough" } },
        ]),
      },
    });
    expect([before.source.release, after.source.release]).toEqual(["1.1.0", "1.1.1"]);
  });

  it("deprecates what vanished and never deletes it; its links are gone", () => {
    const { id } = before.toastMaker;
    expect(before.lost).toMatchObject({ id, status: "ACTIVE", requirements: { totalCount: 1 } });
    expect(after.lost).toEqual({
      ...{ id, name: "toast maker", status: "DEPRECATED" },
      ...{ requirements: { totalCount: 0 }, families: { totalCount: 0 } },
    });
    // What the source no longer has is no longer mapped to it.
    expect(after.toastMaker).toBeNull();
  });

  it("lists the changes", () => {
    const { summary, report } = upgrade;
    expect(changes(report, "updated")).toEqual([
      "REQUIREMENT bread-maker -> dough requirement",
      "ROLE bread-maker labels",
      "SOURCE esco source_version",
    ]);
    expect(report.updated?.find(({ field }) => field === "requirement")).toMatchObject({
      before: "OPTIONAL",
      after: "ESSENTIAL",
    });
    expect(changes(report, "deprecated")).toEqual([
      "EXTERNAL_CONCEPT esco-toast-maker",
      "ROLE toast-maker",
    ]);
    expect(changes(report, "removed")).toEqual([
      "BROADER toast-maker -> bakers",
      "MAPPING toast-maker -> esco-toast-maker",
      "REQUIREMENT toast-maker -> dough",
    ]);
    expect(summary).toMatchObject({ updatedValues: 3, deprecated: 2, removed: 3, differences: 0 });
    expect(rowsOf(summary)).toEqual({
      "ISCO groups": "1 = 0 + 0 + 1 + 0",
      occupations: "1 = 0 + 1 + 0 + 0",
      skills: "2 = 0 + 0 + 2 + 0",
      "broader occupations": "2 = 0 + 0 + 1 + 1",
      "occupation skill relations": "3 = 0 + 1 + 1 + 1",
    });
  });

  it("revives what comes back, under its id", async () => {
    const { report } = await importInto(database, ESCO, {
      path: fixtures("esco/fixtures/esco-1.1.0"),
    });
    expect(await dataOf(database, QUERY)).toEqual(before);
    expect(report.deprecated).toBeUndefined();
  });
});

describe("O*NET 29.3 and then 30.0", () => {
  const QUERY = `{
    role(by: { externalCode: { scheme: "ONET", code: "15-1252.00" } }) {
      id description requirements(filter: { skill: { slug: { eq: "programming" } } }) {
        edges { importance proficiency assertions { nodes { qualifiers { name number unit } } } }
      }
    }
    programmers: role(by: { slug: "computer-programmers" }) { status relatedOccupationOf { totalCount } }
    achievement: skill(by: { slug: "achievement-effort" }) { name status }
  }`;
  let upgrade: Imported;
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it selects.
  let before: any, after: any;
  beforeAll(async () => {
    await importInto(database, ONET, { path: fixtures("onet/fixtures/onet-29.3") });
    before = await dataOf(database, QUERY);
    upgrade = await importInto(database, ONET, { path: fixtures("onet/fixtures/db_30_0_text") });
    after = await dataOf(database, QUERY);
  });

  it("shows the new ratings, with the raw values of the new release alone", () => {
    const [link] = after.role.requirements.edges;
    expect(before.role.requirements.edges[0]).toMatchObject({ importance: 4, proficiency: 4 });
    expect(link).toMatchObject({ importance: 5, proficiency: 4 });
    const raw = (edge: typeof link) =>
      edge.assertions.nodes.map((node: { qualifiers: { number: number }[] }) =>
        node.qualifiers.map(({ number }) => number),
      );
    expect(raw(before.role.requirements.edges[0])).toEqual([[4.12, 4.62]]);
    expect(raw(link)).toEqual([[4.5, 5.25]]);
    expect(after.role).toMatchObject({
      id: before.role.id,
      description: "Research, design and build software.",
    });
  });

  it("deprecates occupations that are gone, and elements that nothing uses any more", () => {
    expect(before.programmers).toEqual({
      status: "ACTIVE",
      relatedOccupationOf: { totalCount: 1 },
    });
    expect(after.programmers).toEqual({
      status: "DEPRECATED",
      relatedOccupationOf: { totalCount: 0 },
    });
    expect(after.achievement).toEqual({ name: "Achievement/Effort", status: "DEPRECATED" });
  });

  it("lists the changes, also of raw values and of how firmly something is said", () => {
    const updated = upgrade.report.updated ?? [];
    const of = (from: string, to: string) =>
      updated
        .filter((line) => line.from === from && line.to === to)
        .map(({ field, before: was, after: is }) => [field, was, is])
        .sort();
    expect(of("software-developers", "programming")).toEqual([
      ["importance", 4, 5],
      ["qualifiers", expect.anything(), expect.anything()],
    ]);
    expect(of("software-developers", "python")).toEqual([["in_demand", true, false]]);
    expect(of("software-developers", "train-people-who-use-the-software")).toEqual([
      ["strength", "Supplemental", "Core"],
    ]);
    expect(upgrade.summary.updatedValues).toBe(updated.length);
    expect(changes(upgrade.report, "deprecated")).toContain("ROLE computer-programmers");
  });
});
