import { Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import { NodePathArgs } from "./node-path.inputs";
import { findNodePath } from "./node-path.service";
import { NodePath } from "./node-path.types";

@Resolver(() => NodePath)
export class NodePathResolver {
  @Query(() => NodePath, {
    nullable: true,
    description:
      "How two nodes hang together: a path with the fewest links between them, of several the one over the lowest ids. Null only when it failed; `errors` says why.",
  })
  path(@Args(() => NodePathArgs) args: NodePathArgs, @Ctx() context: Context): Promise<NodePath> {
    return findNodePath(context, args);
  }

  @Extensions({ listSize: 8 })
  @FieldResolver(() => [Node], {
    description:
      "The nodes of the path from one end to the other, both included, at most 11. Empty when there is no path.",
  })
  nodes(@Root() { nodeIds }: NodePath, @Ctx() context: Context): Promise<Node[]> {
    return Promise.all(
      nodeIds.map((id) => requireLoaded(context.loaders.nodes.byId.load(id), Node)),
    );
  }
}
