import { RecordingSink } from "../../testing/recording-sink";
import { InputFolder } from "../testing/input-folder";
import { LINGUIST } from "./linguist";

const LANGUAGES = `# Defines all languages known to GitHub.
---
C:
  type: programming
  color: "#555555"
  extensions:
  - ".c"
  - ".h"
  interpreters:
  - tcc
  tm_scope: source.c
  language_id: 41
C#:
  type: programming
  aliases:
  - csharp
  - cake
  language_id: 42
C++:
  type: programming
  aliases:
  - cpp
  language_id: 43
JavaScript:
  type: programming
  aliases:
  - js
  - node
  language_id: 183
HCL:
  type: programming
  aliases:
  - HashiCorp Configuration Language
  - terraform
  language_id: 144
HTML:
  type: markup
  language_id: 146
HTML+ERB:
  type: markup
  group: HTML
  aliases: [erb]
  language_id: 150
JSON:
  type: data
  filenames: [".all-contributorsrc"]
  language_id: 174
JSON5:
  type: data
  group: JSON
  language_id: 175
Markdown:
  type: prose
  aliases: [md, pandoc]
  language_id: 222
Fortran:
  type: programming
  group: Fortran
  language_id: 107
Emacs Lisp:
  type: programming
  aliases: [elisp, emacs]
  language_id: 102
4D:
  type: programming
  language_id: 577529595
Unknown:
  language_id: 999
`;

const folder = new InputFolder();
let inputs = 0;

async function read(files: Record<string, string>): Promise<RecordingSink> {
  inputs++;
  const input = await folder.open(folder.put(`linguist ${inputs}`, files));
  const sink = new RecordingSink(LINGUIST.scheme);
  const readLinks = await LINGUIST.readNodes(input, sink);
  await readLinks();
  return sink;
}

const labels = (sink: RecordingSink, key: string) =>
  sink.nodeOf("TECHNOLOGY", key).labels.map(({ kind, text }) => `${kind.slice(0, 3)} ${text}`);

describe("languages.yml", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read({
      "languages.yml": LANGUAGES.replaceAll("\n", "\r\n"),
      "popular.yml": "- C\n- JavaScript\n- JavaScript\n- Esperanto\n",
    });
  });

  it("has languages by their numbers, with what is said of them", () => {
    expect(sink.nodeOf("TECHNOLOGY", "41")).toMatchObject({
      fields: { technology_kind: "LANGUAGE" },
      labels: [{ locale: "en", kind: "PREFERRED", text: "C" }],
      qualifiers: [
        { name: "type", value: "programming" },
        { name: "popular", value: true },
        { name: "color", value: "#555555" },
        { name: "extensions", value: [".c", ".h"] },
        { name: "interpreters", value: ["tcc"] },
      ],
    });
    expect(labels(sink, "577529595")).toEqual(["PRE 4D"]);
  });

  it("keeps C, C# and C++ apart", () => {
    expect(["41", "42", "43"].map((key) => labels(sink, key))).toEqual([
      ["PRE C"],
      ["PRE C#", "ALT csharp", "HID cake"],
      ["PRE C++", "ALT cpp"],
    ]);
  });

  it("hides aliases that name something else", () => {
    expect(labels(sink, "183")).toEqual(["PRE JavaScript", "ALT js", "HID node"]);
    expect(labels(sink, "144")).toEqual([
      "PRE HCL",
      "ALT HashiCorp Configuration Language",
      "HID terraform",
    ]);
    expect(labels(sink, "222")).toEqual(["PRE Markdown", "ALT md", "HID pandoc"]);
    expect(labels(sink, "102")).toEqual(["PRE Emacs Lisp", "ALT elisp", "HID emacs"]);
  });

  it("tells languages from data formats", () => {
    const kinds = ["183", "146", "222", "999", "174"].map(
      (key) => sink.nodeOf("TECHNOLOGY", key).fields?.technology_kind,
    );
    expect(kinds).toEqual(["LANGUAGE", "LANGUAGE", "LANGUAGE", "LANGUAGE", "STANDARD"]);
  });

  it("has the parent language above, but no language above itself", () => {
    const broader = [...sink.edges.values()].map(
      ({ kind, fromId, toId }) =>
        `${kind} ${sink.nodes.get(fromId)?.key} ${sink.nodes.get(toId ?? "")?.key}`,
    );
    expect(broader).toEqual(["BROADER 150 146", "BROADER 175 174"]);
    expect(sink.skipped.at(-1)).toMatchObject({
      entity: "language groups",
      reason: "SELF_RELATION",
      place: { file: "languages.yml", values: { language: "Fortran", group: "Fortran" } },
    });
  });

  it("accounts for every row once", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({
      languages: 14,
      "popular languages": 4,
      "language groups": 3,
    });
    expect(sink.skipped.map(({ reason, place }) => [reason, place.line])).toEqual([
      ["DUPLICATE_ROW", 3],
      ["UNKNOWN_CONCEPT", 4],
      ["SELF_RELATION", LANGUAGES.split("\n").indexOf("  group: Fortran") + 1],
    ]);
  });
});

