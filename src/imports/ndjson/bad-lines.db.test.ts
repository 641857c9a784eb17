import type { Database } from "../../database/database";
import { openEmptyGraph } from "../../testing/starter-graph";
import { readAllRows } from "../../testing/table-rows";
import { ImportError } from "../import-error";
import { importText } from "../testing/graph-files";
import {
  graphFile,
  HEADER,
  idOf,
  type Line,
  linkLine,
  nodeLine,
  rawFile,
  SOURCE_LINE,
  said,
} from "../testing/graph-lines";

const BAKING = idOf("SKILL", "baking");
const BAKER = idOf("ROLE", "baker");
const SKILL = nodeLine("SKILL", "baking");
const ROLE = nodeLine("ROLE", "baker");
const END = { type: "end", nodes: 2, links: 0 };

const CHEF = idOf("ROLE", "chef");
const ENDS = [ROLE, SKILL, nodeLine("SPECIALIZATION", "pastry"), nodeLine("ROLE", "chef")];
let database: Database;
let before: Record<string, string[]>;
beforeAll(async () => {
  database = await openEmptyGraph();
  await importText(
    database,
    graphFile(nodeLine("SKILL", "there"), nodeLine("TOPIC", "taken", { topic_kind: "TREND" })),
  );
  before = await readAllRows(database);
});
afterAll(() => database.close());

