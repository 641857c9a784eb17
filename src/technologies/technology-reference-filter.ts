import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, StringComparator } from "../filters/comparators";
import { column, compileFilter, type FieldFilter, flag } from "../filters/compile-filter";
import { NODE_REFERENCE_FIELDS, NodeReferenceFilter } from "../nodes/node-reference-filter";
import { TechnologyKindComparator } from "./technology.queries";

/** Names technologies in the filter of something else. It asks for no links, so that filters end here. */
@InputType({ description: "Conditions that pick technologies; all given ones hold." })
export class TechnologyReferenceFilter extends NodeReferenceFilter {
  @Field(() => TechnologyKindComparator, {
    nullable: true,
    description: "By kind: language, framework, database and so on.",
  })
  @IsOptional()
  @ValidateNested()
  kind?: EnumComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: "By the company or foundation behind it.",
  })
  @IsOptional()
  @ValidateNested()
  vendor?: StringComparator | null;

  @Field(() => Boolean, { nullable: true, description: "Whether O*NET calls it a hot technology." })
  @IsOptional()
  isHot?: boolean | null;
}

const FIELDS = {
  ...NODE_REFERENCE_FIELDS,
  kind: column("technology_kind", "text"),
  vendor: column("vendor", "text"),
  isHot: flag("is_hot"),
};

/** The condition of a `TechnologyReferenceFilter` on the node with this alias. */
export const technologyReference: FieldFilter = (value, params, alias, path) =>
  compileFilter(value, FIELDS, params, alias, path);
