import fc from "fast-check";
import { inLadderOrder, type LadderLevel, levelBelow, nextLevels } from "./level-ladder";
import { SEEDED } from "./testing/random-requirements";

function level(id: string, track: string, rank: number, branch: string | null = null): LadderLevel {
  return { id, track, rank, branch };
}

const JUNIOR = level("junior", "IC", 1);
const MID = level("mid", "IC", 2);
const SENIOR = level("senior", "IC", 3);
const STAFF = level("staff", "IC", 4);
const LEAD = level("lead", "MANAGEMENT", 3);
const MANAGER = level("manager", "MANAGEMENT", 4);
const LADDER = [MANAGER, STAFF, LEAD, JUNIOR, SENIOR, MID];

it("orders levels by rank, then track", () => {
  expect(inLadderOrder(LADDER)).toEqual([JUNIOR, MID, SENIOR, LEAD, STAFF, MANAGER]);
});

it.each([
  ["junior", null],
  ["mid", "junior"],
  ["senior", "mid"],
  ["lead", "mid"],
  ["staff", "senior"],
  ["manager", "lead"],
])("below %s is %s", (id, below) => {
  const of = LADDER.find((each) => each.id === id) as LadderLevel;
  expect(levelBelow(LADDER, of)?.id ?? null).toBe(below);
});

it.each([
  ["junior", ["mid"]],
  ["mid", ["senior", "lead"]],
  ["senior", ["staff"]],
  ["staff", []],
  ["lead", ["manager"]],
])("next after %s comes %j", (id, next) => {
  const of = LADDER.find((each) => each.id === id) as LadderLevel;
  expect(nextLevels(LADDER, of).map((each) => each.id)).toEqual(next);
});

it("forks from the nearest level when a track starts higher up", () => {
  const levels = [MID, SENIOR, MANAGER];
  expect(levelBelow(levels, MANAGER)).toBe(SENIOR);
  expect(nextLevels(levels, SENIOR)).toEqual([MANAGER]);
});

it("forks from the same track and the main ladder when several levels are nearest", () => {
  const branch = level("architect", "IC", 4, "architecture");
  expect(levelBelow([LEAD, SENIOR, branch], branch)).toBe(SENIOR);
  const other = level("a-designer", "IC", 3, "design");
  expect(levelBelow([other, SENIOR, branch], branch)).toBe(SENIOR);
  expect(levelBelow([other, level("z", "IC", 3, "ops"), branch], branch)).toBe(other);
});

it("stays on its own branch even if another level is nearer in rank", () => {
  const [low, high] = [level("a1", "IC", 2, "a"), level("a2", "IC", 5, "a")];
  expect(levelBelow([low, STAFF, high], high)).toBe(low);
});

it("always looks down, is nobody's own neighbour, and gives every level but the lowest one below", () => {
  const aLevel = fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
    rank: fc.integer({ min: 1, max: 4 }),
    track: fc.constantFrom("IC", "MANAGEMENT", null),
    branch: fc.constantFrom("x", null),
  });
  const levels = fc.uniqueArray(aLevel, { minLength: 1, selector: ({ id }) => id });
  const property = fc.property(levels, (all) => {
    const lowest = Math.min(...all.map(({ rank }) => rank));
    for (const each of all) {
      const below = levelBelow(all, each);
      if (each.rank === lowest) expect(below).toBeNull();
      else expect(below?.rank).toBeLessThan(each.rank);
      expect(levelBelow([...all].reverse(), each)).toBe(below);
    }
    const reached = all.flatMap((each) => nextLevels(all, each));
    expect(reached.length).toBe(all.filter(({ rank }) => rank > lowest).length);
  });
  fc.assert(property, SEEDED);
});
