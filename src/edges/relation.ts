import type { FilterFields } from "../filters/compile-filter";
import type { OrderFields, OrderInput } from "../paging/order-input";
import type { NodeKind } from "../shared/global-id";
import type { EdgeKind } from "./edge.entity";

/** One direction in which links of one kind are read. */
export interface Relation {
  /** Type and field it serves, e.g. `Role.requirements`; tells loaders apart. */
  name: string;
  kind: EdgeKind;
  /**
   * Where the parent stands: at the start, at the end, at either (links without a direction),
   * or as the role that owns the start (then links of its levels and specializations count too).
   */
  parent: "from" | "to" | "either" | "role";
  /** Kinds of nodes at the other end: their columns are read. */
  nodeKinds: readonly NodeKind[];
  /** The GraphQL edge type: a class that extends the entity by `cursor` and `node`. */
  edgeType: () => { prototype: object };
  filterFields: FilterFields;
  orderFields: OrderFields;
  defaultOrder: readonly OrderInput[];
}

interface Join {
  /** `FROM` items: the edge `e` and the node `n` at its other end. */
  from: string;
  /** Ties the edge to the parent `p`. */
  where: string;
}

const JOINS: Readonly<Record<Relation["parent"], Join>> = {
  from: { from: "edge e JOIN node n ON n.id = e.to_id", where: "e.from_id = p.id" },
  to: { from: "edge e JOIN node n ON n.id = e.from_id", where: "e.to_id = p.id" },
  role: { from: "edge e JOIN node n ON n.id = e.to_id", where: "e.role_id = p.id" },
  either: {
    from: "edge e JOIN node n ON n.id = CASE WHEN e.from_id = p.id THEN e.to_id ELSE e.from_id END",
    where: "(e.from_id = p.id OR e.to_id = p.id)",
  },
};

export function joinOf(relation: Relation): Join {
  return JOINS[relation.parent];
}
