import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ESCO } from "./esco";

const AT = "http://data.europa.eu/esco/";
const skill = (name: string) => `${AT}skill/${name}`;
const occupation = (name: string) => `${AT}occupation/${name}`;
const isco = (code: string) => `${AT}isco/C${code}`;

/** As the publisher writes it: records end with CRLF, line breaks inside cells are LF alone. */
const table = (...records: string[]) => records.map((record) => `${record}\r\n`).join("");

const FILES: Record<string, string> = {
  "ISCOGroups_en.csv": table(
    "conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description",
    `ISCOGroup,${isco("7")},7,Craft workers,released,,,Make things.`,
    `ISCOGroup,${isco("7512")},7512,Bakers,released,,,`,
  ),
  "occupations_en.csv": table(
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code",
    `Occupation,${occupation("baker")},7512,baker\u00a0,"bread baker\nbaker\n bread\u200b baker \nartisan baker",backer,released,2016-07-05T13:58:41Z,${AT}regulated-professions/unregulated,"Excludes <a resource=""x""><span>confectioner</span></a>.",Bakes.,"a,\nb","Bakers make B &amp; B bread,\nrolls and pastries.",7512.1`,
    `Occupation,${occupation("confectioner")},7512,confectioner,,,obsolete,,${AT}regulated-professions/regulated,,,,,7512.1.1`,
    `Occupation,,7512,nobody,,,released,,,,,,,`,
    `Occupation,${occupation("unnamed")},7512,\u00a0,x,,released,,,,,,,`,
    `Occupation,${occupation("baker")},7512,baker again,,,released,,,,,,,`,
  ),
  "skills_en.csv": table(
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description",
    `KnowledgeSkillCompetence,${skill("knead")},skill/competence,occupation-specific,knead dough,,,released,,,,,Work the dough.`,
    `KnowledgeSkillCompetence,${skill("dough")},knowledge,sector-specific,dough,,,released,,,,,`,
    `KnowledgeSkillCompetence,${skill("taste")},,cross-sector,taste,,,released,,,,,`,
    `KnowledgeSkillCompetence,${skill("danish")},,transversal,Danish,,,released,,,,,`,
    `KnowledgeSkillCompetence,${skill("patience")},,,patience,,,released,,,,,`,
    `KnowledgeSkillCompetence,${skill("yeast")},,galactic,yeast,,,released,,,,,`,
    `KnowledgeSkillCompetence,${skill("magic")},witchcraft,,magic,,,released,,,,,`,
  ),
  "skillGroups_en.csv": table(
    "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code",
    `SkillGroup,${skill("group-s")},skills,,,released,,,,,S`,
    `SkillGroup,${skill("group-s6")},handling,,,released,,,,,`,
    `SkillGroup,${skill("group-a1")},attitudes,,,released,,,,,A1`,
    `SkillGroup,${skill("group-k")},knowledge,,,released,,,,,K`,
    `SkillGroup,${AT}isced-f/0721,food processing,,,released,,,,,`,
    `SkillGroup,${skill("taste")},taste as a group,,,released,,,,,`,
  ),
  "broaderRelationsSkillPillar.csv": table(
    "conceptType,conceptUri,broaderType,broaderUri",
    `KnowledgeSkillCompetence,${skill("patience")},SkillGroup,${skill("group-a1")}`,
    `KnowledgeSkillCompetence,${skill("yeast")},SkillGroup,${AT}isced-f/0721`,
    `SkillGroup,${AT}isced-f/0721,SkillGroup,${skill("group-k")}`,
  ),
  "skillsHierarchy_en.csv": table(
    "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Description,Scope note,Level 0 code,Level 1 code",
    `${skill("group-s")},skills,${skill("group-s6")},handling,,,S,S6`,
  ),
  "languageSkillsCollection_en.csv": table(
    "conceptType,conceptUri,preferredLabel",
    `KnowledgeSkillCompetence,${skill("danish")},Danish`,
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

it("states an occupation as a role with its labels, texts and codes", () => {
  expect(sink.nodeOf("ROLE", occupation("baker"))).toMatchObject({
    concept: { uri: occupation("baker"), code: "7512.1" },
    fields: { role_kind: "OCCUPATION", isco_code: "7512", regulated_note: null },
    labels: [
      { locale: "en", kind: "PREFERRED", text: "baker" },
      { locale: "en", kind: "ALTERNATIVE", text: "bread baker" },
      { locale: "en", kind: "ALTERNATIVE", text: "artisan baker" },
      { locale: "en", kind: "HIDDEN", text: "backer" },
    ],
    texts: [
      {
        locale: "en",
        kind: "DESCRIPTION",
        text: "Bakers make B & B bread,\nrolls and pastries.",
      },
      { locale: "en", kind: "DEFINITION", text: "Bakes." },
      { locale: "en", kind: "SCOPE_NOTE", text: "Excludes confectioner." },
    ],
    qualifiers: [],
  });
});

it("marks what is no longer released, and keeps the word and a note on regulation", () => {
  const { fields, qualifiers } = sink.nodeOf("ROLE", occupation("confectioner"));
  expect(fields).toMatchObject({
    status: "DEPRECATED",
    regulated_note: `${AT}regulated-professions/regulated`,
  });
  expect(qualifiers).toEqual([{ name: "status", value: "obsolete" }]);
});

it("leaves out rows of concepts without an address, without a name, or stated before", () => {
  expect(skipsOf("occupations")).toEqual(
    expect.arrayContaining(["9 MISSING_VALUE", "10 MISSING_VALUE", "11 DUPLICATE_ROW"]),
  );
  expect(sink.rows.get("occupations")).toBe(5);
});

it("states groups of both pillars, with the code of the hierarchy where the group has none", () => {
  expect(sink.nodeOf("ROLE_FAMILY", isco("7512")).fields).toEqual({ code: "7512" });
  expect(sink.nodeOf("SKILL_GROUP", skill("group-s6"))).toMatchObject({
    fields: { code: "S6" },
    concept: { uri: skill("group-s6"), code: "S6" },
  });
  expect(sink.nodeOf("SKILL_GROUP", `${AT}isced-f/0721`).fields).toEqual({ code: null });
});

it.each([
  ["knead", "SKILL", "OCCUPATION"],
  ["dough", "KNOWLEDGE", "SECTOR"],
  ["taste", "SKILL", "CROSS_SECTOR"],
  ["danish", "LANGUAGE", "TRANSVERSAL"],
  ["patience", "ATTITUDE", undefined],
  ["yeast", "KNOWLEDGE", undefined],
  ["magic", "SKILL", undefined],
])("states %s as %s, reused as %s", (name, kind, level) => {
  const { fields } = sink.nodeOf("SKILL", skill(name));
  expect(fields).toMatchObject({ skill_kind: kind });
  expect(fields?.reuse_level).toBe(level);
});

it("keeps words that it has no value for", () => {
  expect(sink.nodeOf("SKILL", skill("yeast")).qualifiers).toEqual([
    { name: "reuseLevel", value: "galactic" },
  ]);
  expect(sink.nodeOf("SKILL", skill("magic")).qualifiers).toEqual([
    { name: "skillType", value: "witchcraft" },
  ]);
});

it("takes what is both a skill and a group as a skill", () => {
  expect(skipsOf("skill groups")).toEqual(["7 DUPLICATE_ROW"]);
  expect(sink.nodeOf("SKILL", skill("taste")).labels).toEqual([
    { locale: "en", kind: "PREFERRED", text: "taste" },
  ]);
});
