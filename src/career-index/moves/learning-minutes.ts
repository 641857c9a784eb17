import { learningPlan } from "../../algorithms/order/learning-plan";
import type { LearningGap, LearningOffer } from "../../algorithms/order/teaching";
import { MAX_HOP_COST } from "../../algorithms/paths/cost-units";
import type { RequirementIndex } from "../../algorithms/scoring/requirement-index";
import { LOWEST } from "../../algorithms/scoring/requirements/requirement-line";
import { ESSENTIAL_CODE } from "../../algorithms/scoring/requirements/requirement-table";
import type { LearningPart } from "../learning/learning-part";

/**
 * Minutes to learn what a position asks for as essential and somebody lacks: those of a `learningPlan` that closes all
 * gaps. `proficiency` is by skill number, 0 not held. What is asked for without a proficiency has to be reached at 1.
 *
 * NaN, unknown: the position states no essential skill, a missing skill is one that nothing teaches, or that no resource
 * of known duration teaches far enough, or all of them take longer than `MAX_HOP_COST`, two years. 0: nothing is missing.
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
  const have = heldFor(offers, index, proficiency);
  const plan = learningPlan({ gaps, offers, have });
  // Longer than a path may be: years, or a mistake of whoever stated them. Known or not, nobody plans a hop with it.
  const isUsable = plan.uncovered.length === 0 && plan.totalMinutes <= MAX_HOP_COST;
  return isUsable ? plan.totalMinutes : Number.NaN;
}

/** What is held of the skills that offers build on: nothing else of it matters, and a profile may hold thousands. */
function heldFor(
  offers: readonly LearningOffer[],
  { table }: RequirementIndex,
  proficiency: Uint8Array,
): Map<string, number> {
  const have = new Map<string, number>();
  for (const { needs = [] } of offers)
    for (const { skill } of needs) {
      const number = table.skills.numberOf.get(skill);
      const level = number === undefined ? 0 : (proficiency[number] as number);
      if (level > 0) have.set(skill, level);
    }
  return have;
}

type Minutes = (position: number, proficiency: Uint8Array) => number;

/**
 * `learningMinutes` for one question that asks for the same position after many ways: ways differ in skills, mostly in such
 * as decide nothing. Remembers by the proficiencies that decide, those of essential lines and of what offers for them need.
 */
export function rememberedMinutes(
  index: RequirementIndex,
  learning: Pick<LearningPart, "offers" | "offersOf">,
): Minutes {
  const deciding = new Map<number, Uint32Array>();
  const known = new Map<string, number>();
  return (position, proficiency) => {
    const skills = deciding.get(position) ?? decidingSkills(index, learning, position);
    deciding.set(position, skills);
    const key = `${position} ${Array.from(skills, (skill) => proficiency[skill]).join("")}`;
    const minutes = known.get(key) ?? learningMinutes(index, learning, position, proficiency);
    known.set(key, minutes);
    return minutes;
  };
}

function decidingSkills(
  { table }: RequirementIndex,
  { offers, offersOf }: Pick<LearningPart, "offers" | "offersOf">,
  position: number,
): Uint32Array {
  const skills = new Set<number>();
  const end = table.start[position + 1] as number;
  for (let line = table.start[position] as number; line < end; line++) {
    if (table.requirement[line] !== ESSENTIAL_CODE) continue;
    const number = table.skill[line] as number;
    skills.add(number);
    for (const id of offersOf.get(table.skills.ids[number] as string) ?? [])
      for (const { skill } of offers.get(id)?.needs ?? []) {
        const needed = table.skills.numberOf.get(skill);
        if (needed !== undefined) skills.add(needed);
      }
  }
  return Uint32Array.from(skills);
}
