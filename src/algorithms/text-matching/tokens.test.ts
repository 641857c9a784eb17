import fc from "fast-check";
import { fold } from "../../shared/fold";
import { toLabelWords, toTokens } from "./tokens";

const texts = (text: string) => toTokens(text).map((token) => token.text);

it.each([
  ["C++ and C#", ["c", "+", "+", "and", "c", "#"]],
  ["3 + 4 #jobs", ["3", " +", "4", " #", "jobs"]],
  [".NET, Node.js. End.", [".", "net", ",", "node", ".", "js", ". ", "end", ". "]],
  ["R&D, salt & pepper", ["r", "&", "d", ",", "salt", "and", "pepper"]],
  ["driver's 'own'", ["driver", "'", "s", " '", "own", " '"]],
  ["CI/CD ci-cd a - b", ["ci", "cd", "ci", "cd", "a", "-", "b"]],
  ["Écôle Straße ＡＢＣ ﬁn", ["ecole", "strasse", "abc", "fin"]],
  ["so\u00adft \ufeffword", ["soft", "word"]],
  ["λόγος ΛΌΓΟΣ", ["λογοσ", "λογοσ"]],
  ["会計 サーチ", ["会", "計", "サ", "ー", "チ"]],
  ["_so_ a_b", ["_", "so", "_", "a", "b"]],
  ["x@y.zz, www.a.b/c d", ["@", ",", "@", "d"]],
])("%s", (text, expected) => expect(texts(text)).toEqual(expected));

it("tells what stands between tokens", () => {
  const gaps = toTokens("a b\nc\n\nd-e/f_g").map(({ gap, join }) => [gap, join]);
  expect(gaps).toEqual([
    ["", ""],
    [" ", ""],
    ["\n", ""],
    ["\n\n", ""],
    ["", "-"],
    ["", "/"],
    ["", "_"],
  ]);
});

it("refers to the original text, in its order, whatever it holds", () => {
  const parts = fc.constantFrom(
    "a",
    "Bé",
    "ß",
    "e\u0301",
    "𝒳",
    "👩‍💻",
    " ",
    "\n",
    ".",
    "-",
    "/",
    "@",
    "&",
    "'",
    "+",
    "会",
    "\u200b",
    "½",
    "a@b.c ",
  );
  const strings = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(parts).map((all) => all.join("")),
  );
  const property = fc.property(strings, (text) => {
    let end = 0;
    for (const token of toTokens(text)) {
      expect(token.start).toBeGreaterThanOrEqual(end);
      expect(token.end).toBeGreaterThan(token.start);
      end = token.end;
      const slice = text.slice(token.start, token.end);
      if (token.isWord && slice !== "&") expect(token.text).toBe(fold(slice).replaceAll("ς", "σ"));
      expect(token.text).not.toBe("");
    }
    expect(end).toBeLessThanOrEqual(text.length);
    const words = toTokens(text).filter(({ isWord }) => isWord);
    const isInAddress = /@|www\.|:\/\//i.test(text);
    if (!isInAddress)
      for (const letter of text.matchAll(/[a-z]/g))
        expect(
          words.some(({ start, end: last }) => start <= letter.index && letter.index < last),
        ).toBe(true);
  });
  fc.assert(property, { numRuns: 1000, seed: 4 });
});

it("takes the short way for simple labels to the same words", () => {
  const labels = fc
    .array(fc.constantFrom("a", "Z", "7", " ", "x1"), { maxLength: 12 })
    .map((all) => all.join(""));
  const property = fc.property(labels, (label) => {
    expect(toLabelWords(label)).toEqual(texts(label));
  });
  fc.assert(property, { numRuns: 500, seed: 5 });
});
