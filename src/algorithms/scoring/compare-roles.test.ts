import fc from "fast-check";
import { compareRoles } from "./compare-roles";
import { strictestLines } from "./requirements/combine-lines";
import type { RequirementLine } from "./requirements/requirement-line";
import { SEEDED, SKILLS, someLines } from "./testing/random-requirements";

function line(skill: string, importance: number | null, proficiency: number | null) {
  return { skill, requirement: null, importance, proficiency };
}

/** importance × proficiency of each skill, 0 where it is not asked for. */
function vectorOf(lines: readonly RequirementLine[]): number[] {
  const bySkill = new Map(strictestLines(lines).map((each) => [each.skill, each]));
  return SKILLS.map((skill) => {
    const found = bySkill.get(skill);
    return found === undefined ? 0 : (found.importance ?? 3) * (found.proficiency ?? 3);
  });
}

function naiveScores(a: number[], b: number[]) {
  const pairs = a.map((value, at) => [value, b[at] as number] as const);
  const sum = (of: (x: number, y: number) => number) =>
    pairs.reduce((total, [x, y]) => total + of(x, y), 0);
  return {
    jaccard: sum((x, y) => Number(x > 0 && y > 0)) / sum((x, y) => Number(x > 0 || y > 0)),
    ruzicka: sum(Math.min) / sum(Math.max),
    cosine: sum((x, y) => x * y) / (Math.sqrt(sum((x) => x * x)) * Math.sqrt(sum((_, y) => y * y))),
  };
}

describe("by hand", () => {
  const a = [line("sql", 5, 4), line("git", 2, 3)];
  const b = [line("go", 3, 3), line("sql", 4, 3)];
  const comparison = compareRoles(a, b);

  it("shares SQL, which a asks one level higher", () => {
    expect(comparison.shared).toEqual([
      {
        skill: "sql",
        a: a[0],
        b: b[1],
        strengthA: 20,
        strengthB: 12,
        levelDifference: -1,
        assumed: [],
      },
    ]);
    expect(comparison.onlyA).toEqual([a[1]]);
    expect(comparison.onlyB).toEqual([b[0]]);
    expect(comparison.levelDifferences).toEqual(comparison.shared);
  });

  it("scores 1/3, 12/35 and 240 / (√436 × 15)", () => {
    expect(comparison.jaccard?.score).toBeCloseTo(1 / 3, 12);
    expect(comparison.ruzicka?.score).toBeCloseTo(12 / 35, 12);
    expect(comparison.cosine?.score).toBeCloseTo(240 / (Math.sqrt(436) * 15), 12);
    expect(comparison.ruzicka).toMatchObject({
      formula: "RUZICKA",
      terms: [{ skill: "sql", contribution: 12 / 35 }],
      rest: 0,
    });
  });
});

describe("null rule", () => {
  it("takes unknown importance and proficiency as 3, and says so", () => {
    const comparison = compareRoles([line("sql", null, 4)], [line("sql", 5, null)]);
    expect(comparison.shared[0]).toMatchObject({
      strengthA: 12,
      strengthB: 15,
      levelDifference: null,
      assumed: ["IMPORTANCE", "PROFICIENCY"],
    });
    expect(comparison.assumedLines).toBe(2);
    expect(comparison.levelDifferences).toEqual([]);
  });

  it("makes weighted Jaccard plain Jaccard when nothing is stated", () => {
    const [a, b] = [
      ["sql", "git", "go"],
      ["sql", "perl"],
    ].map((skills) => skills.map((skill) => line(skill, null, null))) as [
      RequirementLine[],
      RequirementLine[],
    ];
    const { jaccard, ruzicka } = compareRoles(a, b);
    expect(jaccard?.score).toBe(0.25);
    expect(ruzicka?.score).toBe(0.25);
  });

  it("has no scores when one of the two asks nothing, and 0 without a shared skill", () => {
    const nothing = compareRoles([line("sql", 5, 5)], []);
    expect([nothing.jaccard, nothing.ruzicka, nothing.cosine]).toEqual([null, null, null]);
    const apart = compareRoles([line("sql", 5, 5)], [line("git", 5, 5)]);
    expect(apart.cosine).toEqual({ formula: "COSINE", score: 0, terms: [], rest: 0 });
  });
});

it("orders shared skills by strength, level differences by size", () => {
  const comparison = compareRoles(
    [line("sql", 5, 5), line("git", 1, 1), line("go", 2, 2)],
    [line("git", 1, 4), line("go", 2, 2), line("sql", 5, 3)],
  );
  expect(comparison.shared.map(({ skill }) => skill)).toEqual(["sql", "go", "git"]);
  expect(comparison.levelDifferences.map(({ skill }) => skill)).toEqual(["git", "sql"]);
});

describe("for any two roles", () => {
  it("scores are the naive formulas, within 0 to 1, and their terms add up", () => {
    const property = fc.property(someLines, someLines, (a, b) => {
      const comparison = compareRoles(a, b);
      const naive = naiveScores(vectorOf(a), vectorOf(b));
      for (const measure of ["jaccard", "ruzicka", "cosine"] as const) {
        const explained = comparison[measure];
        if (a.length === 0 || b.length === 0) {
          expect(explained).toBeNull();
          continue;
        }
        const sum = explained?.terms.reduce((total, term) => total + term.contribution, 0) ?? -1;
        expect(explained?.score).toBeCloseTo(naive[measure], 12);
        expect(explained?.score).toBeLessThanOrEqual(1);
        expect(Math.abs(sum - (explained?.score ?? 0))).toBeLessThan(1e-9);
      }
    });
    fc.assert(property, SEEDED);
  });

  it("are symmetric, and swap the lists", () => {
    const property = fc.property(someLines, someLines, (a, b) => {
      const [there, back] = [compareRoles(a, b), compareRoles(b, a)];
      for (const measure of ["jaccard", "ruzicka", "cosine"] as const)
        expect(back[measure]).toEqual(there[measure]);
      expect(back.onlyA).toEqual(there.onlyB);
      expect(back.shared.map(({ levelDifference }) => levelDifference)).toEqual(
        there.shared.map(({ levelDifference: x }) => (x === null ? null : 0 - x)),
      );
      expect(there.shared.length + there.onlyA.length).toBe(
        new Set(a.map(({ skill }) => skill)).size,
      );
    });
    fc.assert(property, SEEDED);
  });

  it("from a role to itself are 1", () => {
    const property = fc.property(someLines, (a) => {
      fc.pre(a.length > 0);
      const { jaccard, ruzicka, cosine, onlyA, onlyB } = compareRoles(a, a);
      expect([jaccard?.score, ruzicka?.score]).toEqual([1, 1]);
      expect(cosine?.score).toBeCloseTo(1, 12);
      expect([...onlyA, ...onlyB]).toEqual([]);
    });
    fc.assert(property, SEEDED);
  });
});
