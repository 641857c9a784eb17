import fc from "fast-check";
import { indexRequirements } from "./requirement-index";
import { strictestLines } from "./requirements/combine-lines";
import { lineWeight } from "./requirements/line-weight";
import { replaceRoles } from "./requirements/replace-roles";
import type { RequirementLine } from "./requirements/requirement-line";
import { toRequirementTable } from "./requirements/table-builder";
import { buildSimilarity, updateSimilarity } from "./similarity-index";
import { type SkillUse, skillUse, userCount } from "./skill-use";
import { ROLES, SEEDED, SKILLS, someLines, someRoles } from "./testing/random-requirements";
import { buildTheta, thetaOf } from "./theta-matrix";

type Roles = readonly (readonly [string, readonly RequirementLine[]])[];

function plain(...skills: string[]): RequirementLine[] {
  return skills.map((skill) => ({
    skill,
    requirement: "ESSENTIAL",
    importance: 3,
    proficiency: null,
  }));
}

function useOf(roles: Roles): SkillUse {
  return skillUse(indexRequirements(toRequirementTable(roles)));
}

/** RCA by the formula, over the whole matrix. */
function naiveRca(roles: Roles, role: string, skill: string): number {
  const x = (of: string, t: string): number => {
    const lines = strictestLines(roles.find(([id]) => id === of)?.[1] ?? []);
    const found = lines.find((line) => line.skill === t);
    return found === undefined ? 0 : lineWeight(found);
  };
  const all = roles.map(([id]) => id);
  const sum = (ids: string[], of: (id: string) => number) =>
    ids.reduce((total, id) => total + of(id), 0);
  const share = x(role, skill) / sum(SKILLS, (t) => x(role, t));
  const ofSkill = sum(all, (id) => x(id, skill));
  return share / (ofSkill / sum(all, (id) => sum(SKILLS, (t) => x(id, t))));
}

/** e = 1; the naive sums are of fractions, so that an exact 1 may come out a little lower. */
function naiveUses(roles: Roles, role: string, skill: string): boolean {
  return naiveRca(roles, role, skill) >= 1 - 1e-9;
}

describe("by hand", () => {
  it("A asks SQL and Git, B Git: RCA 1.5, 0.75 and 1.5", () => {
    const use = useOf([
      ["A", plain("SQL", "Git")],
      ["B", plain("Git")],
    ]);
    expect([...use.rca]).toEqual([1.5, 0.75, 1.5]);
    expect(use.usedBy.skill).toEqual(Uint32Array.of(0, 1));
    expect([...use.usedBy.totalRca]).toEqual([1.5, 1.5]);
    expect(userCount(use, 0)).toBe(1);
  });

  it("SQL in roles 1 to 3, Git in roles 2 to 5: together in 2 of 4", () => {
    const use = useOf([
      ["1", plain("SQL")],
      ["2", plain("SQL", "Git")],
      ["3", plain("SQL", "Git")],
      ["4", plain("Git")],
      ["5", plain("Git")],
      // Others, so that everything is used more than on average.
      ...Array.from({ length: 9 }, (_, at) => [`o${at}`, plain(`o${at}`)] as const),
    ]);
    const theta = buildTheta(use);
    expect(thetaOf(theta, use, 0, 1)).toBe(0.5);
    expect(thetaOf(theta, use, 1, 0)).toBe(0.5);
    expect(thetaOf(theta, use, 0, 0)).toBe(1);
    expect(thetaOf(theta, use, 0, 2)).toBe(0);
  });
});

