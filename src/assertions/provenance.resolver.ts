import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Edge } from "../edges/edge.entity";
import { Link } from "../edges/link.types";
import { Node } from "../nodes/node.entity";
import { nodeConnection } from "../nodes/node-queries";
import { requireLoaded } from "../nodes/require-loaded";
import { wantedOf } from "../paging/connection";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import { Source } from "../sources/source.entity";
import { Assertion, AssertionConnection } from "./assertion.types";

const SourceConnection = nodeConnection(Source);

const ASSERTIONS = "What single sources say of it, by the slug of the source.";
const SOURCES = "Sources that state it, each once, by slug.";

/** Who states a node. */
@Resolver(() => Node)
export class NodeProvenanceResolver {
  @FieldResolver(() => AssertionConnection, { description: ASSERTIONS })
  assertions(
    @Root() node: Node,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.assertions.of("node", { first, after }, wantedOf(info)).load(node.uuid);
  }

  @FieldResolver(() => SourceConnection, { description: SOURCES })
  sources(
    @Root() node: Node,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.assertions.sourcesOf("node", { first, after }, wantedOf(info)).load(node.uuid);
  }
}

/** Who states a link. */
@Resolver(() => Edge)
export class EdgeProvenanceResolver {
  @FieldResolver(() => AssertionConnection, { description: ASSERTIONS })
  assertions(
    @Root() edge: Edge,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.assertions.of("edge", { first, after }, wantedOf(info)).load(edge.uuid);
  }

  @FieldResolver(() => SourceConnection, { description: SOURCES })
  sources(
    @Root() edge: Edge,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.assertions.sourcesOf("edge", { first, after }, wantedOf(info)).load(edge.uuid);
  }
}

/** What a source states. */
@Resolver(() => Source)
export class SourceAssertionsResolver {
  @FieldResolver(() => AssertionConnection, {
    description: "Everything that this source says of nodes and links, in the order of ids.",
  })
  states(
    @Root() source: Source,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.assertions.of("source", { first, after }, wantedOf(info)).load(source.uuid);
  }
}

/** What an assertion is about, and who makes it. */
@Resolver(() => Assertion)
export class AssertionEndsResolver {
  @FieldResolver(() => Source, { description: "The document or data set that says so." })
  source(@Root() assertion: Assertion, @Ctx() { loaders }: Context): Promise<Source> {
    return requireLoaded(loaders.nodes.byId.load(assertion.sourceId), Source);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: "The node that it says something of; null when it is about a link.",
  })
  node(@Root() assertion: Assertion, @Ctx() { loaders }: Context): Promise<Node | null> | null {
    return assertion.nodeId ? loaders.nodes.byId.load(assertion.nodeId) : null;
  }

  @FieldResolver(() => Link, {
    nullable: true,
    description: "The link that it says something of; null when it is about a node.",
  })
  link(@Root() assertion: Assertion, @Ctx() { loaders }: Context): Promise<Link | null> | null {
    return assertion.edgeId ? loaders.links.byId.load(assertion.edgeId) : null;
  }
}
