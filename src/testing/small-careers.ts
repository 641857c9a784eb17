import type { Database } from "../database/database";
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
  return database;
}