it("keeps populations apart: what all of one have is no advantage in it", () => {
  const roles: Roles = [
    ["o1", plain("reading", "welding")],
    ["o2", plain("reading", "law")],
    ["e1", plain("sql")],
    ["e2", plain("git")],
  ];
  const index = indexRequirements(toRequirementTable(roles));
  const reading = index.table.skills.numberOf.get("reading") as number;
  const together = skillUse(index);
  expect(together.rca[0]).toBeCloseTo(1.5, 12);
  const apart = skillUse(index, { populationOf: (role) => role.slice(0, 1) });
  expect(apart.rca[0]).toBe(1);
  expect(userCount(apart, reading)).toBe(2);
  expect(apart.rca[index.table.skills.numberOf.get("welding") as number]).toBe(2);
});

it("knows nothing of roles that ask nothing and skills that nobody uses", () => {
  const use = useOf([
    ["A", []],
    ["B", plain("SQL")],
  ]);
  expect(use.usedBy.start).toEqual(Uint32Array.of(0, 0, 1));
  const table = replaceRoles(use.index.table, new Map([["B", plain("Git")]]));
  const later = skillUse(indexRequirements(table));
  const theta = buildTheta(later);
  const [sql, git] = ["SQL", "Git"].map((skill) => table.skills.numberOf.get(skill) as number);
  expect(thetaOf(theta, later, sql as number, sql as number)).toBeNull();
  expect(thetaOf(theta, later, sql as number, git as number)).toBeNull();
  expect(thetaOf(theta, later, git as number, git as number)).toBe(1);
});

describe("for any roles", () => {
  it("RCA and effective use are the naive formula", () => {
    const property = fc.property(someRoles, (roles) => {
      const use = useOf(roles);
      const { table } = use.index;
      const used = new Set(use.usedBy.line);
      for (const [role, id] of table.roles.ids.entries()) {
        const [first, end] = [table.start[role] as number, table.start[role + 1] as number];
        for (let line = first; line < end; line++) {
          const skill = table.skills.ids[table.skill[line] as number] as string;
          expect(use.rca[line]).toBeCloseTo(naiveRca(roles, id, skill), 9);
          expect(used.has(line)).toBe(naiveUses(roles, id, skill));
        }
        if (end > first)
          expect(use.usedBy.start[role + 1]).toBeGreaterThan(use.usedBy.start[role] as number);
      }
    });
    fc.assert(property, SEEDED);
  });

  it("theta is the naive formula, symmetric, and 1 to itself", () => {
    const property = fc.property(someRoles, (roles) => {
      const use = useOf(roles);
      const theta = buildTheta(use);
      const { ids } = use.index.table.skills;
      const users = ids.map((s) => roles.filter(([role]) => naiveUses(roles, role, s)));
      for (const s of ids.keys())
        for (const t of ids.keys()) {
          const [a, b] = [users[s] ?? [], users[t] ?? []];
          const both = a.filter((role) => b.includes(role)).length;
          const value = thetaOf(theta, use, s, t);
          if (a.length === 0 || b.length === 0) expect(value).toBeNull();
          else expect(value).toBe(both / Math.max(a.length, b.length));
          expect(thetaOf(theta, use, t, s)).toBe(value);
          if (s === t && a.length > 0) expect(value).toBe(1);
        }
    });
    fc.assert(property, { ...SEEDED, numRuns: 100 });
  });

  it("an update gives what a full build gives", () => {
    const someChanges = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...ROLES, "new"),
        fc.option(
          fc
            .tuple(someLines, fc.boolean())
            .map(([lines, isNew]) => (isNew ? [...lines, ...plain("new-skill")] : lines)),
          { nil: null },
        ),
      ),
      { minLength: 1, maxLength: 3, selector: ([role]) => role },
    );
    const options = { populationOf: (role: string) => (role < "r3" ? "low" : "high") };
    const property = fc.property(someRoles, someChanges, (roles, changes) => {
      const before = buildSimilarity(toRequirementTable(roles), options);
      const table = replaceRoles(before.requirements.table, new Map(changes));
      const updated = updateSimilarity(before, indexRequirements(table), options);
      expect(updated).toEqual(buildSimilarity(table, options));
    });
    fc.assert(property, SEEDED);
  });
});
