import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { makeConnection, type Page, type PageEdge } from "../paging/connection";
import type { Context } from "../server/context";
import type { Node } from "./node.entity";
import { requireLoaded } from "./require-loaded";

/** An entry of a list that a question computed: `node` is the UUID of what stands there, read when a query selects it. */
export type IdEdge = PageEdge<string>;

type NodeType<N extends object> = ClassType<N> | (abstract new () => N);

/** The nodes with these UUIDs, in order; one SQL statement for all that are asked for in a tick. */
export function loadNodes<N extends Node>(
  { loaders }: Pick<Context, "loaders">,
  ids: readonly string[],
  type: abstract new () => N,
): Promise<N[]> {
  return Promise.all(ids.map((id) => requireLoaded(loaders.nodes.byId.load(id), type)));
}

/**
 * The resolvers that read the nodes of a computed list: `node` of its edges, `nodes` of its pages. All nodes of a page, and
 * of all pages of a request at the same level, cost one SQL statement.
 */
export function makeComputedNodes<N extends Node>(options: {
  edge: ClassType<IdEdge>;
  connection: ClassType<{ nodes: string[] }>;
  node: NodeType<N>;
  /** What stands there, as a sentence. */
  description?: string;
}): [edge: ClassType<object>, connection: ClassType<object>] {
  const { edge, connection, node: type, description = "What stands here." } = options;

  @Resolver(() => edge)
  class ComputedNode {
    @FieldResolver(() => type as ClassType<N>, { description })
    node(@Root() { node }: IdEdge, @Ctx() { loaders }: Context): Promise<N> {
      return requireLoaded(loaders.nodes.byId.load(node), type);
    }
  }

  @Resolver(() => connection)
  class ComputedNodes {
    @FieldResolver(() => [type as ClassType<N>], {
      description: "What stands on this page in order, without what is known of each.",
    })
    nodes(@Root() { nodes }: { nodes: string[] }, @Ctx() context: Context): Promise<N[]> {
      return loadNodes(context, nodes, type);
    }
  }
  return [ComputedNode, ComputedNodes];
}

/** The connection type over a computed list without fields of its own, and its resolvers. `edgeType` has those of an entry. */
export function makeComputedConnection<N extends Node, E extends IdEdge>(
  name: string,
  nodeType: NodeType<N>,
  edgeType: ClassType<E>,
): { type: ClassType<Page<string, E>>; resolvers: ClassType<object>[] } {
  const connection = makeConnection(
    name,
    () => nodeType,
    () => edgeType as unknown as ClassType<PageEdge<N>>,
  ) as unknown as ClassType<Page<string, E>>;
  const resolvers = makeComputedNodes({ edge: edgeType, connection, node: nodeType });
  return { type: connection, resolvers };
}
