import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { EnumComparator } from "../filters/comparators";
import { column, compileFilter, type FieldFilter } from "../filters/compile-filter";
import { NODE_REFERENCE_FIELDS, NodeReferenceFilter } from "../nodes/node-reference-filter";
import { ReuseLevelComparator, SkillKindComparator } from "./skill.queries";

/** Names skills in the filter of something else. It asks for no links, so that filters end here. */
@InputType({ description: "Conditions that pick skills; all given ones hold." })
export class SkillReferenceFilter extends NodeReferenceFilter {
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
}

const FIELDS = {
  ...NODE_REFERENCE_FIELDS,
  kind: column("skill_kind", "text"),
  reuseLevel: column("reuse_level", "text"),
};

/** The condition of a `SkillReferenceFilter` on the node with this alias. */
export const skillReference: FieldFilter = (value, params, alias, path) =>
  compileFilter(value, FIELDS, params, alias, path);
