import type { EdgeKind } from "../../edges/edge.entity";

/** A directed link of a kind that must have no cycle. */
export interface Link {
  kind: EdgeKind;
  fromId: string;
  toId: string;
}

const HIERARCHIES: ReadonlySet<EdgeKind> = new Set(["BROADER", "DEPENDS_ON", "BELONGS_TO"]);

/** Whether the database refuses cycles of such links. */
export function isAcyclic(kind: EdgeKind, fields: Readonly<Record<string, unknown>> = {}): boolean {
  return HIERARCHIES.has(kind) || (kind === "PREREQUISITE" && fields.requirement === "ESSENTIAL");
}

/**
 * The newcomers that would close a cycle with the links that are there and the newcomers before them; the others can all
 * be added. Only links between nodes of one strongly connected component are looked at one by one.
 *
 * Cost: O(nodes + links), and a search within its component for each link in one.
 */
export function cycleClosers<T extends Link>(there: readonly Link[], newcomers: readonly T[]): T[] {
  const closers: T[] = [];
  for (const kind of new Set(newcomers.map((link) => link.kind))) {
    const old = there.filter((link) => link.kind === kind);
    const coming = newcomers.filter((link) => link.kind === kind);
    const component = stronglyConnected([...old, ...coming]);
    const isInside = ({ fromId, toId }: Link) => component.get(fromId) === component.get(toId);
    const taken = new Map<string, string[]>();
    for (const link of old) if (isInside(link)) add(taken, link);
    for (const link of coming) {
      if (!isInside(link)) continue;
      if (reaches(taken, link.toId, link.fromId)) closers.push(link);
      else add(taken, link);
    }
  }
  return closers;
}

function add(targets: Map<string, string[]>, { fromId, toId }: Link): void {
  const known = targets.get(fromId);
  if (known) known.push(toId);
  else targets.set(fromId, [toId]);
}

function reaches(
  targets: ReadonlyMap<string, readonly string[]>,
  start: string,
  goal: string,
): boolean {
  const seen = new Set([start]);
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === goal) return true;
    for (const next of targets.get(node) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
  }
  return false;
}

/**
 * The number of each node's strongly connected component.
 *
 * Source: R. Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972; without recursion, for deep hierarchies.
 */
function stronglyConnected(links: readonly Link[]): Map<string, number> {
  const targets = new Map<string, string[]>();
  for (const link of links) add(targets, link);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const stack: string[] = [];
  let components = 0;
  for (const root of targets.keys()) {
    if (order.has(root)) continue;
    const path: { node: string; next: number }[] = [{ node: root, next: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (!top) break;
      const { node } = top;
      if (top.next === 0) {
        order.set(node, order.size);
        low.set(node, order.get(node) ?? 0);
        stack.push(node);
      }
      const target = targets.get(node)?.[top.next++];
      if (target !== undefined) {
        if (!order.has(target)) path.push({ node: target, next: 0 });
        else if (!component.has(target)) lower(low, node, order.get(target));
        continue;
      }
      if (low.get(node) === order.get(node)) {
        for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
          component.set(member, components);
          if (member === node) break;
        }
        components++;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) lower(low, parent.node, low.get(node));
    }
  }
  return component;
}

function lower(low: Map<string, number>, node: string, value: number | undefined): void {
  const known = low.get(node);
  if (known !== undefined && value !== undefined && value < known) low.set(node, value);
}
