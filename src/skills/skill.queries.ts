import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, makeEnumComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { ReuseLevel, Skill, SkillKind } from "./skill.entity";

export const SkillKindComparator = makeEnumComparator("SkillKind", SkillKind);
export const ReuseLevelComparator = makeEnumComparator("ReuseLevel", ReuseLevel);

@InputType({ description: "Conditions on skills; all given ones hold." })
export class SkillFilter extends NodeFilterBase {
  @Field(() => SkillKindComparator, {
    nullable: true,
    description: "By kind: ability, knowledge, language, attitude or practice.",
  })
  @IsOptional()
  @ValidateNested()
  kind?: EnumComparator | null;

  @Field(() => ReuseLevelComparator, { nullable: true, description: "By how widely it is used." })
  @IsOptional()
  @ValidateNested()
  reuseLevel?: EnumComparator | null;

  @Field(() => [SkillFilter], { nullable: true, description: "All of these hold; at most 30." })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: SkillFilter[] | null;

  @Field(() => [SkillFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: SkillFilter[] | null;

  @Field(() => SkillFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: SkillFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("SKILL"),
  kind: column("skill_kind", "text"),
  reuseLevel: column("reuse_level", "text"),
};

/** What edge folders add their conditions to. */
export const SKILL_FILTER = { filter: SkillFilter, fields: FILTER_FIELDS };

export const SkillQueries = makeNodeQueries({
  type: Skill,
  kind: "SKILL",
  singular: "skill",
  plural: "skills",
  words: "skills",
  filter: SkillFilter,
  filterFields: FILTER_FIELDS,
});
