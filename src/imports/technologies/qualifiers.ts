import type { QualifierRecord } from "../../merge/records";

/** What a source says beside, as far as it says it: without nulls and empty lists. */
export function qualifiersOf(
  values: Readonly<Record<string, QualifierRecord["value"] | null>>,
): QualifierRecord[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [{ name, value }],
  );
}
