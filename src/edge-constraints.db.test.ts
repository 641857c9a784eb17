import type { Database } from "./database/database";
import {
  ASSERTION,
  type Attempt,
  BAKER,
  BAKING,
  BOOK,
  CONCEPT,
  COOK,
  constraintsOf,
  KITCHEN,
  NOWHERE,
  OVEN,
  openBakery,
  PASTRY,
  RISES,
  refusalOf,
  TAKEN,
} from "./testing/bakery";
import { insertEdge, insertRow, rowId } from "./testing/graph-rows";
import { referencesOf } from "./testing/references";

const TABLES = ["edge", "assertion"];

let database: Database;

beforeAll(async () => {
  database = await openBakery();
});
afterAll(() => database.close());

const requirement =
  (columns: object): Attempt =>
  (tx) =>
    insertEdge(tx, "REQUIREMENT", COOK, BAKING, { ...columns });
const edge =
  (
    ...args: Parameters<typeof insertEdge> extends [unknown, ...infer Rest] ? Rest : never
  ): Attempt =>
  (tx) =>
    insertEdge(tx, ...args);
const assertion =
  (columns: object): Attempt =>
  (tx) =>
    insertRow(tx, "assertion", { ...ASSERTION, ...columns });
/** A link without a direction, written against the order of its ids. */
const reversed =
  (kind: "RELATED" | "COLLABORATION"): Attempt =>
  (tx) =>
    rowId(...BAKER) > rowId(...COOK)
      ? insertEdge(tx, kind, BAKER, COOK)
      : insertEdge(tx, kind, COOK, BAKER);

