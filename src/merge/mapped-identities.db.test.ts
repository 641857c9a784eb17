import type { Database } from "../database/database";
import { identify } from "../testing/identify";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows } from "../testing/table-rows";
import { merge, TestSource } from "../testing/test-source";
import type { Identity } from "./identity/overrides";
import type { EdgeRecord, NodeRecord } from "./records";

const curated = new TestSource("curated");
const editors = new TestSource("editors", "EDITOR");
const esco = new TestSource("esco", "IMPORTED");
const other = new TestSource("other", "IMPORTED");

/** The address of a concept, and of the skill that an import of its source brings. */
const CONCEPT = "http://esco.example/skill/1";
const NOTHING = { known: [], joined: [], ambiguous: [] };

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

/** The concept as a source states it that only maps to it. */
function concept(source: TestSource): NodeRecord {
  const { id, keys } = esco.found("EXTERNAL_CONCEPT", CONCEPT);
  const { assertions } = source.found("EXTERNAL_CONCEPT", "Concept 1", {
    scheme: "esco",
    slug: "concept-1",
  });
  return { id, kind: "EXTERNAL_CONCEPT", keys, assertions };
}

function mapped(source: TestSource, name: string, match = "EXACT"): (NodeRecord | EdgeRecord)[] {
  const skill = source.found("SKILL", name);
  return [
    skill,
    source.link("MAPPING", skill.id, esco.idOf("EXTERNAL_CONCEPT", CONCEPT), { match_type: match }),
  ];
}

/** The skill that the source calls by the address of the concept; no name is like that of another. */
const skill = esco.found("SKILL", CONCEPT);

it.each([curated, editors])("joins what $name map as EXACT", async (source) => {
  await merge(database, source, concept(source), ...mapped(source, "Baking"));
  const joined = `MAPPING: ${CONCEPT} -> baking`;
  expect(await identify(database, esco, [skill])).toMatchObject({ joined: [joined] });
  expect(await identify(database, esco, [skill])).toEqual({
    ...NOTHING,
    known: [`${CONCEPT} -> baking`],
    changed: false,
  });
});

it.each([
  ["an imported source maps as EXACT", other, "EXACT"],
  ["curated sources map as CLOSE", curated, "CLOSE"],
])("does not join what %s", async (_what, source, match) => {
  await merge(database, source, concept(source), ...mapped(source, "Baking", match));
  expect(await identify(database, esco, [skill])).toEqual({ ...NOTHING, changed: true });
});

it("does not join another kind of node", async () => {
  const role = curated.found("ROLE", "Baker");
  const link = curated.link("MAPPING", role.id, esco.idOf("EXTERNAL_CONCEPT", CONCEPT), {
    match_type: "EXACT",
  });
  await merge(database, curated, concept(curated), role, link);
  expect(await identify(database, esco, [skill])).toEqual({ ...NOTHING, changed: true });
});

it("decides nothing where two nodes are mapped, but does when one of them is out of use", async () => {
  const [one, two] = [mapped(curated, "Baking"), mapped(curated, "Making bread")];
  await merge(database, curated, concept(curated), ...one, ...two);
  expect(await identify(database, esco, [skill])).toEqual({ ...NOTHING, changed: true });
  const [deprecated] = two;
  if (!deprecated || !("keys" in deprecated)) throw new Error("no node");
  const given = curated.found("SKILL", "Making bread", { status: "DEPRECATED" });
  await merge(database, curated, concept(curated), ...one, given, ...two.slice(1));
  expect(await identify(database, esco, [skill])).toMatchObject({
    joined: [`MAPPING: ${CONCEPT} -> baking`],
  });
});

it("moves a key that had a node of its own when the mapping comes later", async () => {
  await identify(database, esco, [skill]);
  await merge(database, curated, concept(curated), ...mapped(curated, "Baking"));
  expect(await identify(database, esco, [skill])).toMatchObject({
    joined: [`MAPPING: ${CONCEPT} -> baking`],
    changed: true,
  });
  // The key stays when the mapping goes.
  await merge(database, curated, ...mapped(curated, "Baking").slice(0, 1));
  expect(await identify(database, esco, [skill])).toMatchObject({
    known: [`${CONCEPT} -> baking`],
    changed: false,
  });
});

it("gives way to what people decided", async () => {
  const decision = (slug: string): Identity => ({
    kind: "SKILL",
    scheme: "esco",
    key: CONCEPT,
    node: { slug },
  });
  const ours = [...mapped(curated, "Baking"), curated.found("SKILL", "Cooking")];
  await merge(database, curated, concept(curated), ...ours);
  const apart = { apart: [decision("baking")] };
  expect(await identify(database, esco, [skill], apart)).toEqual({ ...NOTHING, changed: true });
  expect(await identify(database, esco, [skill], apart)).toEqual({ ...NOTHING, changed: false });

  const same = { same: [decision("cooking")] };
  expect(await identify(database, esco, [skill], same)).toMatchObject({
    joined: [`OVERRIDE: ${CONCEPT} -> cooking`],
  });
  expect(await identify(database, esco, [skill], same)).toMatchObject({
    known: [`${CONCEPT} -> cooking`],
    changed: false,
  });
  // Joined by the mapping and then kept apart.
  await identify(database, esco, [skill]);
  expect(await identify(database, esco, [skill], apart)).toEqual({ ...NOTHING, changed: true });
});

it("takes along the keys of the batch that stand for the node that moves", async () => {
  const twin = esco.found("SKILL", "twin");
  const same = [
    { kind: "SKILL", scheme: "esco", key: "twin", node: { scheme: "esco", key: CONCEPT } },
  ] as const;
  await identify(database, esco, [skill, twin], { same });
  await merge(database, curated, concept(curated), ...mapped(curated, "Baking"));
  await identify(database, esco, [skill, twin]);
  const again = await identify(database, esco, [skill, twin]);
  expect(again.known).toEqual([`${CONCEPT} -> baking`, "twin -> baking"].sort());
  expect(again.changed).toBe(false);
});
