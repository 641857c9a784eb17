import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ONET } from "./onet";

const DATA = join(PROJECT_ROOT, "../shared/data/onet-29.3");

/** Rows of each file, as the README of the data counts them, with what the summary calls them. */
const ROWS = {
  occupations: 1016,
  "alternate titles": 56560,
  "reported titles": 7796,
  "job zones": 923,
  "content model elements": 627,
  "skill ratings": 61530,
  "knowledge ratings": 58014,
  "work style ratings": 14064,
  "occupation technologies": 32681,
  commodities: 4262,
  tasks: 18796,
  "education categories": 41,
  "education and experience": 36209,
  "related occupations": 18460,
};

const LEFT_OUT = {
  "Abilities to Work Activities.txt": 381,
  "Abilities to Work Context.txt": 139,
  "Basic Interests to RIASEC.txt": 53,
  "DWA Reference.txt": 2087,
  "Emerging Tasks.txt": 295,
  "IWA Reference.txt": 332,
  "Interests Illustrative Activities.txt": 188,
  "Interests Illustrative Occupations.txt": 186,
  "Interests.txt": 8307,
  "Job Zone Reference.txt": 5,
  "Level Scale Anchors.txt": 483,
  "Occupation Level Metadata.txt": 31776,
  "RIASEC Keywords.txt": 75,
  "Scales Reference.txt": 29,
  "Skills to Work Activities.txt": 232,
  "Skills to Work Context.txt": 96,
  "Survey Booklet Locations.txt": 227,
  "Task Categories.txt": 7,
  "Tasks to DWAs.txt": 23233,
  "Tools Used.txt": 41662,
  "Work Context Categories.txt": 281,
  "Work Values.txt": 7866,
};