/** What must not be possible, the constraint that prevents it, and an attempt. */
const REFUSED: readonly (readonly [what: string, constraint: string, attempt: Attempt])[] = [
  // Edges: values
  ["an origin that does not exist", "edge_origin", requirement({ origin: "DREAM" })],
  ["a confidence above 1", "edge_confidence", requirement({ confidence: 1.5 })],
  ["a version below 1", "edge_version_check", requirement({ version: 0 })],
  [
    "a requirement that is neither essential nor optional",
    "edge_requirement",
    requirement({ requirement: "MAYBE" }),
  ],
  ["importance 0: unknown is null", "edge_importance", requirement({ importance: 0 })],
  ["importance 6", "edge_importance", requirement({ importance: 6 })],
  [
    "proficiency 0 of a requirement: unknown is null",
    "edge_proficiency",
    requirement({ proficiency: 0 }),
  ],
  ["proficiency 6", "edge_proficiency", requirement({ proficiency: 6 })],
  [
    "teaching from below 0",
    "edge_from_proficiency",
    edge("TEACHES", BOOK, BAKING, { from_proficiency: -1, to_proficiency: 2 }),
  ],
  [
    "teaching to above 5",
    "edge_to_proficiency",
    edge("TEACHES", BOOK, BAKING, { from_proficiency: 1, to_proficiency: 6 }),
  ],
  [
    "teaching that ends where it begins",
    "edge_teaches_forward",
    edge("TEACHES", BOOK, BAKING, { from_proficiency: 3, to_proficiency: 3 }),
  ],
  ["a weight above 1", "edge_weight", edge("EMBODIES", OVEN, BAKING, { weight: 2 })],
  ["a score below 0", "edge_score", edge("PROGRESSION", BAKER, COOK, { score: -0.1 })],
  [
    "a kind of relation that does not exist",
    "edge_relation_kind",
    requirement({ relation_kind: "FAR" }),
  ],
  [
    "a kind of progression that does not exist",
    "edge_progression_kind",
    edge("PROGRESSION", BAKER, COOK, { progression_kind: "DEMOTION" }),
  ],
  [
    "a type of match that does not exist",
    "edge_match_type",
    edge("MAPPING", BAKER, CONCEPT, { match_type: "VAGUE" }),
  ],
  [
    "a tier that does not exist",
    "edge_tier",
    edge("RELATED_OCCUPATION", BAKER, COOK, { tier: "NEXT_DOOR" }),
  ],
  // Edges: ends
  ["a node related to itself", "edge_no_self_loop", edge("RELATED", BAKER, BAKER)],
  ["a skill that needs itself", "edge_no_self_loop", edge("PREREQUISITE", BAKING, BAKING)],
  ["a relation that is not written smaller id first", "edge_undirected", reversed("RELATED")],
  [
    "a collaboration that is not written smaller id first",
    "edge_undirected",
    reversed("COLLABORATION"),
  ],
  ["a requirement of a technology", "edge_ends", edge("REQUIREMENT", OVEN, BAKING)],
  ["a requirement of a role by a role", "edge_ends", edge("REQUIREMENT", COOK, BAKER)],
  ["a group of skills below a skill", "edge_ends", edge("BROADER", KITCHEN, BAKING)],
  ["a technology as a prerequisite", "edge_ends", edge("PREREQUISITE", BAKING, OVEN)],
  ["a mapping without its type of match", "edge_ends", edge("MAPPING", BAKER, CONCEPT)],
  [
    "a mapping to something that is no external concept",
    "edge_ends",
    edge("MAPPING", BAKER, COOK, { match_type: "EXACT" }),
  ],
  [
    "a skill as a related occupation",
    "edge_ends",
    edge("RELATED_OCCUPATION", BAKER, BAKING, { tier: "PRIMARY_SHORT" }),
  ],
  ["a kind of link that does not exist", "edge_ends", edge("LIKES" as never, BAKER, COOK)],
  ["an end without its kind", "edge_to_kind", requirement({ to_kind: null })],
  [
    "a start that says another kind than its node",
    "edge_from",
    requirement({ from_kind: "SPECIALIZATION" }),
  ],
  [
    "an end that says another kind than its node",
    "edge_to",
    requirement({ to_kind: "TECHNOLOGY" }),
  ],
  ["a link of a role that does not exist", "edge_role_id_fkey", requirement({ role_id: NOWHERE })],
  ["an id twice", "edge_pkey", requirement({ id: TAKEN })],
  // Edges: one for each pair, one role for each specialization
  [
    "a pair of ends twice for a kind",
    "edge_pair",
    edge("REQUIREMENT", BAKER, BAKING, { importance: 3 }),
  ],
  ["a statement twice", "edge_pair", edge("STATEMENT", BAKER, null, { ...RISES, value_number: 5 })],
  [
    "a second role of a specialization",
    "edge_one_role_of_specialization",
    edge("HAS_SPECIALIZATION", COOK, PASTRY),
  ],
  // Statements
  ["a statement without a predicate", "edge_statement", edge("STATEMENT", BAKER, COOK)],
  [
    "a statement without its key",
    "edge_statement",
    edge("STATEMENT", BAKER, COOK, { predicate: "knows" }),
  ],
  [
    "a requirement that a statement's key tells from another one",
    "edge_statement",
    requirement({ statement_key: "a second of the pair" }),
  ],
  ["a requirement with a predicate", "edge_statement", requirement({ predicate: "asks" })],
  [
    "a statement without an object",
    "edge_statement_object",
    edge("STATEMENT", BAKER, null, { ...RISES, statement_key: "other" }),
  ],
  [
    "a statement with a node and a value as its object",
    "edge_statement_object",
    edge("STATEMENT", BAKER, COOK, { ...RISES, value_text: "both" }),
  ],
  [
    "a statement with two values",
    "edge_statement_object",
    edge("STATEMENT", COOK, null, { ...RISES, value_text: "a", value_number: 1 }),
  ],
  [
    "a requirement of a value",
    "edge_statement_object",
    edge("REQUIREMENT", COOK, null, { value_number: 1 }),
  ],
  // Assertions
  [
    "an assertion of an origin that does not exist",
    "assertion_origin",
    assertion({ origin: "DREAM" }),
  ],
  ["an assertion with a confidence below 0", "assertion_confidence", assertion({ confidence: -1 })],
  ["qualifiers that are no list", "assertion_qualifiers", assertion({ qualifiers: "{}" })],
  ["fields that are no map", "assertion_fields", assertion({ fields: "[]" })],
  ["an assertion of nothing", "assertion_subject", assertion({ node_id: null })],
  ["an assertion of a node and a link at once", "assertion_subject", assertion({ edge_id: TAKEN })],
  [
    "an assertion of a node that does not exist",
    "assertion_node_id_fkey",
    assertion({ node_id: NOWHERE }),
  ],
  [
    "an assertion of a link that does not exist",
    "assertion_edge_id_fkey",
    assertion({ node_id: null, edge_id: NOWHERE }),
  ],
  [
    "an assertion by something that is no source",
    "assertion_source",
    assertion({ source_id: rowId(...BAKER) }),
  ],
  ["an assertion's id twice", "assertion_pkey", assertion({ id: TAKEN })],
];

it.each(REFUSED)("refuses %s", async (_what, constraint, attempt) => {
  expect(await refusalOf(database, attempt)).toBe(constraint);
});

it("tries every constraint, and every reference that triggers keep", async () => {
  const tried = new Set(REFUSED.map(([, constraint]) => constraint));
  const kept = [
    ...(await constraintsOf(database, TABLES)),
    ...(await referencesOf(database, TABLES)),
  ];
  expect(kept.sort()).toEqual([...tried].sort());
});
