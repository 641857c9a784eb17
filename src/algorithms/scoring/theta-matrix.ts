import { numbersThat } from "./ranking";
import { toStarts } from "./requirements/sparse-rows";
import { type SkillUse, userCount } from "./skill-use";

/**
 * How often two skills are used together. With n_s the number of roles that use skill s effectively (`skillUse`)
 *
 *   theta(s, t) = Σ_j e(j,s) e(j,t) / max(n_s, n_t)          0 to 1; symmetric; theta(s, s) = 1
 *
 * the smaller of the two conditional probabilities of using one where the other is used (Alabdulkareem et al. 2018,
 * doi 10.1126/sciadv.aao6030; Dawson et al. 2021, doi 10.1371/journal.pone.0254722). A skill that no role uses effectively has
 * no theta at all, not even to itself: unknown, not 0.
 *
 * By hand: SQL is used in roles 1, 2, 3, Git in roles 2, 3, 4, 5. Together in 2; theta = 2 / max(3, 4) = 0.5.
 *
 * Sparse and plain (worker-safe): row s holds the skills that are used together with s in at least one role, s itself among
 * them, ascending. Number of roles is kept instead of theta, so that equal thetas compare as equal. 8 bytes an entry.
 */
export interface ThetaMatrix {
  readonly start: Uint32Array;
  /** Skill number. */
  readonly skill: Uint32Array;
  /** Number of roles that use both, at least 1. */
  readonly together: Uint32Array;
}

/** Cost: for each role the square of the number of skills that it uses. Peak memory: twice the matrix. */
export function buildTheta(use: SkillUse): ThetaMatrix {
  const skills = use.index.table.skills.ids.length;
  const empty = {
    start: new Uint32Array(1),
    skill: new Uint32Array(0),
    together: new Uint32Array(0),
  };
  return withRows(
    empty,
    use,
    numbersThat(skills, () => true),
  );
}

/**
 * The matrix after a change: rows that the change did not touch are copied, the others counted anew. Touched are the skills of
 * each role that uses other skills than before, be it that its requirements changed or that the change of the total moved one
 * of its RCAs across 1.
 *
 * `next` must come from a table in which skills have the numbers that they had before (`replaceRoles`); new ones may follow.
 * The result equals `buildTheta(next)`. Cost: a copy of the matrix, and for each touched skill the skills of its users.
 */
export function updateTheta(theta: ThetaMatrix, previous: SkillUse, next: SkillUse): ThetaMatrix {
  return withRows(theta, next, touchedSkills(previous, next));
}

/** The matrix with the given rows (ascending) counted anew; the others, which must be there, are copied. */
function withRows(base: ThetaMatrix, use: SkillUse, rows: Uint32Array): ThetaMatrix {
  const skills = use.index.table.skills.ids.length;
  const row = new CountedRow(skills);
  const counted: Pick<ThetaMatrix, "skill" | "together">[] = [];
  const start = new Uint32Array(skills + 1);
  for (let skill = 0; skill + 1 < base.start.length; skill++)
    start[skill + 1] = (base.start[skill + 1] as number) - (base.start[skill] as number);
  for (const skill of rows) {
    const entries = row.count(use, skill);
    counted.push(entries);
    start[skill + 1] = entries.skill.length;
  }
  toStarts(start);

  const size = start[skills] as number;
  const theta = { start, skill: new Uint32Array(size), together: new Uint32Array(size) };
  let copied = 0;
  for (const [turn, skill] of rows.entries()) {
    const { skill: others, together } = counted[turn] as (typeof counted)[number];
    copyRows(base, copied, skill, theta);
    theta.skill.set(others, start[skill]);
    theta.together.set(together, start[skill]);
    copied = skill + 1;
  }
  copyRows(base, copied, skills, theta);
  return theta;
}

/** With whom one skill is used how often. Made once for many rows: an array over all skills is what counting needs. */
class CountedRow {
  private readonly together: Uint32Array;
  private readonly others: Uint32Array;

  constructor(skills: number) {
    this.together = new Uint32Array(skills);
    this.others = new Uint32Array(skills);
  }

  count({ usersOf, usedBy }: SkillUse, skill: number): Pick<ThetaMatrix, "skill" | "together"> {
    const { together, others } = this;
    let length = 0;
    const end = usersOf.start[skill + 1] as number;
    for (let at = usersOf.start[skill] as number; at < end; at++) {
      const role = usersOf.role[at] as number;
      const last = usedBy.start[role + 1] as number;
      for (let use = usedBy.start[role] as number; use < last; use++) {
        const other = usedBy.skill[use] as number;
        const before = together[other] as number;
        if (before === 0) others[length++] = other;
        together[other] = before + 1;
      }
    }
    const row = others.slice(0, length).sort();
    const counts = new Uint32Array(length);
    for (let at = 0; at < length; at++) {
      const other = row[at] as number;
      counts[at] = together[other] as number;
      together[other] = 0;
    }
    return { skill: row, together: counts };
  }
}

/** Copies rows `first` to `end` − 1, which have the same lengths in both; skills that are new to the matrix have none. */
function copyRows(from: ThetaMatrix, first: number, end: number, to: ThetaMatrix): void {
  const last = Math.min(end, from.start.length - 1);
  if (first >= last) return;
  const source = [from.start[first], from.start[last]] as const;
  to.skill.set(from.skill.subarray(...source), to.start[first]);
  to.together.set(from.together.subarray(...source), to.start[first]);
}

/** Skills of every role whose set of effectively used skills is not what it was, ascending. */
function touchedSkills(previous: SkillUse, next: SkillUse): Uint32Array {
  const isTouched = new Uint8Array(next.index.table.skills.ids.length);
  const before = previous.index.table.roles;
  const after = next.index.table.roles;
  const compare = (role: string): void => {
    const old = usedSkills(previous, before.numberOf.get(role));
    const now = usedSkills(next, after.numberOf.get(role));
    if (old.length === now.length && old.every((skill, at) => skill === now[at])) return;
    for (const skill of old) isTouched[skill] = 1;
    for (const skill of now) isTouched[skill] = 1;
  };
  for (const role of after.ids) compare(role);
  for (const role of before.ids) if (!after.numberOf.has(role)) compare(role);
  return numbersThat(isTouched.length, (skill) => isTouched[skill] === 1);
}

/** Numbers of the skills that a role uses effectively; none for a role that is not there. */
function usedSkills({ usedBy }: SkillUse, role: number | undefined): Uint32Array {
  if (role === undefined) return new Uint32Array(0);
  return usedBy.skill.subarray(usedBy.start[role], usedBy.start[role + 1]);
}

/** Theta of two skills by number; null when one of them is used by no role. */
export function thetaOf(theta: ThetaMatrix, use: SkillUse, a: number, b: number): number | null {
  const most = Math.max(userCount(use, a), userCount(use, b));
  if (userCount(use, a) === 0 || userCount(use, b) === 0) return null;
  let low = theta.start[a] as number;
  let high = theta.start[a + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((theta.skill[middle] as number) < b) low = middle + 1;
    else high = middle;
  }
  const isThere = low < (theta.start[a + 1] as number) && theta.skill[low] === b;
  return isThere ? (theta.together[low] as number) / most : 0;
}
