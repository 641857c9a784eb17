import { Max, Min, ValidateNested } from "class-validator";
import { ArgsType, Field, Float } from "type-graphql";
import { DEFAULT_OPTIONAL_WEIGHT } from "../algorithms/scoring/requirements/line-weight";
import { GoalInput, StartInput } from "../profiles/profile.inputs";

export const OPTIONAL_WEIGHT_DESCRIPTION =
  "What an optional skill weighs beside an essential one of the same importance, 0 to 1.";

@ArgsType()
export class SkillGapArgs {
  @Field(() => StartInput, {
    description: "Who has what: a person's profile, or a role or role level.",
  })
  @ValidateNested()
  from!: StartInput;

  @Field(() => GoalInput, {
    description:
      "What is asked for: by a role or role level, by a list of skills, or in a text such as a job advertisement.",
  })
  @ValidateNested()
  to!: GoalInput;

  @Field(() => Float, {
    defaultValue: DEFAULT_OPTIONAL_WEIGHT,
    description: OPTIONAL_WEIGHT_DESCRIPTION,
  })
  @Min(0)
  @Max(1)
  optionalWeight: number = DEFAULT_OPTIONAL_WEIGHT;
}
