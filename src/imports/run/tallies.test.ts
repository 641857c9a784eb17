import { Tallies } from "./tallies";

it("numbers entities in the order in which they are met, also when they are only skipped", () => {
  const tallies = new Tallies();
  expect(tallies.numberOf("occupations")).toBe(0);
  tallies.skip("relations", "CYCLE");
  expect(tallies.numberOf("skills")).toBe(2);
  expect(tallies.numberOf("occupations")).toBe(0);
  expect(tallies.total([]).map(({ entity }) => entity)).toEqual([
    "occupations",
    "relations",
    "skills",
  ]);
});

it("adds up: what became of the rows of an entity is what was read", () => {
  const tallies = new Tallies();
  const [roles, skills] = [tallies.numberOf("roles"), tallies.numberOf("skills")];
  tallies.skip("skills", "DUPLICATE_ROW");
  tallies.skip("skills", "DUPLICATE_ROW");
  tallies.skip("skills", "MISSING_VALUE");
  expect(
    tallies.total([
      { entity: skills, state: "imported", rows: 5 },
      { entity: skills, state: "unchanged", rows: 7 },
      { entity: roles, state: "updated", rows: 11 },
    ]),
  ).toEqual([
    {
      entity: "roles",
      ...{ read: 11, imported: 0, updated: 11, unchanged: 0, skipped: 0 },
      reasons: {},
    },
    {
      entity: "skills",
      ...{ read: 15, imported: 5, updated: 0, unchanged: 7, skipped: 3 },
      reasons: { DUPLICATE_ROW: 2, MISSING_VALUE: 1 },
    },
  ]);
});

it("lists the files that were left out", () => {
  const tallies = new Tallies();
  tallies.leaveOut("Tools Used.txt", 41_662);
  expect(tallies.leftOut).toEqual([{ file: "Tools Used.txt", rows: 41_662 }]);
  expect(tallies.total([])).toEqual([]);
});
