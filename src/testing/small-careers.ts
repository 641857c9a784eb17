import type { Database } from "../database/database";

<<<<<<< HEAD

import type { NodeKind } from "../shared/global-id";
import { openEmptyGraph } from "./starter-graph";
import { merge, TestSource, testId } from "./test-source";

type End = readonly [NodeKind, string];
/** Owner, skill (or technology), requirement, importance, proficiency. */
type Asked = readonly [End, End, "ESSENTIAL" | "OPTIONAL" | null, number | null, number | null];

const skill = (slug: string): End => ["SKILL", slug];
const role = (slug: string): End => ["ROLE", slug];
const dev = (level: string): End => ["ROLE_LEVEL", `dev-${level}`];
const PG: End = ["TECHNOLOGY", "pg"];

/**
 * Careers so small that answers can be worked out by hand.
 * - dev: junior 1, mid 2, senior 3, and lead 3 on the track of managers; specializations data and web;
 * - ops: no levels, asks for sql of which nothing is known, and for go;
 * - alpha and beta: the example of `strength.ts`;
 * - hobby: asks for one optional skill; quiet: asks nothing.
 */
const ASKED: readonly Asked[] = [
  [role("dev"), skill("git"), "OPTIONAL", 4, 2],
  [dev("junior"), skill("sql"), "ESSENTIAL", 4, 2],
  [dev("mid"), skill("sql"), "ESSENTIAL", 4, 4],
  [dev("mid"), PG, "ESSENTIAL", 5, 3],
  [dev("senior"), skill("sql"), "ESSENTIAL", 5, 3],
  [dev("senior"), PG, "ESSENTIAL", 5, null],
  [dev("senior"), skill("design"), "ESSENTIAL", 4, 3],
  [dev("lead"), skill("git"), "ESSENTIAL", null, null],
  [dev("lead"), skill("talk"), "ESSENTIAL", 5, 4],
  [["SPECIALIZATION", "data"], skill("go"), "OPTIONAL", 2, null],
  [["SPECIALIZATION", "data"], skill("sql"), null, null, 5],
  [role("ops"), skill("sql"), null, null, null],
  [role("ops"), skill("go"), "ESSENTIAL", 3, 3],
  [role("alpha"), skill("sql"), "ESSENTIAL", 5, 4],
  [role("alpha"), skill("git"), "OPTIONAL", 2, 3],
  [role("beta"), skill("sql"), null, 4, 3],
  [role("beta"), skill("go"), "ESSENTIAL", null, 3],
  [role("hobby"), skill("git"), "OPTIONAL", 2, 2],
];

/** Owner and responsibility. */
const DUTIES: readonly (readonly [End, string, number?])[] = [
  [role("dev"), "answer-mail"],
  [dev("junior"), "fix"],
  [dev("mid"), "fix"],
  [dev("mid"), "review"],
  [dev("senior"), "review", 3],
  [dev("senior"), "plan", 2],
  [dev("senior"), "build", 1],
  [dev("senior"), "answer-mail"],
  [["CAREER_LEVEL", "senior"], "mentor"],
  [["SPECIALIZATION", "data"], "mentor"],
];

const QUALIFICATIONS: readonly (readonly [End, string])[] = [
  [role("dev"), "degree"],
  [dev("senior"), "degree"],
  [dev("senior"), "certificate"],
];

