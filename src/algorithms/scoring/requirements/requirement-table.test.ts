import fc from "fast-check";
import { strictestLines } from "./combine-lines";
import { compareIds, extendIdList, toIdList } from "./id-list";
import { replaceRoles } from "./replace-roles";
import type { RequirementLine } from "./requirement-line";
import { requirementLines } from "./requirement-table";
import { RequirementTableBuilder, toRequirementTable } from "./table-builder";

const SEEDED = { seed: 7, numRuns: 200 };
const onScale = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const aLine = fc.record({
  skill: fc.constantFrom("s0", "s1", "s2", "s3", "s4"),
  requirement: fc.constantFrom("ESSENTIAL" as const, "OPTIONAL" as const, null),
  importance: onScale,
  proficiency: onScale,
});
const someLines = fc.array(aLine, { maxLength: 8 });
const aRole = fc.constantFrom("r0", "r1", "r2", "r3");
const someRoles = fc.uniqueArray(fc.tuple(aRole, someLines), { selector: ([role]) => role });

function bySkill(lines: readonly RequirementLine[]): RequirementLine[] {
  return [...lines].sort((a, b) => compareIds(a.skill, b.skill));
}

it("gives back what was put in, in any order, duplicates as the strictest of them", () => {
  const rows = fc.array(fc.tuple(aRole, aLine), { maxLength: 30 });
  const property = fc.property(rows, (added) => {
    const builder = new RequirementTableBuilder();
    for (const [role, line] of added) builder.add(role, line);
    const table = builder.build();
    expect(new Set(table.roles.ids)).toEqual(new Set(added.map(([role]) => role)));
    for (const role of table.roles.ids) {
      const lines = added.filter(([of]) => of === role).map(([, line]) => line);
      expect(bySkill(requirementLines(table, role) ?? [])).toEqual(bySkill(strictestLines(lines)));
    }
  });
  fc.assert(property, SEEDED);
});

it("holds lines ascending by skill, in exactly as much memory as they need", () => {
  const line = { requirement: null, importance: null, proficiency: 2 };
  const table = toRequirementTable([
    ["a", [{ skill: "x", ...line }]],
    [
      "b",
      [
        { skill: "y", ...line },
        { skill: "x", ...line },
        { skill: "x", ...line },
      ],
    ],
    ["c", []],
  ]);
  expect(table.start).toEqual(Uint32Array.of(0, 1, 3, 3));
  expect(table.skill).toEqual(Uint32Array.of(0, 0, 1));
  expect(table.skill.buffer.byteLength).toBe(12);
  expect(table.proficiency).toEqual(Uint8Array.of(2, 2, 2));
  expect(table.importance).toEqual(Uint8Array.of(0, 0, 0));
});

it("tells a role that asks nothing from one it does not know", () => {
  const table = toRequirementTable([["a", []]]);
  expect(requirementLines(table, "a")).toEqual([]);
  expect(requirementLines(table, "b")).toBeNull();
});

it("grows beyond its first capacity", () => {
  const builder = new RequirementTableBuilder();
  for (let at = 0; at < 3000; at++)
    builder.add(`r${at % 7}`, {
      skill: `s${at}`,
      requirement: "OPTIONAL",
      importance: (at % 5) + 1,
      proficiency: null,
    });
  const table = builder.build();
  expect(table.skill.length).toBe(3000);
  const third = requirementLines(table, "r3") ?? [];
  expect(third.find(({ skill }) => skill === "s2998")).toBeUndefined();
  expect(third.find(({ skill }) => skill === "s2999")?.importance).toBe(5);
});

it("refuses values that are not on the scale", () => {
  const line = { skill: "s", requirement: null, importance: null, proficiency: null };
  const builder = new RequirementTableBuilder();
  expect(() => builder.add("r", { ...line, importance: 6 })).toThrow(RangeError);
  expect(() => builder.add("r", { ...line, proficiency: 0 })).toThrow(RangeError);
  const table = toRequirementTable([["r", []]]);
  expect(() => replaceRoles(table, new Map([["r", [{ ...line, importance: 1.5 }]]]))).toThrow(
    RangeError,
  );
  expect(builder.build().skill.length).toBe(0);
});

describe("replaceRoles", () => {
  it("makes the table that a build of the changed roles makes", () => {
    const someChanges = fc.uniqueArray(fc.tuple(aRole, fc.option(someLines, { nil: null })), {
      selector: ([role]) => role,
    });
    const property = fc.property(someRoles, someChanges, (roles, changes) => {
      const before = toRequirementTable(roles);
      const after = replaceRoles(before, new Map(changes));
      const expected = new Map<string, readonly RequirementLine[]>(roles);
      for (const [role, lines] of changes)
        if (lines === null) expected.delete(role);
        else expected.set(role, lines);
      expect(new Set(after.roles.ids)).toEqual(new Set(expected.keys()));
      for (const [role, lines] of expected)
        expect(bySkill(requirementLines(after, role) ?? [])).toEqual(
          bySkill(strictestLines(lines)),
        );
      expect(after.skills.ids.slice(0, before.skills.ids.length)).toEqual(before.skills.ids);
      expect(requirementLines(after, "nobody")).toBeNull();
      expect(before).toEqual(toRequirementTable(roles));
    });
    fc.assert(property, SEEDED);
  });
});

describe("id lists", () => {
  it("number ids by first mention and rank them in id order", () => {
    const list = toIdList(["b", "a", "b", "C"]);
    expect(list.ids).toEqual(["b", "a", "C"]);
    expect(list.rank).toEqual(Uint32Array.of(2, 1, 0));
    expect(list.numberOf.get("C")).toBe(2);
  });

  it("stay the same list when nothing is added", () => {
    const list = toIdList(["b", "a"]);
    expect(extendIdList(list, ["a"])).toBe(list);
    expect(extendIdList(list, ["c", "a", "c"]).ids).toEqual(["b", "a", "c"]);
  });
});
