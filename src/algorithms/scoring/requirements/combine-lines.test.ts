import { overrideLines, profileOf, strictestLines, toHoldings } from "./combine-lines";
import type { RequirementLine } from "./requirement-line";

function line(skill: string, values: Partial<RequirementLine> = {}): RequirementLine {
  return { skill, requirement: null, importance: null, proficiency: null, ...values };
}

describe("strictestLines", () => {
  it("keeps one line for each skill, as strict as the strictest, value by value", () => {
    const lines = [
      line("sql", { requirement: "OPTIONAL", importance: 2 }),
      line("git", { proficiency: 2 }),
      line("sql", { requirement: "ESSENTIAL", proficiency: 3 }),
      line("sql", { importance: 5, proficiency: 1 }),
    ];
    expect(strictestLines(lines)).toEqual([
      line("sql", { requirement: "ESSENTIAL", importance: 5, proficiency: 3 }),
      line("git", { proficiency: 2 }),
    ]);
  });

  it("takes optional over unknown", () => {
    const lines = [line("sql"), line("sql", { requirement: "OPTIONAL" })];
    expect(strictestLines(lines)).toEqual([line("sql", { requirement: "OPTIONAL" })]);
  });
});

describe("overrideLines", () => {
  it("takes what the specific list states, and the general value where it states none", () => {
    const general = [line("sql", { requirement: "ESSENTIAL", importance: 5, proficiency: 4 })];
    const specific = [line("sql", { proficiency: 2 }), line("go")];
    expect(overrideLines(general, specific)).toEqual([
      line("sql", { requirement: "ESSENTIAL", importance: 5, proficiency: 2 }),
      line("go"),
    ]);
  });

  it("changes nothing without a specific list", () => {
    expect(overrideLines([line("sql")], [])).toEqual([line("sql")]);
  });
});

describe("toHoldings", () => {
  it("counts the highest stated proficiency, and a stated one over an unknown one", () => {
    const holdings = toHoldings([
      { skill: "sql", proficiency: 2 },
      { skill: "sql", proficiency: 4 },
      { skill: "sql", proficiency: 3 },
      { skill: "git", proficiency: 1 },
      { skill: "git", proficiency: null },
      { skill: "go", proficiency: null },
    ]);
    expect([...holdings]).toEqual([
      ["sql", 4],
      ["git", 1],
      ["go", null],
    ]);
  });
});

it("makes a profile that has what is asked for, each skill once", () => {
  const lines = [line("sql", { proficiency: 2 }), line("sql", { proficiency: 4 }), line("git")];
  expect(profileOf(lines)).toEqual([
    { skill: "sql", proficiency: 4 },
    { skill: "git", proficiency: null },
  ]);
});
