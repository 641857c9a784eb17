/**
 * Ways that a search has found, as numbered labels: each is one hop after another label. Label 0 is the start. Flat
 * lists instead of objects, since a search makes many.
 */
export class Labels {
  readonly node: number[] = [];
  /** Number of hops from the start. */
  readonly hops: number[] = [];
  /** Cost from the start in units. */
  readonly units: number[] = [];
  /** The label before; the start is its own. */
  readonly parent: number[] = [];
  /** Entry of the graph for the last hop. */
  readonly entry: number[] = [];

  constructor(private readonly rank: Uint32Array) {}

  /** Forgets all labels and makes the start. */
  restart(node: number, units: number): void {
    this.node.length = this.hops.length = this.units.length = 0;
    this.parent.length = this.entry.length = 0;
    this.add(node, 0, units, 0, 0);
  }

  add(node: number, hops: number, units: number, parent: number, entry: number): number {
    this.hops.push(hops);
    this.units.push(units);
    this.parent.push(parent);
    this.entry.push(entry);
    return this.node.push(node) - 1;
  }

  /** Whether the way to a visits lower ids than the way to b, from the start on; both have the same number of hops. */
  isLowerWay(a: number, b: number): boolean {
    let order = 0;
    while (a !== b) {
      const nodeA = this.node[a] as number;
      const nodeB = this.node[b] as number;
      if (nodeA !== nodeB) order = (this.rank[nodeA] as number) - (this.rank[nodeB] as number);
      a = this.parent[a] as number;
      b = this.parent[b] as number;
    }
    return order < 0;
  }

  /** The labels of a way from the first hop on. */
  wayTo(label: number): number[] {
    const way: number[] = [];
    for (let at = label; at !== 0; at = this.parent[at] as number) way.push(at);
    return way.reverse();
  }
}
