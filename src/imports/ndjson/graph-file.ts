import type { EdgeKind } from "../../edges/edge.entity";
import type { AssertionRecord, SourceKey, StatedFields } from "../../merge/records";
import type { NodeKind } from "../../shared/global-id";

/**
 * The graph's own format: one JSON object a line. First the header, then all nodes, then all links, then the end.
 * docs/imports/ndjson.md describes it for people.
 */
export const GRAPH_FORMAT = "careergraph";
/** Raised when older programs would misunderstand a file. */
export const FORMAT_VERSION = 1;

export interface HeaderLine {
  format: typeof GRAPH_FORMAT;
  formatVersion: typeof FORMAT_VERSION;
  /** Release of the program that wrote it. */
  careergraph?: string;
  /** Revision and content hash of the graph that it is an export of; no hash when it holds only some sources. */
  revision?: number;
  contentHash?: string;
  exportedAt?: string;
  /** The sources of which the file holds all that they state. */
  sources: readonly { id: string; slug?: string }[];
}

export interface NodeLine {
  type: "node";
  id: string;
  kind: NodeKind;
  slug: string;
  keys?: readonly SourceKey[];
  assertions?: readonly AssertionLine[];
  /** What it shows: of a node that nobody gives a name any more, so that this does not follow from its assertions. */
  shown?: StatedFields;
}

export interface LinkLine {
  type: "link";
  kind: EdgeKind;
  from: string;
  /** Left out by a statement of a value. */
  to?: string;
  statementKey?: string;
  assertions: readonly AssertionLine[];
}

export interface AssertionLine extends Omit<AssertionRecord, "sourceId" | "fields" | "qualifiers"> {
  source: string;
  qualifiers?: AssertionRecord["qualifiers"];
  fields?: StatedFields;
}

/** Tells that nothing is missing. */
export interface EndLine {
  type: "end";
  nodes: number;
  links: number;
  /** SHA-256 over the lines of nodes and links with their line feeds, as hexadecimal. */
  sha256?: string;
}
