import { importanceAt, type RequirementIndex } from "../algorithms/scoring/requirement-index";
import { DEFAULT_OPTIONAL_WEIGHT } from "../algorithms/scoring/requirements/line-weight";
import { LOWEST } from "../algorithms/scoring/requirements/requirement-line";
import { ESSENTIAL_CODE } from "../algorithms/scoring/requirements/requirement-table";
import { gainSkillsOf } from "../algorithms/scoring/role-coverage";

export interface GainedSkill {
  /** UUID of the skill or technology. */
  readonly node: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What a position asks for beyond what is held, with `severity` = weight × gap / need as in `skillGap`: the most severe
 * first, equals by id.
 */
export function gainedSkills(
  { table }: RequirementIndex,
  position: number,
  held: Uint8Array,
): GainedSkill[] {
  const gained: { skill: number; from: number; to: number; severity: number }[] = [];
  const end = table.start[position + 1] as number;
  for (let line = table.start[position] as number; line < end; line++) {
    const skill = table.skill[line] as number;
    const from = held[skill] as number;
    const to = (table.proficiency[line] as number) || LOWEST;
    if (from >= to) continue;
    const isEssential = table.requirement[line] === ESSENTIAL_CODE;
    const weight = importanceAt(table, line) * (isEssential ? 1 : DEFAULT_OPTIONAL_WEIGHT);
    gained.push({ skill, from, to, severity: (weight * (to - from)) / to });
  }
  const rank = (skill: number) => table.skills.rank[skill] as number;
  return gained
    .sort((a, b) => b.severity - a.severity || rank(a.skill) - rank(b.skill))
    .map(({ skill, from, to }) => ({ node: table.skills.ids[skill] as string, from, to }));
}

/** What somebody holds who meets a position exactly. */
export function heldAt(index: RequirementIndex, position: number): Uint8Array {
  const held = new Uint8Array(index.table.skills.ids.length);
  gainSkillsOf(index, position, held);
  return held;
}
