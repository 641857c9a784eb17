import fc from "fast-check";
import { itemChanges, requirementChanges } from "./requirement-changes";
import type { RequirementLine } from "./requirements/requirement-line";
import { SEEDED, someLines } from "./testing/random-requirements";

function line(skill: string, values: Partial<RequirementLine> = {}): RequirementLine {
  return { skill, requirement: null, importance: null, proficiency: null, ...values };
}

it("tells added, removed, changed and unchanged lines apart, by id", () => {
  const before = [
    line("sql", { proficiency: 2, requirement: "OPTIONAL" }),
    line("perl"),
    line("git", { proficiency: 3 }),
  ];
  const after = [
    line("sql", { proficiency: 4, requirement: "ESSENTIAL" }),
    line("git", { proficiency: 3 }),
    line("rust"),
    line("go"),
  ];
  const changes = requirementChanges(before, after);
  expect(changes.added.map(({ skill }) => skill)).toEqual(["go", "rust"]);
  expect(changes.removed).toEqual([line("perl")]);
  expect(changes.unchanged).toEqual([line("git", { proficiency: 3 })]);
  expect(changes.changed).toEqual([
    {
      skill: "sql",
      before: before[0],
      after: after[0],
      proficiency: "RAISED",
      importance: "NONE",
      requirement: "RAISED",
    },
  ]);
});

it("never takes unknown for lower", () => {
  const [known, unknown] = [line("sql", { proficiency: 2 }), line("sql")];
  expect(requirementChanges([known], [unknown]).changed[0]?.proficiency).toBe("UNKNOWN");
  expect(requirementChanges([unknown], [known]).changed[0]?.proficiency).toBe("UNKNOWN");
  expect(requirementChanges([unknown], [unknown]).changed).toEqual([]);
});

it("compares duplicates as the strictest of them", () => {
  const twice = [line("sql", { proficiency: 2 }), line("sql", { proficiency: 4 })];
  expect(requirementChanges(twice, [line("sql", { proficiency: 4 })]).changed).toEqual([]);
});

it("puts each skill into exactly one list, and mirrors when swapped", () => {
  const property = fc.property(someLines, someLines, (before, after) => {
    const changes = requirementChanges(before, after);
    const { added, removed, changed, unchanged } = changes;
    const all = [...added, ...removed, ...changed, ...unchanged].map(({ skill }) => skill);
    expect(all.sort()).toEqual(
      [...new Set([...before, ...after].map(({ skill }) => skill))].sort(),
    );
    const back = requirementChanges(after, before);
    expect(back.added).toEqual(removed);
    expect(back.removed).toEqual(added);
    const mirrored = { RAISED: "LOWERED", LOWERED: "RAISED", UNKNOWN: "UNKNOWN", NONE: "NONE" };
    expect(back.changed.map(({ importance }) => importance)).toEqual(
      changed.map(({ importance }) => mirrored[importance]),
    );
    expect(requirementChanges(after, after).changed).toEqual([]);
  });
  fc.assert(property, SEEDED);
});

it("compares plain lists in their order, each id once", () => {
  expect(itemChanges(["a", "b", "c"], ["d", "c", "e", "d", "b"])).toEqual({
    added: ["d", "e"],
    removed: ["a"],
    kept: ["c", "b"],
  });
});
