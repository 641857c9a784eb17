import { IsOptional, Max, Min, ValidateNested } from "class-validator";
import { ArgsType, Field, Float } from "type-graphql";
import { DEFAULT_OPTIONAL_WEIGHT } from "../algorithms/scoring/requirements/line-weight";
import { PositionInput, ProfileInput } from "../profiles/profile.inputs";
import { OPTIONAL_WEIGHT_DESCRIPTION } from "./skill-gap.inputs";

@ArgsType()
export class PromotionGapArgs {
  @Field(() => PositionInput, {
    description:
      "The role level that somebody has now. A specialization counts at the next levels as well.",
  })
  @ValidateNested()
  position!: PositionInput;

  @Field(() => ProfileInput, {
    nullable: true,
    description:
      "What the person can do. Left out or null: the person is taken to meet what the present level asks for exactly.",
  })
  @IsOptional()
  @ValidateNested()
  profile?: ProfileInput | null;

  @Field(() => Float, {
    defaultValue: DEFAULT_OPTIONAL_WEIGHT,
    description: OPTIONAL_WEIGHT_DESCRIPTION,
  })
  @Min(0)
  @Max(1)
  optionalWeight: number = DEFAULT_OPTIONAL_WEIGHT;
}
