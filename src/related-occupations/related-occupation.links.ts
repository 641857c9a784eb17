import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { makeEdgeArgs } from "../edges/edge-args";
import { EDGE_FILTER_FIELDS, EdgeFilter } from "../edges/edge-filter";
import { EDGE_ORDER_FIELDS } from "../edges/edge-order";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { addRelationFilter, makeQuantifier } from "../edges/relation-filter";
import { type EnumComparator, IntComparator, makeEnumComparator } from "../filters/comparators";
import { column } from "../filters/compile-filter";
import { OrderDirection } from "../paging/order";
import { makeOrderInput, type OrderFields } from "../paging/order-input";
import { Role } from "../roles/role.entity";
import { ROLE_FILTER } from "../roles/role.queries";
import { RelatedOccupation, RelatedOccupationTier } from "./related-occupation.entity";

const TierComparator = makeEnumComparator("RelatedOccupationTier", RelatedOccupationTier);

@InputType({ description: "Conditions on related occupations; all given ones hold." })
export class RelatedOccupationFilter extends EdgeFilter {
  @Field(() => TierComparator, {
    nullable: true,
    description: "By how near they are, e.g. `{ in: [PRIMARY_SHORT, PRIMARY_LONG] }` for ten.",
  })
  @IsOptional()
  @ValidateNested()
  tier?: EnumComparator | null;

  @Field(() => IntComparator, {
    nullable: true,
    description: "By place in the list, e.g. `{ lte: 3 }` for the three nearest.",
  })
  @IsOptional()
  @ValidateNested()
  position?: IntComparator | null;
}

const ORDER_FIELDS: OrderFields = {
  ...EDGE_ORDER_FIELDS,
  POSITION: {
    description: "By place in the list, the nearest first; unknown counts as last.",
    // The largest smallint: no place is behind it.
    sql: "coalesce(e.position, 32767)::integer",
    type: "integer",
  },
};

const SHARED = {
  kind: "RELATED_OCCUPATION",
  entity: RelatedOccupation,
  args: makeEdgeArgs(
    RelatedOccupationFilter,
    makeOrderInput("RelatedOccupationOrder", ORDER_FIELDS),
    "by position, then by the name of the other end",
  ),
  filterFields: {
    ...EDGE_FILTER_FIELDS,
    tier: column("tier", "text"),
    position: column("position", "integer"),
  },
  orderFields: ORDER_FIELDS,
  defaultOrder: [
    { field: "POSITION", direction: OrderDirection.ASC },
    { field: "NAME", direction: OrderDirection.ASC },
  ],
  node: Role,
  nodeKinds: ["ROLE"],
} as const;

const related = makeLinks({
  ...SHARED,
  name: "RelatedOccupation",
  description: "An occupation is listed as similar to the one asked.",
  nodeDescription: "The similar occupation.",
});

const relating = makeLinks({
  ...SHARED,
  name: "RelatingOccupation",
  description: "An occupation lists the one asked as similar to itself.",
  nodeDescription: "The occupation in whose list this one stands.",
});

export const RELATED_OCCUPATION_FIELDS = [
  makeLinkResolver(related, {
    on: Role,
    field: "relatedOccupations",
    parent: "from",
    description:
      "Occupations that a source lists as similar to this one, the nearest first: in what people do, what they know and what the jobs are called. They need not list this one in turn.",
  }),
  makeLinkResolver(relating, {
    on: Role,
    field: "relatedOccupationOf",
    parent: "to",
    description:
      "Occupations in whose list of related occupations this one stands, those first that have it near the top.",
  }),
];

const CONDITION = {
  on: ROLE_FILTER,
  kind: "RELATED_OCCUPATION",
  quantifier: makeQuantifier("RelatedOccupation", RelatedOccupationFilter),
  edgeFields: SHARED.filterFields,
} as const;

addRelationFilter({
  ...CONDITION,
  field: "relatedOccupations",
  parent: "from",
  description: "By the occupations that are listed as similar to it.",
});
addRelationFilter({
  ...CONDITION,
  field: "relatedOccupationOf",
  parent: "to",
  description: "By the occupations that list it as similar; here `node` is the one that lists it.",
});
