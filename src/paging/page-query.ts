import type { Reader } from "../database/database";
import type { Row } from "../shared/row-mapping";
import { makePage, type Page, type PageEdge, type Wanted } from "./connection";
import { decodeCursor, encodeCursor } from "./cursor";
import { isBehind, OrderDirection, type OrderTerm, orderBy } from "./order";
import { requirePageSize } from "./page-args";
import { SqlParams } from "./sql-params";

/** A list that hangs at each of many parents, or at none (root lists). */
export interface ListQuery {
  /** Type and field of the list, e.g. `Role.requirements`: cursors of another list are refused. */
  list: string;
  /** Select list of an entry. */
  columns: string;
  /** `FROM` items, e.g. `edge e JOIN node n ON n.id = e.to_id`; `p.id` is the parent. */
  from: string;
  /** Conditions that tie entries to the parent and filter them; all hold. */
  where: readonly string[];
  /** Unique among the entries of a parent: the last term of every order. */
  id: string;
  /** Type of `id`; uuid when left out. */
  idType?: "uuid" | "text";
  order: readonly OrderTerm[];
  first: number;
  after: string | null;
  wanted: Wanted;
}

interface PageRow extends Row {
  parent: string;
  total: number | null;
  place: string | null;
  keys: string[] | null;
}

/**
 * One page for each parent, in the order of the parents, by one SQL statement.
 *
 * Each parent's entries are found, sorted and cut by themselves (lateral join), so that the cost is
 * parents × page on an index, not the size of the table. The count is a second lateral join, only when wanted.
 * @throws AppError BAD_USER_INPUT for a page size out of range or a cursor of another list.
 */
export async function fetchPages<N, E extends PageEdge<N>>(
  reader: Reader,
  parents: readonly string[],
  makeQuery: (params: SqlParams) => ListQuery,
  makeEdge: (row: Row, cursor: string, parent: string) => E,
): Promise<Page<N, E>[]> {
  const params = new SqlParams();
  const parentList = params.add(parents);
  const query = makeQuery(params);
  const first = requirePageSize(query.first);
  const terms = [...query.order, idTerm(query)];
  const where = query.where.length > 0 ? query.where.join(" AND ") : "true";
  const behind =
    query.after !== null
      ? ` AND ${isBehind(
          terms,
          decodeCursor(query.list, terms, query.after).map((value) => params.add(value)),
        )}`
      : "";
  const rows = await reader.query<PageRow>(
    `SELECT p.id AS parent, ${query.wanted.total ? "c.total" : "NULL::integer AS total"}${query.wanted.rows ? ", r.*" : ", NULL AS place"}
       FROM unnest(${parentList}::uuid[]) WITH ORDINALITY AS p (id, place)
       ${query.wanted.rows ? lateralPage(query, terms, `${where}${behind}`, params.add(first + 1)) : ""}
       ${query.wanted.total ? `CROSS JOIN LATERAL (SELECT count(*)::integer AS total FROM ${query.from} WHERE ${where}) c` : ""}
      ORDER BY p.place${query.wanted.rows ? ", r.place" : ""}`,
    params.values,
  );
  const byParent = new Map<string, PageRow[]>(parents.map((parent) => [parent, []]));
  for (const row of rows) byParent.get(row.parent)?.push(row);
  return parents.map((parent) => {
    const all = byParent.get(parent) ?? [];
    const entries = all.filter((row) => row.place !== null);
    const edges = entries
      .slice(0, first)
      .map((row) => makeEdge(row, encodeCursor(query.list, terms, row.keys ?? []), parent));
    return makePage<N, E>(
      edges,
      all[0]?.total ?? null,
      entries.length > first,
      query.after !== null,
    );
  });
}

/** A root list hangs at no parent; it is read as the list of this one. */
export const NO_PARENT = "00000000-0000-0000-0000-000000000000";

function lateralPage(
  query: ListQuery,
  terms: readonly OrderTerm[],
  where: string,
  limit: string,
): string {
  const keys = terms.map((term) => `(${term.sql})::text`).join(", ");
  return `LEFT JOIN LATERAL (
    SELECT ${query.columns}, ARRAY[${keys}] AS keys, row_number() OVER (ORDER BY ${orderBy(terms)}) AS place
      FROM ${query.from} WHERE ${where} ORDER BY ${orderBy(terms)} LIMIT ${limit}::integer) r ON true`;
}

/** The ids run the way of the first criterion, so that one index serves both directions. */
function idTerm({ id, idType = "uuid", order }: ListQuery): OrderTerm {
  return { sql: id, type: idType, direction: order[0]?.direction ?? OrderDirection.ASC };
}
