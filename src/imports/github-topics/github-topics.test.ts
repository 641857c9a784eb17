import { RecordingSink } from "../../testing/recording-sink";
import { tarBytes } from "../testing/archive-bytes";
import { InputFolder } from "../testing/input-folder";
import { GITHUB_TOPICS } from "./github-topics";

const REACT = `---
aliases: reactjs, react-js, redux-react
created_by: Jordan Walke
display_name: React
github_url: https://github.com/facebook/react
logo: react.png
related: vue, angular, react-native, nextjs
released: March 2013
short_description: React is an open source JavaScript library used for designing user
  interfaces.
topic: react
url: https://reactjs.org/
wikipedia_url: https://en.wikipedia.org/wiki/React_(JavaScript_library)
---
React (also known as React.js or ReactJS) is a JavaScript library.
`;

const VUE = `---
aliases: vuejs, vuejs2, vuex
created_by: Evan You
display_name: Vue.js
related: react, vue, react
released: 2014
short_description: Vue.js is a JavaScript framework for building interactive web applications.
topic: vue
url: https://vuejs.org/
---
`;

const GAME = `---
display_name: roguelike
related: react
short_description: A genre of video game.
topic: roguelike
---
`;

const DISAMBIGUATION = `---
display_name: CD (Disambiguation)
related: react
short_description: CD can either mean "continuous deployment" or "Continuous delivery".
topic: cd
---
`;

const folder = new InputFolder();
let inputs = 0;

async function read(files: Record<string, string | Buffer>): Promise<RecordingSink> {
  inputs++;
  const input = await folder.open(folder.put(`topics ${inputs}`, files));
  const sink = new RecordingSink(GITHUB_TOPICS.scheme);
  const readLinks = await GITHUB_TOPICS.readNodes(input, sink);
  await readLinks();
  return sink;
}

const labels = (sink: RecordingSink, key: string) =>
  sink.nodeOf("TECHNOLOGY", key).labels.map(({ kind, text }) => `${kind.slice(0, 3)} ${text}`);

describe("topics", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read({
      "topics/react/index.md": REACT.replaceAll("\n", "\r\n"),
      "topics/vue/index.md": VUE,
      "topics/roguelike/index.md": GAME,
      "topics/cd/index.md": DISAMBIGUATION,
      "topics/react/react.png": "an image",
    });
  });

  it("are technologies when their descriptions say so", () => {
    expect(sink.nodeOf("TECHNOLOGY", "react")).toMatchObject({
      fields: { technology_kind: "LIBRARY", url: "https://reactjs.org/" },
      texts: [
        {
          kind: "DESCRIPTION",
          text: "React is an open source JavaScript library used for designing user interfaces.",
        },
      ],
      qualifiers: [
        { name: "created by", value: "Jordan Walke" },
        { name: "released", value: "March 2013" },
        { name: "repository", value: "https://github.com/facebook/react" },
        {
          name: "wikipedia",
          value: "https://en.wikipedia.org/wiki/React_(JavaScript_library)",
        },
      ],
      create: true,
    });
    expect(sink.nodeOf("TECHNOLOGY", "vue").qualifiers).toContainEqual({
      name: "released",
      value: "2014",
    });
  });

  it("only add to technologies when they are none, or not surely", () => {
    expect(sink.nodeOf("TECHNOLOGY", "roguelike")).toMatchObject({
      fields: { technology_kind: null },
      create: false,
    });
  });

  it("show the aliases that the page bears out, and hide the others", () => {
    expect(labels(sink, "react")).toEqual([
      "PRE React",
      "ALT reactjs",
      "ALT react-js",
      "HID redux-react",
    ]);
    expect(labels(sink, "vue")).toEqual([
      "PRE Vue.js",
      "ALT vue",
      "ALT vuejs",
      "HID vuejs2",
      "HID vuex",
    ]);
  });

  it("are related without a kind; two that name each other are one link", () => {
    const edges = [...sink.edges.values()];
    expect(edges).toHaveLength(2);
    const ids = ["react", "vue", "roguelike"].map((key) => sink.idOf("TECHNOLOGY", key));
    const between = (one = "", other = "") =>
      edges.find(({ fromId, toId }) => [one, other].sort().join() === [fromId, toId].sort().join());
    expect(between(ids[0], ids[1])).toMatchObject({ kind: "RELATED", rows: 2 });
    expect(between(ids[0], ids[1])?.fields).toBeUndefined();
    expect(between(ids[0], ids[2])).toMatchObject({ kind: "RELATED", rows: 1 });
  });

  it("account for every page and every related topic once", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({ topics: 4, "related topics": 9 });
    const skipped = sink.skipped.map(({ entity, reason, place }) => [entity, reason, place.values]);
    expect(skipped).toEqual([
      ["topics", "NOT_A_TECHNOLOGY", expect.objectContaining({ topic: "cd" })],
      ["related topics", "NOT_A_TECHNOLOGY", { topic: "cd", related: "react" }],
      ["related topics", "UNKNOWN_CONCEPT", { topic: "react", related: "angular" }],
      ["related topics", "UNKNOWN_CONCEPT", { topic: "react", related: "react-native" }],
      ["related topics", "UNKNOWN_CONCEPT", { topic: "react", related: "nextjs" }],
      ["related topics", "SELF_RELATION", { topic: "vue", related: "vue" }],
      ["related topics", "DUPLICATE_ROW", { topic: "vue", related: "react" }],
    ]);
    expect(sink.skipped.at(-1)?.place).toMatchObject({ file: "topics/vue/index.md", line: 5 });
  });
});

