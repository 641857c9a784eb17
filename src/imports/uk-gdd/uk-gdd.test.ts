import { RecordingSink } from "../../testing/recording-sink";
import type { ImportInput } from "../input/import-input";
import { InputFolder } from "../testing/input-folder";
import { UK_GDD } from "./uk-gdd";

/** In another order than the publisher's, with a column more, CRLF, a byte order mark and a blank at an end. */
const ROLES =
  `\uFEFFRole,Role Family,Role Level,Role Type,Skill Name,Skill Level,Skill Level Description,Role Description,Role Level Description,Skill Description,Notes
Baker,Bakery,Baker ,,Kneading,Working,"You can:
- knead\u00a0dough
- rest it",Bakes bread.,A baker bakes.,Working dough.,x
Baker,Bakery,Junior baker,,Kneading,Awareness,You can: watch,Bakes bread.,Learns.,Working dough.,
Baker,Bakery,Senior baker,,Kneading,Practitioner,You can: teach,Bakes bread.,Teaches.,Working dough.,
Baker,Bakery,Senior baker - management,,Kneading,Expert,You can: lead,Bakes bread.,Leads.,Working dough.,
Baker,Bakery,Senior baker,,Tasting (bread),expert,You can: tell,Bakes bread.,Teaches.,MISSING,
Baker,Bakery,Senior baker,,Tasting (cake),Expert,You can: tell,Bakes bread.,Teaches.,,
Chief baking officer,Chiefs,NOT IN USE,Senior Civil Service,Tasting (cake),NOT IN USE,NOT IN USE,Rules the ovens.,NOT IN USE,,
`.replaceAll("\n", "\r\n");

const SKILLS = `Skill Name,Awareness,Working,Practitioner,Expert,Skill Description,Roles that require Skill
Kneading,You know dough,"You can:
- knead",This skill level is currently not defined.,You lead,Working the dough.,"Baker, Miller"
Tasting (cake),,,,,,"Baker, Chief baking officer"
Sieving,You sieve,,,,Letting flour fall.,Chief baking officer
`;

const folder = new InputFolder();
let inputs = 0;

function inputOf(files: Record<string, string>): Promise<ImportInput> {
  inputs++;
  return folder.open(folder.put(`framework ${inputs}`, files));
}

async function read(files: Record<string, string>): Promise<RecordingSink> {
  const sink = new RecordingSink(UK_GDD.scheme);
  const readLinks = await UK_GDD.readNodes(await inputOf(files), sink);
  await readLinks();
  return sink;
}

const level = (title: string) => `Baker/${title}`;

