import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeGraph } from "./algorithms/order/directed-graph";
import type { Prerequisite } from "./algorithms/order/learning-needs";
import { learningPath } from "./algorithms/order/learning-path";
import { learningPlan } from "./algorithms/order/learning-plan";
import { nextSkills } from "./algorithms/order/next-skills";
import { careerPaths } from "./algorithms/paths/career-paths";
import { makeHopGraph } from "./algorithms/paths/hop-graph";
import { compareRoles } from "./algorithms/scoring/compare-roles";
import { levelMatrix } from "./algorithms/scoring/level-matrix";
import { lineWeight } from "./algorithms/scoring/requirements/line-weight";
import type { RequirementLine } from "./algorithms/scoring/requirements/requirement-line";
import { toRequirementTable } from "./algorithms/scoring/requirements/table-builder";
import { similarRolesByTheta } from "./algorithms/scoring/similar-roles-by-theta";
import { similarSkills } from "./algorithms/scoring/similar-skills";
import { buildSimilarity } from "./algorithms/scoring/similarity-index";
import { skillGap } from "./algorithms/scoring/skill-gap";
import { transition } from "./algorithms/scoring/transition";
import { PROJECT_ROOT } from "./shared/project-root";

/** The examples of docs/formulas.md: computed, and found on the page as they are computed. */

const page = readFileSync(join(PROJECT_ROOT, "docs/formulas.md"), "utf8").replace(/\s+/g, " ");

/** The text of a section, white space folded. */
function section(title: string): string {
  const [, text = ""] = page.split(`## ${title} `);
  return text.split(" ## ")[0] ?? "";
}

const shown = (value: number | null | undefined) =>
  String(Number((value ?? Number.NaN).toFixed(4)));

function line(skill: string, values: Partial<RequirementLine> = {}): RequirementLine {
  return { skill, requirement: null, importance: null, proficiency: null, ...values };
}

const essential = (skill: string) => line(skill, { requirement: "ESSENTIAL" });
const optional = (skill: string) => line(skill, { requirement: "OPTIONAL" });

it("weighs requirements as the page does", () => {
  const weights = [
    lineWeight(line("a", { requirement: "ESSENTIAL", importance: 4 })),
    lineWeight(line("a", { requirement: "OPTIONAL", importance: 4 })),
    lineWeight(line("a")),
  ];
  expect(weights.map(shown)).toEqual(["0.8", "0.4", "0.3"]);
  for (const weight of ["4/5 = 0.8", "4/5 × 0.5 = 0.4", "3/5 × 0.5 = 0.3"])
    expect(section("Weight of a requirement")).toContain(weight);
});

it("covers as the page does, and the contributions add up", () => {
  const gap = skillGap(
    [{ skill: "SQL", proficiency: 2 }],
    [
      line("SQL", { requirement: "ESSENTIAL", importance: 4, proficiency: 4 }),
      line("Git", { requirement: "OPTIONAL", importance: 4, proficiency: 3 }),
    ],
  );
  const text = section("Coverage and gap");
  expect(text).toContain(`Coverage = 0.4 / 1.2 = ${shown(gap.coverage)}.`);
  expect(text).toContain(`Essential coverage = ${shown(gap.essentialCoverage)}.`);
  const [git, sql] = [...gap.lines].sort((a, b) => (a.skill < b.skill ? -1 : 1));
  expect(text).toContain(`gains 0.4 / 1.2 = ${shown(git?.gain)}.`);
  expect(text).toContain(
    `| 0.8 × 2/4 = ${shown(sql?.severity)} | 0.8 × 0.5 / 1.2 = ${shown(sql?.contribution)} |`,
  );
  const sum = gap.lines.reduce((total, { contribution }) => total + contribution, 0);
  expect(Math.abs(sum - (gap.coverage ?? 0))).toBeLessThan(1e-9);
});

