import { DateTimeResolver } from "graphql-scalars";
import { Extensions, Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "How many rows of one sort the graph holds, and their hash." })
export class GraphCount {
  @Field(() => String, {
    description: "Sort of rows: `node`, `edge`, `label`, `node_text`, `node_key` or `assertion`.",
  })
  subject!: string;

  @Field(() => String, {
    description: "Kind within the sort, e.g. `SKILL` of nodes or `REQUIREMENT` of edges.",
  })
  kind!: string;

  @Field(() => Int, { description: "Number of rows." })
  count!: number;

  @Field(() => String, {
    description:
      "Order-free sum of the hashes of these rows, as hexadecimal. Times and revision numbers are left out.",
  })
  hash!: string;
}

@ObjectType({ description: "The state of the graph as a whole." })
export class GraphState {
  @Field(() => Int, { description: "Grows by one with every write that changed something." })
  revision!: number;

  @Field(() => DateTimeResolver, { description: "When it last changed." })
  changedAt!: Date;

  @Field(() => String, {
    description:
      "Hash of everything the graph holds, as hexadecimal: equal graphs have equal hashes on every installation.",
  })
  contentHash!: string;

  // About 80 pairs of sort and kind: the cost of a query counts them.
  @Extensions({ listSize: 80 })
  @Field(() => [GraphCount], { description: "Rows by sort and kind, in the order of their names." })
  counts!: GraphCount[];
}
