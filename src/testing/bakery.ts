import type { Database, Transaction } from "../database/database";
import { insertEdge, insertNode, insertRow, rowId } from "./graph-rows";
import { openEmptyGraph } from "./starter-graph";

export const EPOCH = new Date(0);
/** The id of a row that exists in `node_key`, `edge` and `assertion`. */
export const TAKEN = "00000000-0000-4000-8000-000000000000";
/** An id that no row has. */
export const NOWHERE = "00000000-0000-4000-8000-00000000dead";

export const BAKER = ["ROLE", "baker"] as const;
export const COOK = ["ROLE", "cook"] as const;
export const SENIOR = ["CAREER_LEVEL", "senior"] as const;
export const PASTRY = ["SPECIALIZATION", "pastry"] as const;
export const BAKING = ["SKILL", "baking"] as const;
export const KITCHEN = ["SKILL_GROUP", "kitchen"] as const;
export const OVEN = ["TECHNOLOGY", "oven"] as const;
export const BOOK = ["LEARNING_RESOURCE", "bread-book"] as const;
export const GUILD = ["SOURCE", "guild"] as const;
export const CONCEPT = ["EXTERNAL_CONCEPT", "esco-1"] as const;

export const LEVEL_OF_BAKER = { role_id: rowId(...BAKER), career_level_id: rowId(...SENIOR) };
export const RISES = { predicate: "rises_at", statement_key: "rises at 4" };
export const LABEL = {
  node_id: rowId(...BAKING),
  node_kind: "SKILL",
  locale: "en",
  kind: "PREFERRED",
  text: "Baking",
  folded: "baking",
};
export const TEXT = {
  node_id: rowId(...BAKING),
  locale: "en",
  kind: "DESCRIPTION",
  text: "With heat.",
};
export const KEY = { id: TAKEN, kind: "SKILL", scheme: "x", key: "1", node_id: rowId(...BAKING) };
export const HASH = { subject: "x", kind: "x", row_count: 1, hash: 1 };
export const ASSERTION = {
  id: NOWHERE,
  node_id: rowId(...BAKING),
  source_id: rowId(...GUILD),
  origin: "CURATED",
  revision: 0,
  created_at: EPOCH,
};

/** A database with a handful of rows in every table, written without the merge: what constraints are tried on. */
export async function openBakery(): Promise<Database> {
  const database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const [kind, slug] of [
      BAKER,
      COOK,
      SENIOR,
      PASTRY,
      BAKING,
      KITCHEN,
      OVEN,
      BOOK,
      GUILD,
      CONCEPT,
    ])
      await insertNode(tx, kind, slug);
    await insertNode(tx, "ROLE_LEVEL", "senior-baker", LEVEL_OF_BAKER);
    await insertEdge(tx, "REQUIREMENT", BAKER, BAKING, { id: TAKEN });
    await insertEdge(tx, "HAS_SPECIALIZATION", BAKER, PASTRY);
    await insertEdge(tx, "STATEMENT", BAKER, null, { ...RISES, value_number: 4 });
    await insertRow(tx, "label", LABEL);
    await insertRow(tx, "node_text", TEXT);
    await insertRow(tx, "node_key", KEY);
    await insertRow(tx, "content_hash", HASH);
    await insertRow(tx, "seed_load", { digest: "x", loaded_at: EPOCH });
    await insertRow(tx, "assertion", { ...ASSERTION, id: TAKEN });
  });
  return database;
}

/** A change that the database has to refuse. */
export type Attempt = (tx: Transaction) => Promise<unknown>;

/** Name of the constraint that refuses the attempt; null when it goes through. Nothing of it stays. */
export async function refusalOf(database: Database, attempt: Attempt): Promise<string | null> {
  const undone = new Error("The attempt went through.");
  try {
    await database.transaction(async (tx) => {
      await attempt(tx);
      throw undone;
    });
    return null;
  } catch (error) {
    if (error === undone) return null;
    return (error as { constraint?: string }).constraint ?? String(error);
  }
}

/** Every check, reference, unique constraint and unique index of the tables, by name. */
export async function constraintsOf(
  database: Database,
  tables: readonly string[],
): Promise<string[]> {
  const rows = await database.dataSource.query<{ name: string }[]>(
    `SELECT k.conname AS name FROM pg_constraint k WHERE k.contype <> 'n' AND k.conrelid = ANY ($1::regclass[])
     UNION SELECT i.indexrelid::regclass::text FROM pg_index i WHERE i.indisunique AND i.indrelid = ANY ($1::regclass[])`,
    [tables],
  );
  return rows.map(({ name }) => name).sort();
}
