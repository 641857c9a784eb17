import { splitCommas, splitLines, splitList } from "./split-list";

it("splits lines", () => {
  expect(
    splitLines("head of technical\r\n technical director \n\nhead of technical\n\u00a0\u200b\n"),
  ).toEqual(["head of technical", "technical director"]);
  expect(splitLines(" \n")).toEqual([]);
  expect(splitLines("one, and only | one")).toEqual(["one, and only | one"]);
});

describe("splitList", () => {
  it.each([
    ["bars", "a b | c, d | a b"],
    ["commas and line breaks", "a b,\nc, d, \r\n a b"],
    ["a comma at the end", "a b,\nc, d,\n"],
    ["line breaks alone", "a b\nc, d\n\na b"],
  ])("splits at %s", (_, cell) => {
    expect(splitList(cell)).toEqual(["a b", "c, d"]);
  });

  it("splits nothing else", () => {
    expect(splitList("A|B testing, and more")).toEqual(["A|B testing, and more"]);
    expect(splitList("")).toEqual([]);
  });
});

it("splits at commas", () => {
  expect(splitCommas("Frontend developer, Designer ,,Frontend developer,\nTester")).toEqual([
    "Frontend developer",
    "Designer",
    "Tester",
  ]);
});
