import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, IntComparator, makeEnumComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { NODE_ORDER_FIELDS } from "../nodes/node-order";
import { makeNodeQueries } from "../nodes/node-queries";
import { OrderDirection } from "../paging/order";
import { makeOrderInput, type OrderFields } from "../paging/order-input";
import { CareerLevel, Track } from "./career-level.entity";

const TrackComparator = makeEnumComparator("Track", Track);

@InputType({ description: "Conditions on career levels; all given ones hold." })
export class CareerLevelFilter extends NodeFilterBase {
  @Field(() => TrackComparator, {
    nullable: true,
    description: "By track: individual contributor or management.",
  })
  @IsOptional()
  @ValidateNested()
  track?: EnumComparator | null;

  @Field(() => IntComparator, { nullable: true, description: "By rank, from 1 for the lowest." })
  @IsOptional()
  @ValidateNested()
  rank?: IntComparator | null;

  @Field(() => [CareerLevelFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: CareerLevelFilter[] | null;

  @Field(() => [CareerLevelFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: CareerLevelFilter[] | null;

  @Field(() => CareerLevelFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: CareerLevelFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("CAREER_LEVEL"),
  track: column("track", "text"),
  rank: column("rank", "integer"),
};

/** What edge folders add their conditions to. */
export const CAREER_LEVEL_FILTER = { filter: CareerLevelFilter, fields: FILTER_FIELDS };

const ORDER_FIELDS: OrderFields = {
  ...NODE_ORDER_FIELDS,
  RANK: { description: "By rank, the lowest first.", sql: "n.rank::integer", type: "integer" },
};

export const CareerLevelQueries = makeNodeQueries({
  type: CareerLevel,
  kind: "CAREER_LEVEL",
  singular: "careerLevel",
  plural: "careerLevels",
  words: "career levels",
  filter: CareerLevelFilter,
  filterFields: FILTER_FIELDS,
  orderFields: ORDER_FIELDS,
  order: makeOrderInput("CareerLevelOrder", ORDER_FIELDS),
  defaultOrder: [
    { field: "RANK", direction: OrderDirection.ASC },
    { field: "NAME", direction: OrderDirection.ASC },
  ],
  defaultOrderWords: "by rank, then by name",
});
