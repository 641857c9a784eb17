import type { AssertionLine, LinkLine, NodeLine } from "../imports/ndjson/graph-file";
import { assertionId, edgeId } from "../merge/ids";
import type { AssertionRecord, QualifierRecord, StatedFields } from "../merge/records";

/** As the database gives it: absent is null. */
export interface AssertionRow {
  id: string;
  source: string;
  origin: AssertionRecord["origin"];
  locator: string | null;
  wording: string | null;
  strength: string | null;
  confidence: number | null;
  qualifiers: QualifierRecord[];
  fields: StatedFields;
}

export interface NodeRow extends Required<Pick<NodeLine, "id" | "kind" | "slug" | "keys">> {
  assertions: AssertionRow[];
  shown: StatedFields | null;
}

export interface LinkRow extends Pick<LinkLine, "kind" | "from"> {
  to: string | null;
  statementKey: string | null;
  assertions: AssertionRow[];
}

/** JSON.stringify leaves out what is undefined, and keeps this order of the parts. */
export function nodeLine({ id, kind, slug, keys, assertions, shown }: NodeRow): NodeLine {
  return {
    type: "node",
    id,
    kind,
    slug,
    keys,
    assertions: assertions.map((row) => assertionLine(row, id)),
    shown: shown ?? undefined,
  };
}

export function linkLine({ kind, from, to, statementKey, assertions }: LinkRow): LinkLine {
  const subjectId = edgeId({ kind, fromId: from, toId: to, statementKey });
  return {
    type: "link",
    kind,
    from,
    to: to ?? undefined,
    statementKey: statementKey ?? undefined,
    assertions: assertions.map((row) => assertionLine(row, subjectId)),
  };
}

/** The id stands only where it does not follow from the rest: a node was found to be another one after it was stated. */
function assertionLine(row: AssertionRow, subjectId: string): AssertionLine {
  const { source, origin, locator, wording, strength, confidence, qualifiers, fields } = row;
  const said = {
    origin,
    locator: locator ?? undefined,
    wording: wording ?? undefined,
    strength: strength ?? undefined,
    confidence: confidence ?? undefined,
    qualifiers: qualifiers.length > 0 ? qualifiers : undefined,
  };
  const follows = assertionId(subjectId, { ...said, sourceId: source, fields });
  return {
    id: follows === row.id ? undefined : row.id,
    source,
    ...said,
    fields: Object.keys(fields).length > 0 ? fields : undefined,
  };
}
