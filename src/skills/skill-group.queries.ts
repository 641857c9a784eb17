import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { StringComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { SkillGroup } from "./skill-group.entity";

@InputType({ description: "Conditions on skill groups; all given ones hold." })
export class SkillGroupFilter extends NodeFilterBase {
  @Field(() => StringComparator, { nullable: true, description: "By code in its classification." })
  @IsOptional()
  @ValidateNested()
  code?: StringComparator | null;

  @Field(() => [SkillGroupFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: SkillGroupFilter[] | null;

  @Field(() => [SkillGroupFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: SkillGroupFilter[] | null;

  @Field(() => SkillGroupFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: SkillGroupFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("SKILL_GROUP"),
  code: column("code", "text"),
};

/** What edge folders add their conditions to. */
export const SKILL_GROUP_FILTER = { filter: SkillGroupFilter, fields: FILTER_FIELDS };

export const SkillGroupQueries = makeNodeQueries({
  type: SkillGroup,
  kind: "SKILL_GROUP",
  singular: "skillGroup",
  plural: "skillGroups",
  words: "skill groups",
  filter: SkillGroupFilter,
  filterFields: FILTER_FIELDS,
});
