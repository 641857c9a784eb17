import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from "class-validator";
import { ArgsType, Field, Float, Int, registerEnumType } from "type-graphql";
import { MAX_HOPS, MAX_PATHS } from "../algorithms/paths/career-paths";
import type { MoveCost } from "../career-index/moves/moves-part";
import { PageArgs } from "../paging/page-args";
import { PositionInput, StartInput } from "../profiles/profile.inputs";

/** The most places that may be avoided. */
const MAX_AVOIDED = 100;

/** Values of `MoveCost` as a GraphQL enum. */
export const MoveCostEnum: { readonly [C in MoveCost]: C } = {
  SKILL_GAP: "SKILL_GAP",
  HOPS: "HOPS",
  LEARNING_TIME: "LEARNING_TIME",
};
registerEnumType(MoveCostEnum, {
  name: "MoveCost",
  description: "What a hop from one place to another costs.",
  valuesConfig: {
    SKILL_GAP: {
      description:
        "1 − coverage of what the end of the hop asks for by what is held before it, 0 to 1: `coverage` of `skillGap` (a formula of this project). Unknown when the end, or the place it starts from, asks for nothing.",
    },
    HOPS: { description: "1 for every hop." },
    LEARNING_TIME: {
      description:
        "Minutes of the learning resources that close the gaps in what the end asks for as essential, chosen as `learningPlan` does: a greedy choice, not a proven minimum. What is asked for without a proficiency has to be reached at 1. 0 when nothing is missing. Unknown when the end states no essential skill, or when no resource of known duration leads far enough for one that is missing.",
    },
  },
});

const COST_DESCRIPTION =
  "What a hop costs. A hop whose cost is unknown is never taken; `unknownHops` counts them.";
const AVOID_DESCRIPTION = `Places that no path may visit, at most ${MAX_AVOIDED}. A role with levels, named without a level, stands for all its levels.`;
const FROM_DESCRIPTION =
  "Where somebody starts from. From a profile the first hop leads to one of the 20 places that it fits best.";

@ArgsType()
export class CareerPathsArgs {
  @Field(() => StartInput, { description: FROM_DESCRIPTION })
  @ValidateNested()
  from!: StartInput;

  @Field(() => PositionInput, {
    description: 'Where to, e.g. `{ role: { slug: "data-engineer" }, level: { slug: "senior" } }`.',
  })
  @ValidateNested()
  to!: PositionInput;

  @Field(() => Int, {
    defaultValue: 4,
    description: `The most hops that a path may have, 1 to ${MAX_HOPS}.`,
  })
  @IsInt()
  @Min(1)
  @Max(MAX_HOPS)
  maxHops: number = 4;

  @Field(() => MoveCostEnum, {
    defaultValue: MoveCostEnum.SKILL_GAP,
    description: COST_DESCRIPTION,
  })
  @IsIn(Object.keys(MoveCostEnum))
  cost: MoveCost = "SKILL_GAP";

  @Field(() => [PositionInput], { nullable: true, description: AVOID_DESCRIPTION })
  @IsOptional()
  @ArrayMaxSize(MAX_AVOIDED)
  @ValidateNested({ each: true })
  avoid?: PositionInput[] | null;

  @Field(() => Int, {
    defaultValue: 3,
    description: `How many paths to give, 1 to ${MAX_PATHS}, the cheapest.`,
  })
  @IsInt()
  @Min(1)
  @Max(MAX_PATHS)
  k: number = 3;
}

@ArgsType()
export class ReachableRolesArgs extends PageArgs {
  @Field(() => StartInput, { description: FROM_DESCRIPTION })
  @ValidateNested()
  from!: StartInput;

  @Field(() => Float, {
    nullable: true,
    description:
      "The most that the hops to a place may cost in all, 0 or more, in the unit of `cost`. Left out: no limit.",
  })
  @IsOptional()
  @IsNumber()
  @Min(0)
  maxCost?: number | null;

  @Field(() => Int, {
    defaultValue: 3,
    description: `The most hops to a place, 1 to ${MAX_HOPS}.`,
  })
  @IsInt()
  @Min(1)
  @Max(MAX_HOPS)
  maxHops: number = 3;

  @Field(() => MoveCostEnum, {
    defaultValue: MoveCostEnum.SKILL_GAP,
    description: COST_DESCRIPTION,
  })
  @IsIn(Object.keys(MoveCostEnum))
  cost: MoveCost = "SKILL_GAP";

  @Field(() => [PositionInput], { nullable: true, description: AVOID_DESCRIPTION })
  @IsOptional()
  @ArrayMaxSize(MAX_AVOIDED)
  @ValidateNested({ each: true })
  avoid?: PositionInput[] | null;
}
