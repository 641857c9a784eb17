import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { LINGUIST } from "./linguist";

const DATA = join(PROJECT_ROOT, "../shared/data/linguist");

(existsSync(DATA) ? describe : describe.skip)(`Linguist 9.6.0 in ${DATA}`, () => {
  const sink = new RecordingSink(LINGUIST.scheme);
  beforeAll(async () => {
    const input = await openInput(DATA);
    const readLinks = await LINGUIST.readNodes(input, sink);
    await readLinks();
    await input.close();
  });

  const nodes = () => [...sink.nodes.values()];
  const detail = (node: ReturnType<typeof nodes>[number], name: string) =>
    node.qualifiers?.find((qualifier) => qualifier.name === name)?.value;

  it("holds what the README counts", () => {
    const types = ["programming", "data", "markup", "prose"].map(
      (type) => nodes().filter((node) => detail(node, "type") === type).length,
    );
    expect(types).toEqual([558, 182, 71, 18]);
    const aliases = nodes().flatMap(({ labels }) => labels.slice(1));
    expect(aliases).toHaveLength(432);
    expect(Object.fromEntries(sink.rows)).toEqual({
      languages: 829,
      "popular languages": 25,
      "language groups": 85,
    });
    expect(nodes().filter((node) => detail(node, "popular") === true)).toHaveLength(25);
  });

  it("takes every language; three are their own group", () => {
    expect(sink.nodes.size).toBe(829);
    expect(sink.edges.size).toBe(82);
    expect(sink.skips("SELF_RELATION")).toBe(3);
    expect(sink.skipped).toHaveLength(3);
  });

  it("states no name twice, and hides most aliases", () => {
    const shown = nodes().flatMap(({ labels }) =>
      labels.filter(({ kind }) => kind !== "HIDDEN").map(({ text }) => text.toLowerCase()),
    );
    expect(new Set(shown).size).toBe(shown.length);
    for (const hidden of ["node", "bash", "django", "terraform", "make", "latex", "octave"])
      expect(shown).not.toContain(hidden);
    for (const name of ["js", "csharp", "cpp", "golang", "objc", "wasm", "vb.net"])
      expect(shown).toContain(name);
  });
});
