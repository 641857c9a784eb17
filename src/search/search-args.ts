import { ArrayMaxSize, IsOptional } from "class-validator";
import { LocaleResolver } from "graphql-scalars";
import { ArgsType, Field, Int } from "type-graphql";
import { NodeKindEnum } from "../nodes/node-kind";
import { PageArgs } from "../paging/page-args";
import { badInput } from "../shared/errors";
import type { NodeKind } from "../shared/global-id";

const KINDS = Object.keys(NodeKindEnum).length;
const TEXT =
  "1 to 200 characters, spaces around them not counted. Upper and lower case and accents make no difference.";
const KINDS_DESCRIPTION =
  "Only nodes of these kinds, e.g. `[ROLE, SKILL]`; an empty list finds nothing. Left out: nodes of every kind but EXTERNAL_CONCEPT, whose names repeat those of the nodes mapped to them.";
const LOCALE_DESCRIPTION =
  "Only labels in this language or one of its fallbacks, e.g. for `de-AT` those in `de-AT`, `de` and `en`. Left out: labels in every language.";

/** The most suggestions of `autocomplete`. */
export const MAX_SUGGESTIONS = 20;

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description: `What to search for. ${TEXT} A text of nothing but punctuation finds labels that begin with it.`,
  })
  text!: string;

  @Field(() => [NodeKindEnum], { nullable: true, description: KINDS_DESCRIPTION })
  @IsOptional()
  @ArrayMaxSize(KINDS)
  kinds?: NodeKind[] | null;

  @Field(() => LocaleResolver, { nullable: true, description: LOCALE_DESCRIPTION })
  @IsOptional()
  locale?: string | null;
}

@ArgsType()
export class AutocompleteArgs {
  @Field(() => String, { description: `What was typed so far. ${TEXT}` })
  prefix!: string;

  @Field(() => [NodeKindEnum], { nullable: true, description: KINDS_DESCRIPTION })
  @IsOptional()
  @ArrayMaxSize(KINDS)
  kinds?: NodeKind[] | null;

  @Field(() => LocaleResolver, { nullable: true, description: LOCALE_DESCRIPTION })
  @IsOptional()
  locale?: string | null;

  @Field(() => Int, {
    defaultValue: 10,
    description: `How many to give, 0 to ${MAX_SUGGESTIONS}. More is an error, not a shorter list.`,
  })
  first: number = 10;
}

@ArgsType()
export class DidYouMeanArgs {
  @Field(() => String, { description: `What was searched for. ${TEXT}` })
  text!: string;

  @Field(() => [NodeKindEnum], { nullable: true, description: KINDS_DESCRIPTION })
  @IsOptional()
  @ArrayMaxSize(KINDS)
  kinds?: NodeKind[] | null;

  @Field(() => LocaleResolver, { nullable: true, description: LOCALE_DESCRIPTION })
  @IsOptional()
  locale?: string | null;
}

/** @throws AppError BAD_USER_INPUT when more suggestions are asked for than there may be, or less than none. */
export function requireSuggestions(first: number): number {
  if (first < 0 || first > MAX_SUGGESTIONS)
    throw badInput("first", `Must be between 0 and ${MAX_SUGGESTIONS}.`);
  return first;
}
