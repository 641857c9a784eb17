import { openDictionary } from "./find-readings";
import { makeLabelDictionary } from "./label-dictionary";
import { matchLabels } from "./match-labels";

const NAMES = [
  "C",
  "Go",
  "R",
  "UX",
  "Python",
  "Java",
  "React",
  "Excel",
  "Swift",
  "Spring",
  "Rust",
  "Docker",
  "SQL",
];
const QUALIFIED = ["Unreal (game engine)", "Swift (computer programming)"];

const labels = [
  ...NAMES.map((text) => ({ text, isTechnology: true })),
  ...QUALIFIED.map((text) => ({ text, isTechnology: false })),
].map((label, number) => ({ ...label, label: number, owner: number }));
const dictionary = openDictionary(makeLabelDictionary(labels));

/** Names that were found with evidence, and it. */
function evidence(text: string): string[] {
  return matchLabels(text, [dictionary])
    .flatMap(({ matches }) => matches)
    .filter((match) => match.evidence !== null && labels[match.label]?.isTechnology)
    .sort((a, b) => a.start - b.start)
    .map((match) => `${labels[match.label]?.text} ${match.evidence}`);
}

describe("finds names with evidence", () => {
  it.each([
    ["Skills: Python, Go, R.", ["Go LIST", "R LIST"]],
    ["Python/Go/C", ["Go LIST", "C LIST"]],
    ["• Go\n• Docker\n• R", ["Go LIST", "R LIST"]],
    ["python, go, sql", ["Go LIST"]],
    ["Java, SQL und C", ["C LIST"]],
    ["R programming", ["R CONTEXT"]],
    ["go developer", ["Go CONTEXT"]],
    ["Go-Entwickler und R-Kenntnisse", ["Go CONTEXT", "R CONTEXT"]],
    ["experience in Go", ["Go CONTEXT"]],
    ["Programmiersprache C", ["C CONTEXT"]],
    ["programming languages such as C", ["C CONTEXT"]],
    ["programming languages: C, R", ["C CONTEXT", "R LIST"]],
    ["UX design skills", ["UX CONTEXT"]],
    ["We like Excel", ["Excel CASE"]],
    ["You will use React daily", ["React CASE"]],
    ["in our stack Rust shines", ["Rust CONTEXT"]],
    ["an app with Spring", ["Spring CONTEXT"]],
    ["We moved from Java to Go", ["Go NEARBY"]],
    ["React.js", ["React CONTEXT"]],
    ["You are a Go developer, no R programmer.", ["Go CONTEXT", "R CONTEXT"]],
    ["services in Go and Python", ["Go LIST"]],
    ["code in Go and glue in Python", ["Go CONTEXT"]],
  ])("%s", (text, expected) => expect(evidence(text)).toEqual(expected));
});

describe("finds no names in other words", () => {
  it.each([
    "We go to market with Java.",
    "Go through the Java docs.",
    "Ready to Go live with Python",
    "Vitamin C, Java",
    "Python and driving licence class C",
    "our C-level, Java",
    "The R&D team uses Java",
    "main.c and app.go use Java",
    "React to incidents, excel at your work, spring into action",
    "You react to changes in Java.",
    "GO BEYOND JAVA",
    "John C. Java",
    "Java. Go on.",
    "a swift reply about Python",
    "you go and fix Python",
    "give it a go; that is a no go. Python",
    "Go and fix Java.",
    "go-live of the Java app",
    "a coffee-to-Go, Java",
    "let's go, Java",
    "C's and R's: all letters",
    "my_go_app, go_home in Java",
  ])("%s", (text) => expect(evidence(text)).toEqual([]));
});

it("lets names that were found be evidence for others", () => {
  expect(evidence("Python, Go, R, C")).toEqual(["Go LIST", "R LIST", "C LIST"]);
  expect(evidence("Go, R, C")).toEqual([]);
});

it("needs the capital of a name whose qualifier is missing", () => {
  const owners = (text: string) =>
    matchLabels(text, [dictionary]).map(({ owner }) => labels[owner]?.text);
  expect(owners("games in Unreal")).toEqual(["Unreal (game engine)"]);
  expect(owners("this seems unreal")).toEqual([]);
  expect(owners("unreal (game engine)")).toEqual(["Unreal (game engine)"]);
});

it("is the surer the better the evidence", () => {
  const confidence = (text: string) =>
    matchLabels(text, [dictionary]).find(({ owner }) => labels[owner]?.text === "Go")?.confidence;
  expect(confidence("Python, Go")).toBe(0.9);
  expect(confidence("Go developer")).toBe(0.85);
  expect(confidence("from Java to Go")).toBe(0.7);
});

it("takes more everyday names from the caller", () => {
  const strict = openDictionary(makeLabelDictionary(labels, { everydayNames: ["docker"] }));
  expect(matchLabels("a docker at the port", [strict])).toEqual([]);
  expect(matchLabels("Docker skills", [strict])).toHaveLength(1);
});
