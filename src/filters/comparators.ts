import { ArrayMaxSize, IsOptional, MaxLength } from "class-validator";
import { DateTimeResolver } from "graphql-scalars";
import { type ClassType, Field, Float, ID, InputType, Int } from "type-graphql";

/** The most values that `in` and `notIn` take. */
const MAX_VALUES = 500;

const IN = `Equal to one of these, at most ${MAX_VALUES}. An empty list matches nothing.`;
const NOT_IN = `Equal to none of these, at most ${MAX_VALUES}. An empty list excludes nothing.`;

@InputType({ description: "Conditions on an id; all given ones hold." })
export class IdComparator {
  @Field(() => ID, { nullable: true, description: "Equal to this id." })
  @IsOptional()
  eq?: string | null;

  @Field(() => [ID], { nullable: true, description: IN })
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES)
  in?: string[] | null;

  @Field(() => [ID], { nullable: true, description: NOT_IN })
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES)
  notIn?: string[] | null;
}

@InputType({
  description:
    "Conditions on a text; all given ones hold. A missing text matches only `isNull: true`.",
})
export class StringComparator {
  @Field(() => String, { nullable: true, description: "Equal to this text, letter by letter." })
  @IsOptional()
  @MaxLength(1_000)
  eq?: string | null;

  @Field(() => [String], { nullable: true, description: IN })
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES)
  in?: string[] | null;

  @Field(() => [String], { nullable: true, description: NOT_IN })
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES)
  notIn?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Begins with this text; upper and lower case are the same.",
  })
  @IsOptional()
  @MaxLength(200)
  startsWith?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Contains this text; upper and lower case are the same.",
  })
  @IsOptional()
  @MaxLength(200)
  contains?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the text is missing." })
  @IsOptional()
  isNull?: boolean | null;
}

@InputType({
  description:
    "Conditions on a whole number; all given ones hold. A missing number matches only `isNull: true`.",
})
export class IntComparator {
  @Field(() => Int, { nullable: true, description: "Equal to this number." })
  @IsOptional()
  eq?: number | null;

  @Field(() => [Int], { nullable: true, description: IN })
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES)
  in?: number[] | null;

  @Field(() => Int, { nullable: true, description: "Greater than or equal to this number." })
  @IsOptional()
  gte?: number | null;

  @Field(() => Int, { nullable: true, description: "Less than or equal to this number." })
  @IsOptional()
  lte?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the number is missing (unknown)." })
  @IsOptional()
  isNull?: boolean | null;
}

@InputType({
  description:
    "Conditions on a number; all given ones hold. A missing number matches only `isNull: true`.",
})
export class FloatComparator {
  @Field(() => Float, { nullable: true, description: "Greater than or equal to this number." })
  @IsOptional()
  gte?: number | null;

  @Field(() => Float, { nullable: true, description: "Less than or equal to this number." })
  @IsOptional()
  lte?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the number is missing (unknown)." })
  @IsOptional()
  isNull?: boolean | null;
}

@InputType({ description: "Conditions on a point in time; all given ones hold." })
export class DateTimeComparator {
  @Field(() => DateTimeResolver, { nullable: true, description: "At this time or later." })
  @IsOptional()
  gte?: Date | null;

  @Field(() => DateTimeResolver, { nullable: true, description: "Before this time." })
  @IsOptional()
  lt?: Date | null;
}

/** Conditions on an enum value; the GraphQL type is named after the enum. */
export interface EnumComparator {
  eq?: string | null;
  in?: string[] | null;
  notIn?: string[] | null;
}

/** The comparator type of an enum, e.g. `SkillKindComparator`. */
export function makeEnumComparator(name: string, enumType: object): ClassType<EnumComparator> {
  @InputType(`${name}Comparator`, { description: `Conditions on a ${name}; all given ones hold.` })
  class Comparator implements EnumComparator {
    @Field(() => enumType, { nullable: true, description: "Equal to this value." })
    @IsOptional()
    eq?: string | null;

    @Field(() => [enumType], { nullable: true, description: IN })
    @IsOptional()
    @ArrayMaxSize(MAX_VALUES)
    in?: string[] | null;

    @Field(() => [enumType], { nullable: true, description: NOT_IN })
    @IsOptional()
    @ArrayMaxSize(MAX_VALUES)
    notIn?: string[] | null;
  }
  return Comparator;
}
