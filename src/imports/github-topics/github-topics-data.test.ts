import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { GITHUB_TOPICS } from "./github-topics";
import { listOf, readTopic, type TopicPage } from "./read-topic";

const DATA = join(PROJECT_ROOT, "../shared/data/github-topics");

(existsSync(DATA) ? describe : describe.skip)(`the topics of August 2026 in ${DATA}`, () => {
  const sink = new RecordingSink(GITHUB_TOPICS.scheme);
  const pages: TopicPage[] = [];
  beforeAll(async () => {
    const input = await openInput(DATA);
    const readLinks = await GITHUB_TOPICS.readNodes(input, sink);
    await readLinks();
    for (const file of input.files) {
      const page = await readTopic(file);
      if (page) pages.push(page);
    }
    await input.close();
  });

  const nodes = () => [...sink.nodes.values()];

  it("holds what the README counts", () => {
    const topics = new Set(pages.map(({ topic }) => topic));
    expect(topics.size).toBe(1255);
    const aliases = pages.flatMap((page) => listOf(page, "aliases"));
    expect([aliases.length, new Set(aliases).size]).toEqual([2087, 2087]);
    expect(aliases.filter((alias) => topics.has(alias))).toEqual([]);
    const related = pages.flatMap((page) =>
      listOf(page, "related").map((other) => [page.topic, other] as const),
    );
    const resolvable = related.filter(([, other]) => topics.has(other));
    expect([related.length, resolvable.length]).toEqual([3293, 1485]);
    const pairs = new Set(resolvable.map(([one, other]) => `${one},${other}`));
    expect(resolvable.filter(([one, other]) => pairs.has(`${other},${one}`))).toHaveLength(368);
  });

  it("accounts for every page and every related topic", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({ topics: 1255, "related topics": 3293 });
    expect(sink.leftOut).toEqual([]);
    const skips = new Map<string, number>();
    for (const { entity, reason } of sink.skipped)
      skips.set(`${entity}: ${reason}`, (skips.get(`${entity}: ${reason}`) ?? 0) + 1);
    expect(Object.fromEntries(skips)).toEqual({
      "topics: NOT_A_TECHNOLOGY": 6,
      "related topics: UNKNOWN_CONCEPT": 1808,
      "related topics: NOT_A_TECHNOLOGY": 17,
    });
    const rows = [...sink.edges.values()].map((edge) => edge.rows);
    expect(rows.reduce((sum, each) => sum + each, 0)).toBe(1485 - 17);
    // Two of the 184 pairs that name each other are with a page that only says what a word may mean.
    expect([rows.length, rows.filter((each) => each === 2).length]).toEqual([1286, 182]);
  });

  it("takes for technologies what surely is one", () => {
    const created = nodes().filter(({ create }) => create);
    expect(created).toHaveLength(449);
    const counts = new Map<unknown, number>();
    for (const { fields } of created)
      counts.set(fields?.technology_kind, (counts.get(fields?.technology_kind) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      ...{ TOOL: 117, FRAMEWORK: 89, LANGUAGE: 79, PLATFORM: 62, LIBRARY: 41, STANDARD: 26 },
      ...{ DATABASE: 13, PROTOCOL: 13, SERVICE: 6, RUNTIME: 3 },
    });
    const kind = (topic: string) => sink.nodeOf("TECHNOLOGY", topic).fields?.technology_kind;
    expect(
      ["react", "django", "python", "postgresql", "mqtt", "git", "linux", "deno", "geojson"].map(
        kind,
      ),
    ).toEqual([
      "LIBRARY",
      "FRAMEWORK",
      "LANGUAGE",
      "DATABASE",
      "PROTOCOL",
      "TOOL",
      "PLATFORM",
      "RUNTIME",
      "STANDARD",
    ]);
    const none = "minecraft hacktoberfest chemistry compiler devops bitcoin microsoft tiktok";
    for (const topic of [...none.split(" "), "covid-19", "nashville", "christianity", "agile"])
      expect([topic, sink.nodeOf("TECHNOLOGY", topic).create]).toEqual([topic, false]);
  });

  it("gives no name to two technologies, but for the two pages of Vapor", () => {
    const names = nodes()
      .filter(({ create }) => create)
      .flatMap(({ key, labels }) =>
        labels
          .filter(({ kind }) => kind !== "HIDDEN")
          .map(({ text }) => [text.toLowerCase(), key] as const),
      );
    const bearers = new Map<string, Set<string>>();
    for (const [name, key] of names) bearers.set(name, (bearers.get(name) ?? new Set()).add(key));
    expect([...bearers].filter(([, keys]) => keys.size > 1).map(([name]) => name)).toEqual([
      "vapor",
    ]);
  });
});
