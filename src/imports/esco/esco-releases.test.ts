import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ESCO } from "./esco";

const AT = "http://data.europa.eu/esco/";
const FIXTURES = join(__dirname, "fixtures");

async function read(...path: string[]): Promise<RecordingSink> {
  const input = await openInput(resolve(FIXTURES, ...path));
  const sink = new RecordingSink(ESCO.scheme);
  await (await ESCO.readNodes(input, sink))();
  await input.close();
  return sink;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "taxonomy-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const skillId = (sink: RecordingSink, name: string) => sink.idOf("SKILL", `${AT}skill/${name}`);
const bakerId = (sink: RecordingSink) => sink.idOf("ROLE", `${AT}occupation/baker`);
const names = (sink: RecordingSink) =>
  [...sink.nodes.values()].map(({ labels }) => labels[0]?.text).sort();

describe("1.0.9", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read("esco-1.0.9");
  });

  it("reads tables that lack columns, and lacks tables", () => {
    expect(sink.nodeOf("ROLE", `${AT}occupation/baker`)).toMatchObject({
      concept: { uri: `${AT}occupation/baker`, code: undefined },
      fields: { role_kind: "OCCUPATION", isco_code: "7512", regulated_note: null },
    });
    expect(sink.edgeOf("REQUIREMENT", bakerId(sink), skillId(sink, "oven-software"))).toBeDefined();
    expect(sink.skipped).toEqual([]);
  });

  it("keeps a collection that later releases do not have", () => {
    const group = sink.nodeOf("SKILL_GROUP", `${AT}concept-scheme/ictskills`);
    expect(group.labels).toEqual([{ locale: "en", kind: "PREFERRED", text: "ict skills" }]);
    expect(sink.edgeOf("BROADER", skillId(sink, "oven-software"), group.id)).toBeDefined();
  });
});

describe("1.1.0 and then 1.1.1", () => {
  it("knows what is in both under the same ids", async () => {
    const [older, newer] = [await read("esco-1.1.0"), await read("esco-1.1.1")];
    const ids = [...newer.nodes.keys()];
    expect(ids.filter((id) => !older.nodes.has(id))).toEqual([]);
    expect([...older.nodes.keys()].filter((id) => !ids.includes(id))).toEqual([
      older.idOf("ROLE", `${AT}occupation/toast-maker`),
    ]);
    const label = (sink: RecordingSink) => sink.nodes.get(bakerId(sink))?.labels[0]?.text;
    expect([label(older), label(newer)]).toEqual(["bread maker", "baker"]);
  });

  it("leaves out of 1.1.1 what names an occupation that went, and takes what changed", async () => {
    const sink = await read("esco-1.1.1");
    expect(sink.skipped.map(({ entity, reason }) => `${entity}: ${reason}`)).toEqual([
      "broader occupations: UNKNOWN_CONCEPT",
      "occupation skill relations: UNKNOWN_CONCEPT",
    ]);
    expect(sink.edgeOf("REQUIREMENT", bakerId(sink), skillId(sink, "dough"))?.fields).toEqual({
      requirement: "ESSENTIAL",
    });
  });
});

