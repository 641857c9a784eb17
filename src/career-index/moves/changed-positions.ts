import type { RequirementTable } from "../../algorithms/scoring/requirements/requirement-table";

/** How positions of one table stand in a later one. */
export interface PositionChanges {
  /** Number now by number before; −1: gone. */
  readonly numberNow: Int32Array;
  /** Numbers now of positions that are new or ask for something else. */
  readonly changed: Set<number>;
}

/** Compares two tables row by row; skills must have the same numbers in both. Cost: linear in the lines. */
export function changedPositions(before: RequirementTable, now: RequirementTable): PositionChanges {
  const numberNow = Int32Array.from(before.roles.ids, (id) => now.roles.numberOf.get(id) ?? -1);
  const changed = new Set<number>();
  const isKnown = new Uint8Array(now.roles.ids.length);
  for (const [old, number] of numberNow.entries()) {
    if (number < 0) continue;
    isKnown[number] = 1;
    if (!isSameRow(before, old, now, number)) changed.add(number);
  }
  for (const [number, known] of isKnown.entries()) if (known === 0) changed.add(number);
  return { numberNow, changed };
}

function isSameRow(a: RequirementTable, rowA: number, b: RequirementTable, rowB: number): boolean {
  const startA = a.start[rowA] as number;
  const startB = b.start[rowB] as number;
  const length = (a.start[rowA + 1] as number) - startA;
  if (length !== (b.start[rowB + 1] as number) - startB) return false;
  for (let at = 0; at < length; at++)
    if (
      a.skill[startA + at] !== b.skill[startB + at] ||
      a.requirement[startA + at] !== b.requirement[startB + at] ||
      a.importance[startA + at] !== b.importance[startB + at] ||
      a.proficiency[startA + at] !== b.proficiency[startB + at]
    )
      return false;
  return true;
}
