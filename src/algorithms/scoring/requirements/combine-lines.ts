import type { HeldSkill, Profile, RequirementLine } from "./requirement-line";

/**
 * One line for each skill. Lines of the same skill become one that is as strict as the strictest of them, value by value:
 * ESSENTIAL over OPTIONAL over null, the higher importance, the higher proficiency; what is known over what is not.
 * The order is that of first mention. Cost: linear.
 */
export function strictestLines(lines: readonly RequirementLine[]): RequirementLine[] {
  const bySkill = new Map<string, RequirementLine>();
  for (const line of lines) {
    const other = bySkill.get(line.skill);
    bySkill.set(line.skill, other === undefined ? line : strictest(other, line));
  }
  return [...bySkill.values()];
}

/**
 * What is asked for when a specific list stands on a general one: a role level on its role, a specialization on its role.
 * A skill of both takes each value from the specific line where it states one, otherwise from the general line. The lists
 * may hold duplicates (`strictestLines`). The order: the general list's, then what only the specific one has.
 */
export function overrideLines(
  general: readonly RequirementLine[],
  specific: readonly RequirementLine[],
): RequirementLine[] {
  const bySkill = new Map(strictestLines(general).map((line) => [line.skill, line]));
  for (const line of strictestLines(specific)) {
    const base = bySkill.get(line.skill);
    bySkill.set(line.skill, {
      skill: line.skill,
      requirement: line.requirement ?? base?.requirement ?? null,
      importance: line.importance ?? base?.importance ?? null,
      proficiency: line.proficiency ?? base?.proficiency ?? null,
    });
  }
  return [...bySkill.values()];
}

/** A profile by skill: the highest stated proficiency; null where the skill is only ever held at an unknown one. */
export function toHoldings(profile: Profile): Map<string, number | null> {
  const holdings = new Map<string, number | null>();
  for (const { skill, proficiency } of profile)
    holdings.set(skill, higher(holdings.get(skill) ?? null, proficiency));
  return holdings;
}

/** Someone who meets a list of requirements exactly: essential and optional ones alike, each at the proficiency asked for. */
export function profileOf(lines: readonly RequirementLine[]): HeldSkill[] {
  return strictestLines(lines).map(({ skill, proficiency }) => ({ skill, proficiency }));
}

function strictest(a: RequirementLine, b: RequirementLine): RequirementLine {
  const essential = a.requirement === "ESSENTIAL" || b.requirement === "ESSENTIAL";
  return {
    skill: a.skill,
    requirement: essential ? "ESSENTIAL" : (a.requirement ?? b.requirement),
    importance: higher(a.importance, b.importance),
    proficiency: higher(a.proficiency, b.proficiency),
  };
}

function higher(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
