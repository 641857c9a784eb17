import { gainingReachable } from "../algorithms/paths/gaining-reachable";
import { reachable } from "../algorithms/paths/reachable";
import type { MoveCost, MovesPart } from "../career-index/moves/moves-part";
import { Ranking, type RankingPage } from "../paging/rank-cursor";
import type { PositionInput, StartInput } from "../profiles/profile.inputs";
import type { Context } from "../server/context";
import type { ReachableRoleEdge, ReachableRoles } from "./career-paths.types";
import { resolveAvoided, resolveStartingPlace } from "./places";
import { type StartingPoint, startingPoint } from "./starting-point";

export interface ReachableRolesQuestion extends RankingPage {
  readonly from: StartInput;
  readonly maxCost?: number | null;
  readonly maxHops: number;
  readonly cost: MoveCost;
  readonly avoid?: readonly PositionInput[] | null;
}

/** Positions within reach, the cheapest first. */
export async function findReachableRoles(
  context: Context,
  { from, maxCost, maxHops, cost, avoid, first, after }: ReachableRolesQuestion,
): Promise<ReachableRoles> {
  const [start, avoided, moves] = await Promise.all([
    resolveStartingPlace(context, from),
    resolveAvoided(context, avoid ?? []),
    context.careerIndex.moves(),
  ]);
  const ranking = new Ranking("Query.reachableRoles", {
    start,
    maxCost: maxCost ?? null,
    maxHops,
    cost,
    avoided,
  });
  const { first: size, offset } = ranking.placeOf({ first, after });
  const point = await startingPoint(context, moves, cost, start);
  const entries = point ? reachedFrom(moves, point, { maxCost, maxHops, avoided }) : [];
  const startId = start.position;
  const edges = entries.slice(offset, offset + size).map((entry) => ({ ...entry, startId }));
  return {
    ...ranking.toPage<string, ReachableRoleEdge>(edges, offset, entries.length),
    unknownHops: point?.hops.unknownHops ?? 0,
    isProfileWithoutFit: point?.isProfile === true && point.firstHops.length === 0,
  };
}

interface Reach {
  readonly maxCost: number | null | undefined;
  readonly maxHops: number;
  readonly avoided: readonly string[];
}

function reachedFrom(
  { requirements, to }: MovesPart,
  { hops, from, gaining, firstHops }: StartingPoint,
  { maxCost, maxHops, avoided }: Reach,
): Omit<ReachableRoleEdge, "cursor" | "startId">[] {
  const { ids, numberOf } = requirements.positions.table.roles;
  const avoid = avoided.flatMap((id) => numberOf.get(id) ?? []);
  const question = { from, maxHops, maxCost: maxCost ?? Number.POSITIVE_INFINITY, avoid };
  const reached = gaining ? gainingReachable(hops, question, gaining) : reachable(hops, question);
  // First hops from a profile are numbered after the moves of the graph.
  const stopAfter = (edge: number) => ids[to[edge] ?? (firstHops[edge - to.length] as number)];
  return reached.map(({ node, cost, hops, way }) => ({
    node: ids[node] as string,
    cost,
    hopsCount: hops,
    stopIds: way.map((edge) => stopAfter(edge) as string),
  }));
}
