import type { Database, Transaction } from "../database/database";
import { insertRow } from "../testing/graph-rows";
import { openEmptyGraph } from "../testing/starter-graph";
import { CONTENT_TABLES, contentColumns } from "../testing/table-rows";

/**
 * The sums of the rows below. They are the same on every version of PostgreSQL and on the embedded database, and a
 * migration that changes what is hashed changes them: a graph's content hash is compared between installations.
 */
const EXPECTED = {
  "assertion CURATED": "16118942370976008804",
  "edge REQUIREMENT": "10070433138484796492",
  "edge STATEMENT": "9888732315450991652",
  "label PREFERRED": "8837399652270888890",
  "node ROLE": "14730289202713109801",
  "node SOURCE": "15180757726383812707",
  "node TECHNOLOGY": "16718786365003319010",
  "node_key ROLE": "13843855701021322893",
  "node_text DEFINITION": "13828574704517522832",
};

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(insertOneOfEach);
});
afterAll(() => database.close());

it("has a value of every type that content has", async () => {
  const missing: string[] = [];
  for (const table of CONTENT_TABLES) {
    const columns = await contentColumns(database, table);
    const [row] = await database.dataSource.query<Record<string, number>[]>(
      `SELECT ${columns.map(({ name }) => `count(${name})::integer AS ${name}`).join(", ")} FROM ${table}`,
    );
    const types = new Set(columns.map(({ type }) => type));
    for (const { name, type } of columns) if (row?.[name]) types.delete(type);
    missing.push(...[...types].map((type) => `${table}: ${type}`));
  }
  expect(missing).toEqual([]);
});

it("gives the same rows the same sums on every database", async () => {
  const rows = await database.dataSource.query<{ of: string; hash: string }[]>(
    "SELECT subject || ' ' || kind AS of, hash::text AS hash FROM content_hash ORDER BY 1",
  );
  expect(Object.fromEntries(rows.map(({ of, hash }) => [of, hash]))).toEqual(EXPECTED);
});

it("tells apart what differs in one value of any type", async () => {
  const changes = [
    "UPDATE node SET name = 'Brot backen!' WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET description = NULL WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET is_hot = false WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET minutes = 91 WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET price = 20 WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET currency = 'USD' WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET job_zone = 3 WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET typical_years_from = 1.5 WHERE kind = 'TECHNOLOGY'",
    "UPDATE node SET vendor = NULL, issuer = vendor WHERE kind = 'TECHNOLOGY'",
    "UPDATE edge SET value_number = -0.3 WHERE value_number IS NOT NULL",
    "UPDATE edge SET subjects = '{ü,ä}' WHERE subjects IS NOT NULL",
    "UPDATE edge SET value_list = '{a,b,c}' WHERE value_list IS NOT NULL",
    "UPDATE edge SET value_boolean = true WHERE value_boolean IS NOT NULL",
    `UPDATE assertion SET fields = '{"b": [1, 2.50, null], "a": "ö"}'`,
    `UPDATE assertion SET qualifiers = '[]'`,
    "UPDATE assertion SET confidence = 0.3",
  ];
  const sums = new Set<string>();
  for (const sql of changes) sums.add(await sumsAfter(sql));
  expect(sums.size).toBe(changes.length);
  // Another way to write the same value is the same value.
  const before = await sumsAfter("SELECT 1");
  expect(sums).not.toContain(before);
  const same = `UPDATE assertion SET fields = '{"b": [1, 2.5, {"c": null}],   "a": "ö"}'`;
  expect(await sumsAfter(same)).toBe(before);
});

it("tells apart who has which value", async () => {
  // In the one case the one statement has the unit, in the other case another: the columns hold the same values.
  const first = await sumsAfter("UPDATE edge SET unit = 'kg' WHERE statement_key = '1'");
  const second = await sumsAfter("UPDATE edge SET unit = 'kg' WHERE statement_key = '2'");
  expect(first).not.toBe(second);
});

/** All sums while the change is there; it does not stay. */
async function sumsAfter(sql: string): Promise<string> {
  const undone = new Error("undone");
  let sums = "";
  await database
    .transaction(async (tx) => {
      await tx.query(sql);
      const rows = await tx.query("SELECT * FROM content_hash ORDER BY subject, kind");
      sums = JSON.stringify(rows);
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  return sums;
}

/** Rows with fixed values, in which every type of column has one that is not null. */
async function insertOneOfEach(tx: Transaction): Promise<void> {
  const stamp = { version: 3, revision: 7, created_at: new Date(1), updated_at: new Date(2) };
  const id = (digit: number) => `0a1b2c3d-4e5f-5678-9abc-def01234567${digit}`;
  const node = { status: "ACTIVE", name_locale: "de", ...stamp };
  await insertRow(tx, "node", {
    ...node,
    id: id(0),
    kind: "SOURCE",
    slug: "quelle",
    name: "Quelle",
    sort_name: "quelle",
    source_kind: "DATA_SET",
    imported_at: new Date(3),
  });
  await insertRow(tx, "node", {
    ...node,
    id: id(1),
    kind: "TECHNOLOGY",
    slug: "brot-backen",
    name: "Brot backen – größer, 日本語 🚀",
    sort_name: "brot backen",
    description: "",
    technology_kind: "TOOL",
    vendor: "Bäckerei",
    is_hot: true,
    minutes: 90,
    price: 19.99,
    currency: "EUR",
    job_zone: 2,
    typical_years_from: 0.1,
  });
  await insertRow(tx, "node", {
    ...node,
    id: id(2),
    kind: "ROLE",
    slug: "baecker",
    name: "Bäcker",
    sort_name: "backer",
  });
  await insertRow(tx, "node_key", {
    id: id(3),
    kind: "ROLE",
    scheme: "ESCO",
    key: "x/1",
    node_id: id(2),
  });
  await insertRow(tx, "label", {
    node_id: id(2),
    node_kind: "ROLE",
    locale: "de-AT",
    kind: "PREFERRED",
    text: "Bäcker",
    folded: "backer",
  });
  await insertRow(tx, "node_text", {
    node_id: id(2),
    locale: "de",
    kind: "DEFINITION",
    text: "Wer backt.\n",
  });
  const edge = { ...stamp, from_id: id(2), from_kind: "ROLE", origin: "IMPORTED", confidence: 0.7 };
  await insertRow(tx, "edge", {
    ...edge,
    id: id(4),
    kind: "REQUIREMENT",
    to_id: id(1),
    to_kind: "TECHNOLOGY",
    role_id: id(2),
    importance: 4,
    weight: 0.1,
    in_demand: true,
    subjects: ["ä", "ü"],
  });
  for (const [digit, value] of [
    { value_number: 0.1 + 0.2 },
    { value_boolean: false },
    { value_list: ["a", "b, c", ""] },
    { value_text: "½" },
  ].entries())
    await insertRow(tx, "edge", {
      ...edge,
      id: id(5 + digit),
      kind: "STATEMENT",
      predicate: "p",
      statement_key: String(digit),
      ...value,
    });
  await insertRow(tx, "assertion", {
    id: id(9),
    edge_id: id(4),
    source_id: id(0),
    origin: "CURATED",
    wording: "muss backen",
    confidence: 0.25,
    qualifiers: JSON.stringify([{ name: "level", value: 4.62, unit: "O*NET LV 0..7" }]),
    fields: JSON.stringify({ a: "ö", b: [1, 2.5, { c: null }] }),
    revision: 7,
    created_at: new Date(4),
  });
}
