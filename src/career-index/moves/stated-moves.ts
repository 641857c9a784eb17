import { nextLevels } from "../../algorithms/scoring/level-ladder";
import type { Reader } from "../../database/database";
import type { RequirementsPart } from "../requirements/requirements-part";
import { MOVE_REASONS } from "./moves-part";

/** A progression or related occupation as it is stated: between roles or role levels, by UUID. */
export interface StatedMove {
  readonly from: string;
  readonly to: string;
  readonly isProgression: boolean;
  /** Of a progression, 0 to 1; null: none is stated. */
  readonly score: number | null;
}

const READ_MOVES = `
  SELECT e.from_id AS "from", e.to_id AS "to", e.kind = 'PROGRESSION' AS "isProgression", e.score
    FROM edge e
   WHERE e.kind IN ('PROGRESSION', 'RELATED_OCCUPATION') AND e.from_kind IN ('ROLE', 'ROLE_LEVEL') AND e.to_kind IN ('ROLE', 'ROLE_LEVEL')
   ORDER BY e.from_id, e.to_id, e.kind`;

/** Progressions between roles and role levels (those that speak of career levels in general are none), and related occupations. */
export function readStatedMoves(reader: Reader): Promise<StatedMove[]> {
  return reader.query<StatedMove>(READ_MOVES);
}

/** A move between two positions, by their numbers. */
export interface PositionMove {
  readonly from: number;
  readonly to: number;
  readonly reason: number;
  readonly score: number | null;
}

/**
 * Stated moves and next levels between positions.
 *
 * What is stated of a role that has levels holds for each of them: the move keeps the rank where the other role has a level
 * of that rank; otherwise it leads to the highest level below it, or to the lowest there is. From a role without levels it
 * leads to the lowest level.
 */
export function positionMoves(
  requirements: RequirementsPart,
  stated: readonly StatedMove[],
): PositionMove[] {
  const { ladders, roleOf } = requirements;
  const { numberOf } = requirements.positions.table.roles;
  const rankOf = new Map(
    [...ladders.values()].flatMap((ladder) => ladder.map(({ id, rank }) => [id, rank] as const)),
  );
  const startsOf = (id: string): readonly string[] =>
    ladders.get(id)?.map((level) => level.id) ?? [id];
  const endFrom = (start: string, end: string): string => {
    const ladder = ladders.get(end);
    if (ladder === undefined) return end;
    const rank = rankOf.get(start) ?? Number.NEGATIVE_INFINITY;
    return (ladder.findLast((level) => level.rank <= rank) ?? ladder[0])?.id ?? end;
  };

  const moves: PositionMove[] = [];
  const add = (from: string, to: string, reason: number, score: number | null) => {
    const start = numberOf.get(from);
    const end = numberOf.get(to);
    if (start === undefined || end === undefined || start === end) return;
    moves.push({ from: start, to: end, reason, score });
  };
  for (const { from, to, isProgression, score } of stated) {
    const reason = isProgression ? MOVE_REASONS.PROGRESSION : MOVE_REASONS.RELATED_OCCUPATION;
    // A move of a role to itself is none between its levels.
    for (const start of startsOf(from))
      if ((roleOf.get(start) ?? start) !== to) add(start, endFrom(start, to), reason, score);
  }
  for (const ladder of ladders.values())
    for (const level of ladder)
      for (const next of nextLevels(ladder, level))
        add(level.id, next.id, MOVE_REASONS.NEXT_LEVEL, null);
  return moves;
}
