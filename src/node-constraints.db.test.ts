import type { Database } from "./database/database";
import {
  type Attempt,
  BAKER,
  COOK,
  constraintsOf,
  EPOCH,
  HASH,
  KEY,
  LABEL,
  LEVEL_OF_BAKER,
  NOWHERE,
  OVEN,
  openBakery,
  refusalOf,
  TAKEN,
  TEXT,
} from "./testing/bakery";
import { insertNode, insertRow, rowId } from "./testing/graph-rows";
import { referencesOf } from "./testing/references";

const TABLES = [
  "node",
  "node_key",
  "label",
  "node_text",
  "label_word",
  "graph_revision",
  "seed_load",
  "content_hash",
];

let database: Database;

beforeAll(async () => {
  database = await openBakery();
});
afterAll(() => database.close());

const role =
  (columns: object, slug = "new"): Attempt =>
  (tx) =>
    insertNode(tx, "ROLE", slug, { ...columns });
const node =
  (
    ...args: Parameters<typeof insertNode> extends [unknown, ...infer Rest] ? Rest : never
  ): Attempt =>
  (tx) =>
    insertNode(tx, ...args);
const row =
  (table: string, columns: object): Attempt =>
  (tx) =>
    insertRow(tx, table, { ...columns });

/** What must not be possible, the constraint that prevents it, and an attempt. */
const REFUSED: readonly (readonly [what: string, constraint: string, attempt: Attempt])[] = [
  // Nodes: values
  ["a kind of node that does not exist", "node_kind", node("PLANET" as never, "mars")],
  ["a slug with spaces and capitals", "node_slug_form", role({}, "Not A Slug")],
  ["a slug that ends with a hyphen", "node_slug_form", role({}, "ends-with-")],
  ["a status that does not exist", "node_status", role({ status: "GONE" })],
  ["a version below 1", "node_version_check", role({ version: 0 })],
  ["a kind of role that does not exist", "node_role_kind", role({ role_kind: "HERO" })],
  ["a job zone above 5", "node_job_zone", role({ job_zone: 6 })],
  ["typical years below zero", "node_typical_years_from_check", role({ typical_years_from: -1 })],
  [
    "typical years that end before they begin",
    "node_check",
    role({ typical_years_from: 5, typical_years_to: 3 }),
  ],
  ["a track that does not exist", "node_track", role({ track: "FAST" })],
  ["a rank above 20", "node_rank", role({ rank: 21 })],
  [
    "a kind of skill that does not exist",
    "node_skill_kind",
    node("SKILL", "new", { skill_kind: "TRICK" }),
  ],
  ["a reuse level that does not exist", "node_reuse_level", role({ reuse_level: "NEVER" })],
  [
    "a kind of technology that does not exist",
    "node_technology_kind",
    node("TECHNOLOGY", "t", { technology_kind: "MAGIC" }),
  ],
  ["an axis that does not exist", "node_axis", role({ axis: "Z" })],
  [
    "a kind of qualification that does not exist",
    "node_qualification_kind",
    node("QUALIFICATION", "q", { qualification_kind: "X" }),
  ],
  [
    "a certificate that is valid for no month",
    "node_valid_months_check",
    role({ valid_months: 0 }),
  ],
  [
    "a kind of learning resource that does not exist",
    "node_resource_kind",
    node("LEARNING_RESOURCE", "r", { resource_kind: "X" }),
  ],
  ["a learning resource that takes no time", "node_minutes_check", role({ minutes: 0 })],
  ["a price below zero", "node_price", role({ price: -1, currency: "EUR" })],
  ["a price without end", "node_price", role({ price: "Infinity", currency: "EUR" })],
  ["a currency by its sign", "node_currency", role({ price: 1, currency: "€" })],
  ["a price that nobody knows the currency of", "node_price_currency", role({ price: 1 })],
  [
    "a kind of source that does not exist",
    "node_source_kind",
    node("SOURCE", "s", { source_kind: "RUMOUR" }),
  ],
  [
    "a kind of topic that does not exist",
    "node_topic_kind",
    node("TOPIC", "t", { topic_kind: "X" }),
  ],
  // Nodes: what a kind needs
  [
    "a career level without a rank",
    "node_career_level_rank",
    node("CAREER_LEVEL", "l", { rank: null }),
  ],
  ["a skill without its kind", "node_kind_columns", node("SKILL", "new", { skill_kind: null })],
  ["a role with the kind of a skill", "node_kind_columns", role({ skill_kind: "SKILL" })],
  ["a role level without its ends", "node_role_level_ends", node("ROLE_LEVEL", "cook-senior")],
  [
    "a role that belongs to a role as levels do",
    "node_role_level_ends",
    role({ role_id: rowId(...BAKER) }),
  ],
  // Nodes: keys and references
  ["an id twice", "node_pkey", role({ id: rowId(...BAKER) })],
  ["a slug twice in a kind", "node_slug", role({ id: TAKEN }, "baker")],
  ["a level twice for a role", "node_role_level", node("ROLE_LEVEL", "again", LEVEL_OF_BAKER)],
  [
    "a level of something that is no role",
    "node_role",
    node("ROLE_LEVEL", "rl", { ...LEVEL_OF_BAKER, role_id: rowId(...OVEN) }),
  ],
  [
    "a level of a role at something that is no career level",
    "node_career_level",
    node("ROLE_LEVEL", "rl", { ...LEVEL_OF_BAKER, career_level_id: rowId(...COOK) }),
  ],
  [
    "a part of something that is no source",
    "node_part_of",
    node("SOURCE", "s", { part_of_id: rowId(...BAKER) }),
  ],
  ["a successor of a node in use", "node_replacement", role({ replaced_by_id: rowId(...BAKER) })],
  [
    "a node that succeeds itself",
    "node_replacement",
    role({ status: "DEPRECATED", replaced_by_id: rowId("ROLE", "new") }),
  ],
  [
    "a successor that does not exist",
    "node_replaced_by_id_fkey",
    role({ status: "DEPRECATED", replaced_by_id: NOWHERE }),
  ],
  ["the id of a source key twice", "node_key_pkey", row("node_key", { ...KEY, key: "2" })],
  ["a source key twice", "node_key_source", row("node_key", { ...KEY, id: NOWHERE })],
  [
    "a source key of another kind than its node",
    "node_key_node",
    row("node_key", { ...KEY, id: NOWHERE, kind: "ROLE" }),
  ],
  // Labels and texts
  [
    "a kind of label that does not exist",
    "label_kind",
    row("label", { ...LABEL, kind: "NICK", text: "B" }),
  ],
  ["an empty label", "label_text", row("label", { ...LABEL, kind: "HIDDEN", text: "" })],
  [
    "a label twice for a node and language",
    "label_pkey",
    row("label", { ...LABEL, kind: "HIDDEN" }),
  ],
  [
    "two preferred labels in a language",
    "label_preferred",
    row("label", { ...LABEL, text: "Second name" }),
  ],
  [
    "a label that says another kind than its node",
    "label_node",
    row("label", { ...LABEL, node_kind: "ROLE", locale: "de" }),
  ],
  [
    "a kind of text that does not exist",
    "node_text_kind",
    row("node_text", { ...TEXT, kind: "POEM" }),
  ],
  ["an empty text", "node_text_text", row("node_text", { ...TEXT, locale: "de", text: "" })],
  ["a text twice for a node and language", "node_text_pkey", row("node_text", TEXT)],
  ["a text of no node", "node_text_node_id_fkey", row("node_text", { ...TEXT, node_id: NOWHERE })],
  [
    "a word of labels twice",
    "label_word_pkey",
    row("label_word", { word: LABEL.folded, label_count: 1 }),
  ],
  // Rows of which there is one
  [
    "a second revision row",
    "graph_revision_pkey",
    row("graph_revision", { revision: 1, changed_at: EPOCH }),
  ],
  [
    "a revision row that is not the one",
    "graph_revision_singleton_check",
    row("graph_revision", { singleton: false, revision: 1, changed_at: EPOCH }),
  ],
  [
    "a negative revision",
    "graph_revision_revision_check",
    (tx) => tx.query("UPDATE graph_revision SET revision = -1"),
  ],
  [
    "a second memory of what was loaded",
    "seed_load_pkey",
    row("seed_load", { digest: "y", loaded_at: EPOCH }),
  ],
  [
    "a memory of what was loaded that is not the one",
    "seed_load_singleton_check",
    row("seed_load", { singleton: false, digest: "y", loaded_at: EPOCH }),
  ],
  ["a content hash twice for a kind", "content_hash_pkey", row("content_hash", HASH)],
];

it.each(REFUSED)("refuses %s", async (_what, constraint, attempt) => {
  expect(await refusalOf(database, attempt)).toBe(constraint);
});

it("tries every constraint, and every reference that triggers keep", async () => {
  // What composite references point to; the primary key keeps it already.
  const tried = new Set(["node_id_kind", ...REFUSED.map(([, constraint]) => constraint)]);
  const kept = [
    ...(await constraintsOf(database, TABLES)),
    ...(await referencesOf(database, TABLES)),
  ];
  expect(kept.sort()).toEqual([...tried].sort());
});
