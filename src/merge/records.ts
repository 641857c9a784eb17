import type { EdgeKind, Origin } from "../edges/edge.entity";
import type { LabelKind, TextKind } from "../labels/label.types";
import type { NodeKind } from "../shared/global-id";

/** A source's own key for a node, e.g. scheme `ESCO`, key the address of the concept. */
export interface SourceKey {
  scheme: string;
  key: string;
}

export interface LabelRecord {
  locale: string;
  kind: LabelKind;
  text: string;
}

export interface TextRecord {
  locale: string;
  kind: TextKind;
  text: string;
}

export interface QualifierRecord {
  name: string;
  value: string | number | boolean | readonly string[];
  unit?: string;
}

/** What a source states of a subject, by column name; of a node also its labels and texts. */
export interface StatedFields {
  labels?: readonly LabelRecord[];
  texts?: readonly TextRecord[];
  [column: string]: unknown;
}

/** What one source says of a node or link. */
export interface AssertionRecord {
  /** Only where it is known already, as in an export; it follows from the rest otherwise. */
  id?: string;
  /** UUID of the node of kind SOURCE. */
  sourceId: string;
  origin: `${Origin}`;
  locator?: string;
  wording?: string;
  strength?: string;
  confidence?: number;
  qualifiers?: readonly QualifierRecord[];
  fields: StatedFields;
}

/** A node as a batch brings it. */
export interface NodeRecord {
  id: string;
  kind: NodeKind;
  keys: readonly SourceKey[];
  assertions: readonly AssertionRecord[];
}

/** A link as a batch brings it. */
export interface EdgeRecord {
  kind: EdgeKind;
  fromId: string;
  toId: string | null;
  /** Tells statements of the same ends apart; null on every other kind. */
  statementKey: string | null;
  assertions: readonly AssertionRecord[];
}

/** All that some sources state: what they no longer state is taken back by the merge. */
export interface Batch {
  /** UUIDs of the sources that the batch holds completely. */
  sourceIds: readonly string[];
  nodes: readonly NodeRecord[];
  edges: readonly EdgeRecord[];
}