it("splits a name from its short form, but not from other words in brackets", async () => {
  const page = (topic: string, name: string) =>
    `---\ntopic: ${topic}\ndisplay_name: ${name}\nshort_description: Something.\n---\n`;
  const sink = await read({
    "google-cloud/index.md": page("google-cloud", "Google Cloud Platform (GCP)"),
    "twitter/index.md": page("twitter", "X (Twitter)"),
    "i18n/index.md": page("i18n", "Internationalization (i18n)"),
  });
  expect(labels(sink, "google-cloud")).toEqual([
    "PRE Google Cloud Platform",
    "ALT GCP",
    "ALT Google Cloud Platform (GCP)",
    "ALT google-cloud",
  ]);
  expect(labels(sink, "twitter")).toEqual(["PRE X (Twitter)", "ALT twitter"]);
  expect(labels(sink, "i18n").slice(0, 2)).toEqual(["PRE Internationalization", "ALT i18n"]);
});

it("keeps HTTP and HTTPS, versions and parts apart", async () => {
  const sink = await read({
    "http/index.md":
      "---\ntopic: http\ndisplay_name: HTTP\naliases: https, http2\nshort_description: x\n---\n",
    "php/index.md":
      "---\ntopic: php\ndisplay_name: PHP\naliases: php7, php-8\nurl: https://php8.net\nshort_description: x\n---\n",
  });
  expect(labels(sink, "http")).toEqual(["PRE HTTP", "HID https", "HID http2"]);
  expect(labels(sink, "php")).toEqual(["PRE PHP", "HID php7", "HID php-8"]);
});

it("reads what other programs read: keys without values, twice, and lines that go on", async () => {
  const sink = await read({
    "a/index.md": `---
aliases:
related:
created_by: '"MightyPirates": Sangar, adam,
lordjoda, payonel'
display_name: 4D
released: 2021
released: 2017
topic: 4d
---
`,
  });
  const node = sink.nodeOf("TECHNOLOGY", "4d");
  expect(node.labels.map(({ text }) => text)).toEqual(["4D"]);
  expect(node.texts).toEqual([]);
  expect(node.qualifiers).toEqual([
    { name: "created by", value: '"MightyPirates": Sangar, adam, lordjoda, payonel' },
    { name: "released", value: "2017" },
  ]);
});

it("skips pages that cannot be read or come twice, and leaves other pages out", async () => {
  const sink = await read({
    "a/index.md": "---\ntopic: a\naliases: [1\n---\n",
    "b/index.md": GAME,
    "c/index.md": GAME,
    "collections/index.md": "---\nitems:\n- facebook/react\ndisplay_name: Frontend\n---\n",
    "docs/index.md": "# Read me",
  });
  expect(
    sink.skipped.slice(0, 2).map(({ reason, place, note }) => [reason, place.file, note]),
  ).toEqual([
    [
      "INVALID_VALUE",
      "a/index.md",
      expect.stringMatching(/^a\/index\.md, line \d: cannot be read/),
    ],
    ["DUPLICATE_ROW", "c/index.md", '"roguelike" has a page already'],
  ]);
  expect(sink.leftOut).toEqual([
    { file: "collections/index.md", rows: 1 },
    { file: "docs/index.md", rows: 1 },
  ]);
  expect(sink.rows.get("topics")).toBe(3);
});

it("reads an archive as well as a folder", async () => {
  const bytes = await tarBytes({ "topics/react/index.md": REACT, "topics/vue/index.md": VUE });
  const sink = await read({ "topics.tar": bytes });
  expect([...sink.nodes.values()].map(({ key }) => key)).toEqual(["react", "vue"]);
});

it("says what it looked for", async () => {
  await expect(read({ "a/index.md": "# A", "b.md": "" })).rejects.toThrow(
    /looked for: topics\/<topic>\/index\.md .*; it holds a\/index\.md, b\.md/,
  );
});

it("tells the release by a date or a commit in a name", async () => {
  const release = async (path: string) => GITHUB_TOPICS.readVersion(await folder.open(path));
  expect(await release(folder.put("topics-2026-08", { "react/index.md": REACT }))).toBe("2026-08");
  const inside = folder.put("explore", { "explore-cc66c619fd3c/topics/react/index.md": REACT });
  expect(await release(inside)).toBe("cc66c619fd3c");
  expect(await release(folder.put("topics", { "react/index.md": REACT }))).toBeNull();
});
