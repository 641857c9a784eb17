import fc from "fast-check";
import type { LearningOffer } from "../../algorithms/order/teaching";
import { indexRequirements } from "../../algorithms/scoring/requirement-index";
import { RequirementTableBuilder } from "../../algorithms/scoring/requirements/table-builder";
import { learningMinutes, rememberedMinutes } from "./learning-minutes";

const SKILLS = ["s0", "s1", "s2", "s3", "s4"];

/** Role 0 asks for s0 at 3 and s1 without a proficiency; role 1 only optionally; role 2 for all skills at 2. */
function positions() {
  const builder = new RequirementTableBuilder();
  const add = (role: string, skill: string, isEssential: boolean, proficiency: number | null) =>
    builder.add(role, {
      skill,
      requirement: isEssential ? "ESSENTIAL" : "OPTIONAL",
      importance: null,
      proficiency,
    });
  add("r0", "s0", true, 3);
  add("r0", "s1", true, null);
  add("r1", "s2", false, 4);
  for (const skill of SKILLS) add("r2", skill, true, 2);
  return indexRequirements(builder.build());
}

const index = positions();

function learningOf(offers: readonly LearningOffer[]) {
  const offersOf = new Map<string, string[]>();
  for (const { id, teaches } of offers)
    for (const { skill } of teaches) offersOf.set(skill, [...(offersOf.get(skill) ?? []), id]);
  return { offers: new Map(offers.map((offer) => [offer.id, offer])), offersOf };
}

const offer = (
  id: string,
  minutes: number | null,
  skill: string,
  to: number,
  needs: string[] = [],
): LearningOffer => ({
  id,
  minutes,
  cost: null,
  teaches: [{ skill, fromProficiency: 0, toProficiency: to }],
  needs: needs.map((need) => ({ skill: need, proficiency: 2 })),
});

const held = (levels: Readonly<Record<string, number>>) =>
  Uint8Array.from(index.table.skills.ids, (skill) => levels[skill] ?? 0);

describe("learningMinutes", () => {
  const learning = learningOf([
    offer("a", 60, "s0", 3, ["s4"]),
    offer("b", 90, "s0", 3),
    offer("c", 30, "s1", 1),
  ]);

  it("does not know what takes longer than a hop may: a resource of three years", () => {
    const endless = learningOf([offer("b", 1_500_000, "s0", 3), offer("c", 30, "s1", 1)]);
    expect(learningMinutes(index, endless, 0, held({}))).toBeNaN();
    expect(learningMinutes(index, endless, 0, held({ s0: 3 }))).toBe(30);
  });

  it("adds up the resources for what is essential and missing: by hand", () => {
    expect(learningMinutes(index, learning, 0, held({}))).toBe(120);
    expect(learningMinutes(index, learning, 0, held({ s1: 1 }))).toBe(90);
    expect(learningMinutes(index, learning, 0, held({ s0: 3, s1: 5 }))).toBe(0);
  });

  it("takes what builds on a skill that is held, though the position does not ask for it", () => {
    expect(learningMinutes(index, learning, 0, held({ s4: 2 }))).toBe(90);
    expect(learningMinutes(index, learning, 0, held({ s4: 1 }))).toBe(120);
  });

  it("is unknown where nothing essential is stated, nothing teaches it, or nobody says how long", () => {
    expect(learningMinutes(index, learning, 1, held({}))).toBeNaN();
    expect(learningMinutes(index, learning, 2, held({}))).toBeNaN();
    const endless = learningOf([offer("a", null, "s0", 3), offer("c", 30, "s1", 1)]);
    expect(learningMinutes(index, endless, 0, held({}))).toBeNaN();
  });
});

it("remembers nothing that would be another answer", () => {
  const level = fc.integer({ min: 0, max: 3 });
  const offers = fc.array(
    fc.record({
      minutes: fc.option(fc.integer({ min: 1, max: 9 })),
      skill: fc.constantFrom(...SKILLS),
      to: fc.integer({ min: 1, max: 3 }),
      needs: fc.subarray(SKILLS, { maxLength: 2 }),
    }),
    { maxLength: 12 },
  );
  const states = fc.array(fc.array(level, { minLength: SKILLS.length, maxLength: SKILLS.length }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(offers, states, (made, asked) => {
      const learning = learningOf(
        made.map(({ minutes, skill, to, needs }, at) => offer(`o${at}`, minutes, skill, to, needs)),
      );
      const remembered = rememberedMinutes(index, learning);
      for (const levels of asked)
        for (const position of [0, 1, 2]) {
          const state = held(
            Object.fromEntries(SKILLS.map((skill, at) => [skill, levels[at] ?? 0])),
          );
          expect(remembered(position, state)).toBe(
            learningMinutes(index, learning, position, state),
          );
        }
    }),
  );
});
