import { askedSum, coveredPart } from "./coverage-sums";
import { importanceAt, type RequirementIndex } from "./requirement-index";
import { ESSENTIAL_CODE } from "./requirements/requirement-table";
import { type ExplainedScore, explainScore, type ScoreTerm } from "./scored-terms";
import { DEFAULT_TERMS } from "./similar-roles";

/** What a coverage is made of; `terms` and `rest` as in `ExplainedScore`. */
export type CoverageTerms = Pick<ExplainedScore<"COVERAGE">, "terms" | "rest">;

/**
 * The skills that make up the coverage of a role: each held skill that it asks for with w × min(1, have / need) / Σ w, its
 * `contribution` in `skillGap`. `proficiency` is that of `heldSkills`. Nothing where coverage is null. Cost: the lines of the role.
 */
export function coverageTerms(
  index: RequirementIndex,
  role: number,
  proficiency: Uint8Array,
  optionalWeight: number,
  limit: number = DEFAULT_TERMS,
): CoverageTerms {
  const { table } = index;
  const asked = askedSum(index, role, optionalWeight);
  const found: ScoreTerm[] = [];
  const end = asked === 0 ? 0 : (table.start[role + 1] as number);
  for (let line = table.start[role] as number; line < end; line++) {
    const skill = table.skill[line] as number;
    const have = proficiency[skill] as number;
    if (have === 0) continue;
    const part = coveredPart(importanceAt(table, line), have, table.proficiency[line] as number);
    const factor = table.requirement[line] === ESSENTIAL_CODE ? 1 : optionalWeight;
    found.push({
      skill: table.skills.ids[skill] as string,
      contribution: (factor * part) / asked,
    });
  }
  const { terms, rest } = explainScore("COVERAGE", 0, found, limit);
  return { terms, rest };
}
