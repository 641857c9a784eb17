import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, makeEnumComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { Topic, TopicKind } from "./topic.entity";

const TopicKindComparator = makeEnumComparator("TopicKind", TopicKind);

@InputType({ description: "Conditions on topics; all given ones hold." })
export class TopicFilter extends NodeFilterBase {
  @Field(() => TopicKindComparator, {
    nullable: true,
    description: "By kind: challenge, trend, quality, question and so on.",
  })
  @IsOptional()
  @ValidateNested()
  kind?: EnumComparator | null;

  @Field(() => [TopicFilter], { nullable: true, description: "All of these hold; at most 30." })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: TopicFilter[] | null;

  @Field(() => [TopicFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: TopicFilter[] | null;

  @Field(() => TopicFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: TopicFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("TOPIC"),
  kind: column("topic_kind", "text"),
};

/** What edge folders add their conditions to. */
export const TOPIC_FILTER = { filter: TopicFilter, fields: FILTER_FIELDS };

export const TopicQueries = makeNodeQueries({
  type: Topic,
  kind: "TOPIC",
  singular: "topic",
  plural: "topics",
  words: "topics",
  filter: TopicFilter,
  filterFields: FILTER_FIELDS,
});
