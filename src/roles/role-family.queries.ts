import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { StringComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { RoleFamily } from "./role-family.entity";

@InputType({ description: "Conditions on role families; all given ones hold." })
export class RoleFamilyFilter extends NodeFilterBase {
  @Field(() => StringComparator, { nullable: true, description: "By code in its classification." })
  @IsOptional()
  @ValidateNested()
  code?: StringComparator | null;

  @Field(() => [RoleFamilyFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: RoleFamilyFilter[] | null;

  @Field(() => [RoleFamilyFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: RoleFamilyFilter[] | null;

  @Field(() => RoleFamilyFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: RoleFamilyFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("ROLE_FAMILY"),
  code: column("code", "text"),
};

/** What edge folders add their conditions to. */
export const ROLE_FAMILY_FILTER = { filter: RoleFamilyFilter, fields: FILTER_FIELDS };

export const RoleFamilyQueries = makeNodeQueries({
  type: RoleFamily,
  kind: "ROLE_FAMILY",
  singular: "roleFamily",
  plural: "roleFamilies",
  words: "role families",
  filter: RoleFamilyFilter,
  filterFields: FILTER_FIELDS,
});
