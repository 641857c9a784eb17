import { Max, Min, ValidateNested } from "class-validator";
import { ArgsType, Field, Float } from "type-graphql";
import { PositionInput } from "../profiles/profile.inputs";

@ArgsType()
export class TransitionArgs {
  @Field(() => PositionInput, { description: "The role or role level that somebody has." })
  @ValidateNested()
  from!: PositionInput;

  @Field(() => PositionInput, {
    description: "The role or role level to move to; another one than `from`.",
  })
  @ValidateNested()
  to!: PositionInput;

  @Field(() => Float, {
    defaultValue: 0.5,
    description:
      "What an optional requirement weighs beside an essential one in both coverages, 0 to 1.",
  })
  @Min(0)
  @Max(1)
  optionalWeight: number = 0.5;
}
