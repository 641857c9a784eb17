import { type LevelContent, promotionGap } from "./promotion-gap";
import type { RequirementLine } from "./requirements/requirement-line";

type Lists = "responsibilities" | "qualifications";

function line(skill: string, proficiency: number): RequirementLine {
  return { skill, requirement: "ESSENTIAL", importance: 5, proficiency };
}

function level(
  id: string,
  rank: number,
  track: string,
  lines: RequirementLine[],
  responsibilities: string[],
): LevelContent<Lists> {
  return { id, rank, track, branch: null, lines, lists: { responsibilities, qualifications: [] } };
}

const LEVELS = [
  level("mid", 2, "IC", [line("sql", 2)], ["build"]),
  level("senior", 3, "IC", [line("sql", 4), line("mentoring", 2)], ["build", "review"]),
  level("lead", 3, "MANAGEMENT", [line("sql", 2), line("hiring", 2)], ["hire"]),
];

describe("promotionGap", () => {
  it("has one gap for each next level where the ladder forks", () => {
    const [senior, lead, ...others] = promotionGap(LEVELS, "mid") ?? [];
    expect(others).toEqual([]);
    expect(senior?.level).toBe("senior");
    expect(senior?.gap.coverage).toBe(0.25);
    expect(senior?.changes.added.map(({ skill }) => skill)).toEqual(["mentoring"]);
    expect(senior?.changes.changed[0]).toMatchObject({ skill: "sql", proficiency: "RAISED" });
    expect(senior?.lists).toEqual({
      responsibilities: { added: ["review"], removed: [], kept: ["build"] },
      qualifications: { added: [], removed: [], kept: [] },
    });
    expect(lead?.level).toBe("lead");
    expect(lead?.gap.coverage).toBe(0.5);
    expect(lead?.lists.responsibilities.removed).toEqual(["build"]);
  });

  it("measures a given profile instead of the present level", () => {
    const profile = [
      { skill: "sql", proficiency: 4 },
      { skill: "mentoring", proficiency: 2 },
    ];
    const [senior] = promotionGap(LEVELS, "mid", { profile }) ?? [];
    expect(senior?.gap.coverage).toBe(1);
    expect(senior?.changes.added.map(({ skill }) => skill)).toEqual(["mentoring"]);
  });

  it("is empty at the top and null for a level that is not there", () => {
    expect(promotionGap(LEVELS, "senior")).toEqual([]);
    expect(promotionGap(LEVELS, "director")).toBeNull();
  });
});
