import type { Reader } from "../database/database";
import type { Compute } from "./compute/compute";

/** One entry of the log of changes that the database keeps: something of this sort came, changed or went. */
export interface GraphChange {
  readonly subject: "NODE" | "LABEL" | "EDGE";
  /** Kind of the node (also for its labels) or of the edge. */
  readonly kind: string;
  /**
   * The node; of an edge the node it starts from, and in a change of its own the role that it belongs to. Null: so many
   * that they are not listed.
   */
  readonly owner: string | null;
}

/** What a part may use while it is made. Its reads are its own: they do not end with the request that caused them. */
export interface PartScope {
  readonly reader: Reader;
  /** Another part, of the same revision or a later one. */
  part<State>(definition: PartDefinition<State>): Promise<State>;
  /** Runs a pure function: in a worker when there is much to do, so that neither time nor memory is the server's. */
  readonly compute: Compute;
}

/**
 * Something that questions compute with, kept in memory: how it is made, and how it follows the graph.
 *
 * A state is never changed once made, so that a question that is under way keeps a consistent one.
 */
export interface PartDefinition<State> {
  readonly name: string;
  /** Whether a change may change it. Others leave the state as it is, the same object. */
  concerns(change: GraphChange): boolean;
  build(scope: PartScope): Promise<State>;
  /**
   * The state after changes that concern it, each with an owner: the same as `build` would give. Null: too much has changed,
   * build it. What the changes speak of may be newer than they are; reading it again must then give the same.
   */
  update(
    state: State,
    changes: readonly (GraphChange & { owner: string })[],
    scope: PartScope,
  ): Promise<State | null>;
}
