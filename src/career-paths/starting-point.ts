import type { Gaining } from "../algorithms/paths/gaining";
import { type HopGraph, withStartingPoint } from "../algorithms/paths/hop-graph";
import { heldSkills } from "../algorithms/scoring/held-skills";
import { profileFit } from "../algorithms/scoring/profile-fit";
import type { RequirementIndex } from "../algorithms/scoring/requirement-index";
import type { Profile } from "../algorithms/scoring/requirements/requirement-line";
import { coverageOfRole, gainSkillsOf } from "../algorithms/scoring/role-coverage";
import type { LearningPart } from "../career-index/learning/learning-part";
import { rememberedMinutes } from "../career-index/moves/learning-minutes";
import type { MoveCost, MovesPart } from "../career-index/moves/moves-part";
import type { Context } from "../server/context";
import { heldAt } from "./gained-skills";
import type { StartingPlace } from "./places";

/** From a profile, hops lead to so many places: to those it fits best. To all, a direct leap would always win. */
const FIRST_HOPS = 20;

/** Moves with the place that somebody starts from among their nodes. */
export interface StartingPoint {
  readonly hops: HopGraph;
  /** Number of the start. */
  readonly from: number;
  readonly isProfile: boolean;
  /** What is held at the start: proficiency by skill number of `positions`, 0 not held. */
  readonly held: Uint8Array;
  /** Costs that depend on the way; null where they belong to the hops. */
  readonly gaining: Gaining<Uint8Array> | null;
  /** Of a profile: numbers of the places that it fits, in the order of the hops to them. */
  readonly firstHops: readonly number[];
}

/** The moves with the start among them; null for a position that they do not know. */
export async function startingPoint(
  { careerIndex }: Context,
  moves: MovesPart,
  cost: MoveCost,
  { profile, position }: StartingPlace,
): Promise<StartingPoint | null> {
  if (position !== null) return startAtPosition(moves, cost, position);
  return startAtProfile(moves, await careerIndex.learning(), cost, profile);
}

/** Starts from a position: meets exactly what it asks for. */
function startAtPosition(moves: MovesPart, cost: MoveCost, position: string): StartingPoint | null {
  const { positions } = moves.requirements;
  const from = positions.table.roles.numberOf.get(position);
  if (from === undefined) return null;
  const held = heldAt(positions, from);
  return { hops: moves.hops[cost], from, isProfile: false, held, gaining: null, firstHops: [] };
}

/** Starts from a profile, by a node of its own. What is gained on earlier hops makes later ones cheaper. */
function startAtProfile(
  moves: MovesPart,
  learning: LearningPart,
  cost: MoveCost,
  profile: Profile,
): StartingPoint {
  const { positions } = moves.requirements;
  const { roles } = positions.table;
  const held = heldSkills(positions.table, profile).proficiency;
  const costOf = costFunction(positions, learning, cost);
  const firstHops = profileFit(positions, profile, { first: FIRST_HOPS })
    .items.filter(({ coverage }) => coverage > 0)
    .map(({ role }) => roles.numberOf.get(role) as number)
    .map((to) => ({ to, cost: costOf(to, held) }));
  const gaining: Gaining<Uint8Array> = {
    start: held,
    costOf: ({ to }, state) => costOf(to, state),
    gain: ({ to }, state) => {
      const after = state.slice();
      gainSkillsOf(positions, to, after);
      return after;
    },
  };
  return {
    hops: withStartingPoint(moves.hops[cost], firstHops),
    from: moves.hops[cost].nodeCount,
    isProfile: true,
    held,
    gaining: cost === "HOPS" ? null : gaining,
    firstHops: firstHops.map(({ to }) => to),
  };
}

/** What it costs to get to a position with what is held; NaN: unknown. */
function costFunction(
  positions: RequirementIndex,
  learning: LearningPart,
  cost: MoveCost,
): (to: number, held: Uint8Array) => number {
  if (cost === "HOPS") return () => 1;
  if (cost === "LEARNING_TIME") return rememberedMinutes(positions, learning);
  return (to, held) => 1 - (coverageOfRole(positions, to, held).coverage ?? Number.NaN);
}
