import { Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { requireLoaded } from "../nodes/require-loaded";
import { computedPage } from "../paging/computed-page";
import type { Page } from "../paging/connection";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import { Skill } from "../skills/skill.entity";
import {
  BLOCKED_STEPS,
  BlockedStepEdge,
  LEARNING_STEPS,
  LearningPath,
  LearningStage,
  LearningStepEdge,
  PrerequisiteCycle,
} from "./learning.types";
import { LearningPathArgs } from "./learning-args";
import { findLearningPath } from "./learning-path.service";

@Resolver(() => LearningPath)
class LearningPathResolver {
  @Query(() => LearningPath, {
    nullable: true,
    description:
      "An order in which to learn what is missing for a goal: what is missing of it, what is missing of its prerequisites, and so on, each up to the proficiency that is needed. Layers after A. B. Kahn (1962): a skill stands in the earliest stage in which all it waits for is done. Circles are found as strongly connected components (R. Tarjan, 1972) and are part of the answer. Technologies have no prerequisites of their own; they are steps too. Null only when it failed; `errors` says why.",
  })
  learningPath(
    @Args(() => LearningPathArgs) args: LearningPathArgs,
    @Ctx() context: Context,
  ): Promise<LearningPath> {
    return findLearningPath(context, args);
  }

  @Extensions({ listSize: 10 })
  @FieldResolver(() => [LearningStage], {
    description:
      "What can be learned at the same time, the first first: as many stages as the longest chain of prerequisites has skills. Empty when there is nothing to learn, or all of it is blocked.",
  })
  stages(@Root() { stages }: LearningPath): LearningStage[] {
    return stages;
  }

  @FieldResolver(() => BLOCKED_STEPS.type, {
    description:
      "What cannot be ordered because of a circle of essential prerequisites, by id. Empty unless the data have such a circle.",
  })
  blockedSteps(
    @Root() { blocked }: LearningPath,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<string, BlockedStepEdge> {
    return computedPage("LearningPath.blockedSteps", blocked, page);
  }

  @Extensions({ listSize: 5 })
  @FieldResolver(() => [PrerequisiteCycle], {
    description:
      "Circles among what has to be learned: essential ones first, then by id of the first skill.",
  })
  cycles(@Root() { cycles }: LearningPath): readonly PrerequisiteCycle[] {
    return cycles;
  }
}

@Resolver(() => LearningStage)
class LearningStageResolver {
  @FieldResolver(() => LEARNING_STEPS.type, {
    description:
      "The skills and technologies of the stage: the most severe gaps first, then what the goal does not ask for itself, equals by id.",
  })
  steps(
    @Root() { entries }: LearningStage,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<string, LearningStepEdge> {
    return computedPage("LearningStage.steps", entries, page);
  }
}

@Resolver(() => LearningStepEdge)
class LearningStepResolver {
  @Extensions({ listSize: 5 })
  @FieldResolver(() => [Skill], {
    description:
      "Skills of earlier stages that it waits for directly, by id; none in the first stage, nor for a technology.",
  })
  needs(@Root() { needIds }: LearningStepEdge, @Ctx() context: Context): Promise<Skill[]> {
    return skillsOf(context, needIds);
  }
}

@Resolver(() => BlockedStepEdge)
class BlockedStepResolver {
  @Extensions({ listSize: 5 })
  @FieldResolver(() => [Skill], {
    description: "Skills that it waits for directly and that are blocked themselves, by id.",
  })
  needs(@Root() { needIds }: BlockedStepEdge, @Ctx() context: Context): Promise<Skill[]> {
    return skillsOf(context, needIds);
  }

  @Extensions({ listSize: 5 })
  @FieldResolver(() => [PrerequisiteCycle], {
    description: "The circles that it is part of or waits for.",
  })
  cycles(@Root() { blockers }: BlockedStepEdge): readonly PrerequisiteCycle[] {
    return blockers;
  }
}

@Resolver(() => PrerequisiteCycle)
class PrerequisiteCycleResolver {
  @Extensions({ listSize: 5 })
  @FieldResolver(() => [Skill], { description: "The skills of the circle, by id." })
  skills(@Root() { skillIds }: PrerequisiteCycle, @Ctx() context: Context): Promise<Skill[]> {
    return skillsOf(context, skillIds);
  }
}

function skillsOf({ loaders }: Context, ids: readonly string[]): Promise<Skill[]> {
  return Promise.all(ids.map((id) => requireLoaded(loaders.nodes.byId.load(id), Skill)));
}

export const LEARNING_PATH_RESOLVERS = [
  LearningPathResolver,
  LearningStageResolver,
  LearningStepResolver,
  BlockedStepResolver,
  PrerequisiteCycleResolver,
  ...LEARNING_STEPS.resolvers,
  ...BLOCKED_STEPS.resolvers,
];
