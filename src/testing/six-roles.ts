import type { Database } from "../database/database";
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
export async function openSixRoles(): Promise<Database> {
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
  return database;
}