/** A fresh database with these careers. Close it after the tests. */
export async function openSmallCareers(): Promise<Database> {
  const database = await openEmptyGraph();
  const source = new TestSource("careers");
  const nodes = (kind: NodeKind, ...slugs: string[]) =>
    slugs.map((slug) => source.node(kind, slug));
  const level = (slug: string, rank: number, track = "IC") =>
    source.node("CAREER_LEVEL", slug, { rank, track });
  const levelOf = (slug: string) =>
    source.node("ROLE_LEVEL", `dev-${slug}`, {
      role_id: testId("ROLE", "dev"),
      career_level_id: testId("CAREER_LEVEL", slug),
    });
  await merge(
    database,
    source,
    ...nodes("SKILL", "sql", "git", "go", "design", "talk"),
    ...nodes("TECHNOLOGY", "pg"),
    ...nodes("ROLE", "dev", "ops", "alpha", "beta", "hobby", "quiet"),
    ...nodes("SPECIALIZATION", "data", "web", "net"),
    ...nodes("RESPONSIBILITY", "answer-mail", "fix", "review", "plan", "build", "mentor"),
    ...["degree", "certificate"].map((slug) =>
      source.node("QUALIFICATION", slug, { qualification_kind: "DEGREE" }),
    ),
    level("junior", 1),
    level("mid", 2),
    level("senior", 3),
    level("lead", 3, "MANAGEMENT"),
    level("chief", 9),
    ...["junior", "mid", "senior", "lead"].map(levelOf),
    source.edge("HAS_SPECIALIZATION", role("dev"), ["SPECIALIZATION", "data"]),
    source.edge("HAS_SPECIALIZATION", role("dev"), ["SPECIALIZATION", "web"]),
    source.edge("HAS_SPECIALIZATION", role("ops"), ["SPECIALIZATION", "net"]),
    ...ASKED.map(([owner, what, requirement, importance, proficiency]) =>
      source.edge("REQUIREMENT", owner, what, { requirement, importance, proficiency }),
    ),
    ...DUTIES.map(([owner, duty, position = null]) =>
      source.edge("DUTY", owner, ["RESPONSIBILITY", duty], { position }),
    ),
    ...QUALIFICATIONS.map(([owner, what]) =>
      source.edge("QUALIFICATION", owner, ["QUALIFICATION", what]),
    ),
  );
=======
import type { EdgeKind } from "../edges/edge.entity";
import type { NodeKind } from "../shared/global-id";
import { insertEdge, insertNode, rowId } from "./graph-rows";
import { openEmptyGraph } from "./starter-graph";

type End = readonly [NodeKind, string];

/** Job zones of the roles; null: unknown. `mystery` asks for nothing, and nobody asks for `yodel`. */
const ROLES: Readonly<Record<string, number | null>> = {
  analyst: 3,
  backend: 4,
  hermit: null,
  mystery: 5,
  painter: 1,
  tester: null,
};
const SKILLS = ["colour", "excel", "git", "go", "silence", "sql", "yodel"];

/** Who asks for what: how firmly, how much, how well. */
const REQUIREMENTS: readonly [End, End, string | null, number | null, number | null][] = [
  [["ROLE", "backend"], ["SKILL", "sql"], "ESSENTIAL", 5, 4],
  [["ROLE", "backend"], ["SKILL", "git"], "ESSENTIAL", 3, 2],
  [["ROLE", "backend"], ["SKILL", "go"], "ESSENTIAL", 4, 3],
  [["ROLE", "analyst"], ["SKILL", "sql"], "ESSENTIAL", 5, 2],
  [["ROLE", "analyst"], ["SKILL", "excel"], "ESSENTIAL", 5, 3],
  [["ROLE", "tester"], ["SKILL", "git"], "ESSENTIAL", 3, null],
  [["ROLE_LEVEL", "tester-junior"], ["SKILL", "sql"], "ESSENTIAL", 2, 1],
  [["ROLE_LEVEL", "tester-senior"], ["SKILL", "sql"], "ESSENTIAL", 4, 4],
  [["ROLE_LEVEL", "tester-senior"], ["TECHNOLOGY", "docker"], "OPTIONAL", null, null],
  // Nothing is known to be essential.
  [["ROLE", "painter"], ["SKILL", "colour"], "OPTIONAL", 2, 1],
  [["ROLE", "painter"], ["SKILL", "excel"], null, null, null],
  // Shares nothing with any other role.
  [["ROLE", "hermit"], ["SKILL", "silence"], "ESSENTIAL", 5, 5],
];

/** What is stated between roles, and between skills. */
const LINKS: readonly [EdgeKind, End, End, Readonly<Record<string, unknown>>][] = [
  ["BROADER", ["ROLE", "backend"], ["ROLE_FAMILY", "engineering"], {}],
  ["BROADER", ["ROLE", "tester"], ["ROLE_FAMILY", "engineering"], {}],
  [
    "RELATED_OCCUPATION",
    ["ROLE", "backend"],
    ["ROLE", "analyst"],
    { position: 6, tier: "PRIMARY_LONG" },
  ],
  [
    "RELATED_OCCUPATION",
    ["ROLE", "backend"],
    ["ROLE", "painter"],
    { position: 1, tier: "PRIMARY_SHORT" },
  ],
  [
    "RELATED_OCCUPATION",
    ["ROLE", "hermit"],
    ["ROLE", "backend"],
    { position: 3, tier: "PRIMARY_SHORT" },
  ],
  [
    "PROGRESSION",
    ["ROLE_LEVEL", "tester-senior"],
    ["ROLE", "backend"],
    { score: 0.7, progression_kind: "CHANGE" },
  ],
  ["PROGRESSION", ["ROLE", "analyst"], ["ROLE", "painter"], {}],
  ["RELATED", ["ROLE", "backend"], ["ROLE", "mystery"], {}],
  ["RELATED", ["SKILL", "sql"], ["SKILL", "excel"], { weight: 0.6, relation_kind: "SIMILAR" }],
  ["RELATED", ["SKILL", "sql"], ["SKILL", "git"], { relation_kind: "COMPLEMENTARY" }],
];

/** A database with six roles, small enough to work every number out by hand. Close it after the tests. */
export async function openSmallCareers(): Promise<Database> {
  const database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const [slug, job_zone] of Object.entries(ROLES))
      await insertNode(tx, "ROLE", slug, { job_zone });
    await insertNode(tx, "ROLE_FAMILY", "engineering");
    for (const slug of SKILLS) await insertNode(tx, "SKILL", slug);
    await insertNode(tx, "TECHNOLOGY", "docker");
    for (const [index, level] of ["junior", "senior"].entries()) {
      const career_level_id = await insertNode(tx, "CAREER_LEVEL", level, { rank: index + 1 });
      const role_id = rowId("ROLE", "tester");
      await insertNode(tx, "ROLE_LEVEL", `tester-${level}`, { role_id, career_level_id });
    }
    for (const [from, to, requirement, importance, proficiency] of REQUIREMENTS) {
      const role_id = rowId("ROLE", from[1].replace(/-.*/, ""));
      const columns = { role_id, requirement, importance, proficiency };
      await insertEdge(tx, "REQUIREMENT", from, to, columns);
    }
    for (const [kind, from, to, columns] of LINKS) {
      // A relation without a direction is stored from the smaller id.
      const isTurned = kind === "RELATED" && rowId(...from) > rowId(...to);
      await insertEdge(tx, kind, isTurned ? to : from, isTurned ? from : to, columns);
    }
  });
>>>>>>> work-b
  return database;
}
