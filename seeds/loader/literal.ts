import type { StatedFields } from "../../src/merge/records";

export type Literal = string | number | boolean | readonly string[];

export interface LiteralStatement {
  predicate: string;
  value: Literal;
  unit?: string | null;
  comparator?: string | null;
}

/** The fields of a statement whose object is a value, and the key that tells it from others of the same subject. */
export function literalStatement({ predicate, value, unit, comparator }: LiteralStatement): {
  fields: StatedFields;
  statementKey: string;
} {
  return {
    fields: {
      predicate,
      ...(typeof value === "string" ? { value_text: value } : {}),
      ...(typeof value === "number" ? { value_number: value } : {}),
      ...(typeof value === "boolean" ? { value_boolean: value } : {}),
      ...(Array.isArray(value) ? { value_list: value } : {}),
      ...(unit ? { unit } : {}),
      ...(comparator ? { comparator } : {}),
    },
    statementKey: JSON.stringify([predicate, value, unit ?? null, comparator ?? null]),
  };
}
