import { IsInt, Max, Min } from "class-validator";
import { ArgsType, Field, Int } from "type-graphql";
import { MAX_PAGE } from "./page-args";

/** Of a list of which nobody needs more than the beginning, beside its count. */
@ArgsType()
export class FirstArgs {
  @Field(() => Int, {
    defaultValue: 20,
    description: `How many to give, 0 to ${MAX_PAGE}. More is an error, not a shorter list.`,
  })
  @IsInt()
  @Min(0)
  @Max(MAX_PAGE)
  first: number = 20;
}
