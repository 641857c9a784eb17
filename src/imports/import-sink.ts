import type { EdgeKind } from "../edges/edge.entity";
import type { LabelRecord, QualifierRecord, TextRecord } from "../merge/records";
import type { NodeKind } from "../shared/global-id";
import type { SkipReason } from "./skip-reasons";

/** A node as a source states it. */
export interface ImportedNode {
  kind: NodeKind;
  /** The source's own address or code for it; its id is derived from scheme, kind and key. */
  key: string;
  /** Values by column name of the entity (`skill_kind`, `job_zone`); null and undefined mean that it says nothing. */
  fields?: Readonly<Record<string, unknown>>;
  /** Exactly one PREFERRED label for each locale; the slug is made of the first one. Equal texts may recur. */
  labels: readonly LabelRecord[];
  texts?: readonly TextRecord[];
  /** What the source says beside, with its own scale as `unit`. */
  qualifiers?: readonly QualifierRecord[];
  /**
   * How the source's concept is looked up: address, code. Unless said otherwise a key that begins with `http` is the
   * address and any other the code. null: the key is no public identifier, and no external concept is made.
   */
  concept?: { uri?: string; code?: string } | null;
  /** false: only adds to a node that the graph has already, and is skipped as NO_MATCH otherwise. */
  create?: boolean;
  /** Where it stands: goes to the report when `create: false` finds nothing. */
  place?: RowPlace;
}

/** A link as a source states it, between ids that `node` or `idOf` answered. */
export interface ImportedEdge {
  kind: EdgeKind;
  fromId: string;
  /** null only for a statement with a value. */
  toId: string | null;
  /** Values by column name of the entity (`requirement`, `importance`). */
  fields?: Readonly<Record<string, unknown>>;
  /** Raw values with their scale, e.g. `{ name: "level", value: 4.62, unit: "O*NET LV 0..7" }`. */
  qualifiers?: readonly QualifierRecord[];
  /** In which words the source says it. */
  wording?: string;
  /** How firmly, in the source's own words. */
  strength?: string;
  confidence?: number;
  /** Only of a STATEMENT: tells statements of the same ends apart. */
  statementKey?: string;
}

/** A row of an input file, for reports: where it stands and what it holds. */
export interface RowPlace {
  readonly file: string;
  /** Of the row's first character, counted from 1; null where a format has no lines. */
  readonly line: number | null;
  readonly values: unknown;
}

/**
 * Takes what a source states. `entity` names, in the plural, what the rows of a file are (`occupations`,
 * `occupation skill relations`): the summary adds up by it. Every row that is read is accounted for exactly once, by
 * `node`, `edge`, `row` or `skip`.
 */
export interface ImportSink {
  /** The id that a key of this source stands for, whether it was stated or not. */
  idOf(kind: NodeKind, key: string): string;
  /** States a node once and answers its id. `rows`: how many rows said so; 0 when it was only derived from others. */
  node(entity: string, node: ImportedNode, rows?: number): string;
  /**
   * States a link, after all nodes. Ends may stand in any order when the kind has no direction. A link that was stated
   * before, or whose ends turn out to be the same node, is skipped and counted with `place`.
   */
  edge(entity: string, edge: ImportedEdge, place: RowPlace | null, rows?: number): void;
  /** A row that added to a node that is or will be stated, e.g. one alternative title. */
  row(entity: string, nodeId: string, rows?: number): void;
  /** A row that is not taken. */
  skip(entity: string, reason: SkipReason, place: RowPlace, note?: string): void;
  /** A file that the graph has no place for: one line in the report with its number of rows. */
  leaveOut(file: string, rows: number): void;
  /** To be awaited after every block of rows: lets the database keep up. */
  drain(): Promise<void>;
}
