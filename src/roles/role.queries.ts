import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import {
  type EnumComparator,
  IntComparator,
  makeEnumComparator,
  StringComparator,
} from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { Role, RoleKind } from "./role.entity";

const RoleKindComparator = makeEnumComparator("RoleKind", RoleKind);

@InputType({ description: "Conditions on roles; all given ones hold." })
export class RoleFilter extends NodeFilterBase {
  @Field(() => RoleKindComparator, {
    nullable: true,
    description: "By kind: occupation, group or learner.",
  })
  @IsOptional()
  @ValidateNested()
  kind?: EnumComparator | null;

  @Field(() => IntComparator, { nullable: true, description: "By O*NET job zone, 1 to 5." })
  @IsOptional()
  @ValidateNested()
  jobZone?: IntComparator | null;

  @Field(() => StringComparator, { nullable: true, description: "By ISCO-08 code." })
  @IsOptional()
  @ValidateNested()
  iscoCode?: StringComparator | null;

  @Field(() => [RoleFilter], { nullable: true, description: "All of these hold; at most 30." })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: RoleFilter[] | null;

  @Field(() => [RoleFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: RoleFilter[] | null;

  @Field(() => RoleFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: RoleFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("ROLE"),
  kind: column("role_kind", "text"),
  jobZone: column("job_zone", "integer"),
  iscoCode: column("isco_code", "text"),
};

/** What edge folders add their conditions to. */
export const ROLE_FILTER = { filter: RoleFilter, fields: FILTER_FIELDS };

export const RoleQueries = makeNodeQueries({
  type: Role,
  kind: "ROLE",
  singular: "role",
  plural: "roles",
  words: "roles",
  filter: RoleFilter,
  filterFields: FILTER_FIELDS,
});
