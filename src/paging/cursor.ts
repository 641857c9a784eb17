import { createHash } from "node:crypto";
import { badInput } from "../shared/errors";
import type { OrderTerm } from "./order";

const PATH = "after";
const REASON = "This is not a cursor of this list in this order.";

/** An opaque cursor: the sort values of a row, marked with the list and the order they belong to. */
export function encodeCursor(
  list: string,
  terms: readonly OrderTerm[],
  values: readonly string[],
): string {
  return Buffer.from(JSON.stringify([markOf(list, terms), ...values])).toString("base64url");
}

/**
 * The sort values in a cursor.
 * @throws AppError BAD_USER_INPUT when it is malformed or was made for another list or order.
 */
export function decodeCursor(list: string, terms: readonly OrderTerm[], cursor: string): string[] {
  const parsed = parseJson(Buffer.from(cursor, "base64url").toString());
  if (!Array.isArray(parsed) || parsed.length !== terms.length + 1) throw badInput(PATH, REASON);
  const [mark, ...values] = parsed as unknown[];
  if (mark !== markOf(list, terms) || !values.every((v, i) => isValueOf(terms[i], v)))
    throw badInput(PATH, REASON);
  return values as string[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function markOf(list: string, terms: readonly OrderTerm[]): string {
  const text = [list, ...terms.map((term) => `${term.sql} ${term.direction}`)].join();
  return createHash("sha1").update(text).digest("base64url").slice(0, 6);
}

/** A forged value must not reach SQL, where a cast would fail with an error of the database. */
function isValueOf(term: OrderTerm | undefined, value: unknown): boolean {
  if (typeof value !== "string" || value.length > 2_000 || value.includes("\u0000")) return false;
  switch (term?.type) {
    case "text":
      return true;
    case "integer":
      return /^-?\d{1,9}$/.test(value);
    case "double precision":
      return /^-?\d{1,20}(\.\d{1,30})?(e[+-]?\d{1,2})?$/.test(value);
    case "timestamptz":
      return (
        // The zone as PostgreSQL bounds it, and no year 0.
        /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/.test(
          value,
        ) && isRealDate(value)
      );
    case "uuid":
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
    default:
      return false;
  }
}

function isRealDate(value: string): boolean {
  const date = new Date(`${value.slice(0, 10)}T${value.slice(11, 19)}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.slice(0, 10));
}
