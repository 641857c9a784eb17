import { squeeze } from "../../search/words";
import { fold } from "../../shared/fold";
import { normalName, squeezedName, squeezedNames } from "./normal-name";

describe("names are the same", () => {
  it.each([
    ["Node.js", "nodejs", "node js", "NODE-JS", "node_js"],
    ["CI/CD", "cicd", "ci-cd", "CI / CD"],
    ["ASP.NET", "asp net", "ASP .NET"],
    ["PL/SQL", "PLSQL", "pl-sql"],
    ["Objective-C", "objective c", "Objective‑C", "ObjectiveC"],
    ["Java®", "Java", "java ™", "Java (SM)".replace(" (SM)", "℠")],
    ["prepare canapés", "Prepare canapes"],
    ["Ren'Py", "Ren’Py", "renpy"],
    ["Cap'n Proto", "capnproto"],
    ["Single sign-on (SSO)", "Single sign-on SSO"],
    ["Acme, Inc.", "Acme Inc"],
    [" tab\tand\u00a0no-break ", "tab and no-break"],
    ["Graphviz (DOT)", "graphviz-dot"],
  ])("%s", (...names) => {
    expect(new Set(names.map(normalName)).size).toBe(1);
  });
});

it("keeps apart what only signs tell apart", () => {
  const groups = [
    ["C", "C+", "C++", "C#", "C*", "C--", "C/C++", "C♯"],
    [".NET", "NET", "*.NET"],
    ["F#", "F*", "F", "F!"],
    ["Go", "Go!", "Go?"],
    ["Pro*C", "ProC"],
    ["AT&T", "ATT"],
    ["/e/", "e", "E!"],
    ["Objective-C", "Objective-C++"],
    ["React", "React Native"],
    ["2.0", "20", "2"],
    ["ISO 27001-2", "ISO 270012"],
    ["Angular 1.2", "Angular 12"],
  ];
  for (const names of groups) expect(new Set(names.map(normalName)).size).toBe(names.length);
});

it("has something for every name that is not empty", () => {
  expect(normalName("")).toBe("");
  for (const name of ["...", "-", "()", "™", " ", "\u200b", "\u0301", "'", "。", "™®"])
    expect(normalName(name)).not.toBe("");
  expect(normalName("™")).toBe(normalName("TM"));
});

it("compares a very long name as a whole", () => {
  const long = "a-b ".repeat(200);
  expect(normalName(long)).toBe(fold(long));
  expect(normalName(`${long}c`)).not.toBe(normalName(`${long}d`));
});

describe("whatever the text,", () => {
  const texts = randomTexts(4000);
  const names = texts.filter((text) => /[\p{L}\p{N}]/u.test(text));

  it("a normal name is normal itself", () => {
    for (const name of names) expect(normalName(normalName(name))).toBe(normalName(name));
  });

  it("case, accents and what stands between letters make no difference", () => {
    for (const name of names) {
      expect(normalName(name.toUpperCase())).toBe(normalName(name.toUpperCase().toLowerCase()));
      expect(normalName(` ${name}\u200b\u0301 `)).toBe(normalName(name));
    }
    const words = ["node", "js", "ci", "cd"];
    for (const between of [" ", "-", "_", "/", ".", " / ", "–", "\u00a0", "'", ": ", " ("])
      expect(normalName(words.join(between))).toBe("nodejscicd");
  });

  it("plain texts take the short way to the same answer", () => {
    for (const text of texts) {
      // An accent in it makes the text one that has to be folded.
      const folded = normalName(text.replace(/[a-z]/, "$&\u0301"));
      expect(normalName(text)).toBe(folded);
    }
  });

  it("equal normal names have equal squeezed names, so that the index finds them", () => {
    const byNormal = new Map<string, string>();
    let met = 0;
    for (const text of texts.map((each) => each.replace(/[™℠]/g, ""))) {
      const [normal, squeezed] = [normalName(text), squeezedName(text)];
      if (byNormal.has(normal)) met++;
      expect(byNormal.get(normal) ?? squeezed).toBe(squeezed);
      byNormal.set(normal, squeezed);
    }
    expect(met).toBeGreaterThan(100);
  });

  it("a name with a mark is looked up with and without", () => {
    for (const name of names)
      expect(squeezedNames(`${name}™`)).toContain(squeezedName(name.replace(/[™℠]/g, "")));
  });

  it("the squeezed name is the one of the search and of the database", () => {
    for (const text of texts) expect(squeezedName(text)).toBe(squeeze(fold(text)));
    for (let code = 1; code < 0x3200; code++) {
      const text = `a${String.fromCodePoint(code)}b`;
      expect([code, squeezedName(text)]).toEqual([code, squeeze(fold(text))]);
    }
  });
});

it("squeezes the first 500 characters of a folded text, as the database does", () => {
  expect(squeezedName("a ".repeat(400))).toBe("a".repeat(250));
  expect(squeezedName(`${"😀".repeat(499)}ab`)).toBe(`${"😀".repeat(499)}a`);
  expect(squeezedName("Node.js")).toBe("nodejs");
  expect(squeezedNames("Java™")).toEqual(["java", "javatm"]);
  expect(squeezedNames("...")).toEqual([]);
});

/** Short texts over few characters, so that many differ in separators only. The same in every run. */
function randomTexts(count: number): string[] {
  const characters = [
    ..."aAbé12 .-_/'(+#*!&@?",
    "\u00a0",
    "–",
    "ß",
    "™",
    "®",
    "你",
    "😀",
    "\u200b",
  ];
  let state = 20_260;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(7) }, () => characters[next(characters.length)]).join(""),
  );
}