it("hides an alias that another language has too", async () => {
  const sink = await read({
    "languages.yml": `Standard Query: { aliases: [sq], language_id: 1 }
Simple Quote: { aliases: [sq, quote], language_id: 2 }
`,
  });
  expect(labels(sink, "1")).toEqual(["PRE Standard Query", "HID sq"]);
});

it("says of every language that it cannot take why", async () => {
  const sink = await read({
    "languages.yml": `One: { type: programming, language_id: 1 }
Two: { type: programming, group: Nowhere, language_id: 2 }
Uno: { type: programming, language_id: 1 }
Three: { type: programming, group: One }
Four:
`,
  });
  expect(
    sink.skipped.map(({ entity, reason, place, note }) => [entity, reason, place.line, note]),
  ).toEqual([
    ["languages", "DUPLICATE_ROW", 3, "has the language_id of an earlier one"],
    ["languages", "MISSING_VALUE", 4, "has no language_id"],
    ["languages", "MISSING_VALUE", 5, "has no language_id"],
    ["language groups", "UNKNOWN_CONCEPT", 2, '"Nowhere" is none of the languages'],
  ]);
  expect(Object.fromEntries(sink.rows)).toEqual({ languages: 5, "language groups": 1 });
});

it("says what it looked for", async () => {
  await expect(read({ "other.yml": "", "README.md": "" })).rejects.toThrow(
    /holds none of the files that were looked for: languages\.yml; it holds README\.md, other\.yml/,
  );
  await expect(read({ "languages.yml": "en: English\n" })).rejects.toThrow(
    /^languages\.yml, line 1: expected languages by their names, each with a "language_id"/,
  );
  await expect(
    read({ "languages.yml": "C: { language_id: 41 }", "popular.yml": "C: true" }),
  ).rejects.toThrow(/^popular\.yml, line 1: expected a list/);
  await expect(read({ "languages.yml": "C: [1\nD: 2" })).rejects.toThrow(
    /^languages\.yml, line \d: cannot be read/,
  );
});

it("tells the release by the project's VERSION, or else by a name", async () => {
  const open = (name: string, files: Record<string, string>) =>
    folder.open(folder.put(name, { "languages.yml": "", ...files }));
  const release = async (name: string, files: Record<string, string> = {}) =>
    LINGUIST.readVersion(await open(name, files));
  expect(await release("linguist-main", { "lib/linguist/VERSION": "9.6.0\n" })).toBe("9.6.0");
  expect(await release("linguist-7.30.1")).toBe("7.30.1");
  expect(await release("somewhere", { "linguist-8.0/popular.yml": "[]" })).toBe("8.0");
  expect(await release("nowhere")).toBeNull();
});
