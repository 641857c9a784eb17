import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, MinLength } from "class-validator";
import { ArgsType, Extensions, Field, Float, registerEnumType } from "type-graphql";
import { PageArgs } from "../paging/page-args";
import { COUNTED_CONFIDENCE } from "./find-skills";

/** The most characters of a text in which skills are looked for. */
export const MAX_TEXT_LENGTH = 50_000;

export enum ExtractedKind {
  SKILL = "SKILL",
  TECHNOLOGY = "TECHNOLOGY",
}
registerEnumType(ExtractedKind, {
  name: "ExtractedKind",
  description: "What can be found in a text.",
  valuesConfig: {
    SKILL: { description: "Skills, such as `Data modelling`." },
    TECHNOLOGY: { description: "Technologies, such as `PostgreSQL`." },
  },
});

@ArgsType()
export class ExtractSkillsArgs extends PageArgs {
  @Extensions({ maxLength: MAX_TEXT_LENGTH })
  @Field(() => String, {
    description: `The text to look in, e.g. a job advertisement or a CV, 1 to ${MAX_TEXT_LENGTH.toLocaleString("en")} characters in any language. It is used for this answer alone: never stored, cached or logged.`,
  })
  @MinLength(1)
  @MaxLength(MAX_TEXT_LENGTH)
  text!: string;

  @Field(() => [ExtractedKind], {
    nullable: true,
    description:
      "Only these, e.g. `[TECHNOLOGY]`; an empty list finds nothing. Left out: skills and technologies.",
  })
  @IsOptional()
  @ArrayMaxSize(2)
  kinds?: ExtractedKind[] | null;

  @Field(() => Float, {
    defaultValue: 0,
    description: `Only what is found with at least this confidence, 0 to 1, e.g. ${COUNTED_CONFIDENCE} as profiles and goals given as a text do.`,
  })
  @Min(0)
  @Max(1)
  minConfidence: number = 0;
}
