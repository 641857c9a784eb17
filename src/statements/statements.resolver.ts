import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded, requireLoadedOrNull } from "../nodes/require-loaded";
import { wantedOf } from "../paging/connection";
import { NO_PARENT } from "../paging/page-query";
import type { Context } from "../server/context";
import { Statement } from "./statement.entity";
import { StatementArgs, StatementConnection, StatementDirection } from "./statement.types";

@Resolver(() => Node)
export class NodeStatementsResolver {
  @FieldResolver(() => StatementConnection, {
    description: "What sources say of this node beside the typed lists, by predicate.",
  })
  statements(
    @Root() node: Node,
    @Arg("direction", () => StatementDirection, {
      defaultValue: StatementDirection.OUTGOING,
      description: "Whether the node is the subject, the object, or either.",
    })
    direction: StatementDirection,
    @Args(() => StatementArgs) args: StatementArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.statements.of(direction, args, wantedOf(info)).load(node.uuid);
  }
}

@Resolver(() => Statement)
export class StatementResolver {
  @Query(() => StatementConnection, { description: "A page of all statements, by predicate." })
  statements(
    @Args(() => StatementArgs) args: StatementArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.statements.of(null, args, wantedOf(info)).load(NO_PARENT);
  }

  @FieldResolver(() => Node, { description: "What is spoken of." })
  subject(@Root() statement: Statement, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(statement.fromId), Node);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: "The object when it is a node; null when it is a value.",
  })
  object(@Root() statement: Statement, @Ctx() { loaders }: Context): Promise<Node | null> {
    return requireLoadedOrNull(statement.toId, (id) => loaders.nodes.byId.load(id), Node);
  }
}
