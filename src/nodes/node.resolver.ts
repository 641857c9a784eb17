import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../server/context";
import { Node } from "./node.entity";
import { requireLoadedOrNull } from "./require-loaded";

@Resolver(() => Node)
export class NodeResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "The node to use in place of a deprecated one; null when it is in use or has no successor.",
  })
  replacedBy(@Root() node: Node, @Ctx() { loaders }: Context): Promise<Node | null> {
    return requireLoadedOrNull(node.replacedById, (id) => loaders.nodes.byId.load(id), Node);
  }
}