describe("a framework with both files", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read({ "roles.csv": ROLES, "skills.csv": SKILLS });
  });

  it("states families and roles with what they are", () => {
    const baker = sink.nodeOf("ROLE", "Baker");
    expect(baker).toMatchObject({
      labels: [{ locale: "en", kind: "PREFERRED", text: "Baker" }],
      texts: [{ locale: "en", kind: "DESCRIPTION", text: "Bakes bread." }],
      fields: { role_kind: "OCCUPATION" },
      qualifiers: [],
    });
    expect(sink.nodeOf("ROLE", "Chief baking officer").qualifiers).toEqual([
      { name: "role type", value: "Senior Civil Service" },
    ]);
    expect(sink.edgeOf("BROADER", baker.id, sink.nodeOf("ROLE_FAMILY", "Bakery").id)).toBeDefined();
  });

  it("states role levels by seniority, with their titles and career levels", () => {
    const roleId = sink.nodeOf("ROLE", "Baker").id;
    const levels = [...sink.nodes.values()].filter(({ kind }) => kind === "ROLE_LEVEL");
    expect(
      levels.map(({ labels, fields }) => [labels[0]?.text, fields?.level_order, fields?.role_id]),
    ).toEqual([
      ["Junior baker", 1, roleId],
      ["Baker", 2, roleId],
      ["Senior baker", 3, roleId],
      ["Senior baker - management", 3, roleId],
    ]);
    const careerLevel = (title: string) =>
      sink.nodes.get(String(sink.nodeOf("ROLE_LEVEL", level(title)).fields?.career_level_id));
    expect(careerLevel("Senior baker")?.fields).toEqual({ track: "IC", branch: null, rank: 11 });
    expect(careerLevel("Senior baker - management")).toMatchObject({
      fields: { track: "MANAGEMENT", branch: "management", rank: 11 },
      labels: [{ text: "UK GDD: Senior, management" }],
      concept: null,
    });
    expect(sink.nodeOf("ROLE_LEVEL", level("Baker")).texts?.[0]?.text).toBe("A baker bakes.");
  });

  it("states skills with what each level means; sentinels say nothing", () => {
    expect(sink.nodeOf("SKILL", "Kneading")).toMatchObject({
      fields: { skill_kind: "SKILL" },
      texts: [{ text: "Working the dough." }],
      qualifiers: [
        { name: "Awareness", value: "You know dough" },
        { name: "Working", value: "You can:\n- knead" },
        { name: "Expert", value: "You lead" },
        { name: "roles that require it", value: ["Baker", "Miller"] },
      ],
      rows: 1,
    });
    expect(sink.nodeOf("SKILL", "Tasting (bread)")).toMatchObject({
      texts: [],
      qualifiers: [],
      rows: 0,
    });
  });

  it("keeps namesakes apart", () => {
    const senior = sink.nodeOf("ROLE_LEVEL", level("Senior baker")).id;
    const [bread, cake] = ["Tasting (bread)", "Tasting (cake)"].map(
      (skill) => sink.nodeOf("SKILL", skill).id,
    );
    expect(bread).not.toBe(cake);
    expect(sink.edgeOf("REQUIREMENT", senior, String(bread))).toBeDefined();
    expect(sink.edgeOf("REQUIREMENT", senior, String(cake))).toBeDefined();
  });

  it("states what a role level requires, with the raw level and the source's words", () => {
    const kneading = sink.nodeOf("SKILL", "Kneading").id;
    const of = (title: string) =>
      sink.edgeOf("REQUIREMENT", sink.nodeOf("ROLE_LEVEL", level(title)).id, kneading);
    expect(of("Baker")).toMatchObject({
      fields: { requirement: "ESSENTIAL", proficiency: 2 },
      qualifiers: [{ name: "skill level", value: 2, unit: "UK GDD 1..4" }],
      strength: "Working",
      wording: "You can:\n- knead dough\n- rest it",
      rows: 1,
    });
    const titles = ["Junior baker", "Senior baker", "Senior baker - management"];
    expect(titles.map((title) => of(title)?.fields?.proficiency)).toEqual([1, 3, 5]);
  });

  it("states a requirement of the whole role where the level is not in use", () => {
    const chief = sink.nodeOf("ROLE", "Chief baking officer").id;
    const edge = sink.edgeOf("REQUIREMENT", chief, sink.nodeOf("SKILL", "Tasting (cake)").id);
    expect(edge).toMatchObject({ fields: { requirement: "ESSENTIAL" }, qualifiers: [] });
    expect([edge?.fields?.proficiency, edge?.strength, edge?.wording]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it("takes a pair that only skills.csv states, and only that one", () => {
    const added = [...sink.edges.values()].filter(
      ({ kind, rows }) => kind === "REQUIREMENT" && rows === 0,
    );
    expect(added).toMatchObject([
      {
        fromId: sink.nodeOf("ROLE", "Chief baking officer").id,
        toId: sink.nodeOf("SKILL", "Sieving").id,
        fields: { requirement: "ESSENTIAL" },
      },
    ]);
  });

  it("accounts for every row once", () => {
    expect(Object.fromEntries([...sink.rows].filter(([, rows]) => rows > 0))).toEqual({
      skills: 3,
      "role level skills": 7,
    });
    expect(sink.skipped).toEqual([]);
  });
});

it("states the same again when it is called again", async () => {
  const input = await inputOf({ "roles.csv": ROLES, "skills.csv": SKILLS });
  const [one, other] = [new RecordingSink(UK_GDD.scheme), new RecordingSink(UK_GDD.scheme)];
  for (const sink of [one, other]) await (await UK_GDD.readNodes(input, sink))();
  expect([...other.nodes]).toEqual([...one.nodes]);
  expect([...other.edges]).toEqual([...one.edges]);
});
