import { SMALL_SEEDS, withSeedFolder } from "../../src/testing/small-seeds";
import { readSeeds } from "./load-seeds";

/** What is said of the small seed files with one passage of one of them replaced. */
async function errorWith(file: string, passage: string, replacement: string): Promise<string> {
  const whole = SMALL_SEEDS[file] ?? "";
  if (!whole.includes(passage)) throw new Error(`${file} has no ${passage}`);
  return withSeedFolder(
    { ...SMALL_SEEDS, [file]: whole.replace(passage, replacement) },
    (folder) => {
      try {
        readSeeds(folder);
        return "no error";
      } catch (error) {
        return (error as Error).message;
      }
    },
  );
}

const ROLE = "curated/roles/baker.yaml";

interface Wrong {
  name: string;
  file: string;
  line: number;
  passage: string;
  replacement: string;
  reason: string;
}

it("seed files without an error are read", async () => {
  const batch = await withSeedFolder(SMALL_SEEDS, (folder) => readSeeds(folder));
  expect(batch.nodes.filter(({ kind }) => kind === "SKILL")).toHaveLength(2);
  expect(batch.edges.filter(({ kind }) => kind === "REQUIREMENT")).toHaveLength(5);
});

describe("an error in the seed files names file, line and reason:", () => {
  it.each<Wrong>([
    {
      name: "a slug that no node has, in a file of links",
      file: "curated/prerequisites.yaml",
      line: 1,
      passage: "requires: kneading",
      replacement: "requires: needing",
      reason: 'there is no skill "needing"',
    },
    {
      name: "a slug that no node has, in a role's matrix",
      file: ROLE,
      line: 12,
      passage: "{ skill: baking,",
      replacement: "{ skill: burning,",
      reason: 'there is no skill "burning"',
    },
    {
      name: "a group that does not exist",
      file: "curated/skills.yaml",
      line: 8,
      passage: "kind: PRACTICE\n  groups: [kitchen]",
      replacement: "kind: PRACTICE\n  groups: [cellar]",
      reason: 'there is no skill group "cellar"',
    },
    {
      name: "a value that is not in the list",
      file: "curated/skills.yaml",
      line: 8,
      passage: "kind: PRACTICE",
      replacement: "kind: WISDOM",
      reason: "kind must be one of the following values: SKILL, KNOWLEDGE",
    },
    {
      name: "a value that is not in the list, in a role's matrix",
      file: ROLE,
      line: 12,
      passage: "baking, requirement: ESSENTIAL",
      replacement: "baking, requirement: MUST",
      reason: "each value in requirement must be one of the following values: ESSENTIAL",
    },
    {
      name: "a value too many for the levels of a role",
      file: ROLE,
      line: 12,
      passage: "importance: [5, 5]",
      replacement: "importance: [5, 5, 5]",
      reason: "expected 2 values, one for each level, found 3",
    },
    {
      name: "a level that the role does not have",
      file: ROLE,
      line: 8,
      passage: "levels: [junior]",
      replacement: "levels: [master]",
      reason: 'the role has no level "master"',
    },
    {
      name: "a career level that does not exist",
      file: ROLE,
      line: 5,
      passage: "level: senior",
      replacement: "level: ancient",
      reason: 'there is no career level "ancient"',
    },
    {
      name: "a field that nobody knows",
      file: "curated/career-levels.yaml",
      line: 3,
      passage: "slug: senior,",
      replacement: "slug: senior, colour: green,",
      reason: "property colour should not exist",
    },
    {
      name: "a field that nobody knows, in a role's matrix",
      file: ROLE,
      line: 15,
      passage: "technology: oven,",
      replacement: "technology: oven, colour: green,",
      reason: "property colour should not exist",
    },
    {
      name: "a field that is missing",
      file: "curated/related-skills.yaml",
      line: 1,
      passage: "between: [baking, kneading], ",
      replacement: "",
      reason: "between must be an array",
    },
    {
      name: "a number out of its range",
      file: "curated/prerequisites.yaml",
      line: 1,
      passage: "forProficiency: 2",
      replacement: "forProficiency: 6",
      reason: "forProficiency must not be greater than 5",
    },
    {
      name: "a range of proficiency in a learning resource",
      file: "curated/learning-resources.yaml",
      line: 1,
      passage: "to: 2",
      replacement: "to: 7",
      reason: "to must not be greater than 5",
    },
    {
      name: "a description that is none",
      file: "curated/skill-groups.yaml",
      line: 1,
      passage: "Long enough to be a description.",
      replacement: "Short.",
      reason: "description must be longer than or equal to 20 characters",
    },
    {
      name: "a German name of nothing",
      file: "curated/labels.de.yaml",
      line: 7,
      passage: "baker: Bäcker",
      replacement: "butcher: Fleischer",
      reason: 'there is no role "butcher"',
    },
    {
      name: "a German name that is no text",
      file: "curated/labels.de.yaml",
      line: 2,
      passage: "baking: Backen",
      replacement: "baking: [Backen]",
      reason: "must be a map of texts, which these are not: baking",
    },
    {
      name: "YAML that cannot be read",
      file: "curated/roles/baker.yaml",
      line: 5,
      passage: "- { level: senior, title",
      replacement: "- { level: senior title",
      reason: "Block collections are not allowed within flow collections",
    },
    {
      name: "a key that stands twice in a row",
      file: "curated/career-levels.yaml",
      line: 3,
      passage: "slug: senior,",
      replacement: "slug: senior, slug: elder,",
      reason: "Map keys must be unique",
    },
    {
      name: "a file that holds something else than a list",
      file: "curated/role-families.yaml",
      line: 1,
      passage: "- {",
      replacement: "{",
      reason: "expected a list",
    },
  ])("$name", async ({ file, line, passage, replacement, reason }) => {
    const message = await errorWith(file, passage, replacement);
    expect(message).toContain(reason);
    expect(message).toContain(`${file}:${line}: `);
  });

  it("all wrong rows of a file at once", async () => {
    const file = "curated/career-levels.yaml";
    const whole = SMALL_SEEDS[file] ?? "";
    const message = await errorWith(file, whole, whole.replaceAll("track: IC", "track: UP"));
    expect(message).toContain(`${file}:2: track:`);
    expect(message).toContain(`${file}:3: track:`);
  });
});
