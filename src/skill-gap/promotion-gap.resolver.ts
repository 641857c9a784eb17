import { Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import { makeSkillResolver } from "../profiles/skill-field.resolver";
import { Qualification } from "../qualifications/qualification.entity";
import { Responsibility } from "../responsibilities/responsibility.entity";
import { RoleLevel } from "../roles/role-level.entity";
import type { Context } from "../server/context";
import { Technology } from "../technologies/technology.entity";
import { PromotionGapArgs } from "./promotion-gap.inputs";
import { answerPromotionGap } from "./promotion-gap.service";
import { ChangedRequirement, PromotionGap, PromotionStep } from "./promotion-gap.types";

/** What one level states for itself, or takes over from its career level. */
const NEW_AT_A_LEVEL = { listSize: 20 };

@Resolver(() => PromotionGap)
export class PromotionGapResolver {
  @Query(() => PromotionGap, {
    nullable: true,
    description:
      "What is missing for promotion from a level of a role to its next levels, and what they bring that is new. Null only when it failed; `errors` says why.",
  })
  promotionGap(@Args(() => PromotionGapArgs) args: PromotionGapArgs, @Ctx() context: Context) {
    return answerPromotionGap(context, args);
  }

  @FieldResolver(() => Node, {
    description: "The present RoleLevel, or the Role when it has no levels.",
  })
  from(@Root() { fromId }: PromotionGap, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(fromId), Node);
  }
}

@Resolver(() => PromotionStep)
export class PromotionStepResolver {
  @FieldResolver(() => RoleLevel, { description: "The level that comes next." })
  roleLevel(
    @Root() { roleLevelId }: PromotionStep,
    @Ctx() { loaders }: Context,
  ): Promise<RoleLevel> {
    return requireLoaded(loaders.nodes.byId.load(roleLevelId), RoleLevel);
  }

  @Extensions(NEW_AT_A_LEVEL)
  @FieldResolver(() => [Responsibility], {
    description:
      "Responsibilities of the next level that the present one has not, in the order that sources give. What is stated for the role as a whole, its specialization or a career level counts for the role levels.",
  })
  newResponsibilities(
    @Root() { responsibilityIds }: PromotionStep,
    @Ctx() { loaders }: Context,
  ): Promise<Responsibility[]> {
    return Promise.all(
      responsibilityIds.map((id) => requireLoaded(loaders.nodes.byId.load(id), Responsibility)),
    );
  }

  @Extensions(NEW_AT_A_LEVEL)
  @FieldResolver(() => [Technology], {
    description:
      "Technologies that the next level asks for and the present one does not; they are part of `addedRequirements`.",
  })
  newTechnologies(
    @Root() { technologyIds }: PromotionStep,
    @Ctx() { loaders }: Context,
  ): Promise<Technology[]> {
    return Promise.all(
      technologyIds.map((id) => requireLoaded(loaders.nodes.byId.load(id), Technology)),
    );
  }

  @Extensions(NEW_AT_A_LEVEL)
  @FieldResolver(() => [Qualification], {
    description:
      "Qualifications that the next level asks for and the present one does not. What is stated for the role as a whole or its specialization counts for its levels.",
  })
  newQualifications(
    @Root() { qualificationIds }: PromotionStep,
    @Ctx() { loaders }: Context,
  ): Promise<Qualification[]> {
    return Promise.all(
      qualificationIds.map((id) => requireLoaded(loaders.nodes.byId.load(id), Qualification)),
    );
  }
}

export const PROMOTION_SKILL_FIELDS = [makeSkillResolver(ChangedRequirement)];
