import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded, requireLoadedOrNull } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import { Link } from "./link.types";

@Resolver(() => Link)
export class LinkResolver {
  @FieldResolver(() => Node, { description: "Where the link starts." })
  from(@Root() link: Link, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(link.fromId), Node);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: "Where the link ends; null for a statement whose object is a value.",
  })
  to(@Root() link: Link, @Ctx() { loaders }: Context): Promise<Node | null> {
    return requireLoadedOrNull(link.toId, (id) => loaders.nodes.byId.load(id), Node);
  }
}
