import { type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from "graphql";
import type { Database } from "../database/database";
import { fold } from "../shared/fold";
import { parseGlobalId } from "../shared/global-id";
import { dataOf } from "./read-all";

/** Root lists read page after page, and the same nodes sorted here, to compare the two. */

/** What an `orderBy` field sorts by, read off a node. */
const KEYS: Readonly<Record<string, { field: string; of(value: never): string | number }>> = {
  NAME: { field: "name", of: (name: string) => fold(name) },
  SLUG: { field: "slug", of: (slug: string) => slug },
  CREATED_AT: { field: "createdAt", of: (time: string) => time },
  UPDATED_AT: { field: "updatedAt", of: (time: string) => time },
  RANK: { field: "rank", of: (rank: number) => rank },
  TOTAL_MINUTES: { field: "totalMinutes", of: (minutes: number | null) => minutes ?? 0 },
};

function keyOf(criterion: string) {
  const key = KEYS[criterion];
  if (!key) throw new Error(`say in KEYS what ${criterion} reads`);
  return key;
}

export type Direction = "ASC" | "DESC";

/** What a root list can be sorted by: the values of the enum of its `orderBy`. */
export function criteriaOf(schema: GraphQLSchema, list: string): string[] {
  const field = schema.getQueryType()?.getFields()[list];
  const argument = field?.args.find(({ name }) => name === "orderBy");
  const input = argument && getNamedType(argument.type);
  const values = isInputObjectType(input) ? getNamedType(input.getFields().field?.type) : null;
  if (!isEnumType(values)) throw new Error(`${list} has no orderBy`);
  return values.getValues().map(({ name }) => name);
}

export interface Listed {
  id: string;
  [field: string]: unknown;
}

interface ListPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: Listed[];
}

/** All nodes of a root list in at least three pages; no node is missing or comes twice. */
export async function readInPages(
  database: Database,
  list: string,
  criteria: readonly string[],
  orderBy = "",
): Promise<Listed[]> {
  const fields = criteria.map((criterion) => keyOf(criterion).field);
  const source = `query ($first: Int!, $after: String) { ${list}(first: $first, after: $after${orderBy}) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id ${fields.join(" ")} }
  } }`;
  const page = async (first: number, after: string | null): Promise<ListPage> =>
    (await dataOf(database, source, { first, after }))[list];
  const { totalCount } = await page(0, null);
  const first = Math.min(100, Math.ceil(totalCount / 3));
  const found: Listed[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await page(first, after);
    found.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(found).toHaveLength(totalCount);
  expect(new Set(found.map(({ id }) => id)).size).toBe(totalCount);
  return found;
}

/** The nodes in the order of the criteria; equal ones by UUID, which runs the same way. */
export function sortedBy(
  nodes: readonly Listed[],
  criteria: readonly string[],
  direction: Direction,
): Listed[] {
  const keysOf = (node: Listed) => [
    ...criteria.map((criterion) => keyOf(criterion).of(node[keyOf(criterion).field] as never)),
    parseGlobalId(node.id)?.uuid ?? "",
  ];
  const ascending = [...nodes].sort((a, b) => compareLists(keysOf(a), keysOf(b)));
  return direction === "ASC" ? ascending : ascending.reverse();
}

function compareLists(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const place = a.findIndex((key, index) => key !== b[index]);
  const [left = "", right = ""] = [a[place], b[place]];
  if (typeof left === "number" && typeof right === "number") return left - right;
  // Byte by byte, as the database does: JavaScript compares UTF-16.
  return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
}
