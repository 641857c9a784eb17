import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, makeEnumComparator, StringComparator } from "../filters/comparators";
import { column, type FieldFilter, flag } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { Technology, TechnologyKind } from "./technology.entity";

export const TechnologyKindComparator = makeEnumComparator("TechnologyKind", TechnologyKind);

@InputType({ description: "Conditions on technologies; all given ones hold." })
export class TechnologyFilter extends NodeFilterBase {
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

  @Field(() => [TechnologyFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: TechnologyFilter[] | null;

  @Field(() => [TechnologyFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: TechnologyFilter[] | null;

  @Field(() => TechnologyFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: TechnologyFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("TECHNOLOGY"),
  kind: column("technology_kind", "text"),
  vendor: column("vendor", "text"),
  isHot: flag("is_hot"),
};

/** What edge folders add their conditions to. */
export const TECHNOLOGY_FILTER = { filter: TechnologyFilter, fields: FILTER_FIELDS };

export const TechnologyQueries = makeNodeQueries({
  type: Technology,
  kind: "TECHNOLOGY",
  singular: "technology",
  plural: "technologies",
  words: "technologies",
  filter: TechnologyFilter,
  filterFields: FILTER_FIELDS,
});
