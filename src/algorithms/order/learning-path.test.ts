import type { LearningQuestion, Prerequisite } from "./learning-needs";
import { type LearningPath, learningPath } from "./learning-path";

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

const stagesOf = ({ stages }: LearningPath) => stages.map((stage) => stage.map((s) => s.skill));

const question = (part: Partial<LearningQuestion>): LearningQuestion => ({
  goals: [],
  have: new Map(),
  prerequisites: [],
  ...part,
});

describe("learningPath", () => {
  // The example of the docstring.
  const links: Link[] = [
    ["kubernetes", "docker"],
    ["docker", "linux"],
    ["react", "javascript"],
  ];

  it("puts everything into the earliest stage that its prerequisites allow", () => {
    const path = learningPath(
      question({ goals: goals("kubernetes", "react"), prerequisites: prerequisites(links) }),
    );
    expect(stagesOf(path)).toEqual([["javascript", "linux"], ["react", "docker"], ["kubernetes"]]);
    expect(path.stages[2]).toEqual([
      { skill: "kubernetes", from: 0, to: 3, severity: 1, reason: "ASKED", after: ["docker"] },
    ]);
    expect(path.stages[0]?.[1]).toEqual({
      skill: "linux",
      from: 0,
      to: 1,
      severity: null,
      reason: "ESSENTIAL",
      after: [],
    });
    expect(path).toMatchObject({ cycles: [], blocked: [] });
  });

  it("leaves out what is held, and what only that needs", () => {
    const path = learningPath(
      question({
        goals: goals("kubernetes", "react"),
        have: new Map([
          ["docker", 1],
          ["react", 3],
        ]),
        prerequisites: prerequisites(links),
      }),
    );
    expect(stagesOf(path)).toEqual([["kubernetes"]]);
  });

  it("counts levels: a prerequisite of a level that is not reached for is none", () => {
    const levelled = (requiredProficiency: number, forProficiency: number): Prerequisite[] => [
      { skill: "b", needs: "a", strength: "ESSENTIAL", requiredProficiency, forProficiency },
    ];
    const ask = (have: [string, number][], prerequisites: Prerequisite[]) =>
      learningPath(
        question({ goals: goals("b"), have: new Map(have), prerequisites }),
      ).stages.flatMap((stage) => stage.map(({ skill, from, to }) => [skill, from, to]));
    expect(ask([], levelled(2, 4))).toEqual([["b", 0, 3]]);
    expect(ask([], levelled(2, 3))).toEqual([
      ["a", 0, 2],
      ["b", 0, 3],
    ]);
    expect(ask([["a", 1]], levelled(2, 3))).toEqual([
      ["a", 1, 2],
      ["b", 0, 3],
    ]);
    expect(ask([["a", 2]], levelled(2, 3))).toEqual([["b", 0, 3]]);
    expect(ask([["b", 2]], levelled(2, 2))).toEqual([["b", 2, 3]]);
  });

  it("reports an essential cycle, and what it blocks", () => {
    const path = learningPath(
      question({
        goals: goals("d", "e"),
        prerequisites: prerequisites([
          ["d", "c"],
          ["c", "b"],
          ["b", "a"],
          ["a", "b"],
          ["e", "e2"],
        ]),
      }),
    );
    expect(stagesOf(path)).toEqual([["e2"], ["e"]]);
    expect(path.cycles).toEqual([{ strength: "ESSENTIAL", skills: ["a", "b"] }]);
    expect(path.blocked.map(({ skill, waitsFor, cycles }) => [skill, waitsFor, cycles])).toEqual([
      ["a", ["b"], [0]],
      ["b", ["a"], [0]],
      ["c", ["b"], [0]],
      ["d", ["c"], [0]],
    ]);
  });

  it("takes a cycle with a recommended link as one unit, and reports it", () => {
    const path = learningPath(
      question({
        goals: goals("after"),
        includeRecommended: true,
        prerequisites: [
          ...prerequisites([
            ["b", "a"],
            ["after", "a"],
            ["a", "before"],
          ]),
          ...prerequisites(
            [
              ["a", "b"],
              ["c", "b"],
              ["b", "c"],
            ],
            "RECOMMENDED",
          ),
        ],
      }),
    );
    expect(path.cycles).toEqual([{ strength: "RECOMMENDED", skills: ["a", "b", "c"] }]);
    // Inside the unit only "b needs a" counts; "after" waits for all of it.
    expect(stagesOf(path)).toEqual([["before"], ["a", "c"], ["b"], ["after"]]);
    expect(path.stages[2]?.[0]).toMatchObject({ reason: "RECOMMENDED", after: ["a", "c"] });
    expect(path.blocked).toEqual([]);
  });

  it("has nothing to say where nothing is missing", () => {
    expect(learningPath(question({}))).toEqual({ stages: [], cycles: [], blocked: [] });
    const met = question({ goals: goals("a"), have: new Map([["a", 5]]) });
    expect(learningPath(met)).toEqual({ stages: [], cycles: [], blocked: [] });
  });
});
