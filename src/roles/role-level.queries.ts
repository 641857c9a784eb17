import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { IntComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { RoleLevel } from "./role-level.entity";

@InputType({ description: "Conditions on role levels; all given ones hold." })
export class RoleLevelFilter extends NodeFilterBase {
  @Field(() => IntComparator, {
    nullable: true,
    description: "By the place in the ladder of its role, from 1.",
  })
  @IsOptional()
  @ValidateNested()
  order?: IntComparator | null;

  @Field(() => [RoleLevelFilter], { nullable: true, description: "All of these hold; at most 30." })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: RoleLevelFilter[] | null;

  @Field(() => [RoleLevelFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: RoleLevelFilter[] | null;

  @Field(() => RoleLevelFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: RoleLevelFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("ROLE_LEVEL"),
  order: column("level_order", "integer"),
};

/** What edge folders add their conditions to. */
export const ROLE_LEVEL_FILTER = { filter: RoleLevelFilter, fields: FILTER_FIELDS };

export const RoleLevelQueries = makeNodeQueries({
  type: RoleLevel,
  kind: "ROLE_LEVEL",
  singular: "roleLevel",
  plural: "roleLevels",
  words: "role levels",
  filter: RoleLevelFilter,
  filterFields: FILTER_FIELDS,
});
