import fc from "fast-check";
import { profileOf, strictestLines, toHoldings } from "./requirements/combine-lines";
import type { Profile, RequirementLine } from "./requirements/requirement-line";
import { skillGap } from "./skill-gap";
import { aProfile, optionalWeight, SEEDED, SKILLS, someLines } from "./testing/random-requirements";

const SQL = { skill: "sql", requirement: "ESSENTIAL", importance: 4, proficiency: 4 } as const;
const GIT = { skill: "git", requirement: "OPTIONAL", importance: 4, proficiency: 3 } as const;

/** The formula as it is written, with loops and nothing else. */
function naiveCoverage(profile: Profile, asked: RequirementLine[], optional: number) {
  let covered = 0;
  let total = 0;
  for (const { skill, requirement, importance, proficiency } of strictestLines(asked)) {
    const w = ((importance ?? 3) / 5) * (requirement === "ESSENTIAL" ? 1 : optional);
    const held = profile.filter((each) => each.skill === skill);
    const have = held.length === 0 ? 0 : Math.max(...held.map((each) => each.proficiency ?? 1));
    const met = proficiency === null ? Number(have > 0) : Math.min(1, have / proficiency);
    covered += w * met;
    total += w;
  }
  return total === 0 ? null : covered / total;
}

describe("by hand", () => {
  const gap = skillGap([{ skill: "sql", proficiency: 2 }], [GIT, SQL]);

  it("coverage is 0.4 / 1.2, essential coverage 1/2", () => {
    expect(gap.coverage).toBeCloseTo(1 / 3, 12);
    expect(gap.essentialCoverage).toBeCloseTo(0.5, 12);
  });

  it("explains each line; equal severities by weight", () => {
    const [sql, git] = gap.lines;
    expect(sql).toMatchObject({ skill: "sql", status: "INSUFFICIENT", have: 2, need: 4 });
    expect(sql?.weight).toBeCloseTo(0.8, 12);
    expect(sql?.severity).toBeCloseTo(0.4, 12);
    expect(sql?.contribution).toBeCloseTo(1 / 3, 12);
    expect(sql?.gain).toBeCloseTo(1 / 3, 12);
    expect(git).toMatchObject({ skill: "git", status: "MISSING", held: false, have: null });
    expect(git?.severity).toBeCloseTo(0.4, 12);
    expect(git?.gain).toBeCloseTo(1 / 3, 12);
    expect(gap.counts).toEqual({ MET: 0, INSUFFICIENT: 1, MISSING: 1, SURPLUS: 0 });
    expect(gap.assumedLines).toBe(0);
  });
});

describe("null rule", () => {
  const unknown = { skill: "go", requirement: null, importance: null, proficiency: null };

  it("a null requirement is optional, a null importance 3, a null proficiency met by any statement", () => {
    const gap = skillGap([{ skill: "go", proficiency: null }], [unknown]);
    expect(gap.coverage).toBe(1);
    expect(gap.essentialCoverage).toBeNull();
    expect(gap.lines[0]).toMatchObject({
      status: "MET",
      held: true,
      have: null,
      weight: 0.3,
      assumed: ["REQUIREMENT", "IMPORTANCE", "PROFICIENCY"],
    });
    expect(gap.assumedLines).toBe(1);
  });

  it("a skill held at an unknown proficiency counts as 1, or as the asker says", () => {
    const profile = [{ skill: "sql", proficiency: null }];
    const low = skillGap(profile, [SQL]);
    expect(low.coverage).toBe(0.25);
    expect(low.lines[0]).toMatchObject({ status: "INSUFFICIENT", assumed: ["HELD_PROFICIENCY"] });
    const high = skillGap(profile, [SQL], { unstatedProficiency: 5 });
    expect(high.coverage).toBe(1);
    expect(high.lines[0]?.status).toBe("MET");
  });

  it("coverage is null when nothing is asked, or nothing that weighs", () => {
    expect(skillGap([{ skill: "sql", proficiency: 5 }], []).coverage).toBeNull();
    const gap = skillGap([], [GIT], { optionalWeight: 0 });
    expect(gap.coverage).toBeNull();
    expect(gap.lines[0]).toMatchObject({ contribution: 0, gain: 0, weight: 0 });
  });
});

