import type { ClassType } from "type-graphql";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { makeConnection, type Page, type PageEdge } from "../paging/connection";
import type { Context } from "../server/context";
import type { Node } from "./node.entity";
import { requireLoaded } from "./require-loaded";

/** An entry of a list that a question computed: `node` is the UUID of what stands there, read when a query selects it. */
export type IdEdge = PageEdge<string>;

/**
 * The connection type over a computed list, and the resolvers that read its nodes: all nodes of a page, and of all pages of
 * a request at the same level, by one SQL statement. `edgeType` declares the other fields of an entry.
 */
export function makeComputedConnection<N extends Node, E extends IdEdge>(
  name: string,
  nodeType: ClassType<N> | (abstract new () => N),
  edgeType: ClassType<E>,
): { type: ClassType<Page<string, E>>; resolvers: ClassType<object>[] } {
  const Connection = makeConnection(
    name,
    () => nodeType,
    () => edgeType as unknown as ClassType<PageEdge<N>>,
  ) as unknown as ClassType<Page<string, E>>;

  @Resolver(() => edgeType)
  class EdgeNodeResolver {
    @FieldResolver(() => nodeType as ClassType<N>, { description: "What stands here." })
    node(@Root() edge: IdEdge, @Ctx() { loaders }: Context): Promise<N> {
      return requireLoaded(loaders.nodes.byId.load(edge.node), nodeType);
    }
  }

  @Resolver(() => Connection)
  class NodesResolver {
    @FieldResolver(() => [nodeType as ClassType<N>])
    nodes(@Root() page: Page<string, E>, @Ctx() { loaders }: Context): Promise<N[]> {
      return Promise.all(
        page.nodes.map((id) => requireLoaded(loaders.nodes.byId.load(id), nodeType)),
      );
    }
  }
  return { type: Connection, resolvers: [EdgeNodeResolver, NodesResolver] };
}
