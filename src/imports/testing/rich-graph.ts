import type { Database } from "../../database/database";
import { keyId } from "../../merge/ids";
import type { AssertionRecord, EdgeRecord, StatedFields } from "../../merge/records";
import { merge, TestSource, testId } from "../../testing/test-source";
import { importInto, removeFrom } from "./import-into";
import { alias, type End, madeLink, madeNode, madeSource } from "./made-source";

export const CURATED = new TestSource("curated");
export const EDITORS = new TestSource("editors", "EDITOR");

const BAKER: End = ["ROLE", "baker"];
const COOK: End = ["ROLE", "cook"];
const JUNIOR: End = ["CAREER_LEVEL", "junior"];
const SENIOR: End = ["CAREER_LEVEL", "senior"];
const JUNIOR_BAKER: End = ["ROLE_LEVEL", "junior-baker"];
const PASTRY: End = ["SPECIALIZATION", "pastry"];
const BAKING: End = ["SKILL", "baking"];
const KNEADING: End = ["SKILL", "kneading"];
const OLD_BAKING: End = ["SKILL", "old-baking"];
const OVEN: End = ["TECHNOLOGY", "oven"];
const PAGE: End = ["SOURCE", "page-one"];

/** What is imported and stays: it finds the oven by its name, and two names that make the same slug. */
const GUILD = madeSource("guild", {
  version: "2025",
  nodes: [
    madeNode(["TECHNOLOGY", "https://guild.example/o1"], "Oven", {
      labels: [alias("Ofen", "de"), alias("печь", "ru")],
      qualifiers: [{ name: "heat", unit: "°C", value: 250.5 }],
    }),
    madeNode(["SKILL", "s1"], "Crème brûlée"),
    madeNode(["SKILL", "s2"], "Creme Brulee", { concept: null }),
    madeNode(["ROLE", "r1"], "Miller", { fields: { job_zone: 2, status: "DEPRECATED" } }),
    madeNode(["TOPIC", "t1"], "🥐 Croissant week", { fields: { topic_kind: "TREND" } }),
  ],
  links: [
    madeLink("REQUIREMENT", ["ROLE", "r1"], ["TECHNOLOGY", "https://guild.example/o1"], {
      requirement: "OPTIONAL",
      importance: 3,
      in_demand: true,
    }),
    madeLink("EMBODIES", ["TECHNOLOGY", "https://guild.example/o1"], ["SKILL", "s1"], {
      weight: 0.1,
    }),
  ],
});

/** What is imported and taken away: its nodes stay, and nobody states them. */
const PAST = madeSource("past", {
  nodes: [
    madeNode(["SKILL", "p1"], "Wood firing", {
      labels: [
        alias("Holzöfen heizen", "de"),
        { locale: "de", kind: "PREFERRED", text: "Heizen" } as never,
      ],
      texts: [
        { locale: "en", kind: "DESCRIPTION", text: "Fires with “wood”." } as never,
        { locale: "de", kind: "SCOPE_NOTE", text: "Früher üblich." } as never,
      ],
      fields: { reuse_level: "SECTOR" },
    }),
    madeNode(["TECHNOLOGY", "p2"], "Stone mill", {
      fields: { vendor: "Müller & Söhne", is_hot: false },
    }),
    madeNode(["TECHNOLOGY", "p5"], "Dough mixer"),
    madeNode(["ROLE_LEVEL", "p3"], "Senior Baker", {
      fields: {
        role_id: testId(...BAKER),
        career_level_id: testId(...SENIOR),
        typical_years_from: 2.5,
      },
    }),
    madeNode(["SKILL", "p4"], "Crème brûlée"),
  ],
});

/** A small graph with every kind of value that a graph can hold. */
export async function fillRichGraph(database: Database): Promise<void> {
  await merge(database, CURATED, ...curatedRecords("withdrawn-slug"));
  await importInto(database, GUILD);
  await importInto(database, PAST);
  await merge(database, EDITORS, ...editedRecords());
  await removeFrom(database, PAST);
  // The slug that was stated stays, as one that is only given.
  await merge(database, CURATED, ...curatedRecords(null), toPast());
}

