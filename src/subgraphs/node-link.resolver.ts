import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Link } from "../edges/link.types";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import { NodeLink } from "./node-link.types";

@Resolver(() => NodeLink)
export class NodeLinkResolver {
  @FieldResolver(() => Node, { description: "Where the link starts." })
  from(@Root() { fromId }: NodeLink, @Ctx() context: Context): Promise<Node> {
    return requireLoaded(context.loaders.nodes.byId.load(fromId), Node);
  }

  @FieldResolver(() => Node, { description: "Where the link ends." })
  to(@Root() { toId }: NodeLink, @Ctx() context: Context): Promise<Node> {
    return requireLoaded(context.loaders.nodes.byId.load(toId), Node);
  }

  @FieldResolver(() => Link, {
    nullable: true,
    description:
      "The link itself, with its provenance; null when it was taken away while this was answered.",
  })
  link(@Root() { linkId }: NodeLink, @Ctx() { loaders }: Context): Promise<Link | null> {
    return loaders.links.byId.load(linkId);
  }
}
