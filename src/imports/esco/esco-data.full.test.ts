import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ESCO } from "./esco";

const DATA = join(PROJECT_ROOT, "../shared/data/esco-1.1.1");
const AT = "http://data.europa.eu/esco/";
const DEVELOPER = `${AT}occupation/f2b15a0e-e65a-438a-affb-29b9d50b77d1`;

(existsSync(DATA) ? describe : describe.skip)(`ESCO 1.1.1 in ${DATA}`, () => {
  let sink: RecordingSink;
  let version: string | null;
  beforeAll(async () => {
    const input = await openInput(DATA);
    sink = new RecordingSink(ESCO.scheme);
    version = await ESCO.readVersion(input);
    await (await ESCO.readNodes(input, sink))();
    await input.close();
  });

  /** How many of a list there are of each sort. */
  function count<T>(items: Iterable<T>, sort: (item: T) => unknown): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const item of items) {
      const key = String(sort(item));
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }

  const nodes = (kind: string) => [...sink.nodes.values()].filter((node) => node.kind === kind);
  const edges = (entity: string) =>
    [...sink.edges.values()].filter((edge) => edge.entity === entity);
  const kindOf = (id: string | null) => sink.nodes.get(id ?? "")?.kind;

  it("knows its version", () => {
    expect(version).toBe("1.1.1");
  });

  it("accounts for every row", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({
      "ISCO groups": 619,
      occupations: 3007,
      skills: 13896,
      "skill groups": 640,
      "concept schemes": 19,
      "broader occupations": 3617,
      "broader skills": 20656,
      "skills hierarchy": 647,
      "DigComp skills": 26,
      "digital skills": 1201,
      "green skills": 570,
      "language skills": 346,
      "research occupations": 122,
      "research skills": 40,
      "transversal skills": 96,
      "occupation skill relations": 123855,
      "skill skill relations": 5899,
    });
    expect(sink.leftOut).toEqual([]);
  });

  it("leaves out only what names concepts that are not there, a self-relation, and ESCO's own schemes", () => {
    expect(count(sink.skipped, ({ entity, reason }) => `${entity}: ${reason}`)).toEqual({
      "concept schemes: NOT_MODELLED": 12,
      "broader occupations: UNKNOWN_CONCEPT": 1,
      "broader skills: UNKNOWN_CONCEPT": 7,
      "skills hierarchy: UNKNOWN_CONCEPT": 7,
      "occupation skill relations: UNKNOWN_CONCEPT": 67,
      "skill skill relations: SELF_RELATION": 1,
    });
    const gone = sink.skipped.filter(({ entity }) => entity === "occupation skill relations");
    expect(new Set(gone.map(({ note }) => note))).toEqual(
      new Set([`${AT}occupation/a9e54177-a185-404d-b6e6-15663d31137e`]),
    );
  });

  it("states concepts by their kinds", () => {
    expect(count(sink.nodes.values(), ({ kind }) => kind)).toEqual({
      ROLE: 3007,
      ROLE_FAMILY: 619 + 1,
      SKILL: 13896,
      SKILL_GROUP: 640 + 6,
    });
    expect(count(nodes("SKILL"), ({ fields }) => fields?.skill_kind)).toEqual({
      SKILL: 10831 + 6,
      KNOWLEDGE: 3059,
    });
    expect(count(nodes("SKILL"), ({ fields }) => fields?.reuse_level)).toEqual({
      SECTOR: 6654,
      CROSS_SECTOR: 3754,
      OCCUPATION: 3043,
      TRANSVERSAL: 440,
      undefined: 5,
    });
    expect(count(nodes("ROLE"), ({ fields }) => fields?.regulated_note !== null)).toEqual({
      true: 15,
      false: 2992,
    });
    const codes = nodes("SKILL_GROUP").filter(({ fields }) => fields?.code);
    expect(codes).toHaveLength(640 - 220);
  });

  it("links occupations essentially and optionally", () => {
    const fields = count(edges("occupation skill relations"), (edge) => edge.fields?.requirement);
    expect(fields).toEqual({ ESSENTIAL: 64891, OPTIONAL: 58897 });
    expect(64891 + 58897).toBe(123855 - 67);
    const skills = count(edges("skill skill relations"), (edge) => edge.fields?.requirement);
    expect(skills).toEqual({ ESSENTIAL: 191, OPTIONAL: 5707 });
  });

  it("links the two pillars upwards", () => {
    const ends = (entity: string) =>
      count(edges(entity), ({ fromId, toId }) => `${kindOf(fromId)} -> ${kindOf(toId)}`);
    expect(ends("broader occupations")).toEqual({
      "ROLE -> ROLE_FAMILY": 1760,
      "ROLE -> ROLE": 1247,
      "ROLE_FAMILY -> ROLE_FAMILY": 609,
    });
    expect(ends("broader skills")).toEqual({
      "SKILL -> SKILL_GROUP": 13448,
      "SKILL -> SKILL": 6565,
      "SKILL_GROUP -> SKILL_GROUP": 636,
    });
    expect(ends("digital skills")).toEqual({ "SKILL -> SKILL_GROUP": 1201 });
    expect(ends("research occupations")).toEqual({ "ROLE -> ROLE_FAMILY": 122 });
  });

  it("has each label of a concept once, without white space at its ends", () => {
    const labels = nodes("SKILL").flatMap((node) => node.labels);
    expect(count(labels, ({ kind }) => kind)).toEqual({
      PREFERRED: 13896,
      ALTERNATIVE: 85224,
      HIDDEN: 349,
    });
    expect(labels.filter(({ text }) => text !== text.trim() || text.includes("\u00a0"))).toEqual(
      [],
    );
    for (const { labels } of sink.nodes.values())
      expect(new Set(labels.map(({ text }) => text)).size).toBe(labels.length);
    const texts = labels.map(({ text }) => text);
    expect(texts).toContain("manage documentation of prior learning assessments");
    expect(texts).toContain("prepare canapés");
  });

  it("shows scope notes without their markup", () => {
    const texts = [...sink.nodes.values()].flatMap((node) => node.texts ?? []);
    expect(texts.filter(({ text }) => /<\/?(a|span)\b|&amp;/.test(text))).toEqual([]);
    // Of the definitions of three skills and eight occupations one is a no-break space.
    expect(count(texts, ({ kind }) => kind)).toMatchObject({ DEFINITION: 3 + 8 - 1 });
  });

  it("answers what a software developer needs", () => {
    const { id, labels, concept } = sink.nodeOf("ROLE", DEVELOPER);
    expect(labels[0]?.text).toBe("software developer");
    expect(concept).toEqual({ uri: DEVELOPER, code: "2512.4" });
    const asked = edges("occupation skill relations").filter(({ fromId }) => fromId === id);
    expect(count(asked, ({ fields }) => fields?.requirement)).toEqual({
      ESSENTIAL: 24,
      OPTIONAL: 80,
    });
  });
});
