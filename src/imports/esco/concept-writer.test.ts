import { Readable } from "node:stream";
import { RecordingSink } from "../../testing/recording-sink";
import { ConceptWriter } from "./concept-writer";
import { skillMapping } from "./skill-concepts";
import { UntypedSkills } from "./untyped-skills";

const uri = (name: string) => `http://data.europa.eu/esco/skill/${name}`;

/** Skills as `name,status,successors`. */
async function write(...skills: string[]): Promise<RecordingSink> {
  const lines = skills.map((skill) => {
    const [name = "", status = "", ...successors] = skill.split(",");
    return `${uri(name)},${name},knowledge,${status},"${successors.map(uri).join(",\n")}"`;
  });
  const text = ["conceptUri,preferredLabel,skillType,status,replacedBy", ...lines].join("\n");
  const file = {
    name: "skills_en.csv",
    path: "skills_en.csv",
    expectedBytes: text.length,
    open: async () => Readable.from([Buffer.from(text)]),
    text: async () => text,
  };
  const sink = new RecordingSink("ESCO");
  const writer = new ConceptWriter(sink, new Map());
  await writer.write(skillMapping(new UntypedSkills().note), [{ locale: "en", file }]);
  writer.finish();
  return sink;
}

const fieldsOf = (sink: RecordingSink, name: string) => sink.nodeOf("SKILL", uri(name)).fields;
const idOf = (sink: RecordingSink, name: string) => sink.idOf("SKILL", uri(name));

it("names the successor of what is out of use, wherever it stands in the file", async () => {
  const sink = await write("old,obsolete,new", "new,released", "older,deprecated,old");
  expect(fieldsOf(sink, "old")).toMatchObject({
    status: "DEPRECATED",
    replaced_by_id: idOf(sink, "new"),
  });
  expect(fieldsOf(sink, "older")).toMatchObject({ replaced_by_id: idOf(sink, "old") });
  expect(fieldsOf(sink, "new")).not.toHaveProperty("status");
  expect(sink.rows.get("skills")).toBe(3);
});

it("takes the first successor that the files describe, and keeps the addresses of all", async () => {
  const sink = await write("old,obsolete,gone,new", "new,released");
  expect(fieldsOf(sink, "old")).toMatchObject({ replaced_by_id: idOf(sink, "new") });
  expect(sink.nodeOf("SKILL", uri("old")).qualifiers).toEqual([
    { name: "status", value: "obsolete" },
    { name: "replacedBy", value: [uri("gone"), uri("new")] },
  ]);
});

it("names no successor that is not there, is itself, or leads back", async () => {
  const sink = await write("a,obsolete,gone", "b,obsolete,b", "c,obsolete,d", "d,obsolete,c");
  for (const name of ["a", "b", "c", "d"]) {
    expect(fieldsOf(sink, name)).toMatchObject({ status: "DEPRECATED" });
    expect(fieldsOf(sink, name)).not.toHaveProperty("replaced_by_id");
  }
});

it("takes no successor of what is in use", async () => {
  const sink = await write("a,released,b", "b,,a");
  expect(fieldsOf(sink, "a")).toEqual({ skill_kind: "KNOWLEDGE" });
  expect(fieldsOf(sink, "b")).toEqual({ skill_kind: "KNOWLEDGE" });
});
