import { endOfEntries, firstEntry } from "../order/directed-graph";
import {
  type CareerPath,
  type CareerPaths,
  checkWhole,
  type PathHop,
  type PathQuestion,
  toPathEnds,
} from "./career-paths";
import type { FoundPath, PathEnds } from "./cheapest-path";
import { costsToGo } from "./cost-to-go";
import { fromUnits } from "./cost-units";
import { compareLabels, type Gaining, GainingLabel } from "./gaining";
import type { HopGraph } from "./hop-graph";
import { kCheapestPaths } from "./k-cheapest-paths";
import { noPathReason } from "./no-path-reason";

/**
 * How far to look. More finds more and takes longer; the defaults suit a few thousand roles with some thirty hops each.
 */
export interface SearchEffort {
  /** Ways to the same node with the same number of hops that are followed. Default 8. */
  readonly waysPerNode?: number;
  /** Ways with the same number of hops that are followed. Default 64. */
  readonly waysPerRound?: number;
}

export interface GainingHop<State> extends PathHop {
  /** What is had after the hop. */
  readonly after: State;
}

export interface GainingPath<State> extends CareerPath {
  readonly hops: readonly GainingHop<State>[];
}

export interface GainingPaths<State> extends CareerPaths {
  readonly paths: readonly GainingPath<State>[];
  /** True: no cheaper path exists. False: ways were given up unseen, so that a cheaper path may exist. */
  readonly isExact: boolean;
}

/**
 * Paths for somebody who learns on the way, cheapest first: costs come from `gaining`, and skills gained on earlier
 * hops count.
 *
 * What is exact: each path's costs are those of `gaining` along this very path; no node is visited twice; `maxHops`,
 * `avoid` and the order of answers (cost, hops, ids) hold. With `isExact` the k paths are the k cheapest.
 *
 * What is not: without `isExact` a cheaper path may exist. Dijkstra's and Yen's algorithms need costs that do not
 * depend on the way: here a dearer way to a role may have gained skills that make everything after it cheaper, so the
 * cheapest way to a role must not displace the others, and following all of them takes exponential time. So this is a
 * search by rounds of one hop (a beam search) that follows `waysPerNode` ways to each node, the cheapest, and of these
 * `waysPerRound` in all, those with the lowest cost so far + lowest static cost to go. A way is also given up, without
 * loss, when it costs more than the kth path found. The k statically cheapest paths (`careerPaths`) are among the
 * candidates with their true costs: the answer is never worse than they are.
 *
 * The static costs of `hops` guide the search; the costs of `gaining` alone count. A hop whose static cost is unknown may
 * have a known one for somebody who holds more: it is taken for free where the search looks ahead.
 *
 * Cost: `careerPaths`, and at most maxHops × waysPerRound × hops of a node calls of `costOf`.
 *
 * @throws RangeError as `careerPaths`, and for costs or an effort out of range.
 */
export function gainingCareerPaths<State>(
  hops: HopGraph,
  question: PathQuestion,
  gaining: Gaining<State>,
  { waysPerNode = 8, waysPerRound = 64 }: SearchEffort = {},
): GainingPaths<State> {
  const ends = toPathEnds(hops, question);
  checkWhole(waysPerNode, "waysPerNode", Number.MAX_SAFE_INTEGER);
  checkWhole(waysPerRound, "waysPerRound", Number.MAX_SAFE_INTEGER);
  const open = withUnknownAsFree(hops);
  const none = noPathReason(open, ends);
  if (none) return { paths: [], none, isExact: true, unknownHops: hops.unknownHops };

  const best = new BestWays<State>(question.k, hops.rank);
  if (!noPathReason(hops, ends))
    for (const path of kCheapestPaths(hops, ends, question.k)) {
      const label = follow(hops, path, gaining);
      if (label) best.add(label);
    }
  const toGo = costsToGo(open, ends.to, ends.maxHops, ends.isAvoided);
  const effort = { waysPerNode, waysPerRound };
  let isExact = true;
  let round: GainingLabel<State>[] = [GainingLabel.start(ends.from)];
  for (let done = 1; done <= ends.maxHops && round.length > 0; done++) {
    const left = toGo[ends.maxHops - done] as Float64Array;
    const reached = oneHopFurther(hops, round, ends, left, gaining, best);
    round = select(reached, left, hops.rank, effort);
    if (round.length < reached.length) isExact = false;
  }
  return {
    paths: best.ways.map((way) => toPath(way, gaining)),
    none: best.ways.length === 0 ? { reason: "UNKNOWN_COST", hopsNeeded: null } : null,
    isExact,
    unknownHops: hops.unknownHops,
  };
}

