import { endOfEntries, firstEntry } from "../order/directed-graph";
import { fromUnits } from "./cost-units";
import { compareLabels, type Gaining, GainingLabel } from "./gaining";
import type { HopGraph } from "./hop-graph";
import { type ReachedNode, type ReachQuestion, toReach } from "./reachable";

export interface GainingReachedNode<State> extends ReachedNode {
  /** What is had on arrival. */
  readonly after: State;
}

/**
 * As `reachable`, for somebody who learns on the way: costs come from `gaining`, and skills gained on earlier hops
 * count, also on hops whose static cost in `hops` is unknown.
 *
 * Each cost is what its `way` costs. It is not proven to be the lowest: one way to each node is followed further, the
 * cheapest, though a dearer one may have gained what makes a later hop cheaper (see `gainingCareerPaths`). So nodes
 * near the limit may be missing, and none is there that is out of reach.
 *
 * Cost: at most maxHops × hops calls of `costOf`; `maxCost` is what keeps it low.
 *
 * @throws RangeError as `reachable`, and for costs of `gaining` out of range.
 */
export function gainingReachable<State>(
  hops: HopGraph,
  question: ReachQuestion,
  gaining: Gaining<State>,
): GainingReachedNode<State>[] {
  const { from, maxHops, maxCost, isAvoided } = toReach(hops, question);
  const best = new Map<number, GainingLabel<State>>();
  let round: GainingLabel<State>[] = [GainingLabel.start(from)];
  for (let done = 0; done < maxHops && round.length > 0; done++) {
    const improved = new Map<number, GainingLabel<State>>();
    for (const label of round) {
      const last = endOfEntries(hops, label.node);
      for (let entry = firstEntry(hops, label.node); entry < last; entry++) {
        if (isAvoided[hops.target[entry] as number]) continue;
        const next = label.extend(hops, entry, gaining);
        if (!next || fromUnits(next.units) > maxCost) continue;
        const known = improved.get(next.node) ?? best.get(next.node);
        if (!known || compareLabels(next, known, hops.rank) < 0) improved.set(next.node, next);
      }
    }
    for (const [node, label] of improved) best.set(node, label);
    round = [...improved.values()];
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        a.units - b.units ||
        a.hops - b.hops ||
        (hops.rank[a.node] as number) - (hops.rank[b.node] as number),
    )
    .map((label) => ({
      node: label.node,
      cost: fromUnits(label.units),
      hops: label.hops,
      via: label.parent?.node as number,
      way: label.labels().flatMap(({ hop }) => (hop ? [hop.edge] : [])),
      after: label.state(gaining),
    }));
}
