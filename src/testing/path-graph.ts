import type { Database } from "../database/database";
import type { EdgeRecord } from "../merge/records";
import { openEmptyGraph } from "./starter-graph";
import { merge, TestSource } from "./test-source";

/** What each role asks for: all optional and equally important, so that no transition is feasible by itself. */
const ASKED: Record<string, string[]> = {
  a: ["s1", "s2"],
  b: ["s1", "s2", "s3", "s4"],
  c: ["s2", "s5"],
  d: ["s3", "s4", "s5", "s6"],
  f: ["s6", "s9"],
  lonely: ["s8"],
};
export const MOVES = ["ab", "bd", "ac", "cd", "ad", "df"];

/**
 * Roles with stated progressions between them, of which costs can be told by hand, and one resource. `a`, `b`, `c` and `d` are
 * a diamond; `g` alone states something essential. Close it after the tests.
 */
export async function openPathGraph(): Promise<Database> {
  const database = await openEmptyGraph();
  const source = new TestSource("paths");
  const skills = [...new Set([...Object.values(ASKED).flat(), "s7"])];
  await merge(
    database,
    source,
    ...skills.map((slug) => source.node("SKILL", slug)),
    ...[...Object.keys(ASKED), "g"].map((slug) => source.node("ROLE", slug)),
    source.node("LEARNING_RESOURCE", "course", { resource_kind: "COURSE", minutes: 120 }),
    ...Object.entries(ASKED).flatMap(([role, asked]) =>
      asked.map((skill) => requires(source, role, skill, { requirement: "OPTIONAL" })),
    ),
    requires(source, "g", "s7", { requirement: "ESSENTIAL", proficiency: 2 }),
    ...[...MOVES, "ag"].map((move) =>
      source.edge("PROGRESSION", ["ROLE", move.charAt(0)], ["ROLE", move.charAt(1)], {
        score: move === "ab" ? 0.75 : null,
      }),
    ),
    source.edge("TEACHES", ["LEARNING_RESOURCE", "course"], ["SKILL", "s7"], {
      from_proficiency: 0,
      to_proficiency: 2,
    }),
  );
  return database;
}

function requires(source: TestSource, role: string, skill: string, fields: object): EdgeRecord {
  return source.edge("REQUIREMENT", ["ROLE", role], ["SKILL", skill], {
    importance: 5,
    proficiency: null,
    ...fields,
  });
}

/** A `PositionInput`. */
export const place = (slug: string) => ({ role: { slug } });
/** A `StartInput` with a position. */
export const at = (slug: string) => ({ position: place(slug) });
/** A `StartInput` with skills held at unknown proficiencies. */
export const having = (...slugs: string[]) => ({
  profile: { skills: slugs.map((slug) => ({ skill: { slug } })) },
});

/** By name: ids of test nodes have no order that can be told by hand. */
export function namesOf(nodes: { name: string }[]): string[] {
  return nodes.map(({ name }) => name).sort();
}
