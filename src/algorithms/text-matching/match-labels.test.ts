import { openDictionary } from "./find-readings";
import { type MatchLabel, makeLabelDictionary } from "./label-dictionary";
import { type DictionaryLayer, matchLabels } from "./match-labels";

const TECHNOLOGIES = [
  "C",
  "C++",
  "C#",
  ".NET",
  "ASP.NET",
  "Go",
  "R",
  "Node.js",
  "React",
  "Python",
  "Java",
  "JavaScript",
  "Docker",
  "Kubernetes",
  "PostgreSQL",
  "Spring",
  "Swift",
  "Excel",
  "API",
  "AWS",
  "Rust",
  "Vue.js",
  "REST",
];
const SKILLS: [text: string, language: string][] = [
  ["CI/CD", "en"],
  ["machine learning", "en"],
  ["machine learning engineering", "en"],
  ["database", "en"],
  ["manage databases", "en"],
  ["object-oriented programming", "en"],
  ["driver's licence", "en"],
  ["R&D", "en"],
  ["Datenbank", "de"],
  ["Qualitätssicherung", "de"],
  ["Programmiersprache", "de"],
  ["Swift (computer programming)", "en"],
  ["会計", "ja"],
  ["process", "en"],
];

const labels: MatchLabel[] = [
  ...TECHNOLOGIES.map((text) => ({ text, isTechnology: true })),
  ...SKILLS.map(([text, language]) => ({ text, language, isTechnology: false })),
].map((label, number) => ({ ...label, label: number, owner: number }));

const layer = (some: readonly MatchLabel[]): DictionaryLayer =>
  openDictionary(makeLabelDictionary(some));
const all = layer(labels);

/** Each match as the words of the text and the label, in the order of the text. */
function found(text: string, layers = [all]): string[] {
  return matchLabels(text, layers)
    .flatMap(({ matches }) => matches)
    .sort((a, b) => a.start - b.start || a.label - b.label)
    .map(({ start, end, label }) => {
      const words = text.slice(start, end);
      const name = labels[label]?.text as string;
      return words === name ? words : `${words} (${name})`;
    });
}

