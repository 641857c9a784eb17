import { deriveUuid } from "../shared/uuid";
import type { AssertionRecord, EdgeRecord, QualifierRecord } from "./records";

/** The id under which a source's key is known for ever. */
export function keyId(kind: string, scheme: string, key: string): string {
  return deriveUuid(kind, scheme, key);
}

/** The id of a link: the same wherever the same ends are linked in the same way. */
export function edgeId({
  kind,
  fromId,
  toId,
  statementKey,
}: Omit<EdgeRecord, "assertions">): string {
  return deriveUuid("edge", kind, fromId, toId ?? "", statementKey ?? "");
}

/**
 * The id of what a source says of a node or link. `subjectId`: the id that the source's own key stands for, which stays
 * what it was when the node turns out to be another one.
 */
export function assertionId(subjectId: string, assertion: AssertionRecord): string {
  return deriveUuid("assertion", subjectId, assertion.sourceId, assertionPlace(assertion));
}

/** Two assertions of one source are the same when they say the same at the same place; their values may change. */
export function assertionPlace(assertion: AssertionRecord): string {
  const { locator, wording, strength, qualifiers } = assertion;
  const quoted = (text: string | undefined) => (text === undefined ? "null" : JSON.stringify(text));
  return `[${quoted(locator)},${quoted(wording)},${quoted(strength)},${qualifiers ? placed(qualifiers) : "[]"}]`;
}

/** In one order of their parts, whoever wrote them: the database keeps none. */
function placed(qualifiers: readonly QualifierRecord[]): string {
  return JSON.stringify(qualifiers.map(({ name, value, unit }) => ({ name, value, unit })));
}
