import { numbersThat } from "./ranking";
import { importanceAt, type RequirementIndex } from "./requirement-index";
import { DEFAULT_OPTIONAL_WEIGHT } from "./requirements/line-weight";
import { ESSENTIAL_CODE, type RequirementTable } from "./requirements/requirement-table";
import { rowStarts } from "./requirements/sparse-rows";

/**
 * Which skills a role uses more than roles do on average. Revealed comparative advantage (Alabdulkareem et al. 2018,
 * doi 10.1126/sciadv.aao6030; Dawson et al. 2021, doi 10.1371/journal.pone.0254722):
 *
 *   RCA(j, s) = (x(j,s) / Σ_s' x(j,s')) / (Σ_j' x(j',s) / Σ_j's' x(j',s'))          0 and up, no unit
 *   e(j, s) = 1 if RCA(j, s) ≥ 1: role j uses skill s effectively
 *
 * x is the weight of the requirement (`lineWeight` with its null rule, the default optional weight), 0 where the role does not
 * ask. RCA is the role's share of the skill over the skill's share of everything: x(j,s) × total / (role's sum × skill's sum).
 * A role that asks for anything uses at least one skill effectively, since the mean of its RCA, weighted by the skills'
 * shares, is 1. All sums are of whole numbers, so that rounding never decides about an exact 1.
 *
 * The roles of which shares are taken are a population that has been described alike. Where data sets are mixed, tell them
 * apart by `populationOf`: in each of them sums and total are its own. Otherwise everything that only one data set rates looks
 * like an advantage of its roles (all of O*NET's elements, which each of its occupations has, as soon as ESCO is there).
 *
 * By hand, all lines of weight 0.6: role A asks for SQL, Git; role B for Git. Total 1.8. RCA(A, SQL) = (1/2) / (0.6/1.8) = 1.5;
 * RCA(A, Git) = (1/2) / (1.2/1.8) = 0.75; RCA(B, Git) = 1 / (2/3) = 1.5. A uses SQL effectively, B Git.
 *
 * Cost: three passes over the lines. One more role moves the total and so every RCA: all of this is made anew after a
 * change, in milliseconds, while `updateTheta` keeps what it makes unchanged.
 */
export interface SkillUse {
  readonly index: RequirementIndex;
  /** By line of the table, above 0. */
  readonly rca: Float64Array;
  /** Skills that role number r uses effectively: start[r] to start[r + 1] − 1, ascending by skill number. */
  readonly usedBy: {
    readonly start: Uint32Array;
    readonly skill: Uint32Array;
    /** Position of the line in the table. */
    readonly line: Uint32Array;
    /** By role number: sum of the RCA of these. */
    readonly totalRca: Float64Array;
  };
  /** Roles that use skill number s effectively, ascending by role number. */
  readonly usersOf: {
    readonly start: Uint32Array;
    readonly role: Uint32Array;
    readonly line: Uint32Array;
  };
}

export interface PopulationOptions {
  /**
   * Name of the population of a role, by role id, e.g. its data set. Default: all roles are one population. It decides which
   * skills a role uses effectively; theta then counts the roles of all populations.
   */
  readonly populationOf?: (role: string) => string;
}

export function skillUse(index: RequirementIndex, options: PopulationOptions = {}): SkillUse {
  const { table } = index;
  const rca = revealedAdvantages(table, options);
  const roles = table.roles.ids.length;

  const used = numbersThat(rca.length, (line) => (rca[line] as number) >= 1);
  const usedBy = {
    start: new Uint32Array(roles + 1),
    skill: used.map((line) => table.skill[line] as number),
    line: used.slice(),
    totalRca: new Float64Array(roles),
  };
  let at = 0;
  for (let role = 0; role < roles; role++) {
    const end = table.start[role + 1] as number;
    let total = 0;
    while (at < used.length && (used[at] as number) < end)
      total += rca[used[at++] as number] as number;
    usedBy.start[role + 1] = at;
    usedBy.totalRca[role] = total;
  }
  return { index, rca, usedBy, usersOf: usersOf(table, usedBy) };
}

/** Number of roles that use skill number s effectively. */
export function userCount({ usersOf }: SkillUse, skill: number): number {
  return (usersOf.start[skill + 1] as number) - (usersOf.start[skill] as number);
}

/** RCA of each line of the table. */
function revealedAdvantages(
  table: RequirementTable,
  { populationOf = () => "" }: PopulationOptions,
): Float64Array {
  const populations = new Map<string, { total: number; ofSkill: Float64Array }>();
  const populationOfRole = table.roles.ids.map((role) => {
    const name = populationOf(role);
    const known = populations.get(name);
    if (known !== undefined) return known;
    const population = { total: 0, ofSkill: new Float64Array(table.skills.ids.length) };
    populations.set(name, population);
    return population;
  });
  const ofRole = new Float64Array(table.roles.ids.length);
  for (const [role, population] of populationOfRole.entries()) {
    let sum = 0;
    const end = table.start[role + 1] as number;
    for (let line = table.start[role] as number; line < end; line++) {
      const skill = table.skill[line] as number;
      const amount = amountAt(table, line);
      sum += amount;
      population.ofSkill[skill] = (population.ofSkill[skill] as number) + amount;
    }
    ofRole[role] = sum;
    population.total += sum;
  }
  const rca = new Float64Array(table.skill.length);
  for (const [role, { total, ofSkill }] of populationOfRole.entries()) {
    const end = table.start[role + 1] as number;
    for (let line = table.start[role] as number; line < end; line++) {
      const sum = ofSkill[table.skill[line] as number] as number;
      rca[line] = (amountAt(table, line) * total) / ((ofRole[role] as number) * sum);
    }
  }
  return rca;
}

/** Ten times the weight of a line: whole for the default optional weight, so that sums are exact. RCA has no unit. */
function amountAt(table: RequirementTable, line: number): number {
  const factor = table.requirement[line] === ESSENTIAL_CODE ? 1 : DEFAULT_OPTIONAL_WEIGHT;
  return 2 * importanceAt(table, line) * factor;
}

function usersOf(table: RequirementTable, usedBy: SkillUse["usedBy"]): SkillUse["usersOf"] {
  const start = rowStarts(usedBy.skill, table.skills.ids.length);
  const next = start.slice();
  const role = new Uint32Array(usedBy.skill.length);
  const line = new Uint32Array(usedBy.skill.length);
  for (let each = 0; each < table.roles.ids.length; each++) {
    const end = usedBy.start[each + 1] as number;
    for (let from = usedBy.start[each] as number; from < end; from++) {
      const skill = usedBy.skill[from] as number;
      const at = next[skill] as number;
      next[skill] = at + 1;
      role[at] = each;
      line[at] = usedBy.line[from] as number;
    }
  }
  return { start, role, line };
}
