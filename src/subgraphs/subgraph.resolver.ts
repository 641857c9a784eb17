import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import { SubgraphArgs } from "./subgraph.inputs";
import { findSubgraph } from "./subgraph.service";
import { Subgraph, SubgraphNode } from "./subgraph.types";

@Resolver(() => SubgraphNode)
export class SubgraphResolver {
  @Query(() => Subgraph, {
    nullable: true,
    description:
      "What lies around some nodes, for a picture: breadth-first from the roots over the wanted links. The same question gets the same answer, and a lower `limit` or `depth` gives its beginning. Null only when it failed; `errors` says why.",
  })
  subgraph(
    @Args(() => SubgraphArgs) args: SubgraphArgs,
    @Ctx() context: Context,
  ): Promise<Subgraph> {
    return findSubgraph(context, args);
  }

  @FieldResolver(() => Node, { description: "The node itself." })
  node(@Root() { nodeId }: SubgraphNode, @Ctx() context: Context): Promise<Node> {
    return requireLoaded(context.loaders.nodes.byId.load(nodeId), Node);
  }
}
