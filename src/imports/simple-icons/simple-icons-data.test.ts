import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { SIMPLE_ICONS } from "./simple-icons";

const DATA = join(PROJECT_ROOT, "../shared/data/simple-icons");

(existsSync(DATA) ? describe : describe.skip)(`Simple Icons 16.28.0 in ${DATA}`, () => {
  const sink = new RecordingSink(SIMPLE_ICONS.scheme);
  beforeAll(async () => {
    const input = await openInput(DATA);
    const readLinks = await SIMPLE_ICONS.readNodes(input, sink);
    await readLinks();
    await input.close();
  });

  const nodes = () => [...sink.nodes.values()];

  it("holds what the README counts", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({
      icons: 3453,
      "brands that share an icon": 20,
    });
    expect(sink.skipped).toEqual([]);
    const titles = new Map<string, number>();
    for (const { labels } of nodes()) {
      const title = labels[0]?.text ?? "";
      titles.set(title, (titles.get(title) ?? 0) + 1);
    }
    expect([...titles].filter(([, count]) => count > 1).map(([title]) => title)).toEqual([
      ...["Backstage", "Graphite", "Handshake", "Hive", "Mongoose", "Spring", "Uniqlo"],
    ]);
  });

  it("states every brand with its colour, and none that the graph would not have", () => {
    expect(nodes().filter(({ create }) => create !== false)).toEqual([]);
    expect(
      nodes().filter(({ qualifiers }) => !/^#[0-9A-F]{6}$/.test(String(qualifiers?.[0]?.value))),
    ).toEqual([]);
  });

  it("lends no technology the name of another", () => {
    const shown = (key: string) =>
      sink
        .nodeOf("TECHNOLOGY", key)
        .labels.filter(({ kind }) => kind !== "HIDDEN")
        .map(({ text }) => text);
    expect(shown("react")).toEqual(["React"]);
    expect(shown("opentofu")).toEqual(["OpenTofu", "OpenTF"]);
    expect(shown("fsharp")).toEqual(["F#", "F sharp"]);
    expect(shown("reactnative")).toEqual(["React Native"]);
  });
});
