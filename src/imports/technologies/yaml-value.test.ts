import { ImportError } from "../import-error";
import { parseYaml } from "./yaml-value";

const FILE = "tools.yml";

it("reads scalars as they are written, with their lines", () => {
  const root = parseYaml("a: 2013\nb: 0042\nc: no\nd: ~\ne: |\n  two\n  lines\n", FILE);
  expect(["a", "b", "c", "d", "e", "f"].map((key) => root.get(key).text)).toEqual([
    "2013",
    "0042",
    "no",
    null,
    "two\nlines",
    null,
  ]);
  expect([root.get("b").file, root.get("b").line]).toEqual([FILE, 2]);
});

it("reads keys that look like numbers as they are written", () => {
  const root = parseYaml("1.0: x\n4D: y\n", FILE);
  expect(root.pairs?.map(([key, value]) => [key, value.text])).toEqual([
    ["1.0", "x"],
    ["4D", "y"],
  ]);
});

it("takes the last one of equal keys", () => {
  const root = parseYaml("released: 2021\nreleased: 2017\n", FILE);
  expect(root.get("released").text).toBe("2017");
  expect(root.values).toEqual({ released: 2017 });
});

it("reads a list and a single text alike", () => {
  const root = parseYaml("a: [x, 1, ~]\nb: y\nc: { d: z }\n", FILE);
  expect(["a", "b", "c", "e"].map((key) => root.texts(key))).toEqual([["x", "1"], ["y"], [], []]);
});

it("follows aliases", () => {
  expect(parseYaml("a: &x [one]\nb: *x\n", FILE).texts("b")).toEqual(["one"]);
});

it("reads JSON with tabs, escapes and emoji", () => {
  const root = parseYaml('[\n\t{\n\t\t"title": "A\\u00e9 \\ud83d\\ude00 \\/e\\/"\n\t}\n]', FILE);
  expect(root.items?.map((item) => [item.get("title").text, item.line])).toEqual([
    ["Aé 😀 /e/", 2],
  ]);
});

it("says where a file cannot be read, counted from where its text begins", () => {
  const read = (firstLine?: number) => () => parseYaml("a: x\nb: [1, 2\n", FILE, firstLine);
  expect(read()).toThrow(ImportError);
  expect(read()).toThrow(/^tools\.yml, line 3: cannot be read: /);
  expect(read(10)).toThrow(/^tools\.yml, line 12: /);
});

it("says so when aliases unfold without end", () => {
  const lists = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [name, of] of ["ba", "cb", "dc"].map((pair) => [...pair]))
    lists.push(`${name}: &${name} [${Array(10).fill(`*${of}`).join(", ")}]`);
  const root = parseYaml(lists.join("\n"), FILE);
  expect(() => root.get("d").values).toThrow(/^tools\.yml, line 4: cannot be read: /);
});
