import fc from "fast-check";
import { nearestTransitions } from "./nearest-transitions";
import { indexRequirements } from "./requirement-index";
import type { NecessityName, RequirementLine } from "./requirements/requirement-line";
import { toRequirementTable } from "./requirements/table-builder";
import { ROLES, SEEDED, someLines, someRoles } from "./testing/random-requirements";
import { bandOf, isFeasible, transition } from "./transition";

function line(skill: string, requirement: NecessityName | null): RequirementLine {
  return { skill, requirement, importance: 3, proficiency: null };
}

const FROM = [line("sql", "ESSENTIAL"), line("git", "ESSENTIAL"), line("go", "OPTIONAL")];
const TO = [
  line("sql", "ESSENTIAL"),
  line("go", "ESSENTIAL"),
  line("rust", "ESSENTIAL"),
  line("git", "OPTIONAL"),
];

describe("by hand", () => {
  const move = transition({ lines: FROM, jobZone: 3 }, { lines: TO, jobZone: 4 });

  it("overlaps are 1/3 and 2/3, W_skills 1/2: highly viable", () => {
    expect(move.essentialOverlap).toBeCloseTo(1 / 3, 12);
    expect(move.allToEssentialOverlap).toBeCloseTo(2 / 3, 12);
    expect(move).toMatchObject({ skillOverlap: 0.5, band: "HIGHLY_VIABLE", feasible: true });
  });

  it("coverage is (2 + 0.5) / 3.5 there and (2 + 0.5) / 2.5 back", () => {
    expect(move.coverage).toBeCloseTo(2.5 / 3.5, 12);
    expect(move.reverseCoverage).toBe(1);
  });

  it("says why", () => {
    expect(move.jobZoneDifference).toBe(1);
    expect(move.curatedScore).toBeNull();
    expect(move.reasons).toEqual([
      { about: "SKILL_OVERLAP", speaks: "FOR", value: 0.5, threshold: 0.4 },
      { about: "JOB_ZONE", speaks: "FOR", value: 1, threshold: 1 },
    ]);
  });
});

it("is not feasible across two job zones, however near the skills", () => {
  const move = transition({ lines: FROM, jobZone: 2 }, { lines: TO, jobZone: 4 });
  expect(move).toMatchObject({ feasible: false, band: "HIGHLY_VIABLE", jobZoneDifference: 2 });
  expect(move.reasons[1]?.speaks).toBe("AGAINST");
});

it("keeps unknown null, and says so", () => {
  const noZone = transition({ lines: FROM, jobZone: null }, { lines: TO, jobZone: 4 });
  expect(noZone).toMatchObject({ feasible: null, band: "HIGHLY_VIABLE", jobZoneDifference: null });
  expect(noZone.reasons[1]).toEqual({
    about: "JOB_ZONE",
    speaks: "UNKNOWN",
    value: null,
    threshold: 1,
  });
  const mentioned = [line("sql", null)];
  const noEssentials = transition({ lines: FROM, jobZone: 4 }, { lines: mentioned, jobZone: 4 });
  expect(noEssentials).toMatchObject({
    feasible: null,
    band: null,
    skillOverlap: null,
    essentialOverlap: null,
    allToEssentialOverlap: null,
    coverage: 1,
  });
  expect(noEssentials.reasons[0]?.speaks).toBe("UNKNOWN");
  const fromMentioned = transition({ lines: mentioned, jobZone: 4 }, { lines: TO, jobZone: 4 });
  expect(fromMentioned).toMatchObject({ essentialOverlap: null, skillOverlap: null, band: null });
  expect(fromMentioned.allToEssentialOverlap).toBeCloseTo(1 / 3, 12);
});

it("knows of a role that asks nothing neither what it brings nor what it needs", () => {
  const move = transition({ lines: [], jobZone: 1 }, { lines: TO, jobZone: 5 });
  expect(move).toMatchObject({
    feasible: false,
    band: null,
    coverage: null,
    reverseCoverage: null,
    allToEssentialOverlap: null,
  });
});

