import type { HopGraph } from "../../algorithms/paths/hop-graph";
import type { RequirementsPart } from "../requirements/requirements-part";

/** Why a hop exists; a bit each, since there may be several reasons. */
export const MOVE_REASONS = {
  /** Somebody states the progression. */
  PROGRESSION: 1,
  /** A source lists the roles as related occupations. */
  RELATED_OCCUPATION: 2,
  /** The next level of the same role. */
  NEXT_LEVEL: 4,
  /** One of the 20 nearest feasible transitions. */
  NEAR_TRANSITION: 8,
} as const;

export type MoveReason = keyof typeof MOVE_REASONS;

/** What a hop costs: 1 − coverage of the end by the start; 1; minutes of learning what is essential and missing. */
export type MoveCost = "SKILL_GAP" | "HOPS" | "LEARNING_TIME";

/**
 * Moves between positions. Node number n is position `requirements.positions.table.roles.ids[n]`; edge number e is the move
 * from `from[e]` to `to[e]`, of which there is one for each pair.
 */
export interface MovesPart {
  /** The requirements that it was made from; use these with its numbers. */
  readonly requirements: RequirementsPart;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Bits of `MOVE_REASONS`. */
  readonly reasons: Uint8Array;
  /** Score that somebody states for a progression, 0 to 1; NaN: none. */
  readonly score: Float64Array;
  readonly hops: Readonly<Record<MoveCost, HopGraph>>;
}

export function reasonsOf(bits: number): MoveReason[] {
  return (Object.keys(MOVE_REASONS) as MoveReason[]).filter(
    (reason) => (bits & MOVE_REASONS[reason]) !== 0,
  );
}
