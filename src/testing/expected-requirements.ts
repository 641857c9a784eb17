import { ARTICLES } from "./article-files";
import { curatedRequirements } from "./curated-files";

/** What the seed files say that somebody asks for. */
export interface ExpectedRequirement {
  role: string;
  /** null when the role asks as a whole. */
  level: string | null;
  kind: "SKILL" | "TECHNOLOGY";
  /** Of the skill or technology. */
  slug: string;
  requirement: string | null;
  importance: number | null;
  proficiency: number | null;
  /** Slugs of the sources that state it. */
  statedBy: string[];
}

/** Every requirement of both layers of the starter graph. */
export function expectedRequirements(): ExpectedRequirement[] {
  const curated = curatedRequirements().map((row) => ({ ...row, statedBy: ["careergraph"] }));
  return [...curated, ...articleRequirements()];
}

/** What each word of the articles amounts to; the strongest one holds. */
const NECESSITIES: readonly [strengths: readonly string[], requirement: string][] = [
  [["required"], "ESSENTIAL"],
  [["typical", "preferred"], "OPTIONAL"],
];

function articleRequirements(): ExpectedRequirement[] {
  const rows = ARTICLES.relations.filter(
    ({ type, to }) => type === "REQUIRES" && !to.startsWith("Qualification/"),
  );
  const pairs = new Map(rows.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  return [...pairs.values()].map(({ from, to }) => {
    const same = rows.filter((row) => row.from === from && row.to === to);
    const strengths = same.map(({ attrs }) => attrs.strength);
    const documents = same.flatMap(({ sources }) => sources.map((id) => `article-${id}`));
    const [kind = "", slug = ""] = to.split("/");
    return {
      role: from.split("/")[1] ?? "",
      level: null,
      kind: kind === "Technology" ? "TECHNOLOGY" : "SKILL",
      slug,
      requirement:
        NECESSITIES.find(([words]) => words.some((word) => strengths.includes(word)))?.[1] ?? null,
      importance: null,
      proficiency: null,
      statedBy: ["backend-articles", ...new Set(documents)],
    };
  });
}
