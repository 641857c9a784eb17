import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const DESCRIPTION = 'description: "Long enough to be a description."';

/** Seed files with one or two rows each: every kind of file there is, small enough to be read in milliseconds. */
export const SMALL_SEEDS: Readonly<Record<string, string>> = {
  "articles/documents.yaml": "[]\n",
  "articles/entities/role.yaml": "[]\n",
  "articles/relations/requires.yaml": "[]\n",
  "articles/facts.yaml": "[]\n",
  "articles/questions.yaml": "[]\n",
  "curated/career-levels.yaml": `# Two levels
- { slug: junior, name: Junior, track: IC, rank: 1, ${DESCRIPTION} }
- { slug: senior, name: Senior, track: IC, rank: 2, ${DESCRIPTION} }
`,
  "curated/role-families.yaml": `- { slug: food, name: Food, ${DESCRIPTION} }\n`,
  "curated/skill-groups.yaml": `- { slug: kitchen, name: Kitchen, ${DESCRIPTION} }\n`,
  "curated/skills.yaml": `# Skills

- slug: baking
  name: Baking
  kind: SKILL
  groups: [kitchen]
  ${DESCRIPTION}
- slug: kneading
  name: Kneading
  kind: PRACTICE
  groups: [kitchen]
  ${DESCRIPTION}
`,
  "curated/technologies.yaml": `- { slug: oven, name: Oven, kind: TOOL, ${DESCRIPTION} }\n`,
  "curated/qualifications.yaml": "[]\n",
  "curated/learning-resources.yaml": `- { slug: bread-book, title: Bread, kind: BOOK, hours: 2, ${DESCRIPTION}, teaches: [{ skill: baking, from: 0, to: 2 }] }\n`,
  "curated/roles/baker.yaml": `role: { slug: baker, name: Baker, family: food, ${DESCRIPTION} }

levels:
  - { level: junior, title: Junior Baker, ${DESCRIPTION} }
  - { level: senior, title: Senior Baker, ${DESCRIPTION} }

responsibilities:
  - { slug: bake-bread, name: Bake bread, ${DESCRIPTION}, levels: [junior] }

skills:
  - { skill: kneading, requirement: ESSENTIAL, importance: [3, 4], proficiency: [1, 2] }
  - { skill: baking, requirement: ESSENTIAL, importance: [5, 5], proficiency: [2, 4] }

technologies:
  - { technology: oven, requirement: OPTIONAL, importance: [2, ~], proficiency: [1, ~] }
`,
  "curated/prerequisites.yaml": `- { skill: baking, requires: kneading, strength: ESSENTIAL, proficiency: 1, forProficiency: 2 }\n`,
  "curated/related-skills.yaml": "- { between: [baking, kneading], kind: SIMILAR, weight: 0.5 }\n",
  "curated/related-technologies.yaml": "[]\n",
  "curated/embodiments.yaml": "- { technology: oven, skill: baking, weight: 0.9 }\n",
  "curated/progressions.yaml": "- { from: baker@junior, to: baker@senior, kind: PROMOTION }\n",
  "curated/collaborations.yaml": "[]\n",
  "curated/role-mappings.yaml": "[]\n",
  "curated/skill-mappings.yaml": "[]\n",
  "curated/labels.de.yaml": `skills:
  baking: Backen
technologies: {}
careerLevels: {}
roleFamilies: {}
roles:
  baker: Bäcker
`,
};

/** Runs `work` on a temporary folder that holds the files. */
export async function withSeedFolder<T>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "careergraph-seeds-"));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
