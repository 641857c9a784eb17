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
import { NODE_ORDER_FIELDS } from "../nodes/node-order";
import { makeNodeQueries } from "../nodes/node-queries";
import { OrderDirection } from "../paging/order";
import { makeOrderInput, type OrderFields } from "../paging/order-input";
import { LearningResource, LearningResourceKind } from "./learning-resource.entity";

const LearningResourceKindComparator = makeEnumComparator(
  "LearningResourceKind",
  LearningResourceKind,
);

@InputType({ description: "Conditions on learning resources; all given ones hold." })
export class LearningResourceFilter extends NodeFilterBase {
  @Field(() => LearningResourceKindComparator, {
    nullable: true,
    description: "By kind: book, course and so on.",
  })
  @IsOptional()
  @ValidateNested()
  kind?: EnumComparator | null;

  @Field(() => IntComparator, { nullable: true, description: "By estimated time in minutes." })
  @IsOptional()
  @ValidateNested()
  totalMinutes?: IntComparator | null;

  @Field(() => StringComparator, { nullable: true, description: "By who offers it." })
  @IsOptional()
  @ValidateNested()
  provider?: StringComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: 'By language, e.g. `{ eq: "en" }`.',
  })
  @IsOptional()
  @ValidateNested()
  locale?: StringComparator | null;

  @Field(() => [LearningResourceFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: LearningResourceFilter[] | null;

  @Field(() => [LearningResourceFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: LearningResourceFilter[] | null;

  @Field(() => LearningResourceFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: LearningResourceFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("LEARNING_RESOURCE"),
  kind: column("resource_kind", "text"),
  totalMinutes: column("minutes", "integer"),
  provider: column("provider", "text"),
  locale: column("locale", "text"),
};

/** What edge folders add their conditions to. */
export const LEARNING_RESOURCE_FILTER = { filter: LearningResourceFilter, fields: FILTER_FIELDS };

const ORDER_FIELDS: OrderFields = {
  ...NODE_ORDER_FIELDS,
  TOTAL_MINUTES: {
    description: "By estimated time; unknown counts as 0.",
    sql: "coalesce(n.minutes, 0)",
    type: "integer",
  },
};

export const LearningResourceQueries = makeNodeQueries({
  type: LearningResource,
  kind: "LEARNING_RESOURCE",
  singular: "learningResource",
  plural: "learningResources",
  words: "learning resources",
  filter: LearningResourceFilter,
  filterFields: FILTER_FIELDS,
  orderFields: ORDER_FIELDS,
  order: makeOrderInput("LearningResourceOrder", ORDER_FIELDS),
  defaultOrder: [{ field: "NAME", direction: OrderDirection.ASC }],
  defaultOrderWords: "by name",
});
