import fc from "fast-check";
import { levelMatrix, type MatrixLevel } from "./level-matrix";
import type { RequirementLine } from "./requirements/requirement-line";
import { SEEDED, someLines } from "./testing/random-requirements";

function sql(proficiency: number | null): RequirementLine {
  return { skill: "sql", requirement: "ESSENTIAL", importance: 3, proficiency };
}

function level(id: string, rank: number, lines: RequirementLine[], track = "IC"): MatrixLevel {
  return { id, rank, track, branch: null, lines };
}

describe("by hand", () => {
  const matrix = levelMatrix([
    level("staff", 4, [sql(3)]),
    level("senior", 3, []),
    level("mid", 2, [sql(4)]),
    level("junior", 1, [sql(2)]),
  ]);

  it("puts levels side by side, lowest first", () => {
    expect(matrix.levels).toEqual([
      { level: "junior", rank: 1, below: null },
      { level: "mid", rank: 2, below: "junior" },
      { level: "senior", rank: 3, below: "mid" },
      { level: "staff", rank: 4, below: "senior" },
    ]);
    expect(matrix.rows).toEqual([
      {
        skill: "sql",
        cells: [
          expect.objectContaining({ level: "junior", proficiency: 2, delta: null, isNew: false }),
          expect.objectContaining({ level: "mid", proficiency: 4, delta: 2, isNew: false }),
          null,
          expect.objectContaining({ level: "staff", proficiency: 3, delta: null, isNew: true }),
        ],
      },
    ]);
  });

  it("finds the fall past a level that leaves the skill out", () => {
    expect(matrix.inconsistencies).toEqual([
      {
        skill: "sql",
        level: "staff",
        proficiency: 3,
        lowerLevel: "mid",
        lowerProficiency: 4,
      },
    ]);
  });
});

it("compares branches of equal rank to the level below, never to each other", () => {
  const matrix = levelMatrix([
    level("mid", 2, [sql(3)]),
    level("senior", 3, [sql(5)]),
    level("lead", 3, [sql(3)], "MANAGEMENT"),
    level("manager", 4, [sql(2)], "MANAGEMENT"),
  ]);
  expect(matrix.rows[0]?.cells.map((cell) => cell?.delta)).toEqual([null, 2, 0, -1]);
  expect(matrix.inconsistencies.map(({ level: at, lowerLevel }) => [at, lowerLevel])).toEqual([
    ["manager", "lead"],
  ]);
});

it("sees no fall in what is unknown", () => {
  const matrix = levelMatrix([
    level("junior", 1, [sql(4)]),
    level("mid", 2, [sql(null)]),
    level("senior", 3, [sql(4)]),
  ]);
  expect(matrix.rows[0]?.cells.map((cell) => cell?.delta)).toEqual([null, null, null]);
  expect(matrix.inconsistencies).toEqual([]);
});

it("is empty without levels or lines", () => {
  expect(levelMatrix([])).toEqual({ levels: [], rows: [], inconsistencies: [] });
  expect(levelMatrix([level("junior", 1, [])]).rows).toEqual([]);
});

it("on a plain ladder finds each fall against the last stated proficiency", () => {
  const property = fc.property(fc.array(someLines, { maxLength: 5 }), (lists) => {
    const levels = lists.map((lines, at) => level(`l${at}`, at + 1, lines));
    const matrix = levelMatrix(levels);
    const stated = (at: number, skill: string): number =>
      Math.max(
        0,
        ...(lists[at] ?? []).filter((each) => each.skill === skill).map((x) => x.proficiency ?? 0),
      );
    const expected: string[] = [];
    for (const { skill } of matrix.rows) {
      let last = 0;
      for (const at of lists.keys()) {
        const now = stated(at, skill);
        if (now === 0) continue;
        if (last > now) expected.push(`${skill} l${at}`);
        last = now;
      }
    }
    expect(matrix.inconsistencies.map((each) => `${each.skill} ${each.level}`)).toEqual(expected);
    for (const { skill, cells } of matrix.rows)
      for (const [at, cell] of cells.entries()) {
        const isAsked = (lists[at] ?? []).some((each) => each.skill === skill);
        expect(cell !== null).toBe(isAsked);
        const [now, before] = [stated(at, skill), stated(at - 1, skill)];
        if (cell !== null) expect(cell.delta).toBe(now > 0 && before > 0 ? now - before : null);
      }
  });
  fc.assert(property, SEEDED);
});
