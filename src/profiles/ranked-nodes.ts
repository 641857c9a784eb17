import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import type { RankedConnection, RankedEdge } from "./ranked.types";

/** The nodes with these UUIDs, in order. */
export function loadNodes<N extends Node>(
  { loaders }: Pick<Context, "loaders">,
  ids: readonly string[],
  type: abstract new () => N,
): Promise<N[]> {
  return Promise.all(ids.map((id) => requireLoaded(loaders.nodes.byId.load(id), type)));
}

/** The fields of a ranking that load what is ranked: `node` of its edges, `nodes` of its pages. */
export function makeRankedNodes<N extends Node>(options: {
  edge: ClassType<RankedEdge>;
  connection: ClassType<RankedConnection>;
  node: abstract new () => N;
  /** What stands there, as a sentence. */
  description: string;
}): [edge: ClassType<object>, connection: ClassType<object>] {
  const { edge, connection, node: type, description } = options;
  const shown = type as unknown as ClassType<N>;

  @Resolver(() => edge)
  class RankedNode {
    @FieldResolver(() => shown, { description })
    node(@Root() { node }: RankedEdge, @Ctx() { loaders }: Context): Promise<N> {
      return requireLoaded(loaders.nodes.byId.load(node), type);
    }
  }

  @Resolver(() => connection)
  class RankedNodes {
    @FieldResolver(() => [shown], {
      description: "What stands on this page in order, without what is known of the ranking.",
    })
    nodes(@Root() { nodes }: RankedConnection, @Ctx() context: Context): Promise<N[]> {
      return loadNodes(context, nodes, type);
    }
  }
  return [RankedNode, RankedNodes];
}
