import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeKind } from "../../shared/global-id";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ESCO } from "./esco";

const AT = "http://data.europa.eu/esco/";
const skill = (name: string) => `${AT}skill/${name}`;
const occupation = (name: string) => `${AT}occupation/${name}`;
const isco = (code: string) => `${AT}isco/C${code}`;
const scheme = (name: string) => `${AT}concept-scheme/${name}`;

/** As the publisher writes it: records end with CRLF, line breaks inside cells are LF alone. */
const table = (...records: string[]) => records.map((record) => `${record}\r\n`).join("");

/** A table of concepts with no more than they need. */
const concepts = (...uris: string[]) =>
  table("conceptUri,preferredLabel", ...uris.map((uri) => `${uri},${uri.split("/").at(-1)}`));

const FILES: Record<string, string> = {
  "ISCOGroups_en.csv": concepts(isco("7"), isco("7512")),
  "occupations_en.csv": concepts(occupation("baker"), occupation("confectioner")),
  "skills_en.csv": concepts(
    ...["knead", "dough", "taste", "danish", "patience", "yeast", "magic"].map(skill),
  ),
  "skillGroups_en.csv": concepts(...["group-s", "group-s6", "group-a1"].map(skill)),
  "broaderRelationsOccPillar.csv": table(
    "conceptType,conceptUri,broaderType,broaderUri",
    `ISCOGroup,${isco("7512")},ISCOGroup,${isco("7")}`,
    `Occupation,${occupation("baker")},ISCOGroup,${isco("7512")}`,
    `Occupation,${occupation("confectioner")},Occupation,${occupation("baker")}`,
    `Occupation,${occupation("gone")},Occupation,${occupation("baker")}`,
    `ISCOGroup,${isco("7")},Occupation,${occupation("baker")}`,
  ),
  "broaderRelationsSkillPillar.csv": table(
    "conceptType,conceptUri,broaderType,broaderUri",
    `SkillGroup,${skill("group-s6")},SkillGroup,${skill("group-s")}`,
    `KnowledgeSkillCompetence,${skill("knead")},SkillGroup,${skill("group-s6")}`,
    `KnowledgeSkillCompetence,${skill("knead")},SkillGroup,${skill("group-s6")}`,
    `KnowledgeSkillCompetence,${skill("knead")},KnowledgeSkillCompetence,${skill("taste")}`,
    `KnowledgeSkillCompetence,${skill("taste")},KnowledgeSkillCompetence,${skill("magic")}`,
    `KnowledgeSkillCompetence,${skill("magic")},KnowledgeSkillCompetence,${skill("knead")}`,
    `KnowledgeSkillCompetence,${skill("magic")},KnowledgeSkillCompetence,${skill("magic")}`,
    `SkillGroup,${skill("group-s6")},KnowledgeSkillCompetence,${skill("knead")}`,
    `SkillGroup,${skill("group-s6")},SkillGroup,${skill("group-gone")}`,
    `KnowledgeSkillCompetence,${skill("patience")},SkillGroup,${skill("group-a1")}`,
  ),
  "skillsHierarchy_en.csv": table(
    "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Description,Scope note,Level 0 code,Level 1 code",
    `${skill("group-s")},skills,,,,,S`,
    `${skill("group-s")},skills,${skill("group-s6")},handling,,,S,S6`,
    `${skill("group-s")},skills,${skill("group-gone")},gone,,,S,S9`,
    `${skill("group-s")},skills,${skill("group-a1")},attitudes,,,S,A1`,
  ),
  "occupationSkillRelations.csv": table(
    "occupationUri,relationType,skillType,skillUri",
    `${occupation("baker")},optional,knowledge,${skill("dough")}`,
    `${occupation("baker")},essential,skill/competence,${skill("knead")}`,
    `${occupation("baker")},essential,skill/competence,${skill("knead")}`,
    `${occupation("confectioner")},optional,skill/competence,${skill("knead")}`,
    `${occupation("baker")},optional,skill/competence,${skill("knead")}`,
    `${occupation("baker")},essential,knowledge,${skill("dough")}`,
    `${occupation("gone")},essential,knowledge,${skill("dough")}`,
    `${occupation("gone")},optional,knowledge,${skill("dough")}`,
    `${occupation("baker")},essential,knowledge,${skill("gone")}`,
    `${occupation("baker")},essential,knowledge,${skill("group-s")}`,
    `${occupation("baker")},desirable,knowledge,${skill("yeast")}`,
    `${occupation("baker")},,knowledge,${skill("yeast")}`,
  ),
  "skillSkillRelations.csv": table(
    "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri",
    `${skill("knead")},knowledge,essential,knowledge,${skill("dough")}`,
    `${skill("dough")},knowledge,essential,knowledge,${skill("yeast")}`,
    `${skill("yeast")},knowledge,essential,knowledge,${skill("knead")}`,
    `${skill("yeast")},knowledge,optional,knowledge,${skill("knead")}`,
    `${skill("yeast")},knowledge,optional,knowledge,${skill("yeast")}`,
  ),
  "conceptSchemes_en.csv": table(
    "conceptType,conceptSchemeUri,preferredLabel,title,status,description,hasTopConcept",
    `ConceptScheme,${scheme("skill-language-groups")},Language,,released,All languages.,"${skill("danish")},\n${skill("knead")}"`,
    `ConceptScheme,${scheme("isco")},ISCO 2008,,released,,`,
  ),
  "languageSkillsCollection_en.csv": table(
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status,altLabels,description,broaderConceptUri,broaderConceptPT",
    `KnowledgeSkillCompetence,${skill("danish")},knowledge,transversal,Danish,released,a | b,,${skill("x")} | ${skill("y")},x | y`,
    `KnowledgeSkillCompetence,${skill("gone")},knowledge,transversal,Gone,released,,,,`,
  ),
  "researchOccupationsCollection_en.csv": table(
    "conceptType,conceptUri,preferredLabel,status,altLabels,description,broaderConceptUri,broaderConceptPT",
    `Occupation,${occupation("baker")},baker,released,,,,`,
  ),
};

