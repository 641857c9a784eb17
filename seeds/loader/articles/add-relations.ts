import type { EdgeKind } from "../../../src/edges/edge.entity";
import type { StatedFields } from "../../../src/merge/records";
import type { BatchBuilder } from "../batch-builder";
import type { Placed } from "../read-yaml";
import { ARTICLES, names } from "../sources";
import { articleAssertions, toDetails } from "./article-assertions";
import { graphName } from "./article-kinds";
import type { RelationRow } from "./article-rows";

interface TypedEdge {
  kind: EdgeKind;
  fields?: (rows: readonly RelationRow[]) => StatedFields;
}

type Ends = `${string}>${string}`;

const REQUIREMENT: TypedEdge = { kind: "REQUIREMENT", fields: strongest };
const DUTY: TypedEdge = { kind: "DUTY" };
const BROADER: TypedEdge = { kind: "BROADER" };

/** Relations of the articles that a typed edge holds, by type and article kinds of the ends. All others are statements. */
const TYPED: Readonly<Record<string, Readonly<Record<Ends, TypedEdge>>>> = {
  REQUIRES: {
    "Role>Skill": REQUIREMENT,
    "Role>Practice": REQUIREMENT,
    "Role>Technology": REQUIREMENT,
    "Role>Qualification": { kind: "QUALIFICATION", fields: strongest },
  },
  PERFORMS: {
    "Role>Responsibility": DUTY,
    "CareerLevel>Responsibility": DUTY,
    "Specialization>Responsibility": DUTY,
  },
  IS_A: { "Role>Role": BROADER, "Specialization>Role": BROADER, "Technology>Technology": BROADER },
  FOR_LANGUAGE: { "Technology>Technology": { kind: "BELONGS_TO" } },
  HAS_SPECIALIZATION: { "Role>Specialization": { kind: "HAS_SPECIALIZATION" } },
  COLLABORATES_WITH: { "Role>Role": { kind: "COLLABORATION", fields: subjects } },
  PROGRESSES_TO: {
    "CareerLevel>CareerLevel": { kind: "PROGRESSION", fields: progression("PROMOTION") },
    "CareerLevel>Role": { kind: "PROGRESSION", fields: progression("CHANGE") },
    "Role>CareerLevel": { kind: "PROGRESSION", fields: progression("PROMOTION") },
    "Role>Role": { kind: "PROGRESSION", fields: progression("CHANGE") },
  },
  DEMONSTRATES: {
    "Qualification>Skill": { kind: "EVIDENCES" },
    "Qualification>Technology": { kind: "EVIDENCES" },
  },
};

/** Adds the relations of one type. Rows of the same ends become one edge with an assertion for each row and document. */
export function addRelations(
  builder: BatchBuilder,
  type: string,
  rows: readonly Placed<RelationRow>[],
): void {
  for (const [pair, group] of groupBy(rows, (row) => `${row.from} ${row.to}`)) {
    const [from = "", to = ""] = pair.split(" ");
    const at = group[0]?.at ?? "";
    const fromId = idOf(builder, from, at);
    const toId = idOf(builder, to, at);
    const typed = TYPED[type]?.[`${kindOf(from)}>${kindOf(to)}`];
    const fields = typed ? (typed.fields?.(group) ?? {}) : { predicate: type.toLowerCase() };
    if (type === "HAS_LEVEL") addRoleLevel(builder, from, to, group);
    else
      for (const row of group)
        builder.edge(
          typed?.kind ?? "STATEMENT",
          fromId,
          toId,
          articleAssertions(row, fields, toDetails(row.attrs)),
          typed ? null : type.toLowerCase(),
        );
  }
}

/** That a role has a level makes a node: requirements and promotions hang there. */
function addRoleLevel(
  builder: BatchBuilder,
  from: string,
  to: string,
  group: readonly Placed<RelationRow>[],
): void {
  const [role, level] = [graphName(from), graphName(to)];
  for (const row of group)
    builder.node(
      "ROLE_LEVEL",
      `${role.slug}-${level.slug}`,
      { scheme: ARTICLES, key: `${from} ${to}` },
      [
        ...articleAssertions(
          row,
          {
            // The articles name a level after the role: `senior` is called Senior Backend Developer.
            ...names(builder.nameOf("CAREER_LEVEL", level.slug)),
            role_id: builder.id("ROLE", role.slug, row.at),
            career_level_id: builder.id("CAREER_LEVEL", level.slug, row.at),
            level_order: row.attrs.order,
          },
          toDetails(row.attrs),
        ),
      ],
    );
}

function idOf(builder: BatchBuilder, name: string, at: string): string {
  const { kind, slug } = graphName(name);
  return builder.id(kind, slug, at);
}

function kindOf(name: string): string {
  return name.split("/")[0] ?? "";
}

const STRENGTHS = ["required", "typical", "preferred", "mentioned"];

/** Required makes it ESSENTIAL, typical and preferred OPTIONAL; what is only mentioned stays unknown. */
function strongest(rows: readonly RelationRow[]): StatedFields {
  const best = Math.min(...rows.map((row) => STRENGTHS.indexOf(String(row.attrs.strength))));
  if (best < 0)
    throw new Error(`unknown strength in ${JSON.stringify(rows.map((row) => row.attrs.strength))}`);
  return best === 0 ? { requirement: "ESSENTIAL" } : best < 3 ? { requirement: "OPTIONAL" } : {};
}

function subjects(rows: readonly RelationRow[]): StatedFields {
  const all = rows.flatMap((row) => (Array.isArray(row.attrs.on) ? row.attrs.on : []));
  return all.length > 0 ? { subjects: [...new Set(all)] } : {};
}

function progression(kind: string): (rows: readonly RelationRow[]) => StatedFields {
  return (rows) => ({
    progression_kind: kind,
    branch: rows.map((row) => row.attrs.branch).find((branch) => branch !== undefined),
  });
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
