import fc from "fast-check";
import { heldSkills } from "./held-skills";
import { profileFit } from "./profile-fit";
import { indexRequirements } from "./requirement-index";
import { profileOf } from "./requirements/combine-lines";
import { compareIds } from "./requirements/id-list";
import { replaceRoles } from "./requirements/replace-roles";
import type { RequirementLine } from "./requirements/requirement-line";
import { toRequirementTable } from "./requirements/table-builder";
import { coverageBetween, coverageOfRole, gainSkillsOf } from "./role-coverage";
import { skillGap } from "./skill-gap";
import { aProfile, optionalWeight, SEEDED, someRoles } from "./testing/random-requirements";

type Roles = readonly (readonly [string, readonly RequirementLine[]])[];

function indexOf(roles: Roles) {
  return indexRequirements(toRequirementTable(roles));
}

function essential(skill: string, importance: number, proficiency: number | null): RequirementLine {
  return { skill, requirement: "ESSENTIAL", importance, proficiency };
}

const BACKEND = [essential("sql", 5, 4), essential("git", 3, 2), essential("go", 4, 3)];
const ANALYST = [essential("sql", 5, 2), essential("excel", 5, 3)];
const INDEX = indexOf([
  ["backend", BACKEND],
  ["analyst", ANALYST],
  ["mystery", []],
]);

describe("by hand", () => {
  const profile = [
    { skill: "sql", proficiency: 2 },
    { skill: "git", proficiency: 5 },
    { skill: "yodel", proficiency: 1 },
  ];
  const fit = profileFit(INDEX, profile);

  it("ranks by coverage: analyst 5/10 before backend (2.5 + 3)/12", () => {
    expect(fit.items.map(({ role }) => role)).toEqual(["analyst", "backend"]);
    expect(fit.items[0]?.coverage).toBe(0.5);
    expect(fit.items[1]?.coverage).toBeCloseTo(5.5 / 12, 12);
  });

  it("names open essentials, counts what it leaves out, and names unknown skills", () => {
    expect(fit.items[1]).toMatchObject({
      asked: 3,
      held: 2,
      missingEssential: ["go"],
      insufficientEssential: ["sql"],
      assumedLines: 0,
    });
    expect(fit).toMatchObject({ total: 2, leftOut: 1, unknownSkills: ["yodel"] });
  });

  it("names skills that are not asked for any more", () => {
    const table = replaceRoles(INDEX.table, new Map([["analyst", null]]));
    const { unknownSkills } = profileFit(indexRequirements(table), [
      ...profile,
      { skill: "excel", proficiency: 1 },
    ]);
    expect(unknownSkills).toEqual(["yodel", "excel"]);
  });

  it("names the most important open essential first, an unknown importance as 3", () => {
    const lines = [
      ["d", 2],
      ["c", null],
      ["b", 4],
      ["a", 3],
    ] as const;
    const index = indexOf([
      ["role", lines.map(([skill, importance]) => ({ ...essential(skill, 1, 5), importance }))],
    ]);
    const [missing] = profileFit(index, []).items;
    expect(missing?.missingEssential).toEqual(["b", "a", "c", "d"]);
    const low = lines.map(([skill]) => ({ skill, proficiency: 2 }));
    const [insufficient] = profileFit(index, low).items;
    expect(insufficient?.insufficientEssential).toEqual(["b", "a", "c", "d"]);
  });

  it("says what coverage is made of, and what the terms that are not listed add up to", () => {
    const [, backend] = profileFit(INDEX, profile, { terms: 1 }).items;
    expect(backend?.terms).toEqual([{ skill: "git", contribution: 3 / 12 }]);
    expect(backend?.rest).toBeCloseTo(2.5 / 12, 12);
  });

  it("ranks every role at 0 for an empty profile", () => {
    const none = profileFit(INDEX, []);
    expect(none.items.map(({ role, coverage }) => [role, coverage])).toEqual([
      ["analyst", 0],
      ["backend", 0],
    ]);
  });

  it("pages, and ranks candidates only", () => {
    expect(profileFit(INDEX, profile, { first: 1, offset: 1 })).toMatchObject({
      total: 2,
      items: [{ role: "backend" }],
    });
    const candidates = new Set(["backend", "nobody"]);
    expect(profileFit(INDEX, profile, { candidates })).toMatchObject({
      total: 1,
      leftOut: 0,
      items: [{ role: "backend" }],
    });
    expect(profileFit(INDEX, profile, { minCoverage: 0.5 }).total).toBe(1);
    expect(() => profileFit(INDEX, profile, { first: -1 })).toThrow(RangeError);
    expect(() => profileFit(INDEX, profile, { offset: 0.5 })).toThrow(RangeError);
  });
});