let sink: RecordingSink;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "esco-"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const input = await openInput(folder);
  sink = new RecordingSink(ESCO.scheme);
  await (await ESCO.readNodes(input, sink))();
  await input.close();
  rmSync(folder, { recursive: true });
});

/** The reasons for which rows of an entity were left out, with their lines. */
const skipsOf = (entity: string) =>
  sink.skipped.filter((skip) => skip.entity === entity).map((s) => `${s.place.line} ${s.reason}`);
const link = (kind: string, from: [NodeKind, string], to: [NodeKind, string]) =>
  sink.edgeOf(kind, sink.idOf(...from), sink.idOf(...to));

it("links the occupations to each other and to the groups of ISCO", () => {
  const [baker, bakers] = [occupation("baker"), isco("7512")];
  expect(link("BROADER", ["ROLE", baker], ["ROLE_FAMILY", bakers])).toBeDefined();
  expect(link("BROADER", ["ROLE", occupation("confectioner")], ["ROLE", baker])).toBeDefined();
  expect(link("BROADER", ["ROLE_FAMILY", bakers], ["ROLE_FAMILY", isco("7")])).toBeDefined();
  expect(skipsOf("broader occupations")).toEqual(["5 UNKNOWN_CONCEPT", "6 NOT_MODELLED"]);
});

it("leaves out of the skills pillar what the graph cannot hold, and says why", () => {
  expect(skipsOf("broader skills")).toEqual([
    "4 DUPLICATE_ROW",
    "7 CYCLE",
    "8 SELF_RELATION",
    "9 NOT_MODELLED",
    "10 UNKNOWN_CONCEPT",
  ]);
  expect(sink.rows.get("broader skills")).toBe(10);
});

