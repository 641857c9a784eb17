import { isShortFor } from "./bracketed-name";
import { isContractionOf, isInitialsOf, isSpellingOf, lettersOf } from "./name-forms";

it("spells signs out that tell names apart", () => {
  const names = ["C", "C#", "C++", "F#", "F*", ".NET", "Objective-C", "Objective-C++", "Pro*C"];
  const letters = names.map(lettersOf);
  expect(letters.slice(0, 6)).toEqual([
    ["c"],
    ["csharp"],
    ["cplusplus", "cpp"],
    ["fsharp"],
    ["fstar"],
    ["dotnet"],
  ]);
  const all = letters.flat();
  expect(new Set(all).size).toBe(all.length);
});

it.each([
  ["csharp", "C#"],
  ["c-sharp", "C#"],
  ["cplusplus", "C++"],
  ["cpp", "C++"],
  ["golang", "Go"],
  ["rust-language", "Rust"],
  ["obj-c++", "Obj-C++"],
  ["webcomponents", "Web Component"],
  ["microservice", "Microservices"],
  ["dot-net", ".NET"],
])("%s is a spelling of %s", (alias, name) => {
  expect(isSpellingOf(alias, name)).toBe(true);
});

it.each([
  ["https", "HTTP"],
  ["c", "C#"],
  ["c++", "C"],
  ["wolfram", "Wolfram Language"],
  ["angularjs", "Angular"],
  ["python3", "Python"],
  ["scss", "Sass"],
  ["node", "JavaScript"],
  ["net", ".NET"],
])("%s is no spelling of %s", (alias, name) => {
  expect(isSpellingOf(alias, name)).toBe(false);
});

it("knows initials, small words counted or not", () => {
  expect(isInitialsOf("wdl", "Workflow Description Language")).toBe(true);
  expect(isInitialsOf("VBA", "Visual Basic for Applications")).toBe(true);
  expect(isInitialsOf("iac", "Infrastructure as code")).toBe(true);
  expect(isInitialsOf("R", "Ruby")).toBe(false);
  expect(isInitialsOf("jsp", "Groovy Server Pages")).toBe(false);
});

it("knows names with letters left out, but not their beginnings", () => {
  for (const [short, long] of [
    ["js", "JavaScript"],
    ["wasm", "WebAssembly"],
    ["regex", "Regular Expression"],
    ["elisp", "Emacs Lisp"],
    ["i18n", "Internationalization"],
    ["k8s", "Kubernetes"],
  ] as const)
    expect([short, isContractionOf(short, long)]).toEqual([short, true]);
  for (const [short, long] of [
    ["emacs", "Emacs Lisp"],
    ["visual basic", "Visual Basic .NET"],
    ["node", "JavaScript"],
    ["bash", "Shell"],
    ["i19n", "Internationalization"],
    ["JavaScript", "js"],
  ] as const)
    expect([short, isContractionOf(short, long)]).toEqual([short, false]);
});

it("knows which of two names is short for the other, whichever is first", () => {
  expect(isShortFor("Google Cloud Platform", "GCP")).toBe(true);
  expect(isShortFor("JSX", "JavaScript XML")).toBe(true);
  expect(isShortFor("WoodpeckerCI", "Pipelines")).toBe(false);
  expect(isShortFor("X", "Twitter")).toBe(false);
});
