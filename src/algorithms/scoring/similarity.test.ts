import fc from "fast-check";
import { compareRoles } from "./compare-roles";
import { indexRequirements } from "./requirement-index";
import type { RequirementLine } from "./requirements/requirement-line";
import { toRequirementTable } from "./requirements/table-builder";
import { similarRolesBySkills } from "./similar-roles";
import { similarRolesByTheta } from "./similar-roles-by-theta";
import { similarSkills } from "./similar-skills";
import { buildSimilarity, type SimilarityIndex } from "./similarity-index";
import { SEEDED, someRoles } from "./testing/random-requirements";
import { thetaOf } from "./theta-matrix";

type Roles = readonly (readonly [string, readonly RequirementLine[]])[];

function plain(...skills: string[]): RequirementLine[] {
  return skills.map((skill) => ({
    skill,
    requirement: "ESSENTIAL",
    importance: 3,
    proficiency: 3,
  }));
}

/** Five roles of which SQL and Git share two, and others, so that everything is used more than on average. */
const ROLES: Roles = [
  ["1", plain("SQL")],
  ["2", plain("SQL", "Git")],
  ["3", plain("SQL", "Git")],
  ["4", plain("Git")],
  ["5", plain("Git", "Go")],
  ["none", []],
  ...Array.from({ length: 9 }, (_, at) => [`o${at}`, plain(`o${at}`)] as const),
];
const INDEX = buildSimilarity(toRequirementTable(ROLES));

describe("similarSkills", () => {
  it("by hand: to Git are near SQL 2/4 and Go 1/4, with the roles that use both", () => {
    expect(similarSkills(INDEX, "Git")).toEqual({
      total: 2,
      items: [
        {
          skill: "SQL",
          score: 0.5,
          together: 2,
          users: 4,
          usersOfOther: 3,
          evidence: ["2", "3"],
        },
        { skill: "Go", score: 0.25, together: 1, users: 4, usersOfOther: 1, evidence: ["5"] },
      ],
    });
  });

  it("pages, limits evidence, and leaves out rare company", () => {
    const page = similarSkills(INDEX, "Git", { first: 1, evidence: 1 });
    expect(page).toMatchObject({ total: 2, items: [{ skill: "SQL", evidence: ["2"] }] });
    expect(similarSkills(INDEX, "Git", { minTogether: 2 })?.total).toBe(1);
    expect(similarSkills(INDEX, "o1")).toEqual({ total: 0, items: [] });
    expect(similarSkills(INDEX, "yodel")).toBeNull();
  });

  it("puts the more frequent company first among equal scores", () => {
    // Both 1/2: Go in 1 of 2 roles, Rust in 2 of 4.
    const index = buildSimilarity(
      toRequirementTable([
        ["1", plain("Go", "C", "Rust")],
        ["2", plain("C", "Rust")],
        ["3", plain("Rust")],
        ["4", plain("Rust")],
        ...Array.from({ length: 9 }, (_, at) => [`o${at}`, plain(`o${at}`)] as const),
      ]),
    );
    const found = similarSkills(index, "C")?.items;
    expect(found?.map(({ skill, score, together }) => [skill, score, together])).toEqual([
      ["Rust", 0.5, 2],
      ["Go", 0.5, 1],
    ]);
  });

  it("names first the roles of which both skills are most characteristic", () => {
    const index = buildSimilarity(
      toRequirementTable([
        ["a-broad", plain("SQL", "Git", "x", "y")],
        ["b-narrow", plain("SQL", "Git")],
        ["c-middling", plain("SQL", "Git", "z")],
        ...Array.from({ length: 9 }, (_, at) => [`o${at}`, plain(`o${at}`)] as const),
      ]),
    );
    expect(similarSkills(index, "Git")?.items[0]?.evidence).toEqual([
      "b-narrow",
      "c-middling",
      "a-broad",
    ]);
  });

  it("lists each skill with a theta above 0, the nearest first, the same from either side", () => {
    const property = fc.property(someRoles, (roles) => {
      const index = buildSimilarity(toRequirementTable(roles));
      const { ids } = index.requirements.table.skills;
      for (const [number, skill] of ids.entries()) {
        const found = similarSkills(index, skill, { first: 100 });
        const expected = ids.flatMap((other, t) => {
          const score = thetaOf(index.theta, index.use, number, t);
          return other === skill || !score ? [] : [{ skill: other, score }];
        });
        const byId = (a: { skill: string }, b: { skill: string }) => (a.skill < b.skill ? -1 : 1);
        const listed = (found?.items ?? []).map(({ skill: of, score }) => ({ skill: of, score }));
        expect([...listed].sort(byId)).toEqual(expected.sort(byId));
        for (const [at, { score, together, evidence }] of (found?.items ?? []).entries()) {
          expect(found?.items[at + 1]?.score ?? 0).toBeLessThanOrEqual(score);
          expect(evidence.length).toBe(Math.min(5, together));
        }
      }
    });
    fc.assert(property, { ...SEEDED, numRuns: 100 });
  });
});

