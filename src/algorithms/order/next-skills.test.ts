import type { LearningQuestion, Prerequisite } from "./learning-needs";
import { nextSkills } from "./next-skills";

type Link = readonly [skill: string, needs: string];

function prerequisites(
  links: readonly Link[],
  strength: Prerequisite["strength"] = "ESSENTIAL",
): Prerequisite[] {
  return links.map(([skill, needs]) => ({
    skill,
    needs,
    strength,
    requiredProficiency: null,
    forProficiency: null,
  }));
}

const goals = (...skills: string[]) =>
  skills.map((skill, place) => ({ skill, proficiency: 3, severity: 1 - place / 10 }));

const question = (part: Partial<LearningQuestion>): LearningQuestion => ({
  goals: [],
  have: new Map(),
  prerequisites: [],
  ...part,
});

describe("nextSkills", () => {
  it("puts first what opens up most", () => {
    const answer = nextSkills(
      question({
        goals: [
          { skill: "kubernetes", proficiency: 3, severity: 0.5 },
          { skill: "react", proficiency: 3, severity: 0.7 },
          { skill: "helm", proficiency: 2, severity: 0.4 },
          { skill: "git", proficiency: 2, severity: 0.7 },
        ],
        have: new Map([["javascript", 2]]),
        prerequisites: prerequisites([
          ["kubernetes", "docker"],
          ["helm", "docker"],
          ["helm", "kubernetes"],
          ["react", "javascript"],
        ]),
      }),
    );
    expect(answer.map(({ skill, value, unlocks, leadsTo }) => [skill, value, unlocks, leadsTo]))
      // Docker leads to 0.5 + 0.4; helm waits for Kubernetes as well.
      .toEqual([
        ["docker", 0.9, ["kubernetes"], ["helm", "kubernetes"]],
        ["git", 0.7, [], []],
        ["react", 0.7, [], []],
      ]);
  });

  it("counts nothing that a cycle blocks", () => {
    const answer = nextSkills(
      question({
        goals: goals("c", "a"),
        prerequisites: prerequisites([
          ["a", "b"],
          ["b", "a"],
          ["a", "free"],
          ["c", "free"],
        ]),
      }),
    );
    expect(answer.map(({ skill, leadsTo }) => [skill, leadsTo])).toEqual([["free", ["c"]]]);
  });
});
