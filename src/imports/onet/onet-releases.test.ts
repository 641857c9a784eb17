import { join } from "node:path";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ONET } from "./onet";

const DEVELOPERS = "15-1252.00";
const TESTERS = "15-1253.00";

/** Reads a release of the fixtures. */
async function read(release: string) {
  const sink = new RecordingSink(ONET.scheme);
  const input = await openInput(join(__dirname, "fixtures", release));
  const version = await ONET.readVersion(input);
  const readLinks = await ONET.readNodes(input, sink);
  await readLinks();
  await input.close();
  const keys = (kind: string) =>
    [...sink.nodes.values()].flatMap((node) => (node.kind === kind ? [node.key] : []));
  const link = (kind: string, from: string, to: string) => sink.edgeOf(kind, from, to);
  return { sink, version, keys, link };
}

describe("a release as spreadsheets", () => {
  it("is read by its header, with titles and scale names repeated", async () => {
    const { sink, version, keys, link } = await read("onet-29.3");
    expect(version).toBe("29.3");
    expect(keys("ROLE")).toEqual(["15-1251.00", DEVELOPERS, TESTERS]);
    expect(sink.nodeOf("ROLE", DEVELOPERS)).toMatchObject({
      fields: { role_kind: "OCCUPATION", job_zone: 4 },
      labels: [
        { kind: "PREFERRED", text: "Software Developers" },
        { kind: "ALTERNATIVE", text: "Application Developer" },
        { kind: "ALTERNATIVE", text: "Software Development Engineer (SDE)" },
        { kind: "ALTERNATIVE", text: "SDE" },
        { kind: "ALTERNATIVE", text: "Software Architect" },
      ],
      texts: [{ kind: "DESCRIPTION", text: "Design and build software." }],
    });
    expect(sink.nodeOf("ROLE", TESTERS).fields?.job_zone).toBeNull();
    expect(keys("SKILL")).toEqual(["2.A.1.a", "2.B.3.e", "2.C.3.a", "2.C.10", "1.C.1.a"]);
    expect(sink.nodeOf("SKILL", "1.C.1.a").fields).toEqual({ skill_kind: "ATTITUDE" });
    expect(keys("SKILL_GROUP")).toEqual([
      ...["1.C", "1.C.1", "2.A", "2.A.1", "2.B", "2.B.3", "2.C", "2.C.3"],
    ]);
    const role = sink.idOf("ROLE", DEVELOPERS);
    expect(link("REQUIREMENT", role, sink.idOf("SKILL", "2.B.3.e"))).toMatchObject({
      fields: { importance: 4, proficiency: 4 },
      rows: 2,
    });
    // An empty "Recommend Suppress" is no Y; the level of Transportation is suppressed.
    expect(link("REQUIREMENT", role, sink.idOf("SKILL", "2.C.10"))).toMatchObject({
      fields: { importance: 1, proficiency: null },
      qualifiers: [{ name: "importance", value: 1.12 }],
      rows: 1,
    });
    expect(link("REQUIREMENT", role, sink.idOf("TECHNOLOGY", "Git"))?.fields).toEqual({
      in_demand: true,
    });
    expect(link("DUTY", role, sink.idOf("RESPONSIBILITY", "1003"))?.strength).toBe("Supplemental");
    const tests = link("DUTY", sink.idOf("ROLE", TESTERS), sink.idOf("RESPONSIBILITY", "1004"));
    expect(tests).toMatchObject({ strength: undefined });
    expect(link("RELATED_OCCUPATION", role, sink.idOf("ROLE", TESTERS))?.fields).toEqual({
      tier: "PRIMARY_LONG",
      position: 6,
    });
    expect(link("RELATED_OCCUPATION", sink.idOf("ROLE", TESTERS), role)).toBeUndefined();
  });

  it("names degrees without their explanation, and experience with what it is about", async () => {
    const { sink, keys, link } = await read("onet-29.3");
    expect(keys("QUALIFICATION")).toEqual(["RL-5", "RL-6", "RL-2", "RW-1", "RW-7"]);
    const names = ["RL-2", "RL-5", "RL-6", "RW-1"].map((key) =>
      sink.nodeOf("QUALIFICATION", key).labels.map(({ text }) => text),
    );
    expect(names).toEqual([
      ["High School Diploma"],
      ["Associate's Degree (or other 2-year degree)"],
      ["Bachelor's Degree"],
      ["Related Work Experience: None"],
    ]);
    expect(sink.nodeOf("QUALIFICATION", "RL-2").texts?.[0]?.text).toBe(
      "High School Diploma - or the equivalent (for example, GED)",
    );
    const role = sink.idOf("ROLE", DEVELOPERS);
    expect(link("QUALIFICATION", role, sink.idOf("QUALIFICATION", "RL-6"))?.qualifiers).toEqual([
      { name: "share of respondents", value: 83.1, unit: "%" },
    ]);
    expect(link("QUALIFICATION", role, sink.idOf("QUALIFICATION", "RW-1"))).toBeDefined();
    const reasons = sink.skipped
      .filter(({ entity }) => entity === "education and experience")
      .map(({ reason }) => reason);
    expect(reasons).toEqual(["ABSENT", "RECOMMEND_SUPPRESS", "NOT_MODELLED"]);
  });

  it("leaves out what the graph has no place for, and says how much", async () => {
    const { sink } = await read("onet-29.3");
    expect(sink.leftOut).toEqual([
      { file: "Emerging Tasks.txt", rows: 1 },
      { file: "Scales Reference.txt", rows: 2 },
      { file: "Tools Used.txt", rows: 2 },
    ]);
  });
});

describe("a later release as text", () => {
  it("is read the same way without the repeated titles, with n/a for what is not there", async () => {
    const { sink, version, keys, link } = await read("db_30_0_text");
    expect(version).toBe("30.0");
    expect(keys("ROLE")).toEqual([DEVELOPERS, TESTERS]);
    const labels = [...sink.nodes.values()].flatMap((node) => node.labels);
    expect(labels.map(({ text }) => text)).not.toContain("n/a");
    const role = sink.idOf("ROLE", DEVELOPERS);
    expect(link("REQUIREMENT", role, sink.idOf("SKILL", "2.B.3.e"))).toMatchObject({
      fields: { importance: 5, proficiency: 4 },
      qualifiers: [{ value: 4.5 }, { value: 5.25 }],
    });
    expect(sink.nodeOf("SKILL", "2.C.3.a").labels[0]?.text).toBe("Computers and Electronics");
    const tests = link("DUTY", sink.idOf("ROLE", TESTERS), sink.idOf("RESPONSIBILITY", "1004"));
    expect(tests).toMatchObject({ strength: undefined });
  });

  it("states no work style by an ID that meant another one before", async () => {
    const { sink, keys } = await read("db_30_0_text");
    expect(keys("SKILL")).not.toContain("1.C.1.a");
    expect(keys("SKILL_GROUP")).not.toContain("1.C");
    const styles = sink.skipped.filter(({ entity }) => entity === "work style ratings");
    expect(styles.map(({ reason, note }) => [reason, note])).toEqual([
      ["NOT_MODELLED", "scale WI"],
      ["NOT_MODELLED", "scale DR"],
    ]);
  });
});

it.each(["onet-29.3", "db_30_0_text"])("states the same when %s is read again", async (release) => {
  const [first, second] = [await read(release), await read(release)];
  expect([...second.sink.nodes.values()]).toEqual([...first.sink.nodes.values()]);
  expect([...second.sink.edges.keys()]).toEqual([...first.sink.edges.keys()]);
});
