import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ONET } from "./onet";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Lines of cells that are separated by bars. */
function table(...lines: string[]): string {
  return lines.map((line) => `${line.split("|").join("\t")}\n`).join("");
}

const OCCUPATIONS = table(
  "O*NET-SOC Code|Title|Description",
  "11-1|Managers|They manage.",
  "15-1|Developers|",
);
const RATINGS = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value";

/** Reads files given by name without `.txt`; Occupation Data is there unless it is given. */
async function read(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "onet-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ "Occupation Data": OCCUPATIONS, ...files }))
    writeFileSync(join(folder, `${name}.txt`), text);
  const input = await openInput(folder);
  const sink = new RecordingSink(ONET.scheme);
  const readLinks = await ONET.readNodes(input, sink);
  await readLinks();
  await input.close();
  const links = (kind: string) =>
    [...sink.edges.values()].flatMap(({ kind: is, fromId, toId, fields, rows }) =>
      is === kind ? [{ from: keyOf(fromId), to: keyOf(toId), ...fields, rows }] : [],
    );
  const keyOf = (id: string | null) => sink.nodes.get(id ?? "")?.key;
  const reasons = sink.skipped.map(({ entity, reason }) => `${entity}: ${reason}`);
  return { sink, links, reasons };
}

it("needs nothing but Occupation Data", async () => {
  const { sink, reasons } = await read({});
  expect([...sink.nodes.values()].map(({ key }) => key)).toEqual(["11-1", "15-1"]);
  expect(sink.nodeOf("ROLE", "15-1")).toMatchObject({ texts: [], fields: { job_zone: null } });
  expect([...sink.edges.values(), ...reasons, ...sink.leftOut]).toEqual([]);
});

it("says what it looked for when Occupation Data or a column is not there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onet-"));
  folders.push(folder);
  writeFileSync(join(folder, "Skills.txt"), "");
  const input = await openInput(folder);
  await expect(ONET.readNodes(input, new RecordingSink("ONET"))).rejects.toThrow(
    /looked for: Occupation Data\.txt; it holds Skills\.txt/,
  );
  await input.close();
  await expect(read({ Skills: table("O*NET-SOC Code|Element ID|Data Value") })).rejects.toThrow(
    /Skills\.txt, line 1: lacks the column "Scale ID"/,
  );
});

it("reads line ends and marks of other systems, ragged rows, quotes and names that look like nothing", async () => {
  const { sink, reasons } = await read({
    "Occupation Data":
      `\ufeff${table("Description|O*NET-SOC Code|New|Title", "They manage.|11-1||\u200bManagers\u00a0")}`.replaceAll(
        "\n",
        "\r\n",
      ),
    "Technology Skills": table(
      "O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology",
      `11-1|Laser "12 inch|43211500|"Lasers|Y`,
      "11-1|None|43211501|Nones",
      "11-1|Ragged",
    ),
  });
  expect(sink.nodeOf("ROLE", "11-1").labels[0]?.text).toBe("Managers");
  expect(sink.nodeOf("TECHNOLOGY", `Laser "12 inch`).fields?.is_hot).toBe(true);
  expect(sink.nodeOf("TECHNOLOGY", "43211500").labels[0]?.text).toBe(`"Lasers`);
  expect(sink.nodeOf("TECHNOLOGY", "None").fields?.is_hot).toBeNull();
  expect(sink.nodeOf("TECHNOLOGY", "Ragged").labels).toHaveLength(1);
  expect(reasons).toEqual([]);
});

it("counts every title, and states it once", async () => {
  const { sink, reasons } = await read({
    "Alternate Titles": table(
      "O*NET-SOC Code|Alternate Title|Short Title",
      "11-1|Chief|n/a",
      "11-1|Chief|",
      "11-1|Managers|",
      "11-1|n/a|Mgr",
      "11-1|n/a|n/a",
      "99-9|Nobody|",
    ),
    "Sample of Reported Titles": table("O*NET-SOC Code|Reported Job Title", "11-1|Chief", "15-1|"),
  });
  const labels = sink.nodeOf("ROLE", "11-1").labels.map(({ text }) => text);
  expect(labels).toEqual(["Managers", "Chief", "Mgr"]);
  expect(Object.fromEntries(sink.rows)).toEqual({
    occupations: 2,
    "alternate titles": 6,
    "reported titles": 2,
  });
  expect(reasons).toEqual([
    "alternate titles: MISSING_VALUE",
    "alternate titles: UNKNOWN_CONCEPT",
    "reported titles: MISSING_VALUE",
  ]);
});

it("skips occupations and job zones that cannot be read or come again", async () => {
  const { sink, reasons } = await read({
    "Occupation Data": table(
      "O*NET-SOC Code|Title",
      "11-1|Managers",
      "11-1|Bosses",
      "|No code",
      "12-1|",
    ),
    "Job Zones": table(
      "O*NET-SOC Code|Job Zone",
      "11-1|4",
      "11-1|5",
      "11-1|6",
      "11-1|n/a",
      "99-9|1",
    ),
  });
  expect(sink.nodeOf("ROLE", "11-1")).toMatchObject({
    labels: [{ text: "Managers" }],
    fields: { job_zone: 4 },
  });
  expect(reasons).toEqual([
    "occupations: DUPLICATE_ROW",
    "occupations: MISSING_VALUE",
    "occupations: MISSING_VALUE",
    "job zones: DUPLICATE_ROW",
    "job zones: INVALID_VALUE",
    "job zones: INVALID_VALUE",
    "job zones: UNKNOWN_CONCEPT",
  ]);
  expect(Object.fromEntries(sink.rows)).toEqual({ occupations: 4, "job zones": 5 });
});

