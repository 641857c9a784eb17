import { compareIds } from "./requirements/id-list";

/** A level of one role, as far as its place on the ladder goes. */
export interface LadderLevel {
  readonly id: string;
  /** Seniority; the higher, the more senior. Levels of different tracks and branches may share a rank. */
  readonly rank: number;
  /** e.g. IC, MANAGEMENT; null: unknown. */
  readonly track: string | null;
  /** Name of the branch within the track; null: the main ladder. */
  readonly branch: string | null;
}

/** Levels from the lowest rank up; equal ranks by track, branch (the main ladder first) and id. */
export function inLadderOrder<L extends LadderLevel>(levels: readonly L[]): L[] {
  return levels.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      compareIds(a.track ?? "", b.track ?? "") ||
      compareIds(a.branch ?? "", b.branch ?? "") ||
      compareIds(a.id, b.id),
  );
}

/**
 * The level that a level is compared to: the next lower one. Levels of equal rank are never compared to each other.
 *
 * 1. On the same track and branch: the level with the highest lower rank.
 * 2. If there is none, the ladder forks here: the level with the highest lower rank of all, preferring in a tie the same
 *    track, then the main ladder, then the smaller id.
 *
 * Null for a level that has nothing below. The same level is found whatever the order of the list. Cost: linear.
 *
 * By hand: junior 1, mid 2, senior 3, staff 4 on track IC; lead 3, manager 4 on track MANAGEMENT. Below manager is lead
 * (rule 1), below lead is mid (rule 2, not senior, which has the same rank), below staff is senior.
 */
export function levelBelow<L extends LadderLevel>(
  levels: readonly L[],
  level: LadderLevel,
): L | null {
  const lower = levels.filter(({ rank }) => rank < level.rank);
  const sameLadder = lower.filter(
    ({ track, branch }) => track === level.track && branch === level.branch,
  );
  const [nearest] = (sameLadder.length > 0 ? sameLadder : lower).toSorted(
    (a, b) =>
      b.rank - a.rank ||
      Number(b.track === level.track) - Number(a.track === level.track) ||
      Number(b.branch === null) - Number(a.branch === null) ||
      compareIds(a.id, b.id),
  );
  return nearest ?? null;
}

/**
 * The levels that come next: those whose `levelBelow` is the given one, in ladder order. Several where the ladder forks, none
 * at the top of a ladder. By hand, for the levels above: next after mid are senior and lead, after senior is staff alone.
 * Cost: quadratic in the levels of one role.
 */
export function nextLevels<L extends LadderLevel>(levels: readonly L[], level: LadderLevel): L[] {
  return inLadderOrder(levels.filter((each) => levelBelow(levels, each)?.id === level.id));
}