it("puts levels side by side as the page does", () => {
  const level = (id: string, rank: number, proficiency: number | null) => ({
    ...{ id, rank, track: "IC", branch: null },
    lines: proficiency === null ? [] : [line("SQL", { proficiency })],
  });
  const levels = [
    level("junior", 1, 2),
    level("mid", 2, 4),
    level("senior", 3, null),
    level("staff", 4, 3),
  ];
  const { rows, inconsistencies } = levelMatrix(levels);
  expect(rows[0]?.cells.map((cell) => cell?.delta ?? null)).toEqual([null, 2, null, null]);
  expect(inconsistencies).toMatchObject([
    { level: "staff", proficiency: 3, lowerLevel: "mid", lowerProficiency: 4 },
  ]);
  expect(section("Levels side by side")).toContain("deltas null, +2, not asked for, null");
  expect(section("Levels side by side")).toContain("staff asks for 3, mid for 4");
});

it("compares roles as the page does", () => {
  const strong = (skill: string, importance: number, proficiency: number) =>
    line(skill, { importance, proficiency });
  const { jaccard, ruzicka, cosine } = compareRoles(
    [strong("SQL", 4, 5), strong("Git", 2, 3)],
    [strong("SQL", 4, 3), strong("Go", 3, 3)],
  );
  const text = section("How alike two roles are");
  for (const score of [jaccard, ruzicka, cosine])
    expect(text).toMatch(
      new RegExp(`\\| ${score?.formula} \\| [^|]+ \\| ${shown(score?.score)} \\|`),
    );
});

it("finds skills and roles alike as the page does", () => {
  const roles = {
    r1: ["SQL", "COBOL"],
    r2: ["SQL", "Git"],
    r3: ["SQL", "Git"],
    r4: ["Git", "Perl"],
    r5: ["Git", "Lua"],
  };
  const index = buildSimilarity(
    toRequirementTable(
      Object.entries(roles).map(
        ([id, skills]) => [id, skills.map((skill) => line(skill))] as const,
      ),
    ),
  );
  const text = section("Skills that are used together: theta");
  const scoreOf = (skill: string, other: string) =>
    similarSkills(index, skill)?.items.find((each) => each.skill === other)?.score;
  expect(text).toContain(`theta(SQL, Git) = 2 / max(3, 4) = ${shown(scoreOf("SQL", "Git"))}.`);
  expect(text).toContain(`theta(COBOL, SQL) = 1 / max(1, 3) = ${shown(scoreOf("COBOL", "SQL"))}.`);
  expect(scoreOf("COBOL", "Git")).toBeUndefined();
  const { table } = index.requirements;
  const rcaOf = (role: string, skill: string) => {
    const number = table.roles.numberOf.get(role) as number;
    const start = table.start[number] as number;
    const lines = table.skill.subarray(start, table.start[number + 1]);
    return index.use.rca[start + lines.indexOf(table.skills.numberOf.get(skill) as number)];
  };
  expect(text).toContain(`RCA(r2, Git) = (1/2) / (4/10) = ${shown(rcaOf("r2", "Git"))}`);
  expect(text).toContain(`RCA(r1, SQL) = (1/2) / (3/10) = ${shown(rcaOf("r1", "SQL"))}`);
  expect(text).toContain(`RCA(r1, COBOL) = (1/2) / (1/10) = ${shown(rcaOf("r1", "COBOL"))}`);
  const similar = similarRolesByTheta(index, "r1")?.items.find(({ role }) => role === "r2");
  expect(text).toContain(`((5/3 + 5) × (5/3 + 5/4)) = ${shown(similar?.score)}.`);
});