it("breaks ties by essential coverage, then by id", () => {
  const optional = (skill: string): RequirementLine => ({
    ...essential(skill, 4, 1),
    requirement: "OPTIONAL",
  });
  const index = indexOf([
    ["c", [essential("sql", 2, 1), essential("git", 2, 1)]],
    ["b", [essential("sql", 2, 1), essential("git", 2, 1)]],
    ["a", [optional("sql"), optional("git")]],
    ["d", [essential("sql", 2, 1), optional("git")]],
  ]);
  const { items } = profileFit(index, [{ skill: "sql", proficiency: 1 }]);
  expect(items.map(({ role, coverage }) => [role, coverage])).toEqual([
    ["d", 0.5],
    ["b", 0.5],
    ["c", 0.5],
    ["a", 0.5],
  ]);
});

it("gives what skillGap gives for each role, in order", () => {
  const property = fc.property(someRoles, aProfile, optionalWeight, (roles, profile, weight) => {
    const options = { optionalWeight: weight };
    const fit = profileFit(indexOf(roles), profile, { ...options, first: 100 });
    const gaps = roles.map(([role, lines]) => ({ role, ...skillGap(profile, lines, options) }));
    const known = gaps.filter(({ coverage }) => coverage !== null);
    expect(fit.leftOut).toBe(gaps.length - known.length);
    expect(fit.items.map(({ role }) => role).sort(compareIds)).toEqual(
      known.map(({ role }) => role).sort(compareIds),
    );
    for (const item of fit.items) {
      const gap = known.find(({ role }) => role === item.role);
      expect(item.coverage).toBeCloseTo(gap?.coverage as number, 12);
      expect(item.essentialCoverage ?? -1).toBeCloseTo(gap?.essentialCoverage ?? -1, 12);
      expect(item.asked).toBe(gap?.lines.length);
      expect(item.held).toBe(gap?.lines.filter(({ held }) => held).length);
      const open = gap?.lines.filter(({ requirement }) => requirement === "ESSENTIAL") ?? [];
      const of = (status: string) =>
        open.filter((line) => line.status === status).map(({ skill }) => skill);
      expect([...item.missingEssential].sort()).toEqual(of("MISSING").sort());
      expect([...item.insufficientEssential].sort()).toEqual(of("INSUFFICIENT").sort());
      const sum = item.terms.reduce((total, { contribution }) => total + contribution, item.rest);
      expect(sum).toBeCloseTo(item.coverage, 9);
      for (const { skill, contribution } of item.terms)
        expect(contribution).toBeCloseTo(
          gap?.lines.find((line) => line.skill === skill)?.contribution as number,
          12,
        );
    }
    for (const [at, item] of fit.items.entries()) {
      const next = fit.items[at + 1];
      if (next !== undefined) expect(item.coverage).toBeGreaterThanOrEqual(next.coverage);
    }
  });
  fc.assert(property, SEEDED);
});

describe("coverage of single roles", () => {
  it("is what skillGap gives, for held skills and between roles", () => {
    const property = fc.property(someRoles, aProfile, (roles, profile) => {
      const index = indexOf(roles);
      const held = heldSkills(index.table, profile);
      for (const [to, [, lines]] of roles.entries()) {
        const gap = skillGap(profile, lines);
        const { coverage, essentialCoverage } = coverageOfRole(index, to, held.proficiency);
        expect(coverage ?? -1).toBeCloseTo(gap.coverage ?? -1, 12);
        expect(essentialCoverage ?? -1).toBeCloseTo(gap.essentialCoverage ?? -1, 12);
        for (const [from, [, brought]] of roles.entries()) {
          const between = coverageBetween(index, from, to);
          const expected = skillGap(profileOf(brought), lines).coverage;
          expect(between.coverage ?? -1).toBeCloseTo(
            brought.length === 0 ? -1 : (expected ?? -1),
            12,
          );
        }
        if (lines.length > 0) expect(coverageBetween(index, to, to).coverage).toBe(1);
      }
    });
    fc.assert(property, SEEDED);
  });

  it("is 1 after the skills of the role were gained, which lowers none", () => {
    const { proficiency } = heldSkills(INDEX.table, [{ skill: "git", proficiency: 5 }]);
    gainSkillsOf(INDEX, 0, proficiency);
    expect(coverageOfRole(INDEX, 0, proficiency)).toEqual({ coverage: 1, essentialCoverage: 1 });
    expect(proficiency[INDEX.table.skills.numberOf.get("git") as number]).toBe(5);
    expect(coverageOfRole(INDEX, 1, proficiency).coverage).toBe(0.5);
  });
});
