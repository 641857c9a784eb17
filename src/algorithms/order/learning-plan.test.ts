import { type LearningPlan, learningPlan, type PlanQuestion } from "./learning-plan";
import type { LearningOffer } from "./teaching";

type Lesson = readonly [skill: string, from: number | null, to: number | null];

const offer = (id: string, minutes: number | null, ...lessons: Lesson[]): LearningOffer => ({
  id,
  minutes,
  cost: 0,
  teaches: lessons.map(([skill, fromProficiency, toProficiency]) => ({
    skill,
    fromProficiency,
    toProficiency,
  })),
});

const ids = ({ offers }: LearningPlan) => offers.map(({ id }) => id);

it("covers gaps at the fewest minutes a level", () => {
  // The example of the docstring.
  const plan = learningPlan({
    gaps: [
      { skill: "sql", from: 0, to: 2 },
      { skill: "git", from: 0, to: 1 },
    ],
    offers: [
      offer("a", 60, ["sql", 0, 2]),
      offer("b", 40, ["sql", 0, 1], ["git", 0, 1]),
      offer("c", 30, ["sql", 1, 2]),
    ],
  });
  expect(plan).toEqual({
    offers: [
      {
        id: "b",
        minutes: 40,
        cost: 0,
        covers: [
          { skill: "git", from: 0, to: 1 },
          { skill: "sql", from: 0, to: 1 },
        ],
      },
      { id: "c", minutes: 30, cost: 0, covers: [{ skill: "sql", from: 1, to: 2 }] },
    ],
    uncovered: [],
    totalMinutes: 70,
    totalCost: 0,
    withoutMinutes: 0,
    withoutCost: 0,
  });
});

describe("levels chain", () => {
  const gaps = [{ skill: "go", from: 0, to: 4 }];

  it("puts first what others build on", () => {
    const offers = [offer("a", 10, ["go", 2, 4]), offer("b", 50, ["go", 0, 2])];
    expect(ids(learningPlan({ gaps, offers }))).toEqual(["b", "a"]);
  });

  it("takes nothing that has nothing to build on", () => {
    const plan = learningPlan({ gaps, offers: [offer("a", 10, ["go", 2, 4])] });
    expect(plan.offers).toEqual([]);
    expect(plan.uncovered).toEqual([{ skill: "go", from: 0, to: 4, reason: "NO_OFFER" }]);
  });

  it("gives up what it cannot build up to within the limits, and uses the room for something else", () => {
    const offers = [
      offer("a", 10, ["go", 2, 4]),
      offer("b", 50, ["go", 0, 2]),
      offer("c", 40, ["go", 0, 1]),
    ];
    const plan = learningPlan({ gaps, offers, maxMinutes: 45 });
    expect(ids(plan)).toEqual(["c"]);
    expect(plan.uncovered).toEqual([{ skill: "go", from: 1, to: 4, reason: "LIMIT" }]);
  });

  it("starts at what is held", () => {
    const held = [{ skill: "go", from: 2, to: 4 }];
    expect(ids(learningPlan({ gaps: held, offers: [offer("a", 10, ["go", 2, 4])] }))).toEqual([
      "a",
    ]);
  });
});

it("breaks ties by id, and prefers what weighs more", () => {
  const gaps = [
    { skill: "a", from: 0, to: 1, weight: 1 },
    { skill: "b", from: 0, to: 1, weight: 2 },
  ];
  const offers = [
    offer("y", 10, ["b", 0, 1]),
    offer("x", 10, ["b", 0, 1]),
    offer("w", 10, ["a", 0, 1]),
  ];
  const plan = learningPlan({ gaps, offers, maxMinutes: 10 });
  expect(ids(plan)).toEqual(["x"]);
  expect(plan.uncovered).toEqual([{ skill: "a", from: 0, to: 1, reason: "LIMIT" }]);
});

it("plans with nothing that is unknown, and counts it", () => {
  const gaps = [{ skill: "a", from: 0, to: 2 }];
  const free = offer("x", 10, ["a", 0, 2]);
  const offers = [offer("y", null, ["a", 0, 2]), { ...free, cost: null }];
  expect(learningPlan({ gaps, offers })).toMatchObject({
    offers: [{ id: "x", cost: null }],
    totalCost: null,
    withoutMinutes: 1,
    withoutCost: 0,
  });
  expect(learningPlan({ gaps, offers, maxCost: 100 })).toMatchObject({
    offers: [],
    totalCost: 0,
    withoutMinutes: 1,
    withoutCost: 1,
  });
  // Unknown levels: from nothing, and one level on.
  expect(learningPlan({ gaps, offers: [offer("z", 10, ["a", null, null])] }).uncovered).toEqual([
    { skill: "a", from: 1, to: 2, reason: "NO_OFFER" },
  ]);
});

it("takes an offer that needs a skill only when the skill is there", () => {
  const gaps = [
    { skill: "a", from: 0, to: 1 },
    { skill: "b", from: 0, to: 1 },
  ];
  const second = { ...offer("x", 10, ["b", 0, 1]), needs: [{ skill: "a", proficiency: 1 }] };
  const first = offer("y", 10, ["a", 0, 1]);
  expect(ids(learningPlan({ gaps, offers: [second, first] }))).toEqual(["y", "x"]);
  expect(ids(learningPlan({ gaps, offers: [second] }))).toEqual([]);
  const elsewhere = { ...second, needs: [{ skill: "c", proficiency: null }] };
  expect(ids(learningPlan({ gaps, offers: [elsewhere] }))).toEqual([]);
  expect(ids(learningPlan({ gaps, offers: [elsewhere], have: new Map([["c", 1]]) }))).toEqual([
    "x",
  ]);
});

it("refuses what is no gap, weight or limit", () => {
  const plan = (question: Partial<PlanQuestion>) => () =>
    learningPlan({ gaps: [], offers: [], ...question });
  const gap = { skill: "a", from: 0, to: 1 };
  expect(plan({ gaps: [{ ...gap, from: 1 }] })).toThrow(RangeError);
  expect(plan({ gaps: [{ ...gap, to: 6 }] })).toThrow(RangeError);
  expect(plan({ gaps: [{ ...gap, from: 0.5 }] })).toThrow(RangeError);
  expect(plan({ gaps: [gap, gap] })).toThrow(RangeError);
  expect(plan({ gaps: [{ ...gap, weight: 0 }] })).toThrow(RangeError);
  expect(plan({ offers: [offer("a", -1)] })).toThrow(RangeError);
  expect(plan({ maxMinutes: -1 })).toThrow(RangeError);
  expect(plan({})()).toMatchObject({ offers: [], uncovered: [], totalMinutes: 0, totalCost: 0 });
});
