import { endOfEntries, firstEntry } from "../order/directed-graph";
import { BinaryHeap } from "./binary-heap";
import { costsToGo } from "./cost-to-go";
import type { HopGraph } from "./hop-graph";
import { Labels } from "./labels";

/** A path as the searches hold it. */
export interface FoundPath {
  readonly nodes: readonly number[];
  /** Entry of the graph for each hop. */
  readonly entries: readonly number[];
  /** Total cost in units. */
  readonly units: number;
}

/** Total order of paths: by cost, then by number of hops, then by the ids of the nodes from the start on. */
export function comparePaths(a: FoundPath, b: FoundPath, rank: Uint32Array): number {
  if (a.units !== b.units) return a.units - b.units;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  const place = a.nodes.findIndex((node, i) => node !== b.nodes[i]);
  if (place < 0) return 0;
  return (rank[a.nodes[place] as number] as number) - (rank[b.nodes[place] as number] as number);
}

export interface PathEnds {
  readonly from: number;
  readonly to: number;
  readonly maxHops: number;
  /** 1 for nodes that no path may visit. */
  readonly isAvoided: Uint8Array;
}

/**
 * Cheapest paths to one target that continue a given beginning, in at most `maxHops` hops in all.
 *
 * Dijkstra's algorithm (E. W. Dijkstra, "A Note on Two Problems in Connexion with Graphs", 1959) over states (node,
 * hops so far), since with a limit on hops the cheapest way to a node may be too long to go on from, and a dearer,
 * shorter one is needed. Nodes are taken by cost so far + lowest cost to go in the hops that are left (`costsToGo`),
 * which makes it A* (Hart, Nilsson and Raphael, 1968): over a hop the cost to go never falls by more than the hop
 * costs, so each state is final when it is taken.
 *
 * Why no path visits a node twice, although states do not remember the way: cutting a loop out of a walk never adds
 * cost and always saves hops, and walks are compared by (cost, hops). So the first one that arrives has no loop.
 *
 * Ties: a state is taken before states of the same estimate with more hops. So all ways to a state have been seen when
 * it is taken, and of equal ones the one with the lowest ids is kept.
 *
 * Memory: O(nodes × maxHops), taken once and used by all searches of a question.
 */
export class CheapestPathSearch {
  private readonly toGo: Float64Array[];
  private readonly heap = new BinaryHeap();
  /** Number of the search that wrote a state or closed a node: spares emptying the lists. */
  private search = 0;
  private readonly stateSearch: Uint32Array;
  private readonly stateLabel: Uint32Array;
  private readonly closedIn: Uint32Array;
  private readonly settledIn: Uint32Array;
  private readonly settledLabel: Uint32Array;
  private readonly labels: Labels;

  constructor(
    private readonly hops: HopGraph,
    private readonly ends: PathEnds,
  ) {
    const { nodeCount } = hops;
    this.labels = new Labels(hops.rank);
    this.toGo = costsToGo(hops, ends.to, ends.maxHops, ends.isAvoided);
    this.stateSearch = new Uint32Array(nodeCount * (ends.maxHops + 1));
    this.stateLabel = new Uint32Array(nodeCount * (ends.maxHops + 1));
    this.closedIn = new Uint32Array(nodeCount);
    this.settledIn = new Uint32Array(nodeCount);
    this.settledLabel = new Uint32Array(nodeCount);
  }

  /**
   * The first path, in the order of `comparePaths`, among those that begin with `beginning`, do not go on from its last
   * node to one of `closedNext`, and cost at most `limit` units; null when there is none.
   */
  find(beginning: FoundPath, closedNext: ReadonlySet<number>, limit: number): FoundPath | null {
    const { hops, ends, heap, labels } = this;
    const hopsLeft = ends.maxHops - beginning.entries.length;
    this.search++;
    heap.clear();
    labels.restart(beginning.nodes.at(-1) as number, beginning.units);
    for (const node of beginning.nodes) this.closedIn[node] = this.search;
    heap.push(0, 0, 0);

    for (let label = heap.pop(); label !== undefined; label = heap.pop()) {
      const node = labels.node[label] as number;
      if (node === ends.to) return this.toPath(beginning, label);
      if (!this.settle(label)) continue;
      const last = endOfEntries(hops, node);
      for (let entry = firstEntry(hops, node); entry < last; entry++) {
        const next = hops.target[entry] as number;
        if (this.closedIn[next] === this.search) continue;
        if (label === 0 && closedNext.has(next)) continue;
        this.reach(label, entry, next, hopsLeft, limit);
      }
    }
    return null;
  }

  /** Whether to go on from a label: not if a better one has its state, or one with fewer hops was as cheap. */
  private settle(label: number): boolean {
    const { labels } = this;
    const node = labels.node[label] as number;
    const hops = labels.hops[label] as number;
    if (label !== 0 && this.stateLabel[hops * this.hops.nodeCount + node] !== label) return false;
    if (this.settledIn[node] === this.search) {
      const other = this.settledLabel[node] as number;
      const isAsCheap = (labels.units[other] as number) <= (labels.units[label] as number);
      if (isAsCheap && (labels.hops[other] as number) < hops) return false;
    }
    this.settledIn[node] = this.search;
    this.settledLabel[node] = label;
    return true;
  }

  private reach(label: number, entry: number, next: number, hopsLeft: number, limit: number): void {
    const { labels } = this;
    const hops = (labels.hops[label] as number) + 1;
    if (hops > hopsLeft) return;
    const units = (labels.units[label] as number) + (this.hops.cost[entry] as number);
    const estimate = units + ((this.toGo[hopsLeft - hops] as Float64Array)[next] as number);
    if (estimate === Infinity || estimate > limit) return;
    const state = hops * this.hops.nodeCount + next;
    if (this.stateSearch[state] === this.search) {
      const known = this.stateLabel[state] as number;
      const knownUnits = labels.units[known] as number;
      if (knownUnits < units) return;
      if (knownUnits === units) {
        if (labels.isLowerWay(label, labels.parent[known] as number)) {
          labels.parent[known] = label;
          labels.entry[known] = entry;
        }
        return;
      }
    }
    this.stateSearch[state] = this.search;
    this.stateLabel[state] = labels.add(next, hops, units, label, entry);
    this.heap.push(estimate, hops, this.stateLabel[state] as number);
  }

  private toPath(beginning: FoundPath, last: number): FoundPath {
    const { node, entry, units } = this.labels;
    const way = this.labels.wayTo(last);
    return {
      nodes: [...beginning.nodes, ...way.map((label) => node[label] as number)],
      entries: [...beginning.entries, ...way.map((label) => entry[label] as number)],
      units: units[last] as number,
    };
  }
}
