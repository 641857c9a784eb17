import type { Database, Transaction } from "./database/database";
import { BAKER, COOK, NOWHERE, openBakery } from "./testing/bakery";
import { insertEdge, insertNode } from "./testing/graph-rows";
import { numbered, REFERENCES, type Reference, referencesOf } from "./testing/references";

/** Something that nothing refers to yet. */
const FRESH = numbered(999);
const MANY = 300;

let database: Database;

beforeAll(async () => {
  database = await openBakery();
});
afterAll(() => database.close());

it("tries every reference that triggers keep", async () => {
  const tables = ["node", "edge", "assertion", "label", "node_text", "node_key"];
  expect(await referencesOf(database, tables)).toEqual(REFERENCES.map(({ name }) => name).sort());
});

describe.each(REFERENCES)("$name", (reference) => {
  const { name, table, column, wrong } = reference;
  const refused = { code: "23503", constraint: name, table };
  const bad = [NOWHERE, ...(wrong ? [wrong] : [])];

  it.each([1, MANY])("refuses an insert of %d where one is wrong", async (count) => {
    for (const id of bad)
      expect(await errorOf((tx) => insertRows(tx, reference, count, id))).toMatchObject(refused);
  });

  it("refuses an update of many where one is wrong", async () => {
    const change = `UPDATE ${table} SET ${column} = CASE WHEN ${column} = $1 THEN $2 ELSE ${column} END`;
    for (const id of bad)
      expect(
        await errorOf(async (tx) => {
          await insertRows(tx, reference, MANY, FRESH);
          await tx.query(change, [FRESH, id]);
        }),
      ).toMatchObject(refused);
  });

  it("takes what is there, and no row at all", async () => {
    expect(
      await errorOf(async (tx) => {
        await insertRows(tx, reference, MANY, FRESH);
        await tx.query(`UPDATE ${table} SET ${column} = ${column}`);
        await tx.query(`UPDATE ${table} SET ${column} = NULL WHERE false`);
      }),
    ).toBeNull();
  });

  it("keeps what is referred to from being deleted, until nothing refers to it", async () => {
    const remove = `DELETE FROM ${reference.target ? "node" : "edge"} WHERE id = $1`;
    expect(
      await errorOf(async (tx) => {
        await insertRows(tx, reference, 1, FRESH);
        await tx.query(remove, [FRESH]);
      }),
    ).toMatchObject(refused);
    expect(
      await errorOf(async (tx) => {
        await insertRows(tx, reference, 1, FRESH);
        await tx.query(`DELETE FROM ${table} WHERE ${column} = $1`, [FRESH]);
        await tx.query(remove, [FRESH]);
      }),
    ).toBeNull();
  });
});

it.each(REFERENCES.filter(({ kindColumn }) => kindColumn))(
  "$name: refuses to say another kind than the target has",
  async (reference) => {
    const { name, table, column, kindColumn } = reference;
    expect(
      await errorOf(async (tx) => {
        await insertRows(tx, reference, MANY, FRESH);
        await tx.query(`UPDATE ${table} SET ${kindColumn} = 'TOPIC' WHERE ${column} = $1`, [FRESH]);
      }),
    ).toMatchObject({ code: "23503", constraint: name, table });
  },
);

it.each([
  ["node", "id = '00000000-0000-4000-8000-00000000dead'"],
  ["node", "kind = 'ROLE_FAMILY'"],
  ["edge", "id = '00000000-0000-4000-8000-00000000dead'"],
  ["edge", "kind = 'RELATED_OCCUPATION'"],
])("lets no %s change to %s, also when nothing refers to it", async (table, change) => {
  const attempt = (set: string) =>
    errorOf(async (tx) => {
      await insertNode(tx, "ROLE", "fresh", { id: FRESH });
      await insertEdge(tx, "PROGRESSION", BAKER, COOK, { id: FRESH });
      await tx.query(`UPDATE ${table} SET ${set} WHERE id = $1`, [FRESH]);
    });
  const refused = { code: "23503", constraint: `${table}_identity`, table };
  expect(await attempt(change)).toMatchObject(refused);
  expect(await attempt("id = id, kind = kind, version = 2")).toBeNull();
});

/** Inserts rows in one statement: the last one refers to `targetId`, the others to what the bakery has. */
async function insertRows(
  tx: Transaction,
  { table, column, row, fine = row, target }: Reference,
  count: number,
  targetId: string,
): Promise<void> {
  if (targetId === FRESH && target) await insertNode(tx, target, "fresh", { id: FRESH });
  if (targetId === FRESH && !target)
    await insertEdge(tx, "PROGRESSION", BAKER, COOK, { id: FRESH });
  const rows = Array.from({ length: count - 1 }, (_, n) => fine(n));
  await tx.query(
    `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify([...rows, { ...row(count), [column]: targetId }])],
  );
}

/** What the database says to it; null when it goes through. Nothing of it stays. */
async function errorOf(attempt: (tx: Transaction) => Promise<unknown>): Promise<unknown> {
  const undone = new Error("The attempt went through.");
  return database
    .transaction(async (tx) => {
      await attempt(tx);
      throw undone;
    })
    .catch((error) => (error === undone ? null : error));
}