it("shows a curated score beside the computed answer, which it does not change", () => {
  const ends = [
    { lines: FROM, jobZone: 1 },
    { lines: TO, jobZone: 5 },
  ] as const;
  const move = transition(...ends, { curatedScore: 0.9 });
  expect(move).toMatchObject({ feasible: false, curatedScore: 0.9 });
  expect(move.reasons[2]).toEqual({
    about: "CURATED",
    speaks: "NEITHER",
    value: 0.9,
    threshold: null,
  });
});

it.each([
  [null, null],
  [0.3, "NOT_VIABLE"],
  [0.31, "VIABLE"],
  [0.4, "VIABLE"],
  [0.41, "HIGHLY_VIABLE"],
])("an overlap of %d is %s: thresholds are to be exceeded", (overlap, band) => {
  expect(bandOf(overlap)).toBe(band);
});

it.each([
  ["VIABLE", 1, true],
  ["VIABLE", -2, false],
  ["VIABLE", null, null],
  ["NOT_VIABLE", null, false],
  ["NOT_VIABLE", 0, false],
  [null, 3, false],
  [null, 0, null],
] as const)("%s at a job zone difference of %d: feasible %s", (band, difference, feasible) => {
  expect(isFeasible(band, difference)).toBe(feasible);
});

it("from a role with essential skills to itself everything is 1", () => {
  const property = fc.property(someLines, (lines) => {
    fc.pre(lines.some(({ requirement }) => requirement === "ESSENTIAL"));
    const move = transition({ lines, jobZone: 3 }, { lines, jobZone: 3 });
    expect(move).toMatchObject({
      feasible: true,
      coverage: 1,
      reverseCoverage: 1,
      essentialOverlap: 1,
      allToEssentialOverlap: 1,
      skillOverlap: 1,
    });
  });
  fc.assert(property, SEEDED);
});

describe("nearestTransitions", () => {
  it("lists what transition does not call infeasible, the nearest first", () => {
    const zones = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...ROLES), fc.integer({ min: 1, max: 5 })),
      { selector: ([role]) => role },
    );
    const property = fc.property(someRoles, zones, fc.boolean(), (roles, zoned, onlyKnown) => {
      const index = indexRequirements(toRequirementTable(roles));
      const jobZones = new Map(zoned);
      const options = { jobZones, onlyKnownFeasible: onlyKnown };
      for (const [role, lines] of roles) {
        const end = { lines, jobZone: jobZones.get(role) ?? null };
        const expected = roles.flatMap(([other, otherLines]) => {
          const to = { lines: otherLines, jobZone: jobZones.get(other) ?? null };
          const move = transition(end, to);
          const isListed = onlyKnown ? move.feasible === true : move.feasible !== false;
          if (other === role || move.skillOverlap === null || !isListed) return [];
          const { skillOverlap, band, feasible, jobZoneDifference } = move;
          return [{ role: other, skillOverlap, band, feasible, jobZoneDifference }];
        });
        const found = nearestTransitions(index, role, options);
        const byRole = (a: { role: string }, b: { role: string }) => (a.role < b.role ? -1 : 1);
        expect([...(found?.items ?? [])].sort(byRole)).toEqual(expected.sort(byRole));
        const hasEssential = lines.some(({ requirement }) => requirement === "ESSENTIAL");
        expect(found === null).toBe(!hasEssential);
        for (const [at, { skillOverlap }] of (found?.items ?? []).entries())
          expect(found?.items[at + 1]?.skillOverlap ?? 0).toBeLessThanOrEqual(skillOverlap);
      }
    });
    fc.assert(property, { ...SEEDED, numRuns: 100 });
  });

  it("puts the nearer job zone first among equal overlaps, an unknown one last", () => {
    const essential = [line("sql", "ESSENTIAL")];
    const roles = ["from", "a-unknown", "b-far", "c-near", "d-near"];
    const index = indexRequirements(toRequirementTable(roles.map((role) => [role, essential])));
    const jobZones = new Map([
      ["from", 3],
      ["b-far", 4],
      ["c-near", 3],
      ["d-near", 3],
    ]);
    const found = nearestTransitions(index, "from", { jobZones });
    expect(found?.items.map(({ role }) => role)).toEqual([
      "c-near",
      "d-near",
      "b-far",
      "a-unknown",
    ]);
    expect(nearestTransitions(index, "nobody")).toBeNull();
  });
});
