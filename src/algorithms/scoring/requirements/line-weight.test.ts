import { assumptionsOf, fulfilment, lineWeight, withDefaults } from "./line-weight";

const SQL = { skill: "sql", requirement: "ESSENTIAL", importance: 4, proficiency: 3 } as const;
const UNKNOWN = { skill: "sql", requirement: null, importance: null, proficiency: null };

describe("lineWeight", () => {
  it("is importance / 5, times the optional weight unless essential", () => {
    expect(lineWeight(SQL)).toBeCloseTo(0.8, 12);
    expect(lineWeight({ ...SQL, requirement: "OPTIONAL" })).toBeCloseTo(0.4, 12);
    expect(lineWeight({ ...SQL, requirement: "OPTIONAL" }, 0.25)).toBeCloseTo(0.2, 12);
    expect(lineWeight({ ...SQL, requirement: "OPTIONAL" }, 0)).toBe(0);
  });

  it("takes a null importance as 3 and a null requirement as optional", () => {
    expect(lineWeight(UNKNOWN)).toBeCloseTo(0.3, 12);
    expect(lineWeight({ ...UNKNOWN, requirement: "ESSENTIAL" })).toBeCloseTo(0.6, 12);
  });
});

it("says what is assumed, and nothing when all is stated", () => {
  expect(assumptionsOf(UNKNOWN)).toEqual(["REQUIREMENT", "IMPORTANCE", "PROFICIENCY"]);
  expect(assumptionsOf(SQL)).toEqual([]);
});

describe("fulfilment", () => {
  it.each([
    { have: undefined, need: 4, met: 0 },
    { have: undefined, need: null, met: 0 },
    { have: 1, need: null, met: 1 },
    { have: null, need: null, met: 1 },
    { have: null, need: 4, met: 0.25 },
    { have: 3, need: 4, met: 0.75 },
    { have: 5, need: 4, met: 1 },
  ])("of $have against $need is $met", ({ have, need, met }) => {
    expect(fulfilment(have, need)).toBe(met);
  });

  it("takes an unknown proficiency as the caller says", () => {
    expect(fulfilment(null, 4, 3)).toBe(0.75);
  });
});

it("refuses options out of their range", () => {
  expect(withDefaults({})).toEqual({ optionalWeight: 0.5, unstatedProficiency: 1 });
  for (const optionalWeight of [-0.1, 1.1, Number.NaN])
    expect(() => withDefaults({ optionalWeight })).toThrow(RangeError);
  for (const unstatedProficiency of [0, 6, 2.5])
    expect(() => withDefaults({ unstatedProficiency })).toThrow(RangeError);
});
