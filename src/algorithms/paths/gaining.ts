import { toUnits } from "./cost-units";
import type { Hop, HopGraph } from "./hop-graph";

/**
 * Costs of hops for somebody who learns on the way: what is gained on earlier hops counts on later ones. `State` is
 * whatever the caller keeps of it, such as the skills so far.
 *
 * Neither function may change the state it is given, and the same hop after the same state has to give the same again.
 */
export interface Gaining<State> {
  /** Before the first hop. */
  readonly start: State;
  /** 0 to `MAX_HOP_COST`; `NaN` when unknown, then the hop is left out. Called often: worth being quick. */
  costOf(hop: Hop, state: State): number;
  /** What is had after the hop. Called once for each way that is followed further. */
  gain(hop: Hop, state: State): State;
}

/** A way from the start, with what was gained on it. */
export class GainingLabel<State> {
  private gained: State | undefined;
  private hasGained = false;

  constructor(
    readonly node: number,
    readonly hops: number,
    /** Cost so far in units. */
    readonly units: number,
    readonly parent: GainingLabel<State> | null,
    /** The last hop; null at the start. */
    readonly hop: Hop | null,
    /** Cost of the last hop in units. */
    readonly hopUnits: number,
  ) {}

  static start<State>(node: number): GainingLabel<State> {
    return new GainingLabel<State>(node, 0, 0, null, null, 0);
  }

  /**
   * The way with one more hop; null when the cost of the hop is unknown, or it leads back to where the way has been.
   */
  extend(hops: HopGraph, entry: number, gaining: Gaining<State>): GainingLabel<State> | null {
    const to = hops.target[entry] as number;
    if (this.visits(to)) return null;
    const hop: Hop = { from: this.node, to, edge: hops.edge[entry] as number };
    const units = toUnits(gaining.costOf(hop, this.state(gaining)));
    if (units === Infinity) return null;
    return new GainingLabel(to, this.hops + 1, this.units + units, this, hop, units);
  }

  /** What is had at its end: worked out when first asked for. */
  state(gaining: Gaining<State>): State {
    if (!this.hasGained) {
      this.gained =
        this.parent && this.hop
          ? gaining.gain(this.hop, this.parent.state(gaining))
          : gaining.start;
      this.hasGained = true;
    }
    return this.gained as State;
  }

  /** From the start on. */
  labels(): GainingLabel<State>[] {
    return this.parent ? [...this.parent.labels(), this] : [this];
  }

  private visits(node: number): boolean {
    for (let label: GainingLabel<State> | null = this; label; label = label.parent)
      if (label.node === node) return true;
    return false;
  }
}

/** Total order of ways: by cost, then by number of hops, then by the ids of the nodes from the start on. */
export function compareLabels<State>(
  a: GainingLabel<State>,
  b: GainingLabel<State>,
  rank: Uint32Array,
): number {
  return a.units - b.units || a.hops - b.hops || compareWays(a, b, rank);
}

function compareWays<State>(
  a: GainingLabel<State>,
  b: GainingLabel<State>,
  rank: Uint32Array,
): number {
  let order = 0;
  let left: GainingLabel<State> | null = a;
  let right: GainingLabel<State> | null = b;
  while (left && right && left !== right) {
    if (left.node !== right.node)
      order = (rank[left.node] as number) - (rank[right.node] as number);
    left = left.parent;
    right = right.parent;
  }
  return order;
}
