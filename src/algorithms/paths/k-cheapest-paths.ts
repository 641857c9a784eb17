import { CheapestPathSearch, comparePaths, type FoundPath, type PathEnds } from "./cheapest-path";
import type { HopGraph } from "./hop-graph";

const NONE: ReadonlySet<number> = new Set();

/**
 * The k first loopless paths in the order of `comparePaths` (cost, hops, ids); fewer when there are fewer.
 *
 * Source: J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17(11), 1971; with E. L.
 * Lawler's rule (Management Science 18(7), 1972): a path is only varied from where it left its model on, so that no
 * path is found twice. A variation that costs more than the paths that are still wanted is given up early.
 *
 * Each variation answers a question of its own exactly (`CheapestPathSearch`), hops of the beginning included, so the
 * limit on hops holds for every path and none is missed for it.
 *
 * Cost: O(maxHops × hops) once, and at most k × maxHops searches.
 */
export function kCheapestPaths(hops: HopGraph, ends: PathEnds, k: number): FoundPath[] {
  const search = new CheapestPathSearch(hops, ends);
  const start: FoundPath = { nodes: [ends.from], entries: [], units: 0 };
  const first = search.find(start, NONE, Infinity);
  const found: FoundPath[] = [];
  const candidates: Candidate[] = first ? [{ path: first, leftAt: 0 }] : [];
  for (let next = candidates.shift(); next; next = candidates.shift()) {
    found.push(next.path);
    const wanted = k - found.length;
    if (wanted === 0) break;
    let beginning = beginningOf(hops, next.path, next.leftAt);
    for (let at = next.leftAt; at < next.path.entries.length; at++) {
      if (at > next.leftAt) beginning = oneFurther(hops, beginning, next.path);
      const closed = nextNodes(found, beginning);
      const limit = candidates[wanted - 1]?.path.units ?? Infinity;
      const path = search.find(beginning, closed, limit);
      if (path) insert(candidates, { path, leftAt: at }, hops.rank);
    }
  }
  return found;
}

interface Candidate {
  readonly path: FoundPath;
  /** Position of the node at which it leaves the path that it varies. */
  readonly leftAt: number;
}

function beginningOf(hops: HopGraph, path: FoundPath, length: number): FoundPath {
  let beginning: FoundPath = { nodes: path.nodes.slice(0, 1), entries: [], units: 0 };
  for (let at = 0; at < length; at++) beginning = oneFurther(hops, beginning, path);
  return beginning;
}

function oneFurther(hops: HopGraph, beginning: FoundPath, path: FoundPath): FoundPath {
  const at = beginning.entries.length;
  const entry = path.entries[at] as number;
  return {
    nodes: [...beginning.nodes, path.nodes[at + 1] as number],
    entries: [...beginning.entries, entry],
    units: beginning.units + (hops.cost[entry] as number),
  };
}

/** Where the paths that begin alike go on to. */
function nextNodes(paths: readonly FoundPath[], { nodes }: FoundPath): Set<number> {
  return new Set(
    paths
      .filter((path) => nodes.every((node, at) => path.nodes[at] === node))
      .map((path) => path.nodes[nodes.length] as number),
  );
}

/** Keeps the candidates in order. */
function insert(candidates: Candidate[], candidate: Candidate, rank: Uint32Array): void {
  const place = candidates.findIndex(({ path }) => comparePaths(candidate.path, path, rank) < 0);
  candidates.splice(place < 0 ? candidates.length : place, 0, candidate);
}