(existsSync(DATA) ? describe : describe.skip)(`O*NET 29.3 in ${DATA}`, () => {
  const sink = new RecordingSink(ONET.scheme);
  let version: string | null;

  beforeAll(async () => {
    const input = await openInput(DATA);
    version = await ONET.readVersion(input);
    const readLinks = await ONET.readNodes(input, sink);
    await readLinks();
    await input.close();
  });

  const nodes = (kind: string) => [...sink.nodes.values()].filter((node) => node.kind === kind);
  const edges = (entity: string) => [...sink.edges.values()].filter((e) => e.entity === entity);
  const tally = (values: readonly unknown[]) => {
    const counts: Record<string, number> = {};
    for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
    return counts;
  };
  const reasons = (entity: string) =>
    tally(sink.skipped.filter((skip) => skip.entity === entity).map(({ reason }) => reason));
  const role = (code: string) => sink.nodeOf("ROLE", code);

  it("knows the release by its read-me", () => {
    expect(version).toBe("29.3");
  });

  it("accounts for every row of every file once", () => {
    const withRows = [...sink.rows].filter(([, rows]) => rows > 0);
    expect(Object.fromEntries(withRows)).toEqual(ROWS);
    const leftOut = sink.leftOut.map(({ file, rows }) => [file, rows]);
    expect(Object.fromEntries(leftOut)).toEqual(LEFT_OUT);
    expect(leftOut).toHaveLength(Object.keys(LEFT_OUT).length);
  });

  it("says why rows are not taken", () => {
    expect(tally(sink.skipped.map(({ entity }) => entity))).toEqual({
      "content model elements": 627 - 84 - 25,
      "skill ratings": 124 + 3296,
      "knowledge ratings": 4797 + 2212,
      commodities: 4262 - 135,
      "education categories": 18,
      "education and experience": 36209 - 9894,
    });
    // 6 and 3,727 further rows are not relevant as well as suppressed.
    expect(reasons("skill ratings")).toEqual({ RECOMMEND_SUPPRESS: 124, NOT_RELEVANT: 3296 });
    expect(reasons("knowledge ratings")).toEqual({ RECOMMEND_SUPPRESS: 4797, NOT_RELEVANT: 2212 });
    expect(reasons("education and experience")).toEqual({
      NOT_MODELLED: 5758 + 1755 + 209 + 5773 + 1755 + 194 + 667 + 362 + 2,
      RECOMMEND_SUPPRESS: 199 + 187,
      ABSENT: 4660 + 1463 + 2437 + 894,
    });
  });

  it("states the occupations with job zones and titles", () => {
    const roles = nodes("ROLE");
    expect(roles).toHaveLength(1016);
    const zones = { 1: 31, 2: 295, 3: 219, 4: 224, 5: 154, null: 1016 - 923 };
    expect(tally(roles.map(({ fields }) => fields?.job_zone))).toEqual(zones);
    expect(roles.every(({ texts }) => texts?.length === 1)).toBe(true);
    const labels = roles.flatMap((node) => node.labels);
    expect(tally(labels.map(({ kind }) => kind))).toEqual({ PREFERRED: 1016, ALTERNATIVE: 59997 });
    expect(role("11-1011.00").labels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Chief Executives", "CEO (Chief Executive Officer)", "CEO"]),
    );
  });

  it("states one requirement for each occupation and rated element", () => {
    expect(tally(nodes("SKILL").map(({ fields }) => fields?.skill_kind))).toEqual({
      SKILL: 35,
      KNOWLEDGE: 33,
      ATTITUDE: 16,
    });
    expect(edges("skill ratings")).toHaveLength(35 * 879);
    // 18 pairs have no row that may be shown.
    expect(edges("knowledge ratings")).toHaveLength(33 * 879 - 18);
    expect(edges("work style ratings")).toHaveLength(16 * 879);
    expect(tally(edges("skill ratings").map(({ rows }) => rows))).toEqual({ 1: 3420, 2: 27345 });
    const fields = edges("skill ratings").map((edge) => edge.fields);
    const importance = { 1: 3800, 2: 8777, 3: 12996, 4: 5135, 5: 57 };
    expect(tally(fields.map((each) => each?.importance))).toEqual(importance);
    const proficiency = { 1: 1771, 2: 10377, 3: 14368, 4: 829, null: 3420 };
    expect(tally(fields.map((each) => each?.proficiency))).toEqual(proficiency);
    const reading = sink.nodeOf("SKILL", "2.A.1.a");
    expect(sink.edgeOf("REQUIREMENT", role("11-1011.00").id, reading.id)).toMatchObject({
      fields: { importance: 4, proficiency: 4 },
      qualifiers: [
        { name: "importance", value: 4.12, unit: "O*NET IM 1..5" },
        { name: "level", value: 4.62, unit: "O*NET LV 0..7" },
      ],
    });
  });

  it("groups the elements as the content model does", () => {
    const groups = nodes("SKILL_GROUP");
    expect(groups).toHaveLength(25);
    const broader = edges("content model hierarchy");
    // Every skill has a parent, and every group but 1.C, 2.A, 2.B and 2.C.
    expect(broader).toHaveLength(84 + 25 - 4);
    const above = (kind: "SKILL" | "SKILL_GROUP", key: string) =>
      broader
        .filter(({ fromId }) => fromId === sink.idOf(kind, key))
        .map(({ toId }) => sink.nodes.get(String(toId))?.key);
    expect(above("SKILL", "2.A.1.a")).toEqual(["2.A.1"]);
    expect(above("SKILL", "2.C.10")).toEqual(["2.C"]);
    expect(above("SKILL_GROUP", "2.A.1")).toEqual(["2.A"]);
    expect(above("SKILL_GROUP", "2.A")).toEqual([]);
  });

  it("states the technologies by name, with demand", () => {
    const technologies = nodes("TECHNOLOGY");
    const kinds = tally(technologies.map(({ fields }) => fields?.technology_kind));
    expect(kinds).toEqual({ TOOL: 8775, CATEGORY: 135 + 17 + 1 });
    expect(technologies.filter(({ fields }) => fields?.is_hot === true)).toHaveLength(172);
    const uses = edges("occupation technologies");
    expect(uses).toHaveLength(32681);
    expect(tally(uses.map(({ fields }) => fields?.in_demand))).toEqual({
      true: 2339,
      false: 30342,
    });
    const python = sink.nodeOf("TECHNOLOGY", "Python");
    expect(sink.edgeOf("REQUIREMENT", role("15-1252.00").id, python.id)?.fields).toEqual({
      in_demand: true,
    });
  });

  it("sorts technologies under the classes of UNSPSC", () => {
    const classes = edges("technology classes");
    const single = new Set(
      nodes("TECHNOLOGY")
        .filter((n) => n.concept === null)
        .map((n) => n.id),
    );
    const sorted = classes.filter(({ fromId }) => single.has(fromId));
    expect(sorted).toHaveLength(8932);
    const times = Object.values(tally(sorted.map(({ fromId }) => fromId)));
    expect(times).toHaveLength(8775);
    expect(times.filter((count) => count > 1)).toHaveLength(153);
    expect(classes.length - sorted.length).toBe(135 + 17);
    const family = sink.nodeOf("TECHNOLOGY", "43230000");
    expect(family.labels[0]?.text).toBe("Software");
    expect(classes.filter(({ toId }) => toId === family.id)).toHaveLength(17);
  });

  it("finds acronyms in the names of technologies, and nothing else", () => {
    const others = (name: string) =>
      sink
        .nodeOf("TECHNOLOGY", name)
        .labels.slice(1)
        .map(({ text }) => text);
    expect(others("Structured query language SQL")).toEqual(["SQL", "Structured query language"]);
    expect(others("Amazon Web Services AWS software")).toEqual([]);
    const technologies = nodes("TECHNOLOGY").filter(({ labels }) => labels.length > 1);
    expect(technologies.every(({ labels }) => labels.length === 3)).toBe(true);
    // Looked through by hand: each acronym is one of the words before it.
    expect(technologies).toHaveLength(225);
  });

  it("states tasks, qualifications and related occupations", () => {
    expect(nodes("RESPONSIBILITY")).toHaveLength(18796);
    expect(edges("tasks")).toHaveLength(18796);
    expect(tally(edges("tasks").map(({ strength }) => strength))).toEqual({
      Core: 13417,
      Supplemental: 4222,
      undefined: 1157,
    });
    expect(tally(nodes("QUALIFICATION").map(({ fields }) => fields?.qualification_kind))).toEqual({
      DEGREE: 12,
      EXPERIENCE: 11,
    });
    expect(edges("education and experience")).toHaveLength(3097 + 877 + 4669 + 1251);
    const related = edges("related occupations");
    expect(related).toHaveLength(18460);
    expect(tally(related.map(({ fields }) => fields?.tier))).toEqual({
      PRIMARY_SHORT: 4615,
      PRIMARY_LONG: 4615,
      SUPPLEMENTAL: 9230,
    });
    expect(new Set(Object.values(tally(related.map(({ fromId }) => fromId))))).toEqual(
      new Set([20]),
    );
    expect(new Set(related.map(({ fields }) => fields?.position)).size).toBe(20);
  });
});