const SORTED = [
  "11-1|2.A.1|Reading|IM|4.49",
  "11-1|2.A.1|Reading|LV|0.87",
  "11-1|2.A.2|Writing|IM|2.50",
  "11-1|2.A.2|Writing|LV|7.00",
  "15-1|2.A.1|Reading|IM|1.00",
  "15-1|2.A.1|Reading|LV|0.00",
];
const RATED = [
  { from: "11-1", to: "2.A.1", importance: 4, proficiency: 1, rows: 2 },
  { from: "11-1", to: "2.A.2", importance: 3, proficiency: 5, rows: 2 },
  { from: "15-1", to: "2.A.1", importance: 1, proficiency: null, rows: 2 },
];

it("makes one link of the two rows of a pair, wherever they stand", async () => {
  const sorted = await read({ Skills: table(RATINGS, ...SORTED) });
  expect(sorted.links("REQUIREMENT")).toEqual(RATED);
  const mixed = [0, 4, 2, 5, 1, 3].map((index) => SORTED[index] ?? "");
  const unsorted = await read({ Skills: table(RATINGS, ...mixed) });
  expect(unsorted.links("REQUIREMENT")).toEqual(expect.arrayContaining(RATED));
  expect(unsorted.links("REQUIREMENT")).toHaveLength(RATED.length);
  expect([...sorted.reasons, ...unsorted.reasons]).toEqual([]);
});

it("shows no value that is suppressed, not relevant or unreadable", async () => {
  const head = `${RATINGS}|Recommend Suppress|Not Relevant`;
  const { sink, links, reasons } = await read({
    Abilities: table(
      head,
      "11-1|1.A.1|Hearing|IM|3|N|n/a",
      "11-1|1.A.1|Hearing|LV|3|N|Y",
      "11-1|1.A.2|Seeing|IM|3|Y|n/a",
      "11-1|1.A.2|Seeing|LV|3|n/a|N",
      "11-1|1.A.3|Smelling|IM|3|Y|",
      "11-1|1.A.3|Smelling|LV|3|Y|Y",
      "11-1|1.A.1|Hearing|IM|2|N|",
      "11-1|1.A.4|Tasting|IM|6||",
      "11-1|1.A.4|Tasting|LV|many||",
      "11-1|1.A.4|Tasting|LV|||",
      "11-1|1.A.4|Tasting|XX|1||",
      "11-1||Tasting|IM|1||",
      "|1.A.1|Hearing|IM|1||",
      "99-9|1.A.1|Hearing|IM|1||",
    ),
  });
  expect(links("REQUIREMENT")).toEqual([
    { from: "11-1", to: "1.A.1", importance: 3, proficiency: null, rows: 1 },
    { from: "11-1", to: "1.A.2", importance: null, proficiency: 3, rows: 1 },
  ]);
  expect(reasons.map((reason) => reason.replace("ability ratings: ", ""))).toEqual([
    ...["NOT_RELEVANT", "RECOMMEND_SUPPRESS", "RECOMMEND_SUPPRESS", "RECOMMEND_SUPPRESS"],
    ...["DUPLICATE_ROW", "INVALID_VALUE", "INVALID_VALUE", "MISSING_VALUE", "NOT_MODELLED"],
    ...["MISSING_VALUE", "MISSING_VALUE", "UNKNOWN_CONCEPT"],
  ]);
  expect(sink.rows.get("ability ratings")).toBe(14);
});

it("names elements by the content model, or else by the ratings", async () => {
  const { sink, links, reasons } = await read({
    "Content Model Reference": table(
      "Element ID|Element Name|Description",
      "2|Requirements|",
      "2.A|Basic Skills|First.",
      "2.A.1|Reading|To read.",
      "2.A.1|Reading again|",
      "2.A.3.b|Further|",
      "2.A.9||",
    ),
    Skills: table(
      "O*NET-SOC Code|Element ID|Scale ID|Data Value",
      "11-1|2.A.1|IM|3",
      "11-1|2.A.7|IM|3",
    ),
    Knowledge: table(RATINGS, "11-1|2.C.1|Physics|IM|3", "11-1|2.A.3.b.1|Deep|IM|3"),
  });
  expect(sink.nodeOf("SKILL", "2.A.1")).toMatchObject({
    labels: [{ text: "Reading" }],
    texts: [{ text: "To read." }],
    rows: 1,
  });
  expect(sink.nodeOf("SKILL", "2.C.1")).toMatchObject({ labels: [{ text: "Physics" }], rows: 0 });
  // 2.A.3 is not in the content model: its child leads to the next element above.
  expect(links("BROADER").map(({ from, to }) => `${from} ${to}`)).toEqual([
    "2.A.1 2.A",
    "2.A.3.b.1 2.A.3.b",
    "2.A.3.b 2.A",
  ]);
  expect(reasons).toEqual([
    "content model elements: DUPLICATE_ROW",
    "content model elements: MISSING_VALUE",
    "content model elements: NOT_USED",
    "skill ratings: UNKNOWN_CONCEPT",
  ]);
  expect(sink.rows.get("content model elements")).toBe(6);
});
