import { IsOptional, MaxLength } from "class-validator";
import { ArgsType, Field, Int } from "type-graphql";
import { badInput } from "../shared/errors";

/** The most rows that one page of a list holds. */
export const MAX_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: 20,
    description: `How many to give, 0 to ${MAX_PAGE}. More is an error, not a shorter page.`,
  })
  first: number = 20;

  @Field(() => String, {
    nullable: true,
    description:
      "Gives what comes after this cursor: the `endCursor` of the page before, in the same order.",
  })
  @IsOptional()
  @MaxLength(4_000)
  after?: string | null;
}

/** @throws AppError BAD_USER_INPUT when the page size is out of range. */
export function requirePageSize(first: number): number {
  if (first < 0 || first > MAX_PAGE) throw badInput("first", `Must be between 0 and ${MAX_PAGE}.`);
  return first;
}
