import { join } from "node:path";
import type { Database } from "../../database/database";
import { dataOf } from "../../testing/read-all";
import { openEmptyGraph } from "../../testing/starter-graph";
import { ESCO } from "../esco/esco";
import type { ImportSource } from "../import-source";
import { ONET } from "../onet/onet";
import { importInto } from "../testing/import-into";
import { type End, madeNode, madeSource } from "../testing/made-source";

/** What somebody sees of imported sources who asks the API. */

const BAKER = "http://data.europa.eu/esco/occupation/baker";

let database: Database;
let startedAt: number;
beforeAll(async () => {
  database = await openEmptyGraph();
  startedAt = Date.now();
  await importInto(database, ESCO, { path: join(__dirname, "../esco/fixtures/esco-1.2.1") });
  await importInto(database, ONET, { path: join(__dirname, "../onet/fixtures/db_30_0_text") });
});
afterAll(() => database.close());

it("finds a node by the source's address and by its code", async () => {
  const data = await dataOf(
    database,
    `{
      byUri: role(by: { externalUri: "${BAKER}" }) { slug }
      byCode: role(by: { externalCode: { scheme: "ESCO", code: "7512.1" } }) { slug }
      group: roleFamily(by: { externalCode: { scheme: "ESCO", code: "7512" } }) { name }
      onet: role(by: { externalCode: { scheme: "ONET", code: "15-1252.00" } }) { name }
      element: skill(by: { externalCode: { scheme: "ONET", code: "2.B.3.e" } }) { name }
      concept: externalConcept(by: { externalUri: "${BAKER}" }) {
        name scheme schemeVersion code uri mappedBy { edges { matchType confidence node { ... on Role { slug } } } }
      }
      nothing: role(by: { externalUri: "${BAKER}s" }) { slug }
    }`,
  );
  expect(data).toEqual({
    byUri: { slug: "baker" },
    byCode: { slug: "baker" },
    group: { name: expect.any(String) },
    onet: { name: "Software Developers" },
    element: { name: "Programming" },
    concept: {
      ...{ name: "baker", scheme: "ESCO", schemeVersion: "1.2.1", code: "7512.1", uri: BAKER },
      mappedBy: { edges: [{ matchType: "EXACT", confidence: 1, node: { slug: "baker" } }] },
    },
    nothing: null,
  });
});

it("shows names and texts in the language that is asked for", async () => {
  const { role, skill } = await dataOf(
    database,
    `{
      role(by: { externalUri: "${BAKER}" }) {
        name german: name(locale: "de") french: name(locale: "fr") description
        germanDescription: description(locale: "de")
        labels { nodes { locale kind text } }
      }
      skill(by: { externalUri: "http://data.europa.eu/esco/skill/pretzel" }) { name nameLocale }
    }`,
  );
  expect(role).toEqual({
    ...{ name: "baker", german: "Bäcker/Bäckerin", french: "baker" },
    ...{ description: "Bakers make bread.", germanDescription: "Bäcker backen Brot." },
    labels: {
      nodes: expect.arrayContaining([
        { locale: "de", kind: "ALTERNATIVE", text: "Bäckermeister/Bäckermeisterin" },
        { locale: "en", kind: "ALTERNATIVE", text: "artisan baker" },
      ]),
    },
  });
  // One that only the German files have.
  expect(skill).toEqual({ name: "Brezel", nameLocale: "de" });
});

describe.each([
  ["esco", ESCO, "1.2.1", `role(by: { externalUri: "${BAKER}" })`],
  ["onet", ONET, "30.0", 'role(by: { externalCode: { scheme: "ONET", code: "15-1252.00" } })'],
] as const)("licence and attribution: %s", (slug, source: ImportSource, release, role) => {
  const SOURCE = "nodes { slug name release licence attribution url importedAt }";
  const says = {
    ...{ slug, release, name: source.title, licence: source.licence },
    ...{ attribution: source.attribution, url: source.url, importedAt: expect.any(String) },
  };

  it("stand on every node and link", async () => {
    const data = await dataOf(
      database,
      `{ it: ${role} { sources { ${SOURCE} }
          requirements(first: 1) { edges { sources { ${SOURCE} } node { ... on Node { sources { ${SOURCE} } } } } }
          mappings { edges { sources { ${SOURCE} } node { sources { ${SOURCE} } } } } } }`,
    );
    const { it: found } = data;
    const [requirement] = found.requirements.edges;
    const [mapping] = found.mappings.edges;
    for (const { sources } of [found, requirement, requirement.node, mapping, mapping.node]) {
      expect(sources.nodes).toEqual([says]);
      const importedAt = Date.parse(sources.nodes[0].importedAt);
      expect(importedAt).toBeGreaterThanOrEqual(startedAt - 1_000);
      expect(importedAt).toBeLessThanOrEqual(Date.now() + 1_000);
    }
    // Nothing of the source lacks them, however it is reached.
    const [lacking] = await database.dataSource.query(
      `SELECT (SELECT count(*)::integer FROM node n WHERE NOT EXISTS (SELECT 1 FROM assertion a WHERE a.node_id = n.id)) AS nodes,
              (SELECT count(*)::integer FROM edge e WHERE NOT EXISTS (SELECT 1 FROM assertion a WHERE a.edge_id = e.id)) AS links`,
    );
    expect(lacking).toEqual({ nodes: 0, links: 0 });
  });
});

it("says when a source was last loaded with changes, and keeps that when nothing changed", async () => {
  const ROLE: End = ["ROLE", "x"];
  const importedAt = async () =>
    (await dataOf(database, '{ source(by: { slug: "small" }) { importedAt attribution } }')).source;
  const small = (title: string) =>
    madeSource("small", { nodes: [madeNode(ROLE, title)], attribution: null });
  await importInto(database, small("X"));
  const first = await importedAt();
  expect(first).toEqual({ importedAt: expect.any(String), attribution: null });
  await importInto(database, small("X"));
  expect(await importedAt()).toEqual(first);
  await importInto(database, small("Y"));
  expect(Date.parse((await importedAt()).importedAt)).toBeGreaterThan(Date.parse(first.importedAt));
});
