import type { SkipReason } from "../skip-reasons";
import type { Row } from "../tables/read-table";

/** The column that says which occupation a row is about. */
export const OCCUPATION = "O*NET-SOC Code";

/** Why a row is not taken. */
export interface Refusal {
  reason: SkipReason;
  note?: string;
}

/** The text of a cell; "" when there is none: spreadsheets leave it empty, the publisher's text files say `n/a`. */
export function given(row: Row, column: string): string {
  const text = row.get(column);
  return text === "n/a" ? "" : text;
}

/** The codes of the occupations of a release. */
export type Occupations = Pick<ReadonlySet<string>, "has">;

/** The occupation that a row is about, when this release has it. */
export function occupationOf(
  row: Row,
  occupations: Occupations,
  column = OCCUPATION,
): { occupation: string } | Refusal {
  const occupation = given(row, column);
  if (occupation === "") return { reason: "MISSING_VALUE", note: `"${column}" is empty` };
  return occupations.has(occupation)
    ? { occupation }
    : { reason: "UNKNOWN_CONCEPT", note: `Occupation Data has no ${occupation}` };
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number from `least` to `most`. */
export function numberOf(
  row: Row,
  column: string,
  [least, most]: readonly [number, number],
): { value: number } | Refusal {
  const text = given(row, column);
  if (text === "") return { reason: "MISSING_VALUE", note: `"${column}" is empty` };
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? { value }
    : { reason: "INVALID_VALUE", note: `"${column}" is ${text}; expected ${least} to ${most}` };
}

/** A whole number from `least` to `most`; null for anything else. */
export function wholeOf(row: Row, column: string, range: readonly [number, number]): number | null {
  const number = numberOf(row, column, range);
  return "value" in number && Number.isInteger(number.value) ? number.value : null;
}
