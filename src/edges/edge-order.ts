import { OrderDirection } from "../paging/order";
import { makeOrderInput, type OrderFields } from "../paging/order-input";

/** What every list of links can be sorted by; `e` is the link, `n` the node at its other end. */
export const EDGE_ORDER_FIELDS: OrderFields = {
  NAME: {
    description: "By the name of the node at the other end.",
    sql: "n.sort_name",
    type: "text",
  },
  CONFIDENCE: {
    description: "By confidence; unknown counts as 0.",
    sql: "coalesce(e.confidence, 0)::double precision",
    type: "double precision",
  },
  UPDATED_AT: {
    description: "By the time the link last changed.",
    sql: "e.updated_at",
    type: "timestamptz",
  },
};

/** The sort criterion of links that have nothing else to sort by. */
export const EdgeOrder = makeOrderInput("EdgeOrder", EDGE_ORDER_FIELDS);

/** By the name of the other end: the order of links unless another is asked for. */
export const BY_NAME = [{ field: "NAME", direction: OrderDirection.ASC }] as const;
