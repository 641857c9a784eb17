import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import type { Edge } from "./edge.entity";
import type { Links } from "./links";

/**
 * Adds `statedFor` to links that a role collects from its levels and specializations: which of them a link starts from.
 * One SQL statement for all links of a query.
 */
export function makeStatedForResolver(links: Links): ClassType<object> {
  @Resolver(() => links.edgeType)
  class StatedForResolver {
    @FieldResolver(() => Node, {
      description:
        "What it is stated for: the Role as a whole, one RoleLevel or one Specialization (for responsibilities also a CareerLevel).",
    })
    statedFor(@Root() edge: Edge, @Ctx() { loaders }: Context): Promise<Node> {
      return requireLoaded(loaders.nodes.byId.load(edge.fromId), Node);
    }
  }
  return StatedForResolver;
}