describe("similarRolesBySkills", () => {
  it("by hand: to 5 (Git, Go) are near 4 with 1/2, then 2 and 3 with 1/3", () => {
    const found = similarRolesBySkills(INDEX.requirements, "5", "JACCARD");
    expect(found?.items.map(({ role, score }) => [role, score])).toEqual([
      ["4", 1 / 2],
      ["2", 1 / 3],
      ["3", 1 / 3],
    ]);
    expect(found).toMatchObject({ total: 3, leftOut: 1 });
    expect(found?.items[0]?.terms).toEqual([{ skill: "Git", contribution: 1 / 2 }]);
  });

  it("knows no nearness of roles that are unknown or ask nothing", () => {
    for (const role of ["nobody", "none"])
      expect(similarRolesBySkills(INDEX.requirements, role, "COSINE")).toBeNull();
  });

  it("gives the scores and terms of compareRoles, and what is not listed as rest", () => {
    const measures = [
      ["JACCARD", "jaccard"],
      ["RUZICKA", "ruzicka"],
      ["COSINE", "cosine"],
    ] as const;
    const property = fc.property(someRoles, (roles) => {
      const index = indexRequirements(toRequirementTable(roles));
      for (const [measure, field] of measures)
        for (const [role, lines] of roles) {
          const found = similarRolesBySkills(index, role, measure, { first: 100, terms: 2 });
          expect(found === null).toBe(lines.length === 0);
          const expected = roles
            .filter(([other]) => other !== role && lines.length > 0)
            .map(([other, otherLines]) => [other, compareRoles(lines, otherLines)[field]] as const)
            .filter(([, explained]) => explained !== null && explained.score > 0);
          expect(found?.total ?? 0).toBe(expected.length);
          for (const item of found?.items ?? []) {
            const explained = expected.find(([other]) => other === item.role)?.[1];
            expect(item.score).toBeCloseTo(explained?.score as number, 12);
            expect(item.terms).toEqual(explained?.terms.slice(0, 2));
            expect(Math.abs(sumOf(item) - item.score)).toBeLessThan(1e-9);
          }
        }
    });
    fc.assert(property, { ...SEEDED, numRuns: 60 });
  });
});

describe("similarRolesByTheta", () => {
  it("by hand: from 1 (SQL) to 2 (SQL, Git) is a mean of theta 1 and 1/2 by RCA", () => {
    // 17 lines of equal weight: RCA(2, SQL) = (1/2) / (3/17) and RCA(2, Git) = (1/2) / (4/17), that is 17/6 and 17/8.
    const found = similarRolesByTheta(INDEX, "1");
    const [first] = found?.items ?? [];
    expect(first?.role).toBe("2");
    const [sql, git] = [17 / 6, 17 / 8];
    expect(first?.score).toBeCloseTo((sql * 1 + git * 0.5) / (sql + git), 12);
    expect(first?.terms).toEqual([
      { skill: "SQL", contribution: expect.closeTo(first?.score as number, 12), closest: "SQL" },
    ]);
    expect(found?.leftOut).toBe(1);
  });

  it("finds roles that share no skill: 1 (SQL) and 4 (Git)", () => {
    const found = similarRolesByTheta(INDEX, "1")?.items.find(({ role }) => role === "4");
    expect(found).toMatchObject({ score: 0.5, terms: [{ skill: "SQL", closest: "Git" }] });
  });

  it("names as closest the skill that gives most, among equal ones the first by id", () => {
    // All thetas between SQL, Go and C are 1, and so are their RCA in role 2.
    const found = similarRolesByTheta(
      buildSimilarity(
        toRequirementTable([
          ["1", plain("SQL", "Go", "C")],
          ["2", plain("SQL", "Go", "C")],
          ["3", plain("Java")],
        ]),
      ),
      "1",
    );
    expect(found?.items.map(({ role, score }) => [role, score])).toEqual([["2", 1]]);
    expect(found?.items[0]?.terms.map(({ closest }) => closest)).toEqual(["C", "C", "C"]);
  });

  it("knows no nearness of roles that are unknown or ask nothing", () => {
    for (const role of ["nobody", "none"]) expect(similarRolesByTheta(INDEX, role)).toBeNull();
  });

  it("is the naive double sum, symmetric, and its terms add up", () => {
    const property = fc.property(someRoles, (roles) => {
      const index = buildSimilarity(toRequirementTable(roles));
      for (const [role] of roles)
        for (const item of similarRolesByTheta(index, role, { terms: 2 })?.items ?? []) {
          expect(item.score).toBeCloseTo(naiveTheta(index, role, item.role), 12);
          expect(item.score).toBeLessThanOrEqual(1);
          expect(Math.abs(sumOf(item) - item.score)).toBeLessThan(1e-9);
          const back = similarRolesByTheta(index, item.role)?.items;
          const same = back?.find((other) => other.role === role);
          expect(same?.score).toBeCloseTo(item.score, 12);
        }
    });
    fc.assert(property, { ...SEEDED, numRuns: 60 });
  });
});

function sumOf({ terms, rest }: { terms: readonly { contribution: number }[]; rest: number }) {
  return terms.reduce((sum, { contribution }) => sum + contribution, rest);
}

function naiveTheta({ use, theta }: SimilarityIndex, a: string, b: string): number {
  const skillsOf = (role: string) => {
    const number = use.index.table.roles.numberOf.get(role) as number;
    const { start, skill, line } = use.usedBy;
    return Array.from(skill, (of, at) => ({ of, w: use.rca[line[at] as number] as number })).slice(
      start[number],
      start[number + 1],
    );
  };
  let sum = 0;
  let weights = 0;
  for (const s of skillsOf(a))
    for (const t of skillsOf(b)) {
      sum += s.w * t.w * (thetaOf(theta, use, s.of, t.of) ?? 0);
      weights += s.w * t.w;
    }
  return sum / weights;
}
