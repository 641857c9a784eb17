import { highlight, type Match } from "./highlights";
import { requireSearchText } from "./search-text";

/** The highlighted pieces of a label. */
function pieces(label: string, text: string, match: Match): string[] {
  const spans = highlight(label, requireSearchText(text, "text"), match);
  return spans.map(({ start, end }) => label.slice(start, end));
}

it("marks a label that is the text as a whole", () => {
  expect(highlight("Node.js", requireSearchText("node js", "text"), "EXACT")).toEqual([
    { start: 0, end: 7 },
  ]);
});

it("marks the beginning that was typed", () => {
  expect(pieces("Kubernetes", "kube", "PREFIX")).toEqual(["Kube"]);
  expect(pieces("data  base", "data b", "PREFIX")).toEqual(["data  b"]);
});

it("marks every whole word of the text, and only whole ones", () => {
  expect(pieces("Project and project-risk management", "project management", "WORDS")).toEqual([
    "Project",
    "project",
    "management",
  ]);
  expect(pieces("projects in project work", "project", "WORDS")).toEqual(["project"]);
});

it("marks the beginnings of words", () => {
  expect(pieces("embedded software engineer", "softw eng", "BEGINNINGS")).toEqual(["softw", "eng"]);
});

it("marks the word that is most alike", () => {
  expect(pieces("Kubernetes cluster", "kuberntes", "FUZZY")).toEqual(["Kubernetes"]);
  expect(pieces("lead project management", "projct managment", "FUZZY")).toEqual([
    "project",
    "management",
  ]);
});

it("leaves out words that nothing is like", () => {
  expect(pieces("Kubernetes", "kubernetes administrator", "FUZZY")).toEqual(["Kubernetes"]);
});

it("joins pieces that overlap", () => {
  expect(pieces("management", "man mana", "BEGINNINGS")).toEqual(["mana"]);
});

it("counts in UTF-16 units of the label, accents and emoji included", () => {
  expect(pieces("🚀 Café-Leitung", "cafe", "WORDS")).toEqual(["Café"]);
  expect(highlight("🚀 Café", requireSearchText("cafe", "text"), "WORDS")).toEqual([
    { start: 3, end: 7 },
  ]);
  expect(pieces("Cafe\u0301 bar", "cafe", "WORDS")).toEqual(["Cafe\u0301"]);
  expect(pieces("Straßenbau planen", "strassenbau", "WORDS")).toEqual(["Straßenbau"]);
});

it("marks a letter as a whole when only a part of what it folds to was typed", () => {
  expect(pieces("Straße", "stras", "PREFIX")).toEqual(["Straß"]);
});

it("finds its way through other scripts", () => {
  expect(pieces("Старший разработчик", "разработчик", "WORDS")).toEqual(["разработчик"]);
  expect(pieces("مهندس برمجيات", "برمجيات", "WORDS")).toEqual(["برمجيات"]);
});
