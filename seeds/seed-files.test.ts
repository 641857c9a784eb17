import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { SEEDS_FOLDER } from "./loader/load-seeds";

it("seed files name no node twice in a file", () => {
  for (const file of [
    "skills",
    "technologies",
    "learning-resources",
    "qualifications",
    "career-levels",
  ]) {
    const slugs = rowsOf(`curated/${file}.yaml`).map(({ slug }) => slug);
    expect({ file, twice: twice(slugs) }).toEqual({ file, twice: [] });
  }
});

it("seed files link no two nodes twice in a file", () => {
  const pairs: Record<string, readonly string[]> = {
    prerequisites: ["skill", "requires"],
    embodiments: ["technology", "skill"],
    progressions: ["from", "to"],
  };
  for (const [file, ends] of Object.entries(pairs)) {
    const links = rowsOf(`curated/${file}.yaml`).map((row) =>
      ends.map((end) => row[end]).join(" "),
    );
    expect({ file, twice: twice(links) }).toEqual({ file, twice: [] });
  }
  for (const file of ["related-skills", "related-technologies", "collaborations"]) {
    const links = rowsOf(`curated/${file}.yaml`).map(({ between }) =>
      [...(between as string[])].sort().join(" "),
    );
    expect({ file, twice: twice(links) }).toEqual({ file, twice: [] });
  }
});

it("seed files translate descriptions of skills whose name they translate too", () => {
  const german = parse(readFileSync(join(SEEDS_FOLDER, "curated/labels.de.yaml"), "utf8"));
  const named = Object.keys(german.skills);
  const described = Object.keys(german.skillDescriptions);
  expect(described.filter((slug) => !named.includes(slug))).toEqual([]);
});

function rowsOf(file: string): Record<string, unknown>[] {
  return parse(readFileSync(join(SEEDS_FOLDER, file), "utf8"));
}

function twice(names: readonly unknown[]): unknown[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
