import { makeOrderInput, type OrderFields } from "../paging/order-input";

/** What every list of nodes can be sorted by; `n` is the node. */
export const NODE_ORDER_FIELDS: OrderFields = {
  NAME: {
    description: "By name, upper and lower case and accents the same.",
    sql: "n.sort_name",
    type: "text",
  },
  SLUG: { description: "By slug, character by character.", sql: "n.slug", type: "text" },
  CREATED_AT: {
    description: "By the time it was first stored.",
    sql: "n.created_at",
    type: "timestamptz",
  },
  UPDATED_AT: {
    description: "By the time of its last change.",
    sql: "n.updated_at",
    type: "timestamptz",
  },
};

/** The sort criterion of lists whose nodes have nothing else to sort by. */
export const NodeOrder = makeOrderInput("NodeOrder", NODE_ORDER_FIELDS);
