import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { loadNodes } from "../nodes/computed-connection";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import { FirstArgs } from "../paging/first-args";
import type { Context } from "../server/context";
import { TransitionArgs } from "./transition.inputs";
import { judgeTransition } from "./transition.service";
import { Transition } from "./transition.types";

@Resolver()
export class TransitionResolver {
  @Query(() => Transition, {
    nullable: true,
    description:
      "Whether somebody could move from one role or role level to another, and why: by the essential skills that they share and by their job zones. Asymmetric. Null only when it failed; `errors` says why.",
  })
  transition(
    @Args(() => TransitionArgs) args: TransitionArgs,
    @Ctx() context: Context,
  ): Promise<Transition> {
    return judgeTransition(context, args);
  }
}

@Resolver(() => Transition)
export class TransitionEndsResolver {
  @FieldResolver(() => Node, {
    description: "The Role or RoleLevel that is moved from, as `from` names it.",
  })
  from(@Root() { fromId }: Transition, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(fromId), Node);
  }

  @FieldResolver(() => Node, {
    description: "The Role or RoleLevel that is moved to, as `to` names it.",
  })
  to(@Root() { toId }: Transition, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(toId), Node);
  }

  @FieldResolver(() => [Node], {
    description:
      "The Skills and Technologies that are essential in `to` and that `from` does not ask for, the most important first (unknown counts as 3), then by id.",
  })
  missingEssentials(
    @Root() { missingEssentialIds }: Transition,
    @Args(() => FirstArgs) { first }: FirstArgs,
    @Ctx() context: Context,
  ): Promise<Node[]> {
    return loadNodes(context, missingEssentialIds.slice(0, first), Node);
  }
}
