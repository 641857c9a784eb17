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
  SOURCE_ID,
  SOURCE_LINE,
  said,
} from "../testing/graph-lines";

const BAKING = idOf("SKILL", "baking");
const BAKER = idOf("ROLE", "baker");
const SKILL = nodeLine("SKILL", "baking");
const ROLE = nodeLine("ROLE", "baker");
const END = { type: "end", nodes: 2, links: 0 };

const PASTRY = idOf("SPECIALIZATION", "pastry");
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

const header = (change: Line) => rawFile({ ...HEADER, ...change }, SOURCE_LINE, SKILL, END);

it.each([
  ["nothing", "", 'graph.ndjson: holds nothing; expected a line with "format" first'],
  ["another file", "id,name\n", "graph.ndjson, line 1: is no JSON"],
  ["another JSON", "{}\n", 'graph.ndjson, line 1, column "format": expected "careergraph"'],
  ["an array", "[]\n", 'line 1, column "format"'],
  ["null", "null\n", 'line 1, column "format"'],
  ["another format", header({ format: "jgf" }), 'line 1, column "format"'],
  [
    "a later version",
    header({ formatVersion: 2 }),
    "a later release of Careergraph wrote this file",
  ],
  ["no version", header({ formatVersion: "1" }), 'column "formatVersion": expected a whole number'],
  ["no sources", header({ sources: undefined }), 'line 1, column "sources": expected an array'],
  [
    "a wrong source",
    header({ sources: [{ id: "acme" }] }),
    'column "sources[0].id": expected a UUID',
  ],
  ["an unknown part", header({ source: [] }), 'line 1, column "source": expected no such part'],
  [
    "a source without node",
    header({ sources: [{ id: SOURCE_ID }, { id: BAKER }] }),
    `no node of kind SOURCE has the id ${BAKER}`,
  ],
])("refuses %s", async (_, text, message) => {
  expect(await refusalOf(text)).toContain(message);
});

it.each([
  ["its last line", rawFile(HEADER, SOURCE_LINE, SKILL), "graph.ndjson: is cut off"],
  ["half a line", `${rawFile(HEADER, SOURCE_LINE)}{"type":"no`, "graph.ndjson, line 3: is no JSON"],
  [
    "a line within",
    rawFile(HEADER, SOURCE_LINE, END),
    "line 3: counts 2 nodes and 0 links, but 1 and 0 stand before",
  ],
  [
    "its checksum",
    rawFile(HEADER, SOURCE_LINE, SKILL, { ...END, sha256: "00" }),
    "line 4: has the checksum of other lines",
  ],
  [
    "its counts",
    rawFile(HEADER, SOURCE_LINE, { type: "end" }),
    'column "nodes": expected a whole number',
  ],
  [
    "its end at the end",
    rawFile(HEADER, SOURCE_LINE, SKILL, END, ROLE),
    "line 5: stands after the line that ends the file",
  ],
  [
    "its order",
    rawFile(HEADER, SOURCE_LINE, ROLE, linkLine("DUTY", BAKER, BAKING), SKILL, END),
    "line 5: is a node after links",
  ],
])("notices that a file lacks %s", async (_, text, message) => {
  expect(await refusalOf(text)).toContain(message);
});

it.each<[string, Line[], RegExp]>([
  ["a node", [SKILL, SKILL], /line 4, column "id": is the id of the node in line 3, too/],
  [
    "a link",
    [...ENDS, linkLine("REQUIREMENT", BAKER, BAKING), linkLine("REQUIREMENT", BAKER, BAKING)],
    /line 8: is a link of the same kind between the same ends/,
  ],
  [
    "a link without direction",
    [...ENDS, linkLine("COLLABORATION", BAKER, CHEF), linkLine("COLLABORATION", CHEF, BAKER)],
    /line 8: is a link of the same kind between the same ends/,
  ],
  [
    "a slug",
    [SKILL, nodeLine("SKILL", "bread", { slug: "baking" })],
    /Key \(kind, slug\)=\(SKILL, baking\) already exists/,
  ],
  [
    "the role of a specialization",
    [
      ...ENDS,
      linkLine("HAS_SPECIALIZATION", BAKER, PASTRY),
      linkLine("HAS_SPECIALIZATION", CHEF, PASTRY),
    ],
    /line \d: the graph cannot hold this: .*edge_one_role_of_specialization/,
  ],
  [
    "an id of what is said",
    [
      SKILL,
      nodeLine(
        "ROLE",
        "baker",
        {},
        { assertions: [said({}, { id: BAKER }), said({ role_kind: "GROUP" }, { id: BAKER })] },
      ),
    ],
    /line 4, column "assertions": expected each to differ/,
  ],
])("refuses a file that has %s twice", async (_, lines, message) => {
  expect(await refusalOf(graphFile(...lines))).toMatch(message);
});
