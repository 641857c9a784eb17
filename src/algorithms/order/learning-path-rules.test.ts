import fc from "fast-check";
import type { Prerequisite } from "./learning-needs";
import { learningPath } from "./learning-path";
import { nextSkills } from "./next-skills";

const SKILLS = ["a", "b", "c", "d", "e", "f", "g"];
const level = fc.option(fc.integer({ min: 1, max: 4 }));
const questions = fc.record({
  goals: fc.array(
    fc.record({
      skill: fc.constantFrom(...SKILLS),
      proficiency: fc.integer({ min: 1, max: 5 }),
      severity: fc.constantFrom(0, 0.5, 1),
    }),
    { maxLength: 4 },
  ),
  have: fc
    .array(fc.tuple(fc.constantFrom(...SKILLS), fc.integer({ min: 1, max: 5 })), { maxLength: 3 })
    .map((entries) => new Map(entries)),
  prerequisites: fc.array(
    fc.record({
      skill: fc.constantFrom(...SKILLS),
      needs: fc.constantFrom(...SKILLS),
      strength: fc.constantFrom("ESSENTIAL" as const, "ESSENTIAL" as const, "RECOMMENDED" as const),
      requiredProficiency: level,
      forProficiency: level,
    }),
    { maxLength: 12 },
  ),
  includeRecommended: fc.boolean(),
});

/** What a link asks of somebody who learns `skill` up to a level: nothing, or a level of `needs`. */
function missingLevel(link: Prerequisite, to: number, have: ReadonlyMap<string, number>): number {
  const counts =
    link.forProficiency === null ||
    (link.forProficiency <= to && link.forProficiency > (have.get(link.skill) ?? 0));
  const needed = link.requiredProficiency ?? 1;
  return counts && needed > (have.get(link.needs) ?? 0) ? needed : 0;
}

