import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { LADDER } from "./ladder";

const DATA = join(PROJECT_ROOT, "../shared/data/ft-engineering-progression");

(existsSync(DATA) ? describe : describe.skip)(`the job families of March 2025 in ${DATA}`, () => {
  const sink = new RecordingSink(LADDER.scheme);

  beforeAll(async () => {
    const input = await openInput(DATA);
    const readLinks = await LADDER.readNodes(input, sink);
    await readLinks();
    await input.close();
  });

  const nodes = (kind: string, family: string) =>
    [...sink.nodes.values()].filter(
      (node) => node.kind === kind && node.key.startsWith(`${family}/`),
    );
  const edges = (kind: string) => [...sink.edges.values()].filter((edge) => edge.kind === kind);

  it("holds what the README counts", () => {
    const counts = (family: string) =>
      ["ROLE_LEVEL", "SKILL", "RESPONSIBILITY"].map((kind) => nodes(kind, family).length);
    expect(counts("engineering")).toEqual([8, 9, 72]);
    expect(counts("operations")).toEqual([3, 4, 48]);
    expect(Object.fromEntries(sink.rows)).toMatchObject({
      "job families": 2,
      levels: 11,
      themes: 13,
      competencies: 120,
    });
    expect(sink.skipped).toEqual([]);
    expect(sink.leftOut).toEqual([]);
  });

  it("states one requirement for each level and theme, and every competency as a duty", () => {
    expect(edges("REQUIREMENT")).toHaveLength(8 * 9 + 3 * 4);
    expect(edges("DUTY")).toHaveLength(72 + 48);
    const words = new Map<string, Set<unknown>>();
    for (const { strength = "", fields } of edges("REQUIREMENT"))
      words.set(strength, (words.get(strength) ?? new Set()).add(fields?.proficiency));
    expect(Object.fromEntries([...words].map(([word, steps]) => [word, [...steps]]))).toEqual({
      Awareness: [1],
      Foundational: [2],
      "Working knowledge": [3],
      Practitioner: [4],
      Expert: [5],
    });
  });

  it("forks the ladder of engineering, and asks for no less at a higher level of a branch", () => {
    const levels = nodes("ROLE_LEVEL", "engineering").map(({ id, key, fields }) => {
      const asked = edges("REQUIREMENT").filter(({ fromId }) => fromId === id);
      const sum = asked.reduce((all, edge) => all + Number(edge.fields?.proficiency), 0);
      const place = sink.nodes.get(String(fields?.career_level_id))?.fields;
      return { key, order: fields?.level_order, mean: sum / asked.length, ...place };
    });
    expect(levels.map(({ key, order }) => `${order} ${key}`)).toEqual([
      "1 engineering/junior",
      "2 engineering/engineer",
      "3 engineering/senior-1",
      "4 engineering/senior-2-ic",
      "4 engineering/senior-2-pm",
      "5 engineering/principal-ic",
      "5 engineering/principal-pm",
      "6 engineering/tech-director",
    ]);
    const fork = (end: string) => levels.filter(({ key }) => key.endsWith(end));
    expect(fork("-ic")).toMatchObject([
      { track: "IC", branch: "individual contributor", rank: 4 },
      { track: "IC", branch: "individual contributor", rank: 5 },
    ]);
    expect(fork("-pm")).toMatchObject([
      { track: "MANAGEMENT", branch: "people manager", rank: 4 },
      { track: "MANAGEMENT", branch: "people manager", rank: 5 },
    ]);
    expect(fork("director")).toMatchObject([{ track: "MANAGEMENT", branch: null, rank: 6 }]);
    for (const end of ["-ic", "-pm"]) {
      const path = levels.filter(({ key }) => !/-(ic|pm)$/.test(key) || key.endsWith(end));
      const means = path.map(({ mean }) => mean);
      expect(means).toEqual([...means].sort((a, b) => a - b));
    }
  });

  it("leaves no line feed at the end of a text, and keeps the examples of the older shape", () => {
    const texts = [...sink.nodes.values()].flatMap(({ labels, texts = [] }) => [
      ...labels.map(({ text }) => text),
      ...texts.map(({ text }) => text),
    ]);
    expect(texts.filter((text) => text !== text.trim())).toEqual([]);
    const examples = nodes("RESPONSIBILITY", "operations").flatMap(
      ({ qualifiers }) => qualifiers?.find(({ name }) => name === "examples") ?? [],
    );
    expect(examples).toHaveLength(48);
    expect(sink.nodeOf("ROLE", "operations").qualifiers).toContainEqual({
      name: "isLegacy",
      value: true,
    });
  });
});
