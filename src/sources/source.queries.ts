import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, makeEnumComparator, StringComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { Source, SourceKind } from "./source.entity";

const SourceKindComparator = makeEnumComparator("SourceKind", SourceKind);

@InputType({ description: "Conditions on sources; all given ones hold." })
export class SourceFilter extends NodeFilterBase {
  @Field(() => SourceKindComparator, {
    nullable: true,
    description: "By kind: data set, document or editors.",
  })
  @IsOptional()
  @ValidateNested()
  kind?: EnumComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: 'By licence, as the source names it, e.g. `{ eq: "MIT" }`.',
  })
  @IsOptional()
  @ValidateNested()
  licence?: StringComparator | null;

  @Field(() => [SourceFilter], { nullable: true, description: "All of these hold; at most 30." })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: SourceFilter[] | null;

  @Field(() => [SourceFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: SourceFilter[] | null;

  @Field(() => SourceFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: SourceFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("SOURCE"),
  kind: column("source_kind", "text"),
  licence: column("licence", "text"),
};

/** What edge folders add their conditions to. */
export const SOURCE_FILTER = { filter: SourceFilter, fields: FILTER_FIELDS };

export const SourceQueries = makeNodeQueries({
  type: Source,
  kind: "SOURCE",
  singular: "source",
  plural: "sources",
  words: "sources",
  filter: SourceFilter,
  filterFields: FILTER_FIELDS,
});
