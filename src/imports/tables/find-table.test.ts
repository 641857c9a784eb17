import { ImportError } from "../import-error";
import type { ImportInput, InputFile } from "../input/import-input";
import { noSuchFile, requireFile } from "./find-table";

it("finds the first name that is there", () => {
  const input = holding("skills_de.csv", "skills_en.csv");
  expect(requireFile(input, ["skills.csv", "skills_en.csv", "skills_de.csv"]).name).toBe(
    "skills_en.csv",
  );
});

it("says what was looked for and what is there", () => {
  expect(() => requireFile(holding("a.txt", "b.txt"), ["Skills.txt"])).toThrow(
    new ImportError(
      "holds none of the files that were looked for: Skills.txt; it holds a.txt, b.txt",
      { file: "/data" },
    ),
  );
  expect(() => requireFile(holding(), ["x.csv"], ["x.csv", "x_<language>.csv"])).toThrow(
    "looked for: x.csv, x_<language>.csv; it holds no files",
  );
});

it("names ten of many files", () => {
  const many = Array.from({ length: 12 }, (_, index) => `f${index}`);
  expect(noSuchFile(holding(...many), ["x"]).message).toMatch(/f8, f9 and 2 more$/);
});

function holding(...names: string[]): ImportInput {
  const files = names.map((name) => ({ name, path: name }) as InputFile);
  return {
    path: "/data",
    files,
    file: (name) => files.find((file) => file.name === name) ?? null,
    matching: () => [],
    close: async () => {},
  };
}
