import { keyId } from "../../../src/merge/ids";
import type { AssertionRecord, QualifierRecord, StatedFields } from "../../../src/merge/records";
import { ARTICLES, ARTICLES_SOURCE_ID } from "../sources";

/** The id of the source node of a document. */
export function documentSourceId(documentId: string): string {
  return keyId("SOURCE", ARTICLES, `document/${documentId}`);
}

interface Sourced {
  sources: string[];
  lines: Record<string, number[]>;
}

/**
 * What the articles state of one subject: the values by the data set as a whole, and one assertion for each document
 * that bears it, with its lines and its own words.
 */
export function articleAssertions(
  row: Sourced,
  fields: StatedFields,
  more: Pick<AssertionRecord, "wording" | "strength" | "qualifiers"> = {},
): AssertionRecord[] {
  return [
    { sourceId: ARTICLES_SOURCE_ID, origin: "IMPORTED", fields },
    ...row.sources.map((documentId) => ({
      sourceId: documentSourceId(documentId),
      origin: "IMPORTED" as const,
      locator: locatorOf(row.lines[documentId] ?? []),
      ...more,
      fields: {},
    })),
  ];
}

/** `lines 3, 5`; what a reader needs to find the statement in the document. */
export function locatorOf(lines: readonly number[]): string {
  return `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
}

/** Attributes of a relation as wording, strength and qualifiers of its assertions. */
export function toDetails(
  attrs: Readonly<Record<string, unknown>>,
): Pick<AssertionRecord, "wording" | "strength" | "qualifiers"> {
  const { wording, strength, ...rest } = attrs;
  const qualifiers: QualifierRecord[] = Object.entries(rest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value: value as QualifierRecord["value"] }));
  return {
    ...(wording === undefined ? {} : { wording: String(wording) }),
    ...(strength === undefined ? {} : { strength: String(strength) }),
    ...(qualifiers.length > 0 ? { qualifiers } : {}),
  };
}
