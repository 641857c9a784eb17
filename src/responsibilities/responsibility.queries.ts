import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, makeEnumComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { Responsibility, ResponsibilityAxis } from "./responsibility.entity";

const ResponsibilityAxisComparator = makeEnumComparator("ResponsibilityAxis", ResponsibilityAxis);

@InputType({ description: "Conditions on responsibilities; all given ones hold." })
export class ResponsibilityFilter extends NodeFilterBase {
  @Field(() => ResponsibilityAxisComparator, {
    nullable: true,
    description: "By what it is about.",
  })
  @IsOptional()
  @ValidateNested()
  axis?: EnumComparator | null;

  @Field(() => [ResponsibilityFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: ResponsibilityFilter[] | null;

  @Field(() => [ResponsibilityFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: ResponsibilityFilter[] | null;

  @Field(() => ResponsibilityFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: ResponsibilityFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("RESPONSIBILITY"),
  axis: column("axis", "text"),
};

/** What edge folders add their conditions to. */
export const RESPONSIBILITY_FILTER = { filter: ResponsibilityFilter, fields: FILTER_FIELDS };

export const ResponsibilityQueries = makeNodeQueries({
  type: Responsibility,
  kind: "RESPONSIBILITY",
  singular: "responsibility",
  plural: "responsibilities",
  words: "responsibilities",
  filter: ResponsibilityFilter,
  filterFields: FILTER_FIELDS,
});