async function refusalOf(text: string): Promise<string> {
  const error = await importText(database, text).then(
    () => new Error("it was imported"),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  expect(await readAllRows(database)).toEqual(before);
  return (error as Error).message;
}

const node = (change: Line) => ({ ...SKILL, ...change });
const stated = (fields: Line) => nodeLine("SKILL", "baking", fields);
const asserted = (more: Line) => node({ assertions: [said({}, more)] });
const shown = (change: Line) => {
  const labels = [{ locale: "en", kind: "PREFERRED", text: "Baking" }];
  return node({
    assertions: [],
    shown: { status: "ACTIVE", skill_kind: "SKILL", labels, ...change },
  });
};

const WRONG_NODES: [Line, string][] = [
  [{ type: "Node" }, 'column "type": expected node, link or end'],
  [node({ kind: "ABILITY" }), 'column "kind": expected one of CAREER_LEVEL, EXTERNAL_CONCEPT'],
  [node({ id: "baking" }), 'column "id": expected a UUID'],
  [node({ id: BAKING.toUpperCase() }), 'column "id": expected a UUID in lower case'],
  [node({ id: "00000000-0000-0000-0000-000000000000" }), 'column "id": expected a UUID'],
  [node({ slug: "Baking" }), 'column "slug": expected a slug'],
  [node({ name: "Baking" }), 'column "name": expected no such part; there are type, id'],
  [node({ keys: {} }), 'column "keys": expected an array'],
  [node({ keys: [{ scheme: "acme", key: 7 }] }), 'column "keys[0].key": expected a text'],
  [node({ assertions: [7] }), 'column "assertions[0]": expected an object'],
  [asserted({ source: "acme" }), 'column "assertions[0].source": expected a UUID'],
  [asserted({ source: BAKER }), `column "source": ${BAKER} is not among the sources`],
  [asserted({ origin: "ME" }), 'column "assertions[0].origin": expected one of EDITOR, CURATED'],
  [asserted({ confidence: 1.1 }), 'column "assertions[0].confidence": expected a number, 0 to 1'],
  [asserted({ wording: null }), 'column "assertions[0].wording": expected a text'],
  [asserted({ wording: "\0" }), "a text without U+0000"],
  [asserted({ wording: "\ud83d" }), "halves of characters"],
  [
    asserted({ qualifiers: [{ name: "a", value: null }] }),
    'column "assertions[0].qualifiers[0].value"',
  ],
  [
    asserted({ qualifiers: [{ name: "a", value: ["b", 1] }] }),
    'qualifiers[0].value[1]": expected a text',
  ],
  [asserted({ strenght: "high" }), 'column "assertions[0].strenght": expected no such part'],
  [node({ assertions: [said(), said({ skill_kind: "SKILL" })] }), "each to differ from the others"],
  [stated({ colour: "red" }), 'column "assertions[0].fields.colour": expected no such part'],
  [stated({ importance: 3 }), 'column "assertions[0].fields.importance": expected no such part'],
  [stated({ name: "Baking" }), 'column "assertions[0].fields.name": expected no such part'],
  [stated({ skill_kind: 7 }), 'fields.skill_kind": expected a text, or null'],
  [
    stated({ job_zone: "3" }),
    'fields.job_zone": expected a whole number, -32768 to 32767, or null',
  ],
  [stated({ job_zone: 40_000 }), "expected a whole number, -32768 to 32767"],
  [stated({ is_hot: "yes" }), 'fields.is_hot": expected true or false, or null'],
  [stated({ typical_years_from: "2" }), 'fields.typical_years_from": expected a number, or null'],
  [stated({ status: "OLD" }), 'fields.status": expected one of ACTIVE, DEPRECATED'],
  [stated({ replaced_by_id: "x" }), 'fields.replaced_by_id": expected a UUID'],
  [
    stated({ replaced_by_id: BAKER }),
    `column "replaced_by_id": no node of this file has the id ${BAKER}`,
  ],
  [stated({ part_of_id: BAKING }), `${BAKING} is a SKILL; expected a SOURCE`],
  [stated({ labels: "Baking" }), 'fields.labels": expected an array'],
  [stated({ labels: [{ locale: "e n", kind: "HIDDEN", text: "x" }] }), "expected a language tag"],
  [stated({ labels: [{ locale: "en", kind: "MAIN", text: "x" }] }), "expected one of PREFERRED"],
  [stated({ texts: [{ locale: "en", kind: "DEFINITION", text: "" }] }), "a text that is not empty"],
  [shown({ status: undefined }), 'column "shown.status": expected ACTIVE or DEPRECATED'],
  [shown({ labels: [] }), 'column "shown.labels": expected a PREFERRED label'],
  [shown({ slug: "baking" }), 'column "shown.slug": expected nothing'],
  [
    node({ shown: {} }),
    'column "shown": expected nothing, because assertions give a name and all that it needs',
  ],
  [asserted({}), "only adds to a node, and the graph does not have it"],
  [
    node({ id: idOf("TOPIC", "taken"), keys: [] }),
    "the graph has a node of another kind with this id",
  ],
  [
    node({
      keys: [
        { scheme: "acme", key: "there" },
        { scheme: "acme", key: "source" },
      ],
      id: BAKER,
      kind: "SOURCE",
    }),
    'key "source" of the scheme "acme" stands with another node',
  ],
];

it.each(WRONG_NODES.map(([line, message]) => [message, line] as const))(
  "names the line of a node: %s",
  async (message, line) => {
    const error = await refusalOf(rawFile(HEADER, SOURCE_LINE, line, END));
    expect(error).toMatch(/^graph.ndjson, line 3[,:]/);
    expect(error).toContain(message);
  },
);

const link = (change: Line) => ({ ...linkLine("REQUIREMENT", BAKER, BAKING), ...change });
const statement = (fields: Line, more: Line = {}) =>
  linkLine(
    "STATEMENT",
    BAKER,
    BAKING,
    { predicate: "uses", ...fields },
    { statementKey: "1", ...more },
  );

const WRONG_LINKS: [Line, string][] = [
  [link({ kind: "NEEDS" }), 'column "kind": expected one of BELONGS_TO'],
  [link({ kind: "SKILL" }), 'column "kind": expected one of BELONGS_TO'],
  [link({ id: BAKER }), 'column "id": expected no such part'],
  [link({ from: 7 }), 'column "from": expected a UUID'],
  [link({ to: undefined }), 'column "to": expected a UUID'],
  [link({ to: BAKER }), 'column "to": expected another node than from'],
  [link({ to: idOf("SKILL", "kneading") }), 'column "to": no node of this file has the id'],
  [link({ from: idOf("SKILL", "there") }), 'column "from": no node of this file has the id'],
  [link({ statementKey: "1" }), 'column "statementKey": expected a text with every STATEMENT'],
  [statement({}, { statementKey: undefined }), 'column "statementKey"'],
  [link({ assertions: undefined }), 'column "assertions": expected an array'],
  [link({ assertions: [] }), 'column "assertions": expected at least one'],
  [link({ assertions: [said({}, { source: BAKER })] }), "is not among the sources"],
  [linkLine("REQUIREMENT", BAKER, BAKING, { vendor: "x" }), "expected no such part"],
  [linkLine("REQUIREMENT", BAKER, BAKING, { labels: [] }), "expected no such part"],
  [linkLine("REQUIREMENT", BAKER, BAKING, { origin: "EDITOR" }), "expected no such part"],
  [
    linkLine("COLLABORATION", BAKER, CHEF, { subjects: "all" }),
    'fields.subjects": expected an array',
  ],
  [linkLine("COLLABORATION", BAKER, CHEF, { subjects: [1] }), 'subjects[0]": expected a text'],
  // What the database guarantees.
  [linkLine("REQUIREMENT", BAKER, BAKING, { importance: 6 }), "edge_importance"],
  [
    linkLine("REQUIREMENT", BAKER, BAKING, { requirement: "SOME" }),
    "'ESSENTIAL'::text, 'OPTIONAL'::text",
  ],
  [linkLine("REQUIREMENT", BAKING, BAKER), "edge_ends"],
  [linkLine("MAPPING", BAKER, BAKING), "edge_ends"],
  [statement({ value_text: "x" }), "edge_statement_object"],
  [statement({ predicate: null }), "edge_statement"],
];

it.each(WRONG_LINKS.map(([line, message]) => [message, line] as const))(
  "names the line of a link: %s",
  async (message, line) => {
    const error = await refusalOf(graphFile(...ENDS, line));
    expect(error).toMatch(/^graph.ndjson, line 7[,:]/);
    expect(error).toContain(message);
  },
);
