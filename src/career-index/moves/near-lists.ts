import { nearestTransitions } from "../../algorithms/scoring/nearest-transitions";
import { numbersThat } from "../../algorithms/scoring/ranking";
import type { RequirementIndex } from "../../algorithms/scoring/requirement-index";
import { ESSENTIAL_CODE } from "../../algorithms/scoring/requirements/requirement-table";
import { toStarts } from "../../algorithms/scoring/requirements/sparse-rows";
import { meanOverlap, VIABLE_ABOVE } from "../../algorithms/scoring/transition";
import type { RequirementsPart } from "../requirements/requirements-part";

/** So many near transitions of a position are hops. */
export const NEAREST = 20;

/** For each position the numbers of those that are near, in rows: start[p] to start[p + 1] − 1, the nearest first. */
export interface NearLists {
  readonly start: Uint32Array;
  readonly target: Uint32Array;
  /** Skill overlap of the last one of a full list; 0 where there is room for more. */
  readonly least: Float64Array;
}

/** All lists. Cost: for each position the lines that ask for one of its skills, and a sort. */
export function buildNearLists(requirements: RequirementsPart): NearLists {
  return makeLists(requirements, () => null);
}

/**
 * The lists after a change: what is near to changed positions, and the lists in which one of these stands or may now stand.
 * `numberNow` gives the number of a position by its number before, −1 when it is gone.
 */
export function updateNearLists(
  before: NearLists,
  numberNow: Int32Array,
  requirements: RequirementsPart,
  changed: ReadonlySet<number>,
): NearLists {
  const { positions } = requirements;
  const size = positions.table.roles.ids.length;
  const numberBefore = new Int32Array(size).fill(-1);
  for (const [old, now] of numberNow.entries()) if (now >= 0) numberBefore[now] = old;
  const overlaps = [...changed].map((position) => overlapsInto(positions, position));

  return makeLists(requirements, (position) => {
    const old = numberBefore[position] as number;
    if (old < 0 || changed.has(position)) return null;
    const start = before.start[old] as number;
    const end = before.start[old + 1] as number;
    const list = before.target.subarray(start, end).map((each) => numberNow[each] as number);
    const least = before.least[old] as number;
    const isTouched =
      // −1 became 2³² − 1 in an unsigned array.
      list.some((each) => each >= size || changed.has(each)) ||
      overlaps.some((into) => {
        const overlap = into[position] as number;
        return overlap > VIABLE_ABOVE && overlap >= least;
      });
    return isTouched ? null : { list, least };
  });
}

type NearList = { readonly list: Uint32Array; readonly least: number };

function makeLists(
  requirements: RequirementsPart,
  known: (position: number) => NearList | null,
): NearLists {
  const size = requirements.positions.table.roles.ids.length;
  const start = new Uint32Array(size + 1);
  const least = new Float64Array(size);
  const lists: Uint32Array[] = [];
  for (let position = 0; position < size; position++) {
    const near = known(position) ?? nearOf(requirements, position);
    lists.push(near.list);
    least[position] = near.least;
    start[position + 1] = near.list.length;
  }
  toStarts(start);
  const target = new Uint32Array(start[size] as number);
  for (const [position, list] of lists.entries()) target.set(list, start[position]);
  return { start, target, least };
}

/** Other levels of the same role are no transitions: the next level is a hop of its own. */
function nearOf(
  { positions, jobZones, roleOf, ladders }: RequirementsPart,
  position: number,
): NearList {
  const { ids, numberOf } = positions.table.roles;
  const id = ids[position] as string;
  const role = roleOf.get(id);
  const own = new Set(role === undefined ? [] : ladders.get(role)?.map((level) => level.id));
  const first = NEAREST + own.size;
  const near = nearestTransitions(positions, id, { first, jobZones })?.items ?? [];
  const others = near.filter((each) => !own.has(each.role)).slice(0, NEAREST);
  return {
    list: Uint32Array.from(others, (each) => numberOf.get(each.role) as number),
    least: others.length < NEAREST ? 0 : (others.at(-1)?.skillOverlap ?? 0),
  };
}

/** By position: skill overlap of the way from it into the given one; 0 where it shares nothing. */
function overlapsInto({ table, askedBy, ofRole }: RequirementIndex, into: number): Float64Array {
  const size = table.roles.ids.length;
  const all = new Uint32Array(size);
  const essential = new Uint32Array(size);
  for (let line = table.start[into] as number; line < (table.start[into + 1] as number); line++) {
    if (table.requirement[line] !== ESSENTIAL_CODE) continue;
    const skill = table.skill[line] as number;
    for (let at = askedBy.start[skill] as number; at < (askedBy.start[skill + 1] as number); at++) {
      const from = askedBy.role[at] as number;
      all[from] = (all[from] as number) + 1;
      if (table.requirement[askedBy.line[at] as number] === ESSENTIAL_CODE)
        essential[from] = (essential[from] as number) + 1;
    }
  }
  const overlaps = new Float64Array(size);
  const asked = ofRole.essentialLines[into] as number;
  for (const from of numbersThat(size, (each) => (all[each] as number) > 0))
    overlaps[from] = meanOverlap(essential[from] as number, all[from] as number, asked);
  return overlaps;
}
