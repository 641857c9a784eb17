import fc from "fast-check";
import { indexRequirements } from "./requirement-index";
import { strictestLines } from "./requirements/combine-lines";
import { lineWeight } from "./requirements/line-weight";
import type { RequirementLine } from "./requirements/requirement-line";
import { toRequirementTable } from "./requirements/table-builder";
import { rolesForSkills } from "./roles-for-skills";
import { optionalWeight, SEEDED, SKILLS, someRoles } from "./testing/random-requirements";

function line(skill: string, requirement: "ESSENTIAL" | "OPTIONAL"): RequirementLine {
  return { skill, requirement, importance: 5, proficiency: 4 };
}

const INDEX = indexRequirements(
  toRequirementTable([
    ["backend", [line("sql", "ESSENTIAL"), line("go", "OPTIONAL"), line("git", "ESSENTIAL")]],
    ["analyst", [line("sql", "ESSENTIAL"), line("excel", "OPTIONAL")]],
    ["painter", [line("colour", "ESSENTIAL")]],
    ["mystery", []],
  ]),
);
const rolesOf = ({ items }: ReturnType<typeof rolesForSkills>) => items.map(({ role }) => role);

it("ANY finds roles that ask for one of the skills, most matches first", () => {
  const found = rolesForSkills(INDEX, ["git", "sql"], "ANY");
  expect(rolesOf(found)).toEqual(["backend", "analyst"]);
  expect(found.items[0]).toEqual({
    role: "backend",
    score: 2 / 2.5,
    matched: ["git", "sql"],
    missing: ["go"],
    missingEssential: 0,
    assumedLines: 0,
    terms: [
      { skill: "git", contribution: 1 / 2.5 },
      { skill: "sql", contribution: 1 / 2.5 },
    ],
    rest: 0,
  });
});

it("lists no terms where nothing that is asked for weighs anything", () => {
  const index = indexRequirements(toRequirementTable([["a", [line("sql", "OPTIONAL")]]]));
  const [only] = rolesForSkills(index, ["sql"], "ANY", { optionalWeight: 0 }).items;
  expect(only).toMatchObject({ score: null, terms: [], rest: 0, assumedLines: 0 });
});

it("counts lines of which requirement or importance had to be assumed, not the proficiency", () => {
  const lines: RequirementLine[] = [
    { skill: "a", requirement: null, importance: 5, proficiency: 1 },
    { skill: "b", requirement: "ESSENTIAL", importance: null, proficiency: 1 },
    { skill: "c", requirement: "ESSENTIAL", importance: 1, proficiency: null },
  ];
  const index = indexRequirements(toRequirementTable([["role", lines]]));
  expect(rolesForSkills(index, ["a"], "ANY").items[0]?.assumedLines).toBe(2);
});

it("ALL finds roles that ask for each of them, none when one is unknown", () => {
  expect(rolesOf(rolesForSkills(INDEX, ["git", "sql"], "ALL"))).toEqual(["backend"]);
  const found = rolesForSkills(INDEX, ["git", "yodel"], "ALL");
  expect(found).toEqual({ items: [], total: 0, unknownSkills: ["yodel"] });
});

it("SCORED orders by the share of weight: analyst 1/1.5, backend 1/2.5", () => {
  const found = rolesForSkills(INDEX, ["sql"], "SCORED");
  expect(found.items.map(({ role, score }) => [role, score])).toEqual([
    ["analyst", 1 / 1.5],
    ["backend", 1 / 2.5],
  ]);
});

it("maxMissing 0 leaves roles of which every skill is given", () => {
  const skills = ["sql", "excel", "colour"];
  expect(rolesOf(rolesForSkills(INDEX, skills, "ANY", { maxMissing: 0 }))).toEqual([
    "analyst",
    "painter",
  ]);
  const essentials = { maxMissingEssential: 0 };
  expect(rolesOf(rolesForSkills(INDEX, ["git", "sql"], "ANY", essentials))).toEqual([
    "backend",
    "analyst",
  ]);
  expect(rolesOf(rolesForSkills(INDEX, ["git"], "ANY", essentials))).toEqual([]);
});

it("finds nothing for no skills, and pages among candidates", () => {
  for (const match of ["ANY", "ALL", "SCORED"] as const)
    expect(rolesForSkills(INDEX, [], match).total).toBe(0);
  const candidates = new Set(["analyst", "painter"]);
  const page = rolesForSkills(INDEX, ["sql", "colour"], "ANY", { candidates, first: 1, offset: 1 });
  expect(page.total).toBe(2);
  expect(rolesOf(page)).toEqual(["analyst"]);
});

it("is what looking at each role gives", () => {
  const skills = fc.subarray(SKILLS);
  const limit = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
  const property = fc.property(someRoles, skills, optionalWeight, limit, (roles, given, w, max) => {
    const index = indexRequirements(toRequirementTable(roles));
    const options = { optionalWeight: w, maxMissing: max, first: 100 };
    const expected = roles.flatMap(([role, all]) => {
      const lines = strictestLines(all);
      const matched = lines.filter(({ skill }) => given.includes(skill));
      const missing = lines.length - matched.length;
      if (matched.length === 0 || missing > (max ?? 100)) return [];
      const sum = (of: RequirementLine[]) => of.reduce((total, x) => total + lineWeight(x, w), 0);
      return [{ role, count: matched.length, score: sum(matched) / sum(lines) }];
    });
    const any = rolesForSkills(index, given, "ANY", options);
    expect(rolesOf(any).sort()).toEqual(expected.map(({ role }) => role).sort());
    const all = rolesForSkills(index, given, "ALL", options);
    expect(rolesOf(all).sort()).toEqual(
      expected
        .filter(({ count }) => count === given.length)
        .map(({ role }) => role)
        .sort(),
    );
    const scored = rolesForSkills(index, given, "SCORED", { ...options, terms: 2 });
    for (const { role, score, matched, terms, rest } of scored.items) {
      const sum = terms.reduce((total, { contribution }) => total + contribution, rest);
      expect(sum).toBeCloseTo(score ?? 0, 9);
      const found = expected.find((each) => each.role === role);
      expect(matched.length).toBe(found?.count);
      if (score === null) expect(found?.score).toBeNaN();
      else expect(score).toBeCloseTo(found?.score as number, 12);
    }
  });
  fc.assert(property, SEEDED);
});
