import { existsSync } from "node:fs";
import { join } from "node:path";
import { SEEDS_FOLDER } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { readIdentities } from "../merge/identity/read-identities";
import { keyId } from "../merge/ids";
import { PROJECT_ROOT } from "../shared/project-root";
import { graphState } from "../testing/content-hash";
import { dataOf } from "../testing/read-all";
import { openStarterGraph } from "../testing/starter-graph";
import { IMPORT_SOURCES } from "./catalog";
import type { ImportSource } from "./import-source";
import { EXPECTED } from "./testing/expected-data";
import { type Imported, importInto } from "./testing/import-into";

/**
 * Whole imports of real data, one after the other into the starter graph, as `npm run import` does it. The publishers'
 * files lie beside the project and are not part of it: `npm run test:full` runs this, `npm test` does not.
 */
const DATA = join(PROJECT_ROOT, "../shared/data");
const HERE = existsSync(DATA);
if (!HERE) console.log(`Skipped: there is no real data in ${DATA}.`);

const sources = IMPORT_SOURCES.flatMap((source) => {
  const expected = EXPECTED[source.name];
  return expected ? [{ name: source.name, source, ...expected }] : [];
});

let database: Database;
const identities = readIdentities(join(SEEDS_FOLDER, "identities.yaml"));
const bring = (source: ImportSource, folder: string): Promise<Imported> =>
  importInto(database, source, { path: join(DATA, folder), identities });

/** What a source states, by kind: how many of them, and how many nodes or links that is. */
async function stated(what: "node" | "edge", { scheme }: ImportSource) {
  const rows = await database.dataSource.query<{ kind: string; keys: number; count: number }[]>(
    `SELECT n.kind, count(*)::integer AS keys, count(DISTINCT n.id)::integer AS count
       FROM assertion a JOIN ${what} n ON n.id = a.${what}_id
      WHERE a.source_id = $1 AND n.kind <> 'SOURCE' GROUP BY 1 ORDER BY 1`,
    [keyId("SOURCE", scheme, "source")],
  );
  return rows;
}

const byKind = (rows: readonly { kind: string; keys: number }[]) =>
  Object.fromEntries(rows.map(({ kind, keys }) => [kind, keys]));

