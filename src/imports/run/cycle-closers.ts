import { makeGraph } from "../../algorithms/order/directed-graph";
import { stronglyConnected } from "../../algorithms/order/strongly-connected";
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
    const component = componentsOf([...old, ...coming]);
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

/** The number of each node's strongly connected component. */
function componentsOf(links: readonly Link[]): Map<string, number> {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id);
    if (known === undefined) numbers.set(id, numbers.size);
    return known ?? numbers.size - 1;
  };
  const from = links.map(({ fromId }) => numberOf(fromId));
  const to = links.map(({ toId }) => numberOf(toId));
  const { of } = stronglyConnected(makeGraph({ nodeCount: numbers.size, from, to }));
  return new Map([...numbers].map(([id, number]) => [id, of[number] ?? -1]));
}
