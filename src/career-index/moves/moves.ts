import { LEARNING } from "../learning/learning";
import type { LearningPart } from "../learning/learning-part";
import type { PartDefinition } from "../part";
import { concernsRequirements, REQUIREMENTS } from "../requirements/requirements";
import type { RequirementsPart } from "../requirements/requirements-part";
import { assembleMoves, type ComputedMoves, type KnownCosts } from "./build-moves";
import { changedPositions, type PositionChanges } from "./changed-positions";
import type { MovesPart } from "./moves-part";
import { updateNearLists } from "./near-lists";
import { readStatedMoves, type StatedMove } from "./stated-moves";

/** From so many changed positions on, everything is computed anew, in a worker. */
const MOST_CHANGED = 100;

const EDGES = new Set(["PROGRESSION", "RELATED_OCCUPATION"]);

/** With what it takes to follow a change. */
interface KeptMoves extends MovesPart, ComputedMoves {
  readonly learning: LearningPart;
  readonly stated: readonly StatedMove[];
}

export const MOVES: PartDefinition<MovesPart> = {
  name: "moves",
  concerns: (change) =>
    concernsRequirements(change) ||
    LEARNING.concerns(change) ||
    (change.subject === "EDGE" && EDGES.has(change.kind)),

  async build({ reader, part, compute }) {
    const [requirements, learning] = [await part(REQUIREMENTS), await part(LEARNING)];
    const stated = await readStatedMoves(reader);
    const { offers, offersOf } = learning;
    const size = requirements.positions.table.skill.length;
    const sources = { requirements, stated, learning: { offers, offersOf } };
    const computed = await compute("moves", size, sources);
    return { ...computed, requirements, learning, stated } satisfies KeptMoves;
  },

  async update(state, changes, { reader, part }) {
    const kept = state as KeptMoves;
    const [requirements, learning] = [await part(REQUIREMENTS), await part(LEARNING)];
    const isStatedAnew = changes.some(({ subject, kind }) => subject === "EDGE" && EDGES.has(kind));
    if (!isStatedAnew && requirements === kept.requirements && learning === kept.learning)
      return state;
    const stated = isStatedAnew ? await readStatedMoves(reader) : kept.stated;
    const before = kept.requirements.positions.table;
    const now = requirements.positions.table;
    // Made anew, the requirements number skills differently.
    if (!before.skills.ids.every((id, at) => now.skills.ids[at] === id)) return null;
    const changed = changedPositions(before, now);
    for (const position of otherZones(kept.requirements, requirements))
      changed.changed.add(position);
    if (changed.changed.size > MOST_CHANGED) return null;
    const near = updateNearLists(kept.near, changed.numberNow, requirements, changed.changed);
    const known = knownCosts(kept, changed, kept.learning === learning);
    const computed = assembleMoves({ requirements, stated, learning }, near, known);
    return { ...computed, requirements, learning, stated } satisfies KeptMoves;
  },
};

/** Numbers of the positions whose job zone is another one now: it decides what is feasible. */
function otherZones(before: RequirementsPart, now: RequirementsPart): number[] {
  const { ids, numberOf } = now.positions.table.roles;
  return ids
    .filter((id) => before.jobZones.get(id) !== now.jobZones.get(id))
    .map((id) => numberOf.get(id) as number);
}

/** Costs of hops between positions that ask for what they asked for before. */
function knownCosts(
  { from, to, skillGaps, minutes }: KeptMoves,
  { numberNow, changed }: PositionChanges,
  isLearningSame: boolean,
): KnownCosts {
  if (!isLearningSame) return () => null;
  const size = numberNow.length;
  const edges = new Map<number, number>();
  for (let edge = 0; edge < from.length; edge++)
    edges.set((from[edge] as number) * size + (to[edge] as number), edge);
  const numberBefore = new Map([...numberNow.entries()].map(([old, now]) => [now, old]));
  return (start, end) => {
    if (changed.has(start) || changed.has(end)) return null;
    const [oldStart, oldEnd] = [numberBefore.get(start), numberBefore.get(end)];
    if (oldStart === undefined || oldEnd === undefined) return null;
    const edge = edges.get(oldStart * size + oldEnd);
    if (edge === undefined) return null;
    return { skillGap: skillGaps[edge] as number, minutes: minutes[edge] as number };
  };
}
