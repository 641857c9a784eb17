import type { Database } from "../database/database";
import type { NodeKind } from "../shared/global-id";
import { BAKER, BAKING, COOK, EPOCH, GUILD, OVEN } from "./bakery";
import { rowId } from "./graph-rows";

export interface Reference {
  name: string;
  table: string;
  column: string;
  /** The n-th of many rows that may stand in the table together. */
  row: (n: number) => Readonly<Record<string, unknown>>;
  /** The same with a target, where the row has none yet. */
  fine?: (n: number) => Readonly<Record<string, unknown>>;
  /** Of what kind its target is; null for a link. */
  target: NodeKind | null;
  /** A node that is there, but of another kind; left out where any kind will do. */
  wrong?: string;
  /** Where the row repeats the kind of its target. */
  kindColumn?: string;
}

const STAMP = { version: 1, revision: 0, created_at: EPOCH, updated_at: EPOCH };

const statement = (n: number) => ({
  id: numbered(n),
  kind: "STATEMENT",
  from_id: rowId(...COOK),
  from_kind: "ROLE",
  to_id: rowId(...OVEN),
  to_kind: "TECHNOLOGY",
  predicate: "uses",
  statement_key: `uses ${n}`,
  origin: "CURATED",
  ...STAMP,
});
const assertion = (n: number) => ({
  id: numbered(n),
  node_id: rowId(...BAKING),
  source_id: rowId(...GUILD),
  origin: "CURATED",
  revision: 0,
  created_at: EPOCH,
  qualifiers: [],
  fields: {},
});
const label = (n: number) => ({
  node_id: rowId(...BAKING),
  node_kind: "SKILL",
  locale: "en",
  kind: "ALTERNATIVE",
  text: `bake ${n}`,
  folded: `bake ${n}`,
});
const text = (n: number) => ({
  node_id: rowId(...BAKING),
  locale: `x-${n}`,
  kind: "DEFINITION",
  text: "Heat.",
});
const key = (n: number) => ({
  id: numbered(n),
  kind: "SKILL",
  scheme: "many",
  key: `${n}`,
  node_id: rowId(...BAKING),
});
const ofLink = (n: number) => ({ ...assertion(n), node_id: null, edge_id: null });

/** All references of the tables that imports write, each on rows of its own. */
export const REFERENCES: readonly Reference[] = [
  {
    name: "edge_from",
    table: "edge",
    column: "from_id",
    row: statement,
    target: "ROLE",
    wrong: rowId(...BAKING),
    kindColumn: "from_kind",
  },
  {
    name: "edge_to",
    table: "edge",
    column: "to_id",
    row: statement,
    target: "TECHNOLOGY",
    wrong: rowId(...BAKING),
    kindColumn: "to_kind",
  },
  {
    name: "edge_role_id_fkey",
    table: "edge",
    column: "role_id",
    row: statement,
    target: "ROLE",
    wrong: rowId(...BAKING),
  },
  {
    name: "assertion_node_id_fkey",
    table: "assertion",
    column: "node_id",
    row: assertion,
    target: "SKILL",
  },
  {
    name: "assertion_edge_id_fkey",
    table: "assertion",
    column: "edge_id",
    row: ofLink,
    fine: assertion,
    target: null,
  },
  {
    name: "assertion_source",
    table: "assertion",
    column: "source_id",
    row: assertion,
    target: "SOURCE",
    wrong: rowId(...BAKING),
  },
  {
    name: "label_node",
    table: "label",
    column: "node_id",
    row: label,
    target: "SKILL",
    wrong: rowId(...BAKER),
    kindColumn: "node_kind",
  },
  {
    name: "node_text_node_id_fkey",
    table: "node_text",
    column: "node_id",
    row: text,
    target: "SKILL",
  },
  {
    name: "node_key_node",
    table: "node_key",
    column: "node_id",
    row: key,
    target: "SKILL",
    wrong: rowId(...BAKER),
    kindColumn: "kind",
  },
];

/** The n-th of ids that no other row has. */
export function numbered(n: number): string {
  return `10000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}

/** The references that triggers keep for whole statements, where there is no foreign key; by name. */
export async function referencesOf(
  database: Database,
  tables: readonly string[],
): Promise<string[]> {
  const rows = await database.dataSource.query<{ name: string }[]>(
    `SELECT DISTINCT left(p.proname, -length('_exists')) AS name FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE p.proname LIKE '%\\_exists' AND t.tgenabled = 'O' AND t.tgrelid = ANY ($1::regclass[])`,
    [tables],
  );
  return rows.map(({ name }) => name).sort();
}
