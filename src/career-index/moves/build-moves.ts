import { makeGraph } from "../../algorithms/order/directed-graph";
import { makeHopGraph } from "../../algorithms/paths/hop-graph";
import { coverageBetween, gainSkillsOf } from "../../algorithms/scoring/role-coverage";
import type { LearningPart } from "../learning/learning-part";
import type { RequirementsPart } from "../requirements/requirements-part";
import { learningMinutes } from "./learning-minutes";
import { MOVE_REASONS, type MovesPart } from "./moves-part";
import { buildNearLists, type NearLists } from "./near-lists";
import { positionMoves, type StatedMove } from "./stated-moves";

/** What moves are made of. */
export interface MoveSources {
  readonly requirements: RequirementsPart;
  readonly stated: readonly StatedMove[];
  readonly learning: Pick<LearningPart, "offers" | "offersOf">;
}

/** What is computed of moves; the requirements come beside it, so that they are not sent from the worker. */
export interface ComputedMoves extends Omit<MovesPart, "requirements"> {
  readonly near: NearLists;
  /** By edge number. */
  readonly skillGaps: Float64Array;
  readonly minutes: Float64Array;
}

/** All moves from scratch: see `MovesPart`. */
export function buildMoves(sources: MoveSources): ComputedMoves {
  const near = buildNearLists(sources.requirements);
  return assembleMoves(sources, near, () => null);
}

/** Costs that are already known of a pair of positions; null: compute them. */
export type KnownCosts = (from: number, to: number) => { skillGap: number; minutes: number } | null;

/** Puts the hops together, one for each pair, and gives them their costs. */
export function assembleMoves(
  { requirements, stated, learning }: MoveSources,
  near: NearLists,
  knownCosts: KnownCosts,
): ComputedMoves {
  const { table } = requirements.positions;
  const size = table.roles.ids.length;
  const pairs = new Map<number, { reasons: number; score: number }>();
  const add = (from: number, to: number, reason: number, score: number | null) => {
    const key = from * size + to;
    const pair = pairs.get(key) ?? { reasons: 0, score: Number.NaN };
    pair.reasons |= reason;
    if (score !== null && !(pair.score >= score)) pair.score = score;
    pairs.set(key, pair);
  };
  for (const { from, to, reason, score } of positionMoves(requirements, stated))
    add(from, to, reason, score);
  for (let from = 0; from < size; from++)
    for (let at = near.start[from] as number; at < (near.start[from + 1] as number); at++)
      add(from, near.target[at] as number, MOVE_REASONS.NEAR_TRANSITION, null);

  const keys = Float64Array.from(pairs.keys()).sort();
  const from = Uint32Array.from(keys, (key) => Math.floor(key / size));
  const to = Uint32Array.from(keys, (key) => key % size);
  const pairAt = (key: number) => pairs.get(key) as { reasons: number; score: number };
  const skillGaps = new Float64Array(keys.length);
  const minutes = new Float64Array(keys.length);
  const held = new Uint8Array(table.skills.ids.length);
  for (let edge = 0; edge < keys.length; edge++) {
    const [start, end] = [from[edge] as number, to[edge] as number];
    const known = knownCosts(start, end);
    const { coverage } = known
      ? { coverage: 0 }
      : coverageBetween(requirements.positions, start, end);
    skillGaps[edge] = known?.skillGap ?? (coverage === null ? Number.NaN : 1 - coverage);
    if (known) minutes[edge] = known.minutes;
    else {
      held.fill(0);
      gainSkillsOf(requirements.positions, start, held);
      minutes[edge] = learningMinutes(requirements.positions, learning, end, held);
    }
  }
  const graph = makeGraph({ nodeCount: size, from, to, rank: table.roles.rank });
  return {
    from,
    to,
    reasons: Uint8Array.from(keys, (key) => pairAt(key).reasons),
    score: Float64Array.from(keys, (key) => pairAt(key).score),
    hops: {
      SKILL_GAP: makeHopGraph(graph, skillGaps),
      HOPS: makeHopGraph(graph, new Float64Array(keys.length).fill(1)),
      LEARNING_TIME: makeHopGraph(graph, minutes),
    },
    near,
    skillGaps,
    minutes,
  };
}
