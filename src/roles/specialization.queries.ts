import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { Specialization } from "./specialization.entity";

@InputType({ description: "Conditions on specializations; all given ones hold." })
export class SpecializationFilter extends NodeFilterBase {
  @Field(() => [SpecializationFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: SpecializationFilter[] | null;

  @Field(() => [SpecializationFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: SpecializationFilter[] | null;

  @Field(() => SpecializationFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: SpecializationFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("SPECIALIZATION"),
};

/** What edge folders add their conditions to. */
export const SPECIALIZATION_FILTER = { filter: SpecializationFilter, fields: FILTER_FIELDS };

export const SpecializationQueries = makeNodeQueries({
  type: Specialization,
  kind: "SPECIALIZATION",
  singular: "specialization",
  plural: "specializations",
  words: "specializations",
  filter: SpecializationFilter,
  filterFields: FILTER_FIELDS,
});