/** The hops with 0, the least that it can be, for each unknown cost. */
function withUnknownAsFree(hops: HopGraph): HopGraph {
  if (hops.unknownHops === 0) return hops;
  return { ...hops, cost: hops.cost.map((cost) => (cost === Infinity ? 0 : cost)) };
}

/** The k best ways to the goal so far. */
class BestWays<State> {
  readonly ways: GainingLabel<State>[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly k: number,
    private readonly rank: Uint32Array,
  ) {}

  /** What costs more than this cannot be among them, nor lead to one that is. */
  get limit(): number {
    return this.ways[this.k - 1]?.units ?? Infinity;
  }

  add(way: GainingLabel<State>): void {
    const key = way
      .labels()
      .map(({ node }) => node)
      .join();
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const place = this.ways.findIndex((other) => compareLabels(way, other, this.rank) < 0);
    this.ways.splice(place < 0 ? this.ways.length : place, 0, way);
    this.ways.length = Math.min(this.ways.length, this.k);
  }
}

function oneHopFurther<State>(
  hops: HopGraph,
  round: readonly GainingLabel<State>[],
  ends: PathEnds,
  toGo: Float64Array,
  gaining: Gaining<State>,
  best: BestWays<State>,
): GainingLabel<State>[] {
  const reached: GainingLabel<State>[] = [];
  for (const label of round)
    for (
      let entry = firstEntry(hops, label.node);
      entry < endOfEntries(hops, label.node);
      entry++
    ) {
      // Infinite: avoided, or too far from the goal.
      if (toGo[hops.target[entry] as number] === Infinity) continue;
      const next = label.extend(hops, entry, gaining);
      if (!next || next.units > best.limit) continue;
      if (next.node === ends.to) best.add(next);
      else reached.push(next);
    }
  return reached.filter((label) => label.units <= best.limit);
}

function select<State>(
  labels: readonly GainingLabel<State>[],
  toGo: Float64Array,
  rank: Uint32Array,
  { waysPerNode, waysPerRound }: Required<SearchEffort>,
): GainingLabel<State>[] {
  const waysTo = new Map<number, number>();
  const estimate = ({ units, node }: GainingLabel<State>) => units + (toGo[node] as number);
  return labels
    .toSorted((a, b) => compareLabels(a, b, rank))
    .filter(({ node }) => {
      const ways = (waysTo.get(node) ?? 0) + 1;
      waysTo.set(node, ways);
      return ways <= waysPerNode;
    })
    .sort((a, b) => estimate(a) - estimate(b) || compareLabels(a, b, rank))
    .slice(0, waysPerRound);
}

/** A path of static costs with its true ones; null when one of them is unknown. */
function follow<State>(
  hops: HopGraph,
  path: FoundPath,
  gaining: Gaining<State>,
): GainingLabel<State> | null {
  let label: GainingLabel<State> | null = GainingLabel.start(path.nodes[0] as number);
  for (const entry of path.entries) label = label?.extend(hops, entry, gaining) ?? null;
  return label;
}

function toPath<State>(way: GainingLabel<State>, gaining: Gaining<State>): GainingPath<State> {
  return {
    totalCost: fromUnits(way.units),
    hops: way
      .labels()
      .flatMap((label) =>
        label.hop
          ? [{ ...label.hop, cost: fromUnits(label.hopUnits), after: label.state(gaining) }]
          : [],
      ),
  };
}
