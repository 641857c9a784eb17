import type { Database } from "../../database/database";
import { findSkills } from "../../skill-extraction/find-skills";
import { openEmptyGraph } from "../../testing/starter-graph";
import { merge, TestSource, testId } from "../../testing/test-source";
import { compute } from "../compute/compute";
import { IndexKeeper, readRevision } from "../index-keeper";
import { LABELS } from "./labels";
import type { LabelsPart } from "./labels-part";

let database: Database;
let keeper: IndexKeeper;
const source = new TestSource("test-labels");
const other = new TestSource("other");

beforeAll(async () => {
  database = await openEmptyGraph();
  keeper = new IndexKeeper(database, compute);
});
afterAll(() => database.close());

type Labels = readonly (readonly [locale: string, kind: string, text: string])[];

const named = (kind: "SKILL" | "TECHNOLOGY", slug: string, ...labels: Labels) =>
  source.node(kind, slug, {
    labels: labels.map(([locale, of, text]) => ({ locale, kind: of, text })) as never,
  });

const JAVA = named("TECHNOLOGY", "java", ["en", "PREFERRED", "Java"]);
const SQL = named(
  "SKILL",
  "sql",
  ["en", "PREFERRED", "SQL"],
  ["de", "PREFERRED", "Abfragesprache"],
);
const BAKING = named(
  "SKILL",
  "baking",
  ["en", "PREFERRED", "Baking"],
  ["en", "HIDDEN", "Bakeing"],
  ["de", "PREFERRED", "Backen"],
);
const TEXT =
  "Java, Kotlin, SQL, Abfragesprachen, baking and bakeing; bread baking, Backen, Brotbacken, Sourdoughs.";

async function now(): Promise<LabelsPart> {
  const reader = database.reader();
  try {
    return await keeper.part(LABELS, await readRevision(reader));
  } finally {
    await reader.close();
  }
}

/** What is found with the labels, each match with its label. */
function answerOf(part: LabelsPart, text = TEXT) {
  return findSkills(part, text).map((found) => ({
    ...found,
    matches: found.matches.map(({ label, ...match }) => ({ ...match, label: part.label(label) })),
  }));
}

const freshly = () => new IndexKeeper(database, compute).part(LABELS, 0);

it("finds nothing in a graph without labels", async () => {
  expect(answerOf(await now())).toEqual([]);
});

it("gives the labels with their language and kind, and trusts hidden ones less", async () => {
  await merge(database, source, JAVA, SQL, BAKING);
  const part = await now();
  const [bakeing] = answerOf(part, "bakeing");
  expect(bakeing).toMatchObject({
    skill: testId("SKILL", "baking"),
    isTechnology: false,
    confidence: 0.8,
    matches: [{ label: { text: "Bakeing", locale: "en", kind: "HIDDEN" } }],
  });
  const [backen] = answerOf(part, "Backen");
  expect(backen).toMatchObject({
    confidence: 1,
    matches: [{ label: { text: "Backen", locale: "de", kind: "PREFERRED" } }],
  });
  expect(answerOf(part, "Java")).toMatchObject([{ isTechnology: true }]);
});

describe("after a change", () => {
  // The changes come one after the other: each case begins where the one before it ended.
  it.each([
    ["of a name", [named("TECHNOLOGY", "java", ["en", "PREFERRED", "Kotlin"]), SQL, BAKING]],
    ["back", [JAVA, SQL, BAKING]],
    [
      "that adds labels",
      [
        JAVA,
        SQL,
        named(
          "SKILL",
          "baking",
          ["en", "PREFERRED", "Baking"],
          ["en", "ALTERNATIVE", "Bread baking"],
          ["de", "PREFERRED", "Backen"],
          ["de", "ALTERNATIVE", "Brotbacken"],
        ),
      ],
    ],
    ["that takes a node out of use", [SQL, BAKING]],
    [
      "that adds a node",
      [JAVA, SQL, BAKING, named("SKILL", "dough", ["en", "PREFERRED", "Sourdough"])],
    ],
    [
      "that gives two nodes the same words",
      [JAVA, SQL, BAKING, named("SKILL", "dough", ["en", "PREFERRED", "SQL"])],
    ],
  ])("%s, answers as if all were read anew", async (_what, records) => {
    const before = await now();
    await merge(database, source, ...records);
    const after = await now();
    expect(after).not.toBe(before);
    expect(after.layers).toHaveLength(2);
    expect(after.layers[0]?.dictionary).toBe(before.layers[0]?.dictionary);
    expect(answerOf(after)).toEqual(answerOf(await freshly()));
    expect(answerOf(after)).not.toEqual(answerOf(before));
  });

  it("of something else, stays the same object", async () => {
    const before = await now();
    await merge(database, other, other.node("ROLE", "baker"), other.node("CAREER_LEVEL", "senior"));
    expect(await now()).toBe(before);
  });

  it("of many nodes, is made anew", async () => {
    const many = Array.from({ length: 700 }, (_, number) =>
      named("SKILL", `skill-${number}`, ["en", "PREFERRED", `Skill ${number}`]),
    );
    // In two steps, so that each of them is listed in the log of changes.
    await merge(database, source, JAVA, SQL, BAKING, ...many.slice(0, 350));
    expect((await now()).layers).toHaveLength(2);
    await merge(database, source, JAVA, SQL, BAKING, ...many);
    const part = await now();
    expect(part.layers).toHaveLength(1);
    expect(answerOf(part, "skill 0 and skill 699")).toHaveLength(2);
  });
});
