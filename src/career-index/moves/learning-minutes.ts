import { learningPlan } from "../../algorithms/order/learning-plan";
import type { LearningGap } from "../../algorithms/order/teaching";
import type { RequirementIndex } from "../../algorithms/scoring/requirement-index";
import { LOWEST } from "../../algorithms/scoring/requirements/requirement-line";
import { ESSENTIAL_CODE } from "../../algorithms/scoring/requirements/requirement-table";
import type { LearningPart } from "../learning/learning-part";

/**
 * Minutes to learn what a position asks for as essential and somebody lacks: those of a `learningPlan` that closes all
 * gaps. `proficiency` is by skill number, 0 not held. What is asked for without a proficiency has to be reached at 1.
 *
 * NaN, unknown: the position states no essential skill, a missing skill is one that nothing teaches, or that no resource
 * of known duration teaches far enough. 0: nothing is missing.
 */
export function learningMinutes(
  index: RequirementIndex,
  learning: Pick<LearningPart, "offers" | "offersOf">,
  position: number,
  proficiency: Uint8Array,
): number {
  const { table, ofRole } = index;
  if (ofRole.essentialLines[position] === 0) return Number.NaN;
  const gaps: LearningGap[] = [];
  for (
    let line = table.start[position] as number;
    line < (table.start[position + 1] as number);
    line++
  ) {
    if (table.requirement[line] !== ESSENTIAL_CODE) continue;
    const number = table.skill[line] as number;
    const from = proficiency[number] as number;
    const to = (table.proficiency[line] as number) || LOWEST;
    if (from >= to) continue;
    const skill = table.skills.ids[number] as string;
    if (!learning.offersOf.has(skill)) return Number.NaN;
    gaps.push({ skill, from, to });
  }
  if (gaps.length === 0) return 0;
  const ids = new Set(gaps.flatMap(({ skill }) => learning.offersOf.get(skill) ?? []));
  const offers = [...ids].flatMap((id) => learning.offers.get(id) ?? []);
  const have = heldIn(index, proficiency);
  const plan = learningPlan({ gaps, offers, have });
  return plan.uncovered.length > 0 ? Number.NaN : plan.totalMinutes;
}

function heldIn({ table }: RequirementIndex, proficiency: Uint8Array): Map<string, number> {
  const have = new Map<string, number>();
  for (const [number, level] of proficiency.entries())
    if (level > 0) have.set(table.skills.ids[number] as string, level);
  return have;
}
