import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readIdentities } from "./read-identities";

const folder = mkdtempSync(join(tmpdir(), "identities-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SOUND = `# A comment
same:
  - { kind: TECHNOLOGY, scheme: ONET, key: "Oracle Java", node: java, note: "the maker first" }
  - kind: TECHNOLOGY
    scheme: LINGUIST
    key: 0183
    node: { scheme: ONET, key: 2.B.4.g }
apart:
  - { kind: SKILL, scheme: ESCO, key: "http://x/1" }
`;

function read(text: string) {
  const path = join(folder, "identities.yaml");
  writeFileSync(path, text);
  return readIdentities(path);
}

it("reads what is the same and what is apart, with its places", () => {
  const at = (line: number) => `${join(folder, "identities.yaml")}:${line}`;
  expect(read(SOUND)).toEqual({
    same: [
      { kind: "TECHNOLOGY", scheme: "ONET", key: "Oracle Java", node: { slug: "java" }, at: at(3) },
      {
        kind: "TECHNOLOGY",
        scheme: "LINGUIST",
        // As it is written: a key is no number.
        key: "0183",
        node: { scheme: "ONET", key: "2.B.4.g" },
        at: at(4),
      },
    ],
    apart: [{ kind: "SKILL", scheme: "ESCO", key: "http://x/1", node: null, at: at(9) }],
  });
});

it("takes an empty file, and lists without entries", () => {
  const nothing = { same: [], apart: [] };
  expect(read("")).toEqual(nothing);
  expect(read("# nothing yet\nsame:\napart: []\n")).toEqual(nothing);
});

describe("an error names line and reason:", () => {
  it.each([
    ["a list at the top", "- a\n", 1, "expected a map with same and apart"],
    ["an unknown list", "\nother: []\n", 2, "other is not known here; there is same, apart"],
    ["a map for a list", "same:\n  a: b\n", 2, "same must be a list"],
    ["an entry that is none", "same:\n  - java\n", 2, "expected a map with kind, scheme, key"],
    ["an unknown field", SOUND.replace("note:", "why:"), 3, "why is not known here"],
    [
      "an unknown kind",
      SOUND.replace("kind: SKILL", "kind: TALENT"),
      9,
      "kind must be one of ROLE",
    ],
    [
      "a scheme that is missing",
      SOUND.replace('scheme: ONET, key: "O', 'key: "O'),
      3,
      "scheme must",
    ],
    ["a key that is empty", SOUND.replace('"Oracle Java"', '" "'), 3, "key must be a text"],
    ["a key that is a list", SOUND.replace("0183", "[1]"), 4, "key must be a text"],
    ["a key that is nothing", SOUND.replace("0183", "null"), 4, "key must be a text"],
    ["a node that is missing", SOUND.replace("node: java, ", ""), 3, "node must be the slug"],
    [
      "a node that is no slug",
      SOUND.replace("node: java", "node: Java!"),
      3,
      "node must be the slug",
    ],
    [
      "half a key as node",
      SOUND.replace("{ scheme: ONET, key: 2.B.4.g }", "{ key: a }"),
      7,
      "scheme must",
    ],
    ["a note that is no text", SOUND.replace('"the maker first"', "[a]"), 3, "note must be a text"],
    [
      "YAML that cannot be read",
      SOUND.replace("kind: SKILL,", "kind: SKILL"),
      9,
      "Block collections",
    ],
    ["a field twice", SOUND.replace("node: java,", "node: java, node: jre,"), 3, "must be unique"],
  ])("%s", (_, text, line, reason) => {
    expect(errorOf(text)).toContain(`identities.yaml:${line}: `);
    expect(errorOf(text)).toContain(reason);
  });

  const entry = (key: string, node?: string) =>
    `  - { kind: TECHNOLOGY, scheme: ONET, key: ${key}${node ? `, node: ${node}` : ""} }\n`;
  const other = (key: string) => `{ scheme: ONET, key: ${key} }`;

  it.each([
    ["a key with two nodes", `same:\n${entry("a", "b")}${entry("a", "c")}`, 3, '"a" has a node'],
    ["a key that is its own node", `same:\n${entry("a", other("a"))}`, 2, "compared with itself"],
    [
      "what is the same and apart",
      `same:\n${entry("a", "b")}apart:\n${entry("a", "b")}`,
      4,
      "is the same",
    ],
    [
      "the same backwards",
      `same:\n${entry("a", other("b"))}apart:\n${entry("b", other("a"))}`,
      4,
      "is the same",
    ],
    [
      "a circle",
      `same:\n${entry("a", other("b"))}${entry("b", other("c"))}${entry("c", other("a"))}`,
      3,
      '"b" leads back to itself',
    ],
  ])("%s", (_, text, line, reason) => {
    expect(errorOf(text)).toContain(`identities.yaml:${line}: `);
    expect(errorOf(text)).toContain(reason);
  });

  it("all of them at once", () => {
    expect(errorOf(`same:\n${entry("a")}${entry("b")}`).match(/identities\.yaml:\d/g)).toHaveLength(
      2,
    );
  });
});

function errorOf(text: string): string {
  try {
    read(text);
    return "no error";
  } catch (error) {
    return (error as Error).message;
  }
}
