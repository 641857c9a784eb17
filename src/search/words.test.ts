import { placedWords, squeeze, wordsOf } from "./words";

it("splits at spaces and punctuation, but keeps the signs of c++ and c#", () => {
  expect(wordsOf("node.js")).toEqual(["node", "js"]);
  expect(wordsOf("c++, c# / .net")).toEqual(["c++", "c#", "net"]);
  expect(wordsOf("ci/cd “full-stack” r&d")).toEqual(["ci", "cd", "full", "stack", "r", "d"]);
});

it("splits words of other scripts", () => {
  expect(wordsOf("разработчик-программист")).toEqual(["разработчик", "программист"]);
  expect(wordsOf("مهندس، برمجيات")).toEqual(["مهندس", "برمجيات"]);
});

it("gives each word once, in order", () => {
  expect(wordsOf("to be or not to be")).toEqual(["to", "be", "or", "not"]);
});

it("finds no word in punctuation", () => {
  expect(wordsOf("%_\\ !&|:*() '\"")).toEqual([]);
  expect(wordsOf("")).toEqual([]);
});

it("says where words stand", () => {
  expect(placedWords("node.js c#")).toEqual([
    { word: "node", start: 0, end: 4 },
    { word: "js", start: 5, end: 7 },
    { word: "c#", start: 8, end: 10 },
  ]);
});

it("squeezes out what stands between words", () => {
  expect(squeeze("node.js")).toBe("nodejs");
  expect(squeeze("node js")).toBe("nodejs");
  expect(squeeze("c ++")).toBe("c++");
  expect(squeeze("...")).toBe("");
});
