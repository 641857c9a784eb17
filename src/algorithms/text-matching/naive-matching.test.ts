import fc from "fast-check";
import { openDictionary } from "./find-readings";
import { makeLabelDictionary } from "./label-dictionary";
import { matchLabels } from "./match-labels";

const WORDS = ["alpha", "beta", "gamma", "delta", "alphabet"];
const BETWEEN = [
  " ",
  "  ",
  "-",
  "/",
  " / ",
  "\n",
  ", ",
  ". ",
  " - ",
  "\n\n",
  "(",
  "_",
  "&",
  "+",
  "#",
  "@ ",
];

const labelTexts = fc.uniqueArray(
  fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(" ")),
  { maxLength: 8 },
);
const texts = fc
  .array(fc.tuple(fc.constantFrom(...WORDS, "ALPHA", "Béta"), fc.constantFrom(...BETWEEN)), {
    maxLength: 14,
  })
  .map((parts) => parts.flat().join(""));

type Span = readonly [start: number, end: number, label: number];

/** By trying each label at each place, as an expression over the text; then the longest, then the first. */
function naive(text: string, labels: readonly string[]): Span[] {
  const plain = text.replaceAll("é", "e");
  const spans = labels.flatMap((label, number) => {
    const inside = label.replaceAll(" ", "(?:[ ]+|[ ]?/[ ]?|[-_]|\\n)");
    const pattern = new RegExp(
      `(?<![a-z&]|[a-z]_)${inside}(?![a-z]|[_&](?=[a-z])|#|\\+(?![a-z]))`,
      "iy",
    );
    return [...plain].flatMap((_, start): Span[] => {
      pattern.lastIndex = start;
      const match = pattern.exec(plain);
      return match ? [[start, start + match[0].length, number]] : [];
    });
  });
  const chosen: Span[] = [];
  for (const span of spans.sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0]))
    if (chosen.every(([start, end]) => span[1] <= start || end <= span[0])) chosen.push(span);
  return chosen.sort((a, b) => a[0] - b[0]);
}

it("finds what trying each label at each place finds", () => {
  const property = fc.property(labelTexts, texts, (labels, text) => {
    const dictionary = makeLabelDictionary(
      labels.map((label, number) => ({
        label: number,
        owner: number,
        text: label,
        isTechnology: true,
      })),
    );
    const found = matchLabels(text, [openDictionary(dictionary)])
      .flatMap(({ matches }) => matches)
      .map(({ start, end, label }): Span => [start, end, label])
      .sort((a, b) => a[0] - b[0]);
    expect(found).toEqual(naive(text, labels));
  });
  fc.assert(property, { numRuns: 3000, seed: 4 });
});

it("gives the same for a dictionary in two parts", () => {
  const property = fc.property(labelTexts, texts, fc.nat(8), (labels, text, cut) => {
    const all = labels.map((label, number) => ({
      label: number,
      owner: number % 3,
      text: label,
      isTechnology: false,
    }));
    const open = (some: typeof all) => openDictionary(makeLabelDictionary(some));
    expect(matchLabels(text, [open(all.slice(0, cut)), open(all.slice(cut))])).toEqual(
      matchLabels(text, [open(all)]),
    );
  });
  fc.assert(property, { numRuns: 500, seed: 5 });
});

it("answers whatever the text is, with counts and spans that belong together", () => {
  const dictionary = openDictionary(
    makeLabelDictionary(
      ["Go", "R", "C", "Python", "C++", "Node.js", "CI/CD", "database", "Excel", "R&D"].map(
        (text, number) => ({
          label: number,
          owner: number % 7,
          text,
          isTechnology: number % 2 === 0,
        }),
      ),
    ),
  );
  const parts = fc.constantFrom(
    "Go",
    "R",
    "C",
    "Python",
    "++",
    "Node.js",
    "CI/CD",
    "databases",
    "Excel",
    "&",
    "D",
    " ",
    ", ",
    ". ",
    "-",
    "\n",
    "'s",
    "programming",
    "in",
    "é",
    "👩‍💻",
  );
  const property = fc.property(
    fc.array(parts, { maxLength: 25 }).map((all) => all.join("")),
    (text) => {
      const answer = matchLabels(text, [dictionary]);
      const spans = answer.flatMap(({ matches }) => matches);
      for (const { owner, count, confidence, matches } of answer) {
        expect(matches).toHaveLength(count);
        expect(matches.every(({ label }) => label % 7 === owner)).toBe(true);
        expect(Math.max(...matches.map((match) => match.confidence))).toBe(confidence);
      }
      for (const { start, end, confidence } of spans) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(text.slice(start, end)).toMatch(/^\S.*\S$|^\S$/s);
        for (const other of spans)
          expect(
            other.end <= start ||
              end <= other.start ||
              (other.start === start && other.end === end),
          ).toBe(true);
      }
    },
  );
  fc.assert(property, { numRuns: 800, seed: 6 });
});

it("finds the same whether labels are in one dictionary or in two", () => {
  const words = fc.constantFrom("Note", "notes", "Datenbank", "Datenbanken", "technology", "API");
  const several = fc.array(
    fc.record({
      text: fc.array(words, { minLength: 1, maxLength: 2 }).map((all) => all.join(" ")),
      language: fc.constantFrom("en", "de", "fr"),
      isTechnology: fc.boolean(),
      isSmall: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  const written = fc.constantFrom(
    "note",
    "Notes",
    "technologies",
    "Datenbanken",
    "APIs",
    "Datenbank",
  );
  const property = fc.property(several, fc.array(written), (some, parts) => {
    const all = some.map((label, number) => ({ ...label, label: number, owner: number }));
    const text = parts.join(" ");
    const open = (labels: typeof all) => openDictionary(makeLabelDictionary(labels));
    const split = [false, true].map((small) =>
      open(all.filter(({ isSmall }) => isSmall === small)),
    );
    expect(matchLabels(text, split)).toEqual(matchLabels(text, [open(all)]));
  });
  fc.assert(property, { numRuns: 500, seed: 6 });
});
