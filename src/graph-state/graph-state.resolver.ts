import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../server/context";
import { findGraphState } from "./graph-state.queries";
import { GraphState } from "./graph-state.types";

@Resolver()
export class GraphStateResolver {
  @Query(() => GraphState, {
    description:
      "Revision, content hash and size of the graph: tells a cache whether anything changed.",
  })
  graph(@Ctx() { reader }: Context): Promise<GraphState> {
    return findGraphState(reader);
  }
}
