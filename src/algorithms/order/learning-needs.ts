/** A skill that is asked for. */
export interface LearningGoal {
  readonly skill: string;
  /** Proficiency asked for, 1 to 5; where none is stated 1, which any proficiency meets. */
  readonly proficiency: number;
  /** How much its gap weighs, 0 or more: what comes first among equals. */
  readonly severity: number;
}

/** To learn `skill`, have `needs` first. */
export interface Prerequisite {
  readonly skill: string;
  readonly needs: string;
  readonly strength: "ESSENTIAL" | "RECOMMENDED";
  /** Proficiency of `needs` that is required; null: any, counted as 1. */
  readonly requiredProficiency: number | null;
  /** From which proficiency of `skill` on it is required; null: from the start. */
  readonly forProficiency: number | null;
}

export interface LearningQuestion {
  readonly goals: readonly LearningGoal[];
  /** Proficiency of the skills that are held, 1 to 5; 1 where it is unknown. */
  readonly have: ReadonlyMap<string, number>;
  /** All prerequisites of the goals and of their ancestors; others do not matter. */
  readonly prerequisites: readonly Prerequisite[];
  /** Whether recommended prerequisites are learned and waited for as well. Default false. */
  readonly includeRecommended?: boolean;
}

/** Why a skill is to be learned: asked for; needed for one that is; only recommended for one that is. */
export type LearningReason = "ASKED" | "ESSENTIAL" | "RECOMMENDED";

/** A skill to be learned, from one proficiency to another. */
export interface LearningStep {
  readonly skill: string;
  /** Proficiency held, 0 to 4; 0 is none. */
  readonly from: number;
  /** Proficiency to be reached, 1 to 5. */
  readonly to: number;
  /** Null for a skill that is not asked for itself. */
  readonly severity: number | null;
  readonly reason: LearningReason;
}

/** Numbers of two steps: the first comes before the second. */
export type StepLink = readonly [before: number, after: number];

export interface LearningNeeds {
  /** By id of the skill: the number of a step is its rank. */
  readonly steps: readonly LearningStep[];
  readonly essential: readonly StepLink[];
  /** Empty unless recommended prerequisites are asked for. */
  readonly recommended: readonly StepLink[];
}

/**
 * All that has to be learned for the goals: what is missing of them, what is missing of their prerequisites, and so on.
 *
 * Levels count. A prerequisite counts when its `forProficiency` lies above what is held of the skill and not above what
 * has to be reached, or is not stated. It is met when `requiredProficiency` is held; what is met is neither learned nor
 * waited for. A skill that several others need has to reach the highest of their levels. Asking for more of a skill can
 * ask for more of what it needs: levels are raised until nothing changes, which happens at most five times a skill, in
 * cycles too.
 *
 * The same goal or prerequisite twice counts once, with the highest values. Goals that are met are left out.
 *
 * Cost: O(skills + prerequisites) times the levels.
 */
export function learningNeeds(question: LearningQuestion): LearningNeeds {
  const { goals, have, prerequisites, includeRecommended = false } = question;
  const essentialOnly = prerequisites.filter(({ strength }) => strength === "ESSENTIAL");
  const counted = includeRecommended ? prerequisites : essentialOnly;
  const levels = levelsToReach(goals, have, counted);
  const essentialLevels = includeRecommended ? levelsToReach(goals, have, essentialOnly) : levels;
  const severities = new Map<string, number>();
  for (const { skill, severity } of goals)
    severities.set(skill, Math.max(severity, severities.get(skill) ?? 0));
  const asked = levelsToReach(goals, have, []);

  const skills = [...levels.keys()].sort();
  const number = new Map(skills.map((skill, place) => [skill, place]));
  const linksOf = (strength: Prerequisite["strength"]): StepLink[] =>
    counted
      .filter((each) => each.strength === strength && isMissing(each, levels, have))
      .map(({ needs, skill }) => [number.get(needs) as number, number.get(skill) as number]);
  return {
    steps: skills.map((skill) => ({
      skill,
      from: have.get(skill) ?? 0,
      to: levels.get(skill) as number,
      severity: asked.has(skill) ? (severities.get(skill) ?? null) : null,
      reason: asked.has(skill) ? "ASKED" : essentialLevels.has(skill) ? "ESSENTIAL" : "RECOMMENDED",
    })),
    essential: linksOf("ESSENTIAL"),
    recommended: linksOf("RECOMMENDED"),
  };
}

/** Whether a skill that is to be learned waits for it. */
function isMissing(
  { skill, needs, requiredProficiency, forProficiency }: Prerequisite,
  levels: ReadonlyMap<string, number>,
  have: ReadonlyMap<string, number>,
): boolean {
  const level = levels.get(skill);
  if (level === undefined) return false;
  if (forProficiency !== null)
    if (forProficiency > level || forProficiency <= (have.get(skill) ?? 0)) return false;
  return (have.get(needs) ?? 0) < (requiredProficiency ?? 1);
}

/** For each skill to be learned the proficiency to be reached. */
function levelsToReach(
  goals: readonly LearningGoal[],
  have: ReadonlyMap<string, number>,
  prerequisites: readonly Prerequisite[],
): Map<string, number> {
  const levels = new Map<string, number>();
  const open: string[] = [];
  const raise = (skill: string, level: number) => {
    if (level <= Math.max(levels.get(skill) ?? 0, have.get(skill) ?? 0)) return;
    levels.set(skill, level);
    open.push(skill);
  };
  const needsOf = new Map<string, Prerequisite[]>();
  for (const each of prerequisites) {
    const known = needsOf.get(each.skill);
    if (known) known.push(each);
    else needsOf.set(each.skill, [each]);
  }
  for (const { skill, proficiency } of goals) raise(skill, proficiency);
  for (let skill = open.pop(); skill !== undefined; skill = open.pop())
    for (const each of needsOf.get(skill) ?? [])
      if (isMissing(each, levels, have)) raise(each.needs, each.requiredProficiency ?? 1);
  return levels;
}