it("names surplus, and what is held but not asked", () => {
  const gap = skillGap(
    [
      { skill: "zig", proficiency: 2 },
      { skill: "sql", proficiency: 5 },
      { skill: "ada", proficiency: null },
    ],
    [SQL],
  );
  expect(gap.lines[0]?.status).toBe("SURPLUS");
  expect(gap.coverage).toBe(1);
  expect(gap.notAsked).toEqual([
    { skill: "ada", proficiency: null },
    { skill: "zig", proficiency: 2 },
  ]);
});

it("covers nothing with an empty profile", () => {
  const gap = skillGap([], [SQL, GIT]);
  expect(gap.coverage).toBe(0);
  expect(gap.counts.MISSING).toBe(2);
});

it("refuses an optional weight above 1", () => {
  expect(() => skillGap([], [SQL], { optionalWeight: 2 })).toThrow(RangeError);
});

describe("for any profile and list", () => {
  it("coverage is the naive formula, and contributions add up to it", () => {
    const property = fc.property(aProfile, someLines, optionalWeight, (profile, lines, weight) => {
      const gap = skillGap(profile, lines, { optionalWeight: weight });
      const sum = gap.lines.reduce((total, { contribution }) => total + contribution, 0);
      const gains = gap.lines.reduce((total, { gain }) => total + gain, 0);
      const expected = naiveCoverage(profile, lines, weight);
      if (expected === null) expect(gap.coverage).toBeNull();
      else expect(gap.coverage).toBeCloseTo(expected, 12);
      expect(Math.abs(sum - (gap.coverage ?? 0))).toBeLessThan(1e-9);
      expect(Math.abs(sum + gains - (gap.coverage === null ? 0 : 1))).toBeLessThan(1e-9);
      const essential = lines.filter(({ requirement }) => requirement === "ESSENTIAL");
      if (essential.length === 0) expect(gap.essentialCoverage).toBeNull();
    });
    fc.assert(property, SEEDED);
  });

  it("has each asked skill once, most severe first, and counts them all", () => {
    const property = fc.property(aProfile, someLines, (profile, lines) => {
      const gap = skillGap(profile, lines);
      const asked = new Set(lines.map(({ skill }) => skill));
      expect(new Set(gap.lines.map(({ skill }) => skill))).toEqual(asked);
      expect(gap.lines.length).toBe(asked.size);
      const severities = gap.lines.map(({ severity }) => severity);
      expect(severities).toEqual([...severities].sort((a, b) => b - a));
      const { MET, INSUFFICIENT, MISSING, SURPLUS } = gap.counts;
      expect(MET + INSUFFICIENT + MISSING + SURPLUS).toBe(asked.size);
      const held = new Set(profile.map(({ skill }) => skill));
      expect(gap.notAsked.length).toBe([...held].filter((skill) => !asked.has(skill)).length);
    });
    fc.assert(property, SEEDED);
  });

  it("a better profile never lowers coverage", () => {
    const aSkill = fc.constantFrom(...SKILLS);
    const better = fc.integer({ min: 1, max: 5 });
    const property = fc.property(
      aProfile,
      someLines,
      aSkill,
      better,
      (profile, lines, skill, to) => {
        const before = skillGap(profile, lines);
        const had = toHoldings(profile).get(skill) ?? 1;
        const raised = [...profile, { skill, proficiency: Math.max(had, to) }];
        const after = skillGap(raised, lines);
        expect(after.coverage ?? 0).toBeGreaterThanOrEqual(before.coverage ?? 0);
        expect(after.essentialCoverage ?? 0).toBeGreaterThanOrEqual(before.essentialCoverage ?? 0);
      },
    );
    fc.assert(property, SEEDED);
  });

  it("what is asked for covers itself exactly, and order changes nothing", () => {
    const property = fc.property(someLines, aProfile, (lines, profile) => {
      expect(skillGap(profileOf(lines), lines).coverage).toBe(lines.length === 0 ? null : 1);
      const turned = skillGap([...profile].reverse(), [...lines].reverse());
      const gap = skillGap(profile, lines);
      expect(turned.lines.map(({ skill }) => skill)).toEqual(gap.lines.map(({ skill }) => skill));
      expect(turned.coverage ?? -1).toBeCloseTo(gap.coverage ?? -1, 12);
    });
    fc.assert(property, SEEDED);
  });
});