(HERE ? describe : describe.skip)(`the data in ${DATA}`, () => {
  beforeAll(async () => {
    database = await openStarterGraph();
  });
  afterAll(() => database.close());

  it("is known for every source", () => {
    expect(sources.map(({ name }) => name)).toEqual(IMPORT_SOURCES.map(({ name }) => name));
  });

  describe.each(sources)(
    "$name",
    ({ source, folder, version, rows, nodes, links, missingLinks }) => {
      let first: Imported;

      it("is imported whole, every row accounted for", async () => {
        const before = await graphState(database);
        first = await bring(source, folder);
        expect(first.summary).toMatchObject({
          version,
          changed: true,
          revision: before.revision + 1,
        });
        const read = first.summary.entities.filter((tally) => tally.read > 0);
        expect(Object.fromEntries(read.map((tally) => [tally.entity, tally.read]))).toEqual(rows);
        for (const { read: all, imported, updated, unchanged, skipped, reasons } of read) {
          expect(imported + updated + unchanged + skipped).toBe(all);
          expect([updated, unchanged]).toEqual([0, 0]);
          expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(skipped);
        }
        const skipped = read.reduce((sum, tally) => sum + tally.skipped, 0);
        expect(first.report.skipped ?? []).toHaveLength(skipped);
        expect(first.report.joined ?? []).toHaveLength(first.summary.joined);
        expect(first.report.ambiguous ?? []).toHaveLength(first.summary.ambiguous);
      });

      it("holds what the data's README counts", async () => {
        const found = await stated("node", source);
        const { EXTERNAL_CONCEPT: concepts, ...others } = byKind(found);
        const importedOf = (entity: string) =>
          first.summary.entities.find((tally) => tally.entity === entity)?.imported ?? 0;
        const counts = Object.entries(nodes).map(([kind, wanted]) => [
          kind,
          typeof wanted === "number"
            ? wanted
            : wanted.reduce((sum, entity) => sum + importedOf(entity), 0),
        ]);
        expect(others).toEqual(Object.fromEntries(counts));
        // Several keys of a source are one node only where seeds/identities.yaml says so.
        const keys = found.reduce((sum, row) => sum + row.keys, 0);
        const count = found.reduce((sum, row) => sum + row.count, 0);
        expect(keys - count).toBeLessThanOrEqual(identities.same.length);

        const { MAPPING: mappings, ...lines } = byKind(await stated("edge", source));
        expect(mappings).toBe(concepts);
        for (const [kind, exact] of Object.entries(links)) {
          // Links between nodes that turned out to be one fall together.
          expect(lines[kind]).toBeLessThanOrEqual(exact);
          expect(lines[kind]).toBeGreaterThanOrEqual(exact - (missingLinks?.[kind] ?? 0));
        }
        expect(Object.keys(lines).sort()).toEqual(Object.keys(links).sort());
      });

      it("changes nothing the second time", async () => {
        const before = await graphState(database);
        const { summary, report } = await bring(source, folder);
        expect(summary).toMatchObject({ changed: false, revision: before.revision, joined: 0 });
        expect(await graphState(database)).toEqual(before);
        const counts = ({ summary: { entities } }: Imported) =>
          entities.map(({ entity, imported, unchanged }) => [entity, imported + unchanged]);
        expect(counts({ summary, report })).toEqual(counts(first));
        expect(summary.entities.filter(({ imported, updated }) => imported + updated > 0)).toEqual(
          [],
        );
        expect(report.skipped?.length).toBe(first.report.skipped?.length);
      });
    },
  );

  it("answers which skills a software developer of ESCO needs, essential and optional", async () => {
    const needs = (requirement: string) =>
      `requirements(first: 100, filter: { requirement: { eq: ${requirement} } }) {
        totalCount nodes { ... on Node { name } } edges { sources { nodes { slug attribution } } } }`;
    const { role } = await dataOf(
      database,
      `{ role(by: { externalUri: "http://data.europa.eu/esco/occupation/f2b15a0e-e65a-438a-affb-29b9d50b77d1" }) {
        name essential: ${needs("ESSENTIAL")} optional: ${needs("OPTIONAL")} } }`,
    );
    expect(role.name).toBe("software developer");
    expect([role.essential.totalCount, role.optional.totalCount]).toEqual([24, 80]);
    const names = (list: { nodes: { name: string }[] }) => list.nodes.map(({ name }) => name);
    // Two of them are the graph's own skills.
    for (const name of ["create flowchart diagram", "Debugging", "Design patterns"])
      expect(names(role.essential)).toContain(name);
    for (const { sources: said } of [...role.essential.edges, ...role.optional.edges])
      expect(said.nodes).toContainEqual({
        slug: "esco",
        attribution: "This service uses the ESCO classification of the European Commission.",
      });
  });

  it("answers which hot technologies O*NET lists for software developers, by demand", async () => {
    const { role } = await dataOf(
      database,
      `{ role(by: { externalCode: { scheme: "ONET", code: "15-1252.00" } }) { name
        requirements(
          first: 100
          filter: { kind: TECHNOLOGY, technology: { isHot: true } }
          orderBy: [{ field: DEMAND, direction: DESC }, { field: NAME }]
        ) { totalCount edges { isInDemand node { ... on Technology { name isHot } } } } } }`,
    );
    expect(role.name).toBe("Software Developers");
    const { totalCount, edges } = role.requirements;
    // Rows of the file, of which 29 are in demand. JavaScript and the like are the graph's own nodes.
    expect(totalCount).toBe(149);
    const demanded = edges.filter(({ isInDemand }: { isInDemand: boolean }) => isInDemand);
    expect(demanded).toHaveLength(29);
    expect(edges.slice(0, 29)).toEqual(demanded);
    expect(edges.every(({ node }: { node: { isHot: boolean } }) => node.isHot)).toBe(true);
    const names = demanded.map(({ node }: { node: { name: string } }) => node.name);
    expect(names).toEqual(
      expect.arrayContaining(["JavaScript", "Python", "SQL", "C#", "C++", "C"]),
    );
  });

  it("answers the levels of the UK's software developer in their order, with required skills", async () => {
    const { role } = await dataOf(
      database,
      `{ role(by: { externalCode: { scheme: "UK_GDD", code: "Software developer" } }) { name
        levels { nodes { name order requirements(first: 100) {
          totalCount edges { proficiency node { ... on Node { name } } } } } } } }`,
    );
    const levels: {
      name: string;
      order: number;
      requirements: { totalCount: number; edges: { proficiency: number }[] };
    }[] = role.levels.nodes;
    expect(levels.map(({ order, name }) => `${order} ${name}`)).toEqual([
      "1 Apprentice developer",
      "2 Junior developer",
      "3 Developer",
      "4 Senior developer",
      "4 Senior developer - management",
      "5 Lead developer",
      "5 Lead developer - management",
      "6 Principal developer",
      "6 Principal developer - management",
    ]);
    const mean = (edges: { proficiency: number }[]) =>
      edges.reduce((sum, { proficiency }) => sum + proficiency, 0) / edges.length;
    for (const { requirements } of levels) {
      expect(requirements.totalCount).toBe(requirements.edges.length);
      expect(requirements.totalCount).toBeGreaterThan(5);
    }
    const means = levels
      .filter(({ name }) => !name.includes("management"))
      .map(({ requirements }) => mean(requirements.edges));
    expect(means).toEqual([...means].sort((a, b) => a - b));
  });
});
