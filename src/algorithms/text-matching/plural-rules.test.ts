import { abbreviationOf, singularsOf } from "./plural-rules";

it.each([
  ["databases", ["databas", "database"]],
  ["technologies", ["technology", "technologie"]],
  ["processes", ["process", "processe"]],
  ["analyses", ["analys", "analyse", "analysis"]],
  ["boxes", ["box", "boxe"]],
  ["process", []],
  ["status", []],
  ["analysis", []],
  ["aws", []],
  ["gas", []],
])("English %s", (word, singulars) => {
  expect(singularsOf(word, "en").sort()).toEqual(singulars.toSorted());
});

it.each([
  ["datenbanken", ["datenbank", "datenbanke"]],
  ["sprachen", ["sprach", "sprache"]],
  ["netzwerke", ["netzwerk"]],
  ["teams", ["team"]],
  ["entwicklerinnen", ["entwicklerin", "entwicklerinn", "entwicklerinne"]],
  ["kenntnisse", ["kenntnis", "kenntniss"]],
  ["note", []],
])("German %s", (word, singulars) => {
  expect(singularsOf(word, "de").sort()).toEqual(singulars.toSorted());
});

it("knows the plurals of abbreviations", () => {
  expect(abbreviationOf("APIs")).toBe("api");
  expect(abbreviationOf("VMs")).toBe("vm");
  expect(abbreviationOf("S3s")).toBe("s3");
  expect(abbreviationOf("As")).toBeNull();
  expect(abbreviationOf("Apis")).toBeNull();
  expect(abbreviationOf("APIS")).toBeNull();
});
