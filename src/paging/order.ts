import { registerEnumType } from "type-graphql";

export enum OrderDirection {
  ASC = "ASC",
  DESC = "DESC",
}
registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "Which end of an order comes first.",
  valuesConfig: {
    ASC: { description: "Smallest, earliest or first in the alphabet first." },
    DESC: { description: "Largest, latest or last in the alphabet first." },
  },
});

/** What a list can be sorted by: never text of a client, always one of these constants. */
export interface OrderTerm {
  /** An SQL expression that is never null. */
  sql: string;
  /** The PostgreSQL type of the expression. */
  type: "text" | "integer" | "double precision" | "timestamptz" | "uuid";
  direction: OrderDirection;
}

/** An order by name, the default of nearly every list. `alias` is the table alias of the node. */
export function byName(alias: string, direction = OrderDirection.ASC): OrderTerm {
  return { sql: `${alias}.sort_name`, type: "text", direction };
}

/** `ORDER BY` list of the terms. */
export function orderBy(terms: readonly OrderTerm[]): string {
  return terms.map((term) => `${collated(term)} ${term.direction}`).join(", ");
}

/**
 * True for rows behind the cursor, whose values have the order of the terms.
 * Written out term by term, because a row comparison cannot mix directions.
 */
export function isBehind(terms: readonly OrderTerm[], placeholders: readonly string[]): string {
  const [term, ...rest] = terms;
  const [placeholder, ...others] = placeholders;
  if (!term || !placeholder) return "false";
  const value = `${placeholder}::${term.type}`;
  const operator = term.direction === OrderDirection.ASC ? ">" : "<";
  const behind = `${collated(term)} ${operator} ${value}`;
  if (rest.length === 0) return behind;
  // The first condition says nothing new, but an index can start at it.
  return `(${collated(term)} ${operator}= ${value} AND (${behind} OR (${term.sql} = ${value} AND ${isBehind(rest, others)})))`;
}

/** Databases differ in their default collation; byte order is the same everywhere. */
function collated(term: OrderTerm): string {
  return term.type === "text" ? `${term.sql} COLLATE "C"` : term.sql;
}
