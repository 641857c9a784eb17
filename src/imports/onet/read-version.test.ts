import type { ImportInput, InputFile } from "../input/import-input";
import { readVersion } from "./read-version";

/** An input of which only names and the read-me are asked. */
function inputOf(path: string, files: readonly string[], readMe?: string): ImportInput {
  const entries = files.map((each) => ({ name: each, path: each }) as InputFile);
  const text = async () => readMe ?? "";
  const file = () => (readMe === undefined ? null : ({ text } as InputFile));
  return { path, files: entries, file, matching: () => [], close: async () => {} };
}

it.each([
  ["O*NET 29.3 Database\nMay 2025 Release\n", "29.3"],
  ["O*NET\u00ae 30.0 Database", "30.0"],
])("is what the read-me says: %j", async (text, version) => {
  expect(await readVersion(inputOf("data", [], text))).toBe(version);
});

it.each([
  ["/tmp/db_29_3_text.zip", "29.3"],
  ["../shared/data/onet-29.3", "29.3"],
  ["../shared/data/onet-29.3/", "29.3"],
  ["O-NET 24.1", null],
  ["O*NET 24.1", "24.1"],
  ["/tmp/mydb_29_3", null],
  ["/tmp/db_2023_11_04", null],
  ["downloads", null],
])("is what the name says: %s", async (path, version) => {
  expect(await readVersion(inputOf(path, ["Skills.txt"]))).toBe(version);
});

it("is what a folder inside is called", async () => {
  expect(await readVersion(inputOf("onet.zip", ["db_30_1_text/Skills.txt"]))).toBe("30.1");
});

it("is what the name says when the read-me does not", async () => {
  expect(await readVersion(inputOf("db_28_0_text.zip", [], "Please read this."))).toBe("28.0");
});
