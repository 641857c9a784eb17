import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { requireLoaded } from "../nodes/require-loaded";
import { computedPage } from "../paging/computed-page";
import type { Page } from "../paging/connection";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import { Skill } from "../skills/skill.entity";
import { LearningPlanArgs } from "./learning-args";
import { findLearningPlan } from "./learning-plan.service";
import {
  CoveredSkill,
  LearningPlan,
  PLANNED_RESOURCES,
  type PlannedResourceEdge,
  UNCOVERED_SKILLS,
  type UncoveredSkillEdge,
} from "./learning-plan.types";

@Resolver(() => LearningPlan)
class LearningPlanResolver {
  @Query(() => LearningPlan, {
    nullable: true,
    description:
      "Learning resources that close the gap to a goal in little time. This is a greedy weighted set cover, not a proven minimum: again and again the resource is taken that costs the fewest minutes for the levels of skills that it newly covers; then what turned out not to be needed is dropped. Bound (V. Chvátal, 1979), without limits and where no resource builds on others: at most 1 + 1/2 + … + 1/d times the fewest possible minutes, d being the most levels that one resource covers, and all is covered that resources lead to. Within `maxMinutes` and `maxCost` neither is promised; there a level weighs as its skill does in the goal (weight of `skillGap`), and a prerequisite as the heaviest skill that needs it. A resource of unknown duration is never planned with. Null only when it failed; `errors` says why.",
  })
  learningPlan(
    @Args(() => LearningPlanArgs) args: LearningPlanArgs,
    @Ctx() context: Context,
  ): Promise<LearningPlan> {
    return findLearningPlan(context, args);
  }

  @FieldResolver(() => PLANNED_RESOURCES.type, {
    description: "The resources, in an order in which each builds on those before it.",
  })
  resources(
    @Root() { chosen }: LearningPlan,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<string, PlannedResourceEdge> {
    return computedPage("LearningPlan.resources", chosen, page);
  }

  @FieldResolver(() => UNCOVERED_SKILLS.type, {
    description:
      "What the plan leaves open, by id of the skill or technology, lower levels first. Technologies always are, since resources teach skills.",
  })
  uncoveredSkills(
    @Root() { uncovered }: LearningPlan,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<string, UncoveredSkillEdge> {
    return computedPage("LearningPlan.uncoveredSkills", uncovered, page);
  }
}

@Resolver(() => CoveredSkill)
class CoveredSkillResolver {
  @FieldResolver(() => Skill, { description: "The skill that is taught." })
  skill(@Root() { skillId }: CoveredSkill, @Ctx() { loaders }: Context): Promise<Skill> {
    return requireLoaded(loaders.nodes.byId.load(skillId), Skill);
  }
}

export const LEARNING_PLAN_RESOLVERS = [
  LearningPlanResolver,
  CoveredSkillResolver,
  ...PLANNED_RESOURCES.resolvers,
  ...UNCOVERED_SKILLS.resolvers,
];