it("keeps every rule of an order", () => {
  const property = fc.property(questions, (asked) => {
    const path = learningPath(asked);
    const counted = asked.prerequisites.filter(
      ({ strength }) => asked.includeRecommended || strength === "ESSENTIAL",
    );
    const steps = new Map([...path.stages.flat(), ...path.blocked].map((s) => [s.skill, s]));
    const stageOf = new Map(
      path.stages.flatMap((stage, number) => stage.map(({ skill }) => [skill, number])),
    );
    expect(steps.size).toBe(path.stages.flat().length + path.blocked.length);

    // Levels: the least that satisfies goals and prerequisites, found by raising one at a time.
    const levels = new Map<string, number>();
    for (let isRising = true; isRising; ) {
      isRising = false;
      const raise = (skill: string, to: number) => {
        if (to <= Math.max(asked.have.get(skill) ?? 0, levels.get(skill) ?? 0)) return;
        levels.set(skill, to);
        isRising = true;
      };
      for (const { skill, proficiency } of asked.goals) raise(skill, proficiency);
      for (const link of counted) {
        const to = levels.get(link.skill);
        if (to !== undefined) raise(link.needs, missingLevel(link, to, asked.have));
      }
    }
    expect(new Map([...steps].map(([skill, { to }]) => [skill, to]))).toEqual(levels);

    // Links: each essential one leads to a later stage, or from blocked to blocked.
    const links = counted.filter((link) => {
      const to = levels.get(link.skill);
      return to !== undefined && missingLevel(link, to, asked.have) > 0;
    });
    const isCyclic = (skills: readonly string[]) =>
      new Set(path.cycles.filter((c) => skills.every((s) => c.skills.includes(s)))).size > 0;
    for (const { skill, needs, strength } of links) {
      const [before, after] = [stageOf.get(needs), stageOf.get(skill)];
      if (strength === "ESSENTIAL") {
        if (before === undefined) expect(after).toBeUndefined();
        else if (after !== undefined) expect(before).toBeLessThan(after);
      } else if (before !== undefined && after !== undefined && !isCyclic([skill, needs]))
        expect(before).toBeLessThan(after);
    }

    // A unit: what leads to it comes before all of it, what follows after all of it.
    for (const { skills } of path.cycles.filter((cycle) => cycle.strength === "RECOMMENDED")) {
      const stages = skills.map((skill) => stageOf.get(skill) as number);
      for (const { skill, needs } of links) {
        const [before, after] = [stageOf.get(needs), stageOf.get(skill)];
        if (before === undefined || after === undefined) continue;
        if (skills.includes(needs) && !skills.includes(skill))
          expect(Math.max(...stages)).toBeLessThan(after);
        if (skills.includes(skill) && !skills.includes(needs))
          expect(Math.min(...stages)).toBeGreaterThan(before);
      }
    }

    // No later than needed: each step outside cycles follows something of the stage right before it, or a cycle.
    for (const { skill, after } of path.stages.flat()) {
      const stage = stageOf.get(skill) as number;
      if (stage === 0 || isCyclic([skill])) continue;
      expect(after.some((other) => stageOf.get(other) === stage - 1 || isCyclic([other]))).toBe(
        true,
      );
    }

    // Blocked is what reaches itself by essential links, and what needs that.
    const essential = links.filter(({ strength }) => strength === "ESSENTIAL");
    const needed = (skill: string, seen = new Set<string>()): Set<string> => {
      for (const link of essential)
        if (link.skill === skill && !seen.has(link.needs)) {
          seen.add(link.needs);
          needed(link.needs, seen);
        }
      return seen;
    };
    const onCycle = (skill: string) => needed(skill).has(skill);
    for (const skill of levels.keys()) {
      const isBlocked = onCycle(skill) || [...needed(skill)].some(onCycle);
      expect(path.blocked.some((step) => step.skill === skill)).toBe(isBlocked);
    }
    const deadlocked = path.cycles.filter(({ strength }) => strength === "ESSENTIAL");
    expect(deadlocked.flatMap(({ skills }) => skills).sort()).toEqual(
      [...levels.keys()].filter(onCycle).sort(),
    );
    for (const { skill, waitsFor, cycles } of path.blocked) {
      expect(cycles.length).toBeGreaterThan(0);
      for (const position of cycles) {
        const members = path.cycles[position]?.skills ?? [];
        expect(members.some((member) => member === skill || needed(skill).has(member))).toBe(true);
      }
      expect(waitsFor.length).toBeGreaterThan(0);
    }

    // Ties: the most severe first, then by id.
    for (const stage of path.stages) {
      const keys = stage.map(({ severity, skill }) => [-(severity ?? -1), skill] as const);
      expect(keys).toEqual(keys.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)));
    }
  });
  fc.assert(property, { numRuns: 1500, seed: 4 });
});

it("offers next exactly what starts the path, and values it by what it leads to", () => {
  const property = fc.property(questions, (asked) => {
    const plain = { ...asked, includeRecommended: false };
    const path = learningPath(plain);
    const next = nextSkills(plain);
    expect(next.map(({ skill }) => skill).sort()).toEqual(
      (path.stages[0] ?? []).map(({ skill }) => skill).sort(),
    );
    const steps = path.stages.flat();
    const isBehind = (skill: string, first: string): boolean =>
      steps.some(
        (step) =>
          step.skill === skill &&
          step.after.some((before) => before === first || isBehind(before, first)),
      );
    for (const { skill, leadsTo, unlocks, value, severity } of next) {
      const behind = steps.filter((step) => isBehind(step.skill, skill));
      expect(leadsTo).toEqual(behind.map((step) => step.skill).sort());
      expect(unlocks).toEqual(
        behind
          .filter(({ after }) => after.length === 1 && after[0] === skill)
          .map((step) => step.skill)
          .sort(),
      );
      const sum = behind.reduce((total, step) => total + (step.severity ?? 0), severity ?? 0);
      expect(value).toBeCloseTo(sum, 9);
    }
    expect(next.map(({ value }) => -value)).toEqual(
      next.map(({ value }) => -value).toSorted((a, b) => a - b),
    );
  });
  fc.assert(property, { numRuns: 600, seed: 5 });
});
