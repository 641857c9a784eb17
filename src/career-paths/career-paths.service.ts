import {
  careerPaths,
  type CareerPaths as FoundPaths,
  type PathHop,
} from "../algorithms/paths/career-paths";
import { gainingCareerPaths } from "../algorithms/paths/gaining-paths";
import { gainSkillsOf } from "../algorithms/scoring/role-coverage";
import { type MoveCost, type MovesPart, reasonsOf } from "../career-index/moves/moves-part";
import type { PositionInput, StartInput } from "../profiles/profile.inputs";
import type { Context } from "../server/context";
import type { CareerPathHop, CareerPaths, MissingPathReason } from "./career-paths.types";
import { gainedSkills, heldAt } from "./gained-skills";
import { resolveAvoided, resolvePlace, resolveStartingPlace } from "./places";
import { type StartingPoint, startingPoint } from "./starting-point";

export interface CareerPathsQuestion {
  readonly from: StartInput;
  readonly to: PositionInput;
  readonly maxHops: number;
  readonly cost: MoveCost;
  readonly avoid?: readonly PositionInput[] | null;
  readonly k: number;
}

/** The cheapest ways to a position. Costs the SQL of the look-ups alone. */
export async function findCareerPaths(
  context: Context,
  { from, to, maxHops, cost, avoid, k }: CareerPathsQuestion,
): Promise<CareerPaths> {
  const [start, goal, avoided, moves] = await Promise.all([
    resolveStartingPlace(context, from),
    resolvePlace(context, to, "to"),
    resolveAvoided(context, avoid ?? []),
    context.careerIndex.moves(),
  ]);
  const point = await startingPoint(context, moves, cost, start);
  const { numberOf } = moves.requirements.positions.table.roles;
  const goalNumber = numberOf.get(goal);
  if (point === null || goalNumber === undefined) return withoutPath("UNREACHABLE", 0);
  if (point.isProfile && point.firstHops.length === 0)
    return withoutPath("PROFILE_FITS_NOTHING", point.hops.unknownHops);
  const question = {
    from: point.from,
    to: goalNumber,
    maxHops,
    k,
    avoid: avoided.flatMap((id) => numberOf.get(id) ?? []),
  };
  if (point.gaining === null) {
    const found = careerPaths(point.hops, question);
    return toAnswer(moves, point, found, true);
  }
  const found = gainingCareerPaths(point.hops, question, point.gaining);
  return toAnswer(moves, point, found, found.isExact);
}

function withoutPath(missingPathReason: MissingPathReason, unknownHops: number): CareerPaths {
  return { paths: [], missingPathReason, hopsNeeded: null, unknownHops, isExact: true };
}

function toAnswer(
  moves: MovesPart,
  point: StartingPoint,
  { paths, none, unknownHops }: FoundPaths,
  isExact: boolean,
): CareerPaths {
  return {
    paths: paths.map(({ totalCost, hops }) => ({ totalCost, hops: toHops(moves, point, hops) })),
    missingPathReason: none?.reason ?? null,
    hopsNeeded: none?.hopsNeeded ?? null,
    unknownHops,
    isExact,
  };
}

/** The hops with what each brings: from a profile beside all that was gained before, else beside its own start. */
function toHops(
  { requirements, reasons, score }: MovesPart,
  point: StartingPoint,
  hops: readonly PathHop[],
): CareerPathHop[] {
  const { positions } = requirements;
  const { ids } = positions.table.roles;
  const held = point.held.slice();
  return hops.map(({ from, to, edge, cost }) => {
    const isFirst = edge >= reasons.length;
    const gained = gainedSkills(positions, to, point.isProfile ? held : heldAt(positions, from));
    gainSkillsOf(positions, to, held);
    const stated = isFirst ? Number.NaN : (score[edge] as number);
    return {
      fromId: isFirst ? null : (ids[from] as string),
      toId: ids[to] as string,
      cost,
      reasons: isFirst ? ["PROFILE_FIT"] : reasonsOf(reasons[edge] as number),
      statedScore: Number.isNaN(stated) ? null : stated,
      gained,
    };
  });
}