describe("1.2.1 in English and German", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read("esco-1.2.1");
  });

  it("joins the languages of a concept, English first, and counts the rows of both", () => {
    expect(sink.nodeOf("ROLE", `${AT}occupation/baker`)).toMatchObject({
      rows: 2,
      labels: [
        { locale: "en", kind: "PREFERRED", text: "baker" },
        { locale: "en", kind: "ALTERNATIVE", text: "bread maker" },
        { locale: "en", kind: "ALTERNATIVE", text: "artisan baker" },
        { locale: "de", kind: "PREFERRED", text: "Bäcker/Bäckerin" },
        { locale: "de", kind: "ALTERNATIVE", text: "Bäckermeister/Bäckermeisterin" },
      ],
      texts: [
        { locale: "en", kind: "DESCRIPTION", text: "Bakers make bread." },
        { locale: "de", kind: "DESCRIPTION", text: "Bäcker backen Brot." },
      ],
    });
    expect(sink.nodeOf("SKILL_GROUP", `${AT}concept-scheme/green`).labels).toEqual([
      { locale: "en", kind: "PREFERRED", text: "Green" },
      { locale: "de", kind: "PREFERRED", text: "Grün" },
    ]);
  });

  it("states what only one language has", () => {
    expect(sink.nodeOf("SKILL", `${AT}skill/pretzel`)).toMatchObject({
      fields: { skill_kind: "KNOWLEDGE", reuse_level: "OCCUPATION" },
      labels: [
        { locale: "de", kind: "PREFERRED", text: "Brezel" },
        { locale: "de", kind: "ALTERNATIVE", text: "Breze" },
      ],
    });
  });

  it("takes a concept once that a file has twice", () => {
    const repeated = sink.skipped.filter(({ reason }) => reason === "DUPLICATE_ROW");
    expect(repeated.map(({ place }) => place.file)).toEqual([
      "en/occupations_en.csv",
      "de/occupations_de.csv",
    ]);
  });

  it("keeps industries and green shares beside the values", () => {
    expect(sink.nodeOf("ROLE", `${AT}occupation/baker`).qualifiers).toEqual([
      {
        name: "naceCode",
        value: ["http://data.europa.eu/ux2/nace2.1/1071", "http://data.europa.eu/ux2/nace2.1/4724"],
      },
      { name: "greenShare", value: 0.0333333333333333, unit: "share 0..1" },
    ]);
    expect(sink.nodeOf("ROLE_FAMILY", `${AT}isco/C7512`).qualifiers).toEqual([
      { name: "greenShare", value: 0.25, unit: "share 0..1" },
    ]);
    expect(sink.rows.get("green shares")).toBe(4);
    expect(
      sink.skipped.filter(({ entity }) => entity === "green shares").map(({ reason }) => reason),
    ).toEqual(["UNKNOWN_CONCEPT", "INVALID_VALUE"]);
  });

  it("reads relations with labels beside the addresses, in one language", () => {
    const [baker, knead, dough] = [bakerId(sink), skillId(sink, "knead"), skillId(sink, "dough")];
    expect(sink.edgeOf("REQUIREMENT", baker, knead)?.fields).toEqual({ requirement: "ESSENTIAL" });
    expect(sink.edgeOf("REQUIREMENT", baker, dough)?.fields).toEqual({ requirement: "OPTIONAL" });
    expect(sink.edgeOf("PREREQUISITE", knead, dough)?.fields).toEqual({ requirement: "OPTIONAL" });
    expect(sink.rows.get("occupation skill relations")).toBe(2);
    expect(sink.leftOut).toEqual(
      expect.arrayContaining([
        { file: "de/dictionary_de.csv", rows: 2 },
        { file: "en/dictionary_en.csv", rows: 2 },
        { file: "de/occupationSkillRelations_de.csv", rows: 2 },
        { file: "de/greenSkillsCollection_de.csv", rows: 1 },
      ]),
    );
    expect(sink.leftOut).toHaveLength(8);
  });

  it("reads one language alone", async () => {
    const german = await read("esco-1.2.1", "de");
    expect(names(german)).toEqual(
      ["Brezel", "Bäcker und Bäckerinnen", "Bäcker/Bäckerin", "Grün"].concat(
        "Nahrungsmittelverarbeitung",
        "Teig",
        "Teig kneten",
      ),
    );
  });
});

describe("what is no release of ESCO", () => {
  const open = async (folder: string) =>
    ESCO.readNodes(await openInput(folder), new RecordingSink(ESCO.scheme));

  it("says which files were looked for", async () => {
    const folder = folderOf({
      "occupationSkillRelations.csv": "occupationUri\n",
      "skills.csv": "ID\n",
    });
    await expect(open(folder)).rejects.toThrow(
      /looked for: occupations_<language>\.csv, .*; it holds occupationSkillRelations\.csv, skills\.csv$/,
    );
  });

  it("says which column is missing", async () => {
    const folder = folderOf({ "skills_en.csv": "conceptUri,title\n" });
    await expect(open(folder)).rejects.toThrow(
      'skills_en.csv, line 1: lacks the column "preferredLabel"; it has "conceptUri", "title"',
    );
  });

  it("refuses two releases in one folder", async () => {
    const folder = folderOf({});
    for (const release of ["esco-1.1.0", "esco-1.1.1"])
      cpSync(join(FIXTURES, release), join(folder, release), { recursive: true });
    await expect(open(folder)).rejects.toThrow(
      "more than once: esco-1.1.0/ISCOGroups_en.csv, esco-1.1.1/ISCOGroups_en.csv; name a folder with one release",
    );
  });
});

it("reads relations once when packages of several languages lie side by side", async () => {
  const folder = folderOf({});
  cpSync(join(FIXTURES, "esco-1.1.1"), join(folder, "en"), { recursive: true });
  cpSync(join(FIXTURES, "esco-1.1.1"), join(folder, "fr"), { recursive: true });
  const french = ["occupations", "skills", "ISCOGroups"];
  for (const table of french) {
    cpSync(join(folder, "fr", `${table}_en.csv`), join(folder, "fr", `${table}_fr.csv`));
    rmSync(join(folder, "fr", `${table}_en.csv`));
  }
  const sink = await read(folder);
  expect(sink.leftOut).toEqual([
    { file: "fr/broaderRelationsOccPillar.csv", rows: 2 },
    { file: "fr/occupationSkillRelations.csv", rows: 3 },
  ]);
  expect(sink.rows.get("occupations")).toBe(2);
});

it.each([
  ["/data/ESCO dataset - v1.1.1 - classification - en - csv.zip", "occupations_en.csv", "1.1.1"],
  ["/data/esco-1.1.1", "occupations_en.csv", "1.1.1"],
  ["/data/esco.zip", "ESCO_dataset_v1.2.1_classification_en_csv/occupations_en.csv", "1.2.1"],
  ["/data/esco-1.1.0/esco/v1.2", "occupations_en.csv", "1.2"],
  ["/data/1.1.1/taxonomy", "occupations_en.csv", null],
  ["/home/esco/node-20.19.1/files", "occupations_en.csv", null],
])("finds the version in %s with %s: %s", async (path, file, version) => {
  const files = [{ path: file }] as never;
  expect(await ESCO.readVersion({ path, files } as never)).toBe(version);
});
