import fc from "fast-check";
import { learningPlan, type PlanQuestion } from "./learning-plan";
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

const SKILLS = ["a", "b", "c"];
const skill = fc.constantFrom(...SKILLS);
const lesson = fc.tuple(skill, fc.nat(3), fc.integer({ min: 1, max: 2 }));
const gaps = fc
  .uniqueArray(fc.tuple(skill, fc.nat(2), fc.integer({ min: 1, max: 3 })), {
    selector: ([name]) => name,
    maxLength: 3,
  })
  .map((all) => all.map(([name, from, more]) => ({ skill: name, from, to: from + more })));
const offers = fc
  .array(fc.tuple(fc.nat(60), fc.nat(9), fc.array(lesson, { maxLength: 3 })), { maxLength: 7 })
  .map((all) =>
    all.map(([minutes, cost, lessons], position): LearningOffer => {
      const levels = lessons.map(([name, from, more]): Lesson => [name, from, from + more]);
      return { ...offer(`offer ${position}`, minutes, ...levels), cost };
    }),
  );
const needs = fc.array(fc.tuple(skill, fc.integer({ min: 1, max: 3 })), { maxLength: 1 });

/** Levels after following offers in whatever order helps. */
function learned(question: PlanQuestion, followed: readonly LearningOffer[]): Map<string, number> {
  const levels = new Map(question.gaps.map(({ skill: name, from }) => [name, from]));
  for (let round = 0; round < 30; round++)
    for (const { teaches, needs: needed = [] } of followed)
      if (
        needed.every(
          ({ skill: name, proficiency }) => (levels.get(name) ?? 0) >= (proficiency ?? 1),
        )
      )
        for (const { skill: name, fromProficiency, toProficiency } of teaches) {
          const level = levels.get(name);
          const goal = question.gaps.find((gap) => gap.skill === name)?.to ?? 0;
          if (level !== undefined && (fromProficiency ?? 0) <= level)
            levels.set(name, Math.max(level, Math.min(goal, toProficiency ?? 0)));
        }
  return levels;
}

it("keeps the limits, says truly what it covers, and takes nothing needless", () => {
  const limit = fc.option(fc.nat(120), { nil: undefined });
  const property = fc.property(
    gaps,
    offers,
    fc.array(needs, { minLength: 7, maxLength: 7 }),
    limit,
    limit,
    (all, plain, needed, maxMinutes, maxCost) => {
      const some = plain.map((each, position) => ({
        ...each,
        needs: (needed[position] ?? []).map(([name, proficiency]) => ({
          skill: name,
          proficiency,
        })),
      }));
      const question = {
        gaps: all,
        offers: some,
        maxMinutes: maxMinutes ?? Infinity,
        maxCost: maxCost ?? Infinity,
      };
      const plan = learningPlan(question);
      const chosen = plan.offers.map(
        ({ id }) => some.find((each) => each.id === id) as LearningOffer,
      );
      expect(plan.totalMinutes).toBe(chosen.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0));
      expect(plan.totalMinutes).toBeLessThanOrEqual(question.maxMinutes);
      expect(plan.totalCost).toBeLessThanOrEqual(question.maxCost);

      const levels = learned(question, chosen);
      const most = learned(question, some);
      const left = all.flatMap(({ skill: name, to }) => [
        {
          skill: name,
          from: levels.get(name) as number,
          to: most.get(name) as number,
          reason: "LIMIT",
        },
        { skill: name, from: most.get(name) as number, to, reason: "NO_OFFER" },
      ]);
      const bySkill = (a: { skill: string }, b: { skill: string }) =>
        a.skill < b.skill ? -1 : a.skill > b.skill ? 1 : 0;
      expect(plan.uncovered).toEqual(left.filter(({ from, to }) => from < to).sort(bySkill));
      if (maxMinutes === undefined && maxCost === undefined) expect(levels).toEqual(most);

      // Taken in the order of the plan, each adds what it says.
      const now = new Map(all.map(({ skill: name, from }) => [name, from]));
      const lessons = plan.offers.flatMap(({ covers }) => covers);
      for (const { skill: name, from, to } of lessons.toSorted((a, b) => a.from - b.from)) {
        expect(now.get(name)).toBe(from);
        now.set(name, to);
      }
      expect(now).toEqual(levels);
      for (const one of chosen)
        expect(
          learned(
            question,
            chosen.filter((other) => other !== one),
          ),
        ).not.toEqual(levels);

      // What is left has no offer that fits and adds to it.
      for (const one of some.filter((each) => !chosen.includes(each)))
        if (
          plan.totalMinutes + (one.minutes ?? 0) <= question.maxMinutes &&
          (plan.totalCost ?? 0) + (one.cost ?? 0) <= question.maxCost
        )
          expect(learned(question, [...chosen, one])).toEqual(levels);
    },
  );
  fc.assert(property, { numRuns: 800, seed: 4 });
});

it("takes at most 1 + 1/2 + … + 1/d times the fewest minutes", () => {
  const property = fc.property(gaps, offers, (all, some) => {
    const question = { gaps: all, offers: some };
    const most = learned(question, some);
    let fewest = Infinity;
    for (let subset = 0; subset < 1 << some.length; subset++) {
      const chosen = some.filter((_, position) => subset & (1 << position));
      const minutes = chosen.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
      if (minutes >= fewest) continue;
      if ([...learned(question, chosen)].every(([name, level]) => level === most.get(name)))
        fewest = minutes;
    }
    const covered = some.map(({ teaches }) => {
      const levels = teaches.flatMap(({ skill: name, fromProficiency, toProficiency }) =>
        [1, 2, 3, 4, 5]
          .filter((level) => level > (fromProficiency ?? 0) && level <= (toProficiency ?? 0))
          .filter((level) =>
            all.some(
              (gap) =>
                gap.skill === name && level > gap.from && level <= (most.get(name) as number),
            ),
          )
          .map((level) => name + level),
      );
      return new Set(levels).size;
    });
    let bound = 0;
    for (let i = 1; i <= Math.max(1, ...covered); i++) bound += 1 / i;
    expect(learningPlan(question).totalMinutes).toBeLessThanOrEqual(fewest * bound + 1e-9);
  });
  fc.assert(property, { numRuns: 500, seed: 5 });
});