it("judges a transition as the page does", () => {
  const from = { lines: [essential("SQL"), essential("Git"), optional("Go")], jobZone: null };
  const to = {
    lines: [essential("SQL"), essential("Go"), essential("Rust"), optional("Git")],
    jobZone: null,
  };
  const { essentialOverlap, allToEssentialOverlap, skillOverlap, band } = transition(from, to);
  expect([essentialOverlap, allToEssentialOverlap]).toEqual([1 / 3, 2 / 3]);
  const text = section("Transitions");
  expect(text).toContain("essential overlap 1/3, all-to-essential 2/3");
  expect(text).toContain(`W_skills = ${shown(skillOverlap)}: \`${band}\``);
});

it("finds the paths of the page, in its order", () => {
  const nodes = ["a", "b", "c", "d"];
  const hops = [
    ...[["a", "b", 1] as const, ["b", "d", 1] as const, ["a", "c", 0.5] as const],
    ...[["c", "d", 1.5] as const, ["a", "d", 2] as const],
  ];
  const numberOf = (node: string) => nodes.indexOf(node);
  const graph = makeGraph({
    nodeCount: nodes.length,
    from: hops.map(([from]) => numberOf(from)),
    to: hops.map(([, to]) => numberOf(to)),
  });
  const { paths } = careerPaths(
    makeHopGraph(
      graph,
      hops.map(([, , cost]) => cost),
    ),
    { from: 0, to: 3, maxHops: 8, k: 3 },
  );
  const found = paths.map(({ hops: way, totalCost }) => [
    ["a", ...way.map(({ to }) => nodes[to])].join("→"),
    totalCost,
  ]);
  expect(found).toEqual([
    ["a→d", 2],
    ["a→b→d", 2],
    ["a→c→d", 2],
  ]);
  expect(section("Career paths")).toContain("a→d (2, one hop), a→b→d (2), a→c→d (2, b before c)");
});

const needs = (skill: string, other: string): Prerequisite => ({
  ...{
    skill,
    needs: other,
    strength: "ESSENTIAL",
    requiredProficiency: null,
    forProficiency: null,
  },
});
const CONTAINERS = [needs("Kubernetes", "Docker"), needs("Docker", "Linux")];
const goal = (skill: string) => ({ skill, proficiency: 1, severity: 0.8 });

it("orders learning as the page does", () => {
  const { stages } = learningPath({
    goals: [goal("Kubernetes"), goal("React")],
    have: new Map(),
    prerequisites: [...CONTAINERS, needs("React", "JavaScript")],
  });
  const found = stages.map((stage) => `(${stage.map(({ skill }) => skill).join(", ")})`).join(", ");
  expect(section("Learning order")).toContain(`stages ${found}.`);
});

it("plans learning as the page does", () => {
  const teaches = (skill: string, from: number, to: number) => ({
    ...{ skill, fromProficiency: from, toProficiency: to },
  });
  const offer = (id: string, minutes: number, ...taught: ReturnType<typeof teaches>[]) => ({
    ...{ id, minutes, cost: null, teaches: taught },
  });
  const plan = learningPlan({
    gaps: [
      { skill: "SQL", from: 0, to: 2 },
      { skill: "Git", from: 0, to: 1 },
    ],
    offers: [
      offer("A", 60, teaches("SQL", 0, 2)),
      offer("B", 40, teaches("SQL", 0, 1), teaches("Git", 0, 1)),
      offer("C", 30, teaches("SQL", 1, 2)),
    ],
  });
  expect(plan.offers.map(({ id }) => id)).toEqual(["B", "C"]);
  expect(section("Learning plan")).toContain(`that is left): ${plan.totalMinutes} minutes.`);
});

it("says what to learn next as the page does", () => {
  const [next, ...others] = nextSkills({
    goals: [goal("Kubernetes")],
    have: new Map(),
    prerequisites: CONTAINERS,
  });
  expect(others).toEqual([]);
  expect(next).toMatchObject({
    skill: "Linux",
    unlocks: ["Docker"],
    leadsTo: ["Docker", "Kubernetes"],
  });
  expect(section("What to learn next")).toContain(
    `its value is ${shown(next?.value)}, it unlocks Docker`,
  );
});
