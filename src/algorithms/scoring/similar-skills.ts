import { numbersThat, type PageOptions, type RankedPage, rankedPage } from "./ranking";
import type { SimilarityIndex } from "./similarity-index";
import { type SkillUse, userCount } from "./skill-use";

export interface SimilarSkill {
  readonly skill: string;
  /** theta, above 0 to 1: `together` / max(`users`, `usersOfOther`). */
  readonly score: number;
  /** Number of roles that use both effectively; each adds 1 / max(`users`, `usersOfOther`) to the score. */
  readonly together: number;
  /** Number of roles that use the skill that was asked about, and this one. */
  readonly users: number;
  readonly usersOfOther: number;
  /** Some of the roles that use both: those of which both are most characteristic (by the smaller RCA), then by id. */
  readonly evidence: readonly string[];
}

export type SimilarSkillsOptions = PageOptions & {
  /** Leave out skills that fewer roles use together with the given one: two skills of a single role have theta 1. Default 1. */
  readonly minTogether?: number;
  /** How many roles to name as evidence. Default 5. */
  readonly evidence?: number;
};

/**
 * Skills that are used together with a skill, by theta (see `ThetaMatrix`) descending, then by `together` descending, then by
 * id. Skills that no role uses together with it are not listed. Null when the skill is unknown or no role uses it effectively.
 * Symmetric: the score from either side is the same. Cost: a sort of the skills that are used together with the given one.
 *
 * @throws RangeError for options out of their range.
 */
export function similarSkills(
  { use, theta }: SimilarityIndex,
  skill: string,
  options: SimilarSkillsOptions = {},
): RankedPage<SimilarSkill> | null {
  const { skills } = use.index.table;
  const number = skills.numberOf.get(skill);
  if (number === undefined || userCount(use, number) === 0) return null;
  const users = userCount(use, number);
  const start = theta.start[number] as number;
  const length = (theta.start[number + 1] as number) - start;
  const otherAt = (at: number): number => theta.skill[start + at] as number;
  const togetherAt = (at: number): number => theta.together[start + at] as number;
  const scoreAt = (at: number): number =>
    togetherAt(at) / Math.max(users, userCount(use, otherAt(at)));
  const { minTogether = 1, evidence = 5 } = options;

  const found = numbersThat(
    length,
    (at) => otherAt(at) !== number && togetherAt(at) >= minTogether,
  );
  const compare = (a: number, b: number): number =>
    scoreAt(b) - scoreAt(a) ||
    togetherAt(b) - togetherAt(a) ||
    (skills.rank[otherAt(a)] as number) - (skills.rank[otherAt(b)] as number);
  return rankedPage(found, compare, options, (at) => ({
    skill: skills.ids[otherAt(at)] as string,
    score: scoreAt(at),
    together: togetherAt(at),
    users,
    usersOfOther: userCount(use, otherAt(at)),
    evidence: rolesUsingBoth(use, number, otherAt(at), evidence),
  }));
}

function rolesUsingBoth(use: SkillUse, a: number, b: number, limit: number): string[] {
  const { roles } = use.index.table;
  const { start, role, line } = use.usersOf;
  const shared: { role: number; rca: number }[] = [];
  let atB = start[b] as number;
  const endB = start[b + 1] as number;
  for (let atA = start[a] as number; atA < (start[a + 1] as number); atA++) {
    const user = role[atA] as number;
    while (atB < endB && (role[atB] as number) < user) atB++;
    if (atB === endB) break;
    if (role[atB] !== user) continue;
    const rcaA = use.rca[line[atA] as number] as number;
    const rcaB = use.rca[line[atB] as number] as number;
    shared.push({ role: user, rca: Math.min(rcaA, rcaB) });
  }
  return shared
    .sort(
      (x, y) => y.rca - x.rca || (roles.rank[x.role] as number) - (roles.rank[y.role] as number),
    )
    .slice(0, limit)
    .map(({ role: number }) => roles.ids[number] as string);
}
