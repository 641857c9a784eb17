import type { Database, Transaction } from "../../database/database";
import type { EdgeKind } from "../../edges/edge.entity";
import { type NodeKind, toGlobalId } from "../../shared/global-id";
import { insertEdge, insertNode, insertRow, rowId } from "../../testing/graph-rows";
import { openEmptyGraph } from "../../testing/starter-graph";

/** The id of a source key that became part of `b`. */
export const FORMER_ID = "00000000-0000-4000-8000-000000000b0b";

const SKILLS = ["a", "b", "c", "d", "e", "f", "g", "p", "q", "hermit", "island-1", "island-2"];

/** Skills that need skills: a circle of recommended ones, a chain behind it, and a way over a skill nobody uses. */
const NEEDS: readonly (readonly [from: string, to: string, requirement: string])[] = [
  ["a", "b", "OPTIONAL"],
  ["b", "c", "OPTIONAL"],
  ["c", "a", "OPTIONAL"],
  ["c", "d", "ESSENTIAL"],
  ["d", "e", "ESSENTIAL"],
  ["e", "f", "ESSENTIAL"],
  ["f", "g", "ESSENTIAL"],
  ["p", "old", "ESSENTIAL"],
  ["old", "q", "ESSENTIAL"],
];

/** A graph that can be drawn on paper, for walks over it. */
export async function openDrawnGraph(): Promise<Database> {
  const database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const slug of SKILLS) await insertNode(tx, "SKILL", slug);
    await insertNode(tx, "SKILL", "old", {
      status: "DEPRECATED",
      replaced_by_id: rowId("SKILL", "b"),
    });
    await insertNode(tx, "SKILL", "gone", { status: "DEPRECATED" });
    await insertNode(tx, "ROLE", "baker");
    await insertNode(tx, "EXTERNAL_CONCEPT", "concept");
    await insertNode(tx, "LEARNING_RESOURCE", "book");
    for (const [from, to, requirement] of NEEDS)
      await link(tx, "PREREQUISITE", ["SKILL", from], ["SKILL", to], { requirement });
    await link(tx, "REQUIREMENT", ["ROLE", "baker"], ["SKILL", "a"], {
      role_id: rowId("ROLE", "baker"),
    });
    await link(tx, "MAPPING", ["SKILL", "a"], ["EXTERNAL_CONCEPT", "concept"], {
      match_type: "EXACT",
    });
    await link(tx, "TEACHES", ["LEARNING_RESOURCE", "book"], ["SKILL", "a"]);
    const islands = ["island-1", "island-2"].sort((a, b) =>
      rowId("SKILL", a) < rowId("SKILL", b) ? -1 : 1,
    );
    await link(tx, "RELATED", ["SKILL", islands[0] as string], ["SKILL", islands[1] as string], {
      relation_kind: "SIMILAR",
    });
    await insertRow(tx, "node_key", {
      id: FORMER_ID,
      kind: "SKILL",
      scheme: "test",
      key: "former",
      node_id: rowId("SKILL", "b"),
    });
    await insertRow(tx, "label", {
      node_id: rowId("SKILL", "a"),
      node_kind: "SKILL",
      locale: "de",
      kind: "PREFERRED",
      text: "A",
      folded: "a",
    });
  });
  return database;
}

async function link(
  tx: Transaction,
  kind: EdgeKind,
  from: readonly [NodeKind, string],
  to: readonly [NodeKind, string],
  columns: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await insertEdge(tx, kind, from, to, columns);
}

/** The public id of a skill of the graph. */
export function skillId(slug: string): string {
  return toGlobalId("SKILL", rowId("SKILL", slug));
}
