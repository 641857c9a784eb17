import type { Database } from "../database/database";
import type { ExpectedRequirement } from "./expected-requirements";
import { dataOf } from "./read-all";

/** Requirements as a list shows them, read through GraphQL and brought into one form with what the seed files say. */

interface Weights {
  requirement: string | null;
  importance: number | null;
  proficiency: number | null;
}

export interface RequirementEdge extends Weights {
  role: { slug: string };
  /** The other end: what is asked for, or who asks. */
  node: { slug: string; name: string };
}

/** What to select of an edge. */
export const REQUIREMENT_EDGE =
  "requirement importance proficiency role { slug } node { slug name }";

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: RequirementEdge[];
}

/** All requirements that a field shows at one node, e.g. `requirements` of `role(by: { slug: "x" })`. */
export async function readRequirements(
  database: Database,
  node: string,
  field: string,
  args: { filter?: unknown; orderBy?: unknown } = {},
): Promise<RequirementEdge[]> {
  const source = `query ($filter: RequirementFilter, $orderBy: [RequirementOrder!], $after: String) {
    node: ${node} { page: ${field}(first: 100, filter: $filter, orderBy: $orderBy, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { ${REQUIREMENT_EDGE} }
    } } }`;
  const found: RequirementEdge[] = [];
  for (let after: string | null = null; ; ) {
    const data = await dataOf(database, source, { ...args, after });
    const { totalCount, pageInfo, edges }: Page = data.node.page;
    found.push(...edges);
    if (!pageInfo.hasNextPage) {
      expect(found).toHaveLength(totalCount);
      return found;
    }
    after = pageInfo.endCursor;
  }
}

function asText(role: string, far: string, { requirement, importance, proficiency }: Weights) {
  return `${role} ${far} ${requirement} ${importance} ${proficiency}`;
}

/** What was found, in any order. */
export function shown(edges: readonly RequirementEdge[]): string[] {
  return edges.map((edge) => asText(edge.role.slug, edge.node.slug, edge)).sort();
}

/** The same of the seed files, seen from who asks. */
export function askedFor(rows: readonly ExpectedRequirement[]): string[] {
  return rows.map((row) => asText(row.role, row.slug, row)).sort();
}

/** The same of the seed files, seen from what is asked for. */
export function askedBy(rows: readonly ExpectedRequirement[]): string[] {
  return rows.map((row) => asText(row.role, askerOf(row), row)).sort();
}

/** The slug of the role or role level that asks. */
export function askerOf({ role, level }: ExpectedRequirement): string {
  return level ? `${role}-${level}` : role;
}
