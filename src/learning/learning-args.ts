import { IsInt, IsNumber, IsOptional, Matches, Min, ValidateNested } from "class-validator";
import { ArgsType, Field, Float, InputType, Int } from "type-graphql";
import { PageArgs } from "../paging/page-args";
import { GoalInput, ProfileInput } from "../profiles/profile.inputs";

const GOAL_DESCRIPTION =
  "What is aimed for. What is asked for without a proficiency has to be reached at 1.";
const HAVE_DESCRIPTION =
  "What the person can do; left out, nothing. A skill that is held at an unknown proficiency counts as 1.";

@ArgsType()
export class LearningPathArgs {
  @Field(() => GoalInput, { description: GOAL_DESCRIPTION })
  @ValidateNested()
  goal!: GoalInput;

  @Field(() => ProfileInput, { nullable: true, description: HAVE_DESCRIPTION })
  @IsOptional()
  @ValidateNested()
  have?: ProfileInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether prerequisites that are only recommended are learned and waited for as well. Those whose strength nobody states count as recommended.",
  })
  includeRecommended: boolean = false;
}

@InputType({ description: "An amount of money in one currency." })
export class MoneyInput {
  @Field(() => Float, { description: "How much, 0 or more." })
  @IsNumber()
  @Min(0)
  amount!: number;

  @Field(() => String, {
    description: "Three capital letters after ISO 4217, e.g. `EUR`.",
  })
  @Matches(/^[A-Z]{3}$/, { message: "Must be three capital letters, e.g. EUR." })
  currency!: string;
}

@ArgsType()
export class LearningPlanArgs {
  @Field(() => GoalInput, { description: GOAL_DESCRIPTION })
  @ValidateNested()
  goal!: GoalInput;

  @Field(() => ProfileInput, { nullable: true, description: HAVE_DESCRIPTION })
  @IsOptional()
  @ValidateNested()
  have?: ProfileInput | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether the plan also covers the essential prerequisites of what is missing, as `learningPath` lists them. Without them a resource that builds on one of them cannot be planned with.",
  })
  includePrerequisites: boolean = true;

  @Field(() => Int, {
    nullable: true,
    description: "The most minutes that all resources may take, 0 or more. Left out: no limit.",
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  maxMinutes?: number | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      "The most that all resources may cost. A price in another currency counts as unknown, a price of 0 as 0 in any, and what has no known price is left out of the plan and counted. Left out: prices do not matter.",
  })
  @IsOptional()
  @ValidateNested()
  maxCost?: MoneyInput | null;
}

@ArgsType()
export class NextSkillsArgs extends PageArgs {
  @Field(() => ProfileInput, {
    description:
      "What the person can do. A skill that is held at an unknown proficiency counts as 1.",
  })
  @ValidateNested()
  profile!: ProfileInput;

  @Field(() => GoalInput, {
    nullable: true,
    description:
      "What is aimed for. Left out: the 20 roles that the profile fits best by coverage and does not meet in full, each counting as much as the others (see `roles` of the answer).",
  })
  @IsOptional()
  @ValidateNested()
  goal?: GoalInput | null;
}