describe("signs", () => {
  it.each([
    ["We use C++, C# and .NET.", ["C++", "C#", ".NET"]],
    ["Node.js, Vue.js; ASP.NET", ["Node.js", "Vue.js", "ASP.NET"]],
    ["CI/CD, ci / cd and Ci-Cd", ["CI/CD", "ci / cd (CI/CD)", "Ci-Cd (CI/CD)"]],
    ["C/C++-Entwickler", ["C", "C++"]],
    ["C#/.NET/Java", ["C#", ".NET", "Java"]],
    ["Python+Docker, Python + Docker", ["Python", "Docker", "Python", "Docker"]],
    ["C++17 and Python3", ["C++", "Python3 (Python)"]],
    ["(.NET)", [".NET"]],
    ["We like it. Node.js, too. And .NET.", ["Node.js", ".NET"]],
    ["R&D and r&d", ["R&D", "r&d (R&D)"]],
    ["a driver’s licence", ["driver’s licence (driver's licence)"]],
    ["Python's and Python’s", ["Python", "Python"]],
    ["#Python @Java", ["Python", "Java"]],
    ["Java® 21, Docker™", ["Java", "Docker"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("whole words", () => {
  it.each([
    ["JavaScript is not Java", ["JavaScript", "Java"]],
    ["Javanese, dockers, pythonic", []],
    ["my_java_app, java_home", []],
    ["_Java_", ["Java"]],
    ["Mail python@java.com, see https://docker.com/java or www.java.com/python", []],
    ["main.java, jquery.python", []],
    ["ends with Docker.Kubernetes starts", ["Docker", "Kubernetes"]],
    ["machine, learning", []],
    ["machine\nlearning", ["machine\nlearning (machine learning)"]],
    ["machine\n\nlearning", []],
    ["machine \u200blear\u00adning", ["machine \u200blear\u00adning (machine learning)"]],
    ["弊社の会計部門", ["会計"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("case, accents and plural", () => {
  it.each([
    ["PYTHON, docker", ["PYTHON (Python)", "docker (Docker)"]],
    ["Ｐｙｔｈｏｎ", ["Ｐｙｔｈｏｎ (Python)"]],
    ["QUALITATSSICHERUNG", ["QUALITATSSICHERUNG (Qualitätssicherung)"]],
    ["Qualita\u0308tssicherung", ["Qualita\u0308tssicherung (Qualitätssicherung)"]],
    ["a database, two databases", ["database", "databases (database)"]],
    ["Datenbanken", ["Datenbanken (Datenbank)"]],
    ["Programmiersprachen", ["Programmiersprachen (Programmiersprache)"]],
    [
      "to manage a database, to manage database",
      ["database", "manage database (manage databases)"],
    ],
    ["processes", ["processes (process)"]],
    ["APIs and AWS", ["APIs (API)", "AWS"]],
    // Names of technologies have no other plural; German endings are not for English words.
    ["Reacts, Pythons, awss, processen", []],
    ["Object Oriented Programming", ["Object Oriented Programming (object-oriented programming)"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));

  it("folds no plurals of technologies, though a skill has the same words", () => {
    const some = [true, false].map((isTechnology, number) => ({
      text: "notebook",
      label: number,
      owner: number,
      isTechnology,
    }));
    const owners = matchLabels("notebooks", [layer(some)]).map(({ owner }) => owner);
    expect(owners).toEqual([1]);
  });

  it("folds plurals by the rules of the label's own language, whatever other labels have its words", () => {
    const some = [
      { text: "Technology", language: "de" },
      { text: "technology transfer", language: "en" },
    ].map((label, number) => ({ ...label, label: number, owner: number, isTechnology: false }));
    expect(matchLabels("Technologies", [layer(some)])).toEqual([]);
    const [match] = matchLabels("technologies transfers", [layer(some)]);
    expect(match).toMatchObject({ owner: 1, confidence: 0.95 });
  });

  it("folds no plurals when told so", () => {
    const dictionary = openDictionary(makeLabelDictionary(labels, { plurals: [] }));
    expect(found("databases, APIs, database", [dictionary])).toEqual(["APIs (API)", "database"]);
  });
});

describe("overlaps", () => {
  it("leaves the longest", () => {
    expect(found("machine learning engineering")).toEqual(["machine learning engineering"]);
    expect(found("manage databases")).toEqual(["manage databases"]);
    const some = ["alpha beta", "beta gamma delta"].map((text, number) => ({
      text,
      label: number,
      owner: number,
      isTechnology: false,
    }));
    const [match, ...others] = matchLabels("alpha beta gamma delta", [layer(some)]);
    expect(others).toEqual([]);
    expect(match).toMatchObject({ owner: 1, count: 1 });
  });

  it("answers all owners of the same words, each once for each place", () => {
    const some = [
      { label: 7, owner: 1, text: "Docker", isTechnology: true },
      { label: 8, owner: 1, text: "docker", isTechnology: true, trust: 0.5 },
      { label: 9, owner: 2, text: "DOCKER", isTechnology: false },
    ];
    const match = { start: 0, end: 6, confidence: 1, evidence: null };
    expect(matchLabels("Docker", [layer(some)])).toEqual([
      { owner: 1, count: 1, confidence: 1, matches: [{ ...match, label: 7 }] },
      { owner: 2, count: 1, confidence: 1, matches: [{ ...match, label: 9 }] },
    ]);
  });

  it("takes a technology for the one of exactly this name", () => {
    const some = [
      { text: "JavaScript", isTechnology: true },
      { text: "JavaScript (Node.js)", isTechnology: true },
      { text: "JavaScript (computer programming)", isTechnology: false },
    ].map((label, number) => ({ ...label, label: number, owner: number }));
    const owners = (text: string, labels = some) =>
      matchLabels(text, [layer(labels)]).map(({ owner }) => owner);
    expect(owners("we use JavaScript")).toEqual([0, 2]);
    expect(owners("JavaScript (Node.js)")).toEqual([1]);
    expect(owners("we use JavaScript", some.slice(1))).toEqual([1, 2]);
  });

  it("prefers the words as they are to those of another number", () => {
    const some = ["database", "databases"].map((text, number) => ({
      text,
      label: number,
      owner: number,
      isTechnology: false,
    }));
    const owners = (text: string) => matchLabels(text, [layer(some)]).map(({ owner }) => owner);
    expect(owners("database")).toEqual([0]);
    expect(owners("databases")).toEqual([1]);
  });
});

it("orders by confidence and count", () => {
  const answer = matchLabels("databases, Java, Docker, Docker", [all]);
  expect(
    answer.map(({ owner, count, confidence }) => [labels[owner]?.text, count, confidence]),
  ).toEqual([
    ["Docker", 2, 1],
    ["Java", 1, 1],
    ["database", 1, 0.95],
  ]);
});

it("searches a small dictionary of changes beside the large one", () => {
  const java = labels.find(({ text }) => text === "Java") as MatchLabel;
  const changed = layer([{ ...java, text: "Kotlin" }]);
  const layers = [{ ...all, hiddenOwners: new Set([java.owner]) }, changed];
  expect(found("Kotlin, Java and Docker", layers)).toEqual(["Kotlin (Java)", "Docker"]);
});

it("survives being sent to another thread", () => {
  const dictionary = structuredClone(makeLabelDictionary(labels));
  expect(found("C++ and databases", [openDictionary(dictionary)])).toEqual([
    "C++",
    "databases (database)",
  ]);
});

it("finds nothing where nothing is", () => {
  expect(matchLabels("", [all])).toEqual([]);
  expect(matchLabels("...!?", [all])).toEqual([]);
  expect(matchLabels("Java", [])).toEqual([]);
  const nothing = makeLabelDictionary([{ label: 0, owner: 0, text: " +- ", isTechnology: true }]);
  expect(nothing.skipped).toBe(1);
  expect(matchLabels("+-", [openDictionary(nothing)])).toEqual([]);
});
