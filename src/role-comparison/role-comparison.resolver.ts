import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import { makeSkillResolver } from "../profiles/skill-field.resolver";
import type { Context } from "../server/context";
import { CompareRolesArgs } from "./role-comparison.inputs";
import { answerCompareRoles } from "./role-comparison.service";
import { RoleComparison, SharedSkill } from "./role-comparison.types";

@Resolver(() => RoleComparison)
export class RoleComparisonResolver {
  @Query(() => RoleComparison, {
    nullable: true,
    description:
      "Two roles or role levels side by side: what both ask for, what only one of them asks for, and how alike they are. Exchanging `a` and `b` exchanges the lists and turns the sign of differences; the scores stay. Null only when it failed; `errors` says why.",
  })
  compareRoles(@Args(() => CompareRolesArgs) args: CompareRolesArgs, @Ctx() context: Context) {
    return answerCompareRoles(context, args);
  }

  @FieldResolver(() => Node, {
    description: "The RoleLevel that `a` names, or the Role when it has no levels.",
  })
  a(@Root() { aId }: RoleComparison, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(aId), Node);
  }

  @FieldResolver(() => Node, {
    description: "The RoleLevel that `b` names, or the Role when it has no levels.",
  })
  b(@Root() { bId }: RoleComparison, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(bId), Node);
  }
}

export const SHARED_SKILL_FIELDS = [makeSkillResolver(SharedSkill)];
