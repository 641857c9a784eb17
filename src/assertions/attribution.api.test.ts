import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { dataOf } from "../testing/read-all";
import { implementers, listedTypes, relationsOf } from "../testing/schema-relations";
import { openStarterGraph } from "../testing/starter-graph";

/**
 * Licence and attribution travel with the data: whatever node or link somebody reads, they can read beside it whose it is,
 * and under which licence. Generated over the schema: a new kind is tested by being there.
 */

/** What somebody has to know who passes on what a source states. */
const ATTRIBUTION = "sources { nodes { slug name release licence attribution importedAt url } }";

const schema = makeSchema();
const kinds = listedTypes(schema);

/** Every list of links, with the type of its entries. */
const lists = kinds.flatMap(({ type, list }) =>
  relationsOf(type, { "Role.level": '(by: { slug: "senior" })' })
    .filter(({ edge }) => implementers(schema, "GraphEdge").some(({ name }) => name === edge))
    .map(({ place, field }) => ({ list, place, field })),
);

interface Stated {
  sources: { nodes: { slug: string; name: string }[] };
}

/** What every source is made to say of itself, so that nothing can be missing unseen. */
const SAID = {
  release: "29.3",
  licence: "CC BY 4.0",
  importedAt: "2026-01-02T03:04:05.000Z",
  url: "https://example.org/",
};

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
  await database.transaction((tx) =>
    tx.query(
      `UPDATE node SET source_version = $1, licence = $2, imported_at = $3, url = $4, attribution = 'As ' || slug || ' says'
        WHERE kind = 'SOURCE'`,
      Object.values(SAID),
    ),
  );
}, 60_000);
afterAll(() => database.close());

/** Everything has a source, and every source says all of it. */
function expectAttributed(stated: readonly Stated[]): void {
  for (const { sources } of stated) {
    expect(sources.nodes.length).toBeGreaterThan(0);
    for (const { slug, name, ...said } of sources.nodes) {
      expect(name).not.toBe("");
      expect(said).toEqual({ ...SAID, attribution: `As ${slug} says` });
    }
  }
}

it.each([...implementers(schema, "Node"), ...implementers(schema, "GraphEdge")])(
  "%s can be asked for its sources",
  (type) => {
    expect(String(type.getFields().sources?.type)).toBe("SourceConnection!");
  },
);

it.each(kinds)("nodes say whose they are: $list", async ({ list }) => {
  const data = await dataOf(database, `{ ${list}(first: 5) { nodes { ${ATTRIBUTION} } } }`);
  expect(data[list].nodes.length).toBeGreaterThan(0);
  expectAttributed(data[list].nodes);
});

it.each(lists)("links say whose they are: $place", async ({ list, field }) => {
  const data = await dataOf(
    database,
    `{ ${list}(first: 20) { nodes { ${field}(first: 2) { edges { ${ATTRIBUTION} } } } } }`,
  );
  expectAttributed(
    data[list].nodes.flatMap((node: Record<string, { edges: Stated[] }>) => node[field]?.edges),
  );
});
