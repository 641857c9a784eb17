import { Args, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { requireLoaded } from "../nodes/require-loaded";
import { Role } from "../roles/role.entity";
import type { Context } from "../server/context";
import { Skill } from "../skills/skill.entity";
import { type LearningEmptyReason, LearningEmptyReasonEnum } from "./learning.types";
import { NextSkillsArgs } from "./learning-args";
import { findNextSkills } from "./next-skills.service";
import { NEXT_SKILLS, NextSkillEdge, type NextSkills } from "./next-skills.types";

@Resolver(() => NEXT_SKILLS.type)
class NextSkillsResolver {
  @Query(() => NEXT_SKILLS.type, {
    description:
      "Which skill or technology to learn next: those of which no essential prerequisite is missing, that which opens up most first, by `value`, then by the number of skills it unlocks, then by id. They are what a goal asks for and the essential prerequisites of it.",
  })
  nextSkills(
    @Args(() => NextSkillsArgs) args: NextSkillsArgs,
    @Ctx() context: Context,
  ): Promise<NextSkills> {
    return findNextSkills(context, args);
  }

  @Extensions({ listSize: 20 })
  @FieldResolver(() => [Role], {
    description:
      "Roles that stand for a goal when none is given: at most 20, those that the profile fits best first, each with what its lowest level asks for. Empty when there is a goal.",
  })
  roles(@Root() { roleIds }: NextSkills, @Ctx() { loaders }: Context): Promise<Role[]> {
    return Promise.all(roleIds.map((id) => requireLoaded(loaders.nodes.byId.load(id), Role)));
  }

  @FieldResolver(() => LearningEmptyReasonEnum, {
    nullable: true,
    description: "Why the list is empty; null when it is not.",
  })
  emptyReason(@Root() { emptyReason }: NextSkills): LearningEmptyReason | null {
    return emptyReason;
  }

  @FieldResolver(() => Int, {
    description:
      "Of how many skills and technologies that are asked for a value had to be assumed, over all `roles` when there is no goal: an unknown requirement counts as OPTIONAL, an unknown importance as 3, an unknown proficiency as 1, and what is held at an unknown one as 1.",
  })
  assumedLines(@Root() { assumedLines }: NextSkills): number {
    return assumedLines;
  }
}

@Resolver(() => NextSkillEdge)
class NextSkillResolver {
  @Extensions({ listSize: 5 })
  @FieldResolver(() => [Skill], {
    description:
      "Skills to be learned that can be begun as soon as this one is reached: it is the last that they wait for. By id.",
  })
  unlocks(@Root() { unlockIds }: NextSkillEdge, @Ctx() { loaders }: Context): Promise<Skill[]> {
    return Promise.all(unlockIds.map((id) => requireLoaded(loaders.nodes.byId.load(id), Skill)));
  }
}

export const NEXT_SKILLS_RESOLVERS = [
  NextSkillsResolver,
  NextSkillResolver,
  ...NEXT_SKILLS.resolvers,
];