it("checks the skills hierarchy against the broader relations, and takes what only it says", () => {
  expect(skipsOf("skills hierarchy")).toEqual(["4 UNKNOWN_CONCEPT"]);
  expect(
    link("BROADER", ["SKILL_GROUP", skill("group-a1")], ["SKILL_GROUP", skill("group-s")]),
  ).toMatchObject({ entity: "skills hierarchy" });
  expect(sink.rows.get("skills hierarchy")).toBe(4);
});

it("states each pair of occupation and skill once, and lets essential win", () => {
  const pairs = [...sink.edges.values()].filter(({ kind }) => kind === "REQUIREMENT");
  expect(pairs).toHaveLength(3);
  const baker = ["ROLE", occupation("baker")] as [NodeKind, string];
  const asks = (name: string) => link("REQUIREMENT", baker, ["SKILL", skill(name)])?.fields;
  expect(asks("knead")).toEqual({ requirement: "ESSENTIAL" });
  expect(asks("dough")).toEqual({ requirement: "ESSENTIAL" });
  expect(
    link("REQUIREMENT", ["ROLE", occupation("confectioner")], ["SKILL", skill("knead")])?.fields,
  ).toEqual({ requirement: "OPTIONAL" });
});

it("accounts for every row of the relations, with its line and values", () => {
  expect(skipsOf("occupation skill relations")).toEqual([
    "4 DUPLICATE_ROW",
    "6 DUPLICATE_ROW",
    "8 UNKNOWN_CONCEPT",
    "9 UNKNOWN_CONCEPT",
    "10 UNKNOWN_CONCEPT",
    "11 NOT_MODELLED",
    "12 INVALID_VALUE",
    "13 MISSING_VALUE",
    "2 DUPLICATE_ROW",
  ]);
  expect(sink.rows.get("occupation skill relations")).toBe(12);
  expect(sink.skipped.find(({ reason }) => reason === "INVALID_VALUE")?.place).toMatchObject({
    file: "occupationSkillRelations.csv",
    values: { relationType: "desirable", skillUri: skill("yeast") },
  });
});

it("states related skills as prerequisites, and none that needs itself first", () => {
  const needs = (from: string, to: string) =>
    link("PREREQUISITE", ["SKILL", skill(from)], ["SKILL", skill(to)]);
  expect(needs("knead", "dough")).toMatchObject({
    fields: { requirement: "ESSENTIAL" },
    strength: "essential",
  });
  expect(needs("yeast", "knead")).toMatchObject({
    fields: { requirement: "OPTIONAL" },
    strength: "optional",
  });
  expect(skipsOf("skill skill relations")).toEqual(["4 CYCLE", "6 SELF_RELATION"]);
});

it("puts the members of a collection under a group that has the name of its scheme", () => {
  const languages = scheme("skill-language-groups");
  expect(sink.nodeOf("SKILL_GROUP", languages)).toMatchObject({
    labels: [{ locale: "en", kind: "PREFERRED", text: "Language" }],
    texts: [{ locale: "en", kind: "DESCRIPTION", text: "All languages." }],
    concept: { uri: languages },
    rows: 1,
  });
  expect(link("BROADER", ["SKILL", skill("danish")], ["SKILL_GROUP", languages])).toMatchObject({
    entity: "language skills",
  });
  expect(skipsOf("language skills")).toEqual(["3 UNKNOWN_CONCEPT"]);
  expect(skipsOf("concept schemes")).toEqual(["4 NOT_MODELLED"]);
});

it("gathers the occupations of a collection in a role family, named even without its scheme", () => {
  const research = scheme("8ae4b9f3-507e-4057-a145-2f96f0132613");
  expect(sink.nodeOf("ROLE_FAMILY", research)).toMatchObject({
    labels: [{ locale: "en", kind: "PREFERRED", text: "Research occupations" }],
    rows: 0,
  });
  expect(link("BROADER", ["ROLE", occupation("baker")], ["ROLE_FAMILY", research])).toMatchObject({
    entity: "research occupations",
  });
});