function curatedRecords(slug: string | null) {
  const text = (words: string, locale = "en") => ({ locale, kind: "DESCRIPTION", text: words });
  const label = (words: string, locale = "en", kind = "PREFERRED") => ({
    locale,
    kind,
    text: words,
  });
  const fields = (stated: object) => stated as StatedFields;
  return [
    CURATED.node(
      ...BAKER,
      fields({
        labels: [label("Baker"), label("Bäcker", "de"), label("Breadmaker", "en", "HIDDEN")],
        texts: [text('Bakes "bread"\n\tand more \\ less.\u2028'), text("Bäckt Brot.", "de")],
        role_kind: "OCCUPATION",
        isco_code: "7512",
        regulated_note: null,
      }),
      { locator: "line 1", wording: "a baker", strength: "", confidence: 0.7 },
    ),
    CURATED.node(...COOK, { slug }),
    CURATED.node(...JUNIOR),
    CURATED.node(...SENIOR, { rank: 2, track: "MANAGEMENT" }),
    CURATED.node(...JUNIOR_BAKER, {
      role_id: testId(...BAKER),
      career_level_id: testId(...JUNIOR),
      level_order: 1,
      typical_years_to: 0.1,
    }),
    CURATED.node(...PASTRY),
    CURATED.node(...BAKING),
    CURATED.node(...KNEADING),
    CURATED.node(...OLD_BAKING, { status: "DEPRECATED", replaced_by_id: testId(...BAKING) }),
    CURATED.node(...OVEN, fields({ labels: [label("Oven")], vendor: "Heat Ltd", is_hot: true })),
    CURATED.node(...PAGE, { source_kind: "DOCUMENT", part_of_id: CURATED.id }),
    CURATED.edge("HAS_SPECIALIZATION", BAKER, PASTRY),
    CURATED.edge("BROADER", OLD_BAKING, BAKING),
    CURATED.edge("PREREQUISITE", BAKING, KNEADING, {
      requirement: "ESSENTIAL",
      from_proficiency: 1,
      to_proficiency: 2,
    }),
    twice(
      CURATED.edge("REQUIREMENT", JUNIOR_BAKER, BAKING, { importance: 5, proficiency: 2 }),
      documented({ requirement: "ESSENTIAL" }),
    ),
    CURATED.edge("REQUIREMENT", PASTRY, OVEN, {}, { confidence: 0.1 }),
    CURATED.edge("COLLABORATION", BAKER, COOK, { subjects: ["menus", "Öfen"] }),
    CURATED.edge("RELATED", BAKING, KNEADING, { relation_kind: "SIMILAR", weight: 0.333 }),
    statement("calls", { value_text: "„Frisch“ 🥖" }),
    statement("weighs", { value_number: 1.5e-7, unit: "kg", comparator: "at least" }),
    statement("is_warm", { value_boolean: false }),
    statement("contains", { value_list: ["flour", "", 'mehl, "fein"'] }),
    statement("uses", {}, testId(...OVEN)),
  ];
}

/** A link to what its source does not state itself, and nobody any more. */
function toPast(): EdgeRecord {
  return { ...CURATED.edge("RELATED", BAKING, KNEADING), toId: keyId("SKILL", "PAST", "p1") };
}

/** Editors' values before those of others, also of what nobody else states any more: a value, and a name without a kind. */
function editedRecords() {
  const said = (fields: StatedFields) => [EDITORS.says(fields)];
  const mill = keyId("TECHNOLOGY", "PAST", "p2");
  const mixer = keyId("TECHNOLOGY", "PAST", "p5");
  const named = (text: string) =>
    [{ locale: "en", kind: "PREFERRED", text }] as StatedFields["labels"];
  return [
    { ...EDITORS.node(...BAKER), assertions: said({ isco_code: "7512.1" }) },
    { id: mill, kind: "TECHNOLOGY" as const, keys: [], assertions: said({ vendor: "Mill & Co" }) },
    {
      id: mixer,
      kind: "TECHNOLOGY" as const,
      keys: [],
      assertions: said({ labels: named("Mixer") }),
    },
  ];
}

/** An assertion of a document with details of every type. */
function documented(fields: StatedFields): AssertionRecord {
  return {
    sourceId: testId(...PAGE),
    origin: "IMPORTED",
    locator: "lines 3, 5",
    wording: "„Backen“ ist Pflicht",
    strength: "required",
    confidence: 0.9,
    qualifiers: [
      { name: "frequency", value: "daily" },
      { name: "level", unit: "LV 0..7", value: 4.62 },
      { name: "isNew", value: true },
      { name: "places", value: ["Wien", "São Paulo"] },
    ],
    fields,
  };
}

function twice(edge: EdgeRecord, assertion: AssertionRecord): EdgeRecord {
  return { ...edge, assertions: [...edge.assertions, assertion] };
}

function statement(predicate: string, value: StatedFields, toId: string | null = null): EdgeRecord {
  return {
    kind: "STATEMENT",
    fromId: testId(...BAKER),
    toId,
    statementKey: JSON.stringify([predicate, value]),
    assertions: [CURATED.says({ predicate, ...value })],
  };
}
