import type { SqlParams } from "../paging/sql-params";
import { badInput } from "../shared/errors";
import { type NodeKind, requireGlobalId } from "../shared/global-id";

/** Turns one field of a filter into an SQL condition on the table alias. */
export type FieldFilter = (value: never, params: SqlParams, alias: string, path: string) => string;

/** What a filter input can hold, field by field. */
export type FilterFields = Readonly<Record<string, FieldFilter>>;

/** A filter as GraphQL hands it over: its fields, and `and`, `or`, `not` of the same shape. */
export type FilterInput = object;

/**
 * An SQL condition for a filter: all its fields hold. `and: []` holds, `or: []` does not.
 * Values go into `params`; only constants of this program become SQL text.
 */
export function compileFilter(
  filter: FilterInput,
  fields: FilterFields,
  params: SqlParams,
  alias: string,
  path = "filter",
): string {
  const conditions: string[] = [];
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined || value === null) continue;
    const here = `${path}.${key}`;
    if (key === "and" || key === "or") {
      const parts = (value as FilterInput[]).map((part, index) =>
        compileFilter(part, fields, params, alias, `${here}.${index}`),
      );
      conditions.push(key === "and" ? all(parts) : any(parts));
    } else if (key === "not") {
      conditions.push(
        `NOT coalesce(${compileFilter(value as FilterInput, fields, params, alias, here)}, false)`,
      );
    } else {
      const field = fields[key];
      if (!field) throw new RangeError(`no condition is known for ${here}`);
      conditions.push(field(value as never, params, alias, here));
    }
  }
  return all(conditions);
}

function all(conditions: readonly string[]): string {
  return conditions.length > 0 ? `(${conditions.join(" AND ")})` : "true";
}

function any(conditions: readonly string[]): string {
  return conditions.length > 0 ? `(${conditions.join(" OR ")})` : "false";
}

type Comparator = Readonly<Record<string, unknown>>;
type ColumnType = "text" | "integer" | "real" | "timestamptz";

/** Compares a column; `column` is a constant. */
export function column(name: string, type: ColumnType): FieldFilter {
  return (value: Comparator, params, alias) => compare(`${alias}.${name}`, type, value, params);
}

/**
 * Compares a column with ids of nodes of the given kinds.
 * The id of a source key that was merged into another node means that node, as it does in a look-up.
 */
export function idColumn(name: string, kinds?: readonly NodeKind[]): FieldFilter {
  return (value: Comparator, params, alias, path) => {
    const uuidOf = (id: unknown, at: string) => requireGlobalId(String(id), at, kinds).uuid;
    const nodesOf = (ids: readonly unknown[], key: string) =>
      `ARRAY(SELECT coalesce(k.node_id, g.id) FROM unnest(${params.add(
        ids.map((id, index) => uuidOf(id, `${path}.${key}.${index}`)),
      )}::uuid[]) AS g (id) LEFT JOIN node_key k ON k.id = g.id)`;
    const conditions: string[] = [];
    if (typeof value.eq === "string") {
      const id = `${params.add(uuidOf(value.eq, `${path}.eq`))}::uuid`;
      conditions.push(
        `${alias}.${name} = coalesce((SELECT k.node_id FROM node_key k WHERE k.id = ${id}), ${id})`,
      );
    }
    if (Array.isArray(value.in))
      conditions.push(`${alias}.${name} = ANY (${nodesOf(value.in, "in")})`);
    if (Array.isArray(value.notIn))
      conditions.push(`${alias}.${name} <> ALL (${nodesOf(value.notIn, "notIn")})`);
    return all(conditions);
  };
}

/** Compares a boolean column with the boolean given. */
export function flag(name: string): FieldFilter {
  return (value: boolean, params, alias) => `${alias}.${name} = ${params.add(value)}::boolean`;
}

function compare(sql: string, type: ColumnType, value: Comparator, params: SqlParams): string {
  const conditions = Object.entries(value)
    .filter(([, operand]) => operand !== null && operand !== undefined)
    .map(([operator, operand]) => condition(sql, type, operator, operand, params));
  return all(conditions);
}

function condition(
  sql: string,
  type: ColumnType,
  operator: string,
  operand: unknown,
  params: SqlParams,
): string {
  switch (operator) {
    case "eq":
      return `${sql} = ${params.add(operand)}::${type}`;
    case "in":
      return `${sql} = ANY (${params.add(operand)}::${type}[])`;
    case "notIn":
      return `${sql} <> ALL (${params.add(operand)}::${type}[])`;
    case "gte":
      return `${sql} >= ${params.add(operand)}::${type}`;
    case "lte":
      return `${sql} <= ${params.add(operand)}::${type}`;
    case "lt":
      return `${sql} < ${params.add(operand)}::${type}`;
    case "startsWith":
      return `${sql} ILIKE ${params.add(`${escapeLike(String(operand))}%`)}::text`;
    case "contains":
      return `${sql} ILIKE ${params.add(`%${escapeLike(String(operand))}%`)}::text`;
    case "isNull":
      return operand ? `${sql} IS NULL` : `${sql} IS NOT NULL`;
    default:
      throw new RangeError(`unknown operator ${operator}`);
  }
}

/** Text in which `%`, `_` and `\` stand for themselves in a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** `some`, `every` and `none` over a relation. */
export interface Quantifier {
  some?: FilterInput | null;
  every?: FilterInput | null;
  none?: FilterInput | null;
}

/**
 * Conditions on what a node is linked to.
 * `from` gives the `FROM … WHERE` of the related rows for the outer alias; `inner` is the alias its fields use.
 */
export function relation(
  from: (outer: string, inner: string) => string,
  fields: () => FilterFields,
): FieldFilter {
  return (value: Quantifier, params, alias, path) => {
    const inner = `${alias}_${params.values.length}`;
    const exists = (filter: FilterInput, key: string, negate: boolean) => {
      const matches = compileFilter(filter, fields(), params, inner, `${path}.${key}`);
      return `EXISTS (${from(alias, inner)} AND ${negate ? `NOT coalesce(${matches}, false)` : matches})`;
    };
    const conditions: string[] = [];
    if (value.some) conditions.push(exists(value.some, "some", false));
    if (value.none) conditions.push(`NOT ${exists(value.none, "none", false)}`);
    if (value.every) conditions.push(`NOT ${exists(value.every, "every", true)}`);
    return all(conditions);
  };
}

/** @throws AppError BAD_USER_INPUT unless exactly one of the fields is given (for inputs marked `@oneOf`). */
export function requireOne(input: object, path: string): void {
  const given = Object.values(input).filter((value) => value !== undefined && value !== null);
  if (given.length !== 1) throw badInput(path, "Give exactly one of its fields.");
}
