import { IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";
import { makeEdgeArgs } from "../edges/edge-args";
import { EDGE_FILTER_FIELDS, EdgeFilter } from "../edges/edge-filter";
import { EDGE_ORDER_FIELDS } from "../edges/edge-order";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { OrderDirection } from "../paging/order";
import { makeOrderInput, type OrderFields } from "../paging/order-input";
import type { SqlParams } from "../paging/sql-params";
import { Role } from "../roles/role.entity";
import { Skill } from "../skills/skill.entity";
import { Technology } from "../technologies/technology.entity";
import { Related, RelationKind } from "./related.entity";

@InputType({ description: "Conditions on related nodes; all given ones hold." })
export class RelatedFilter extends EdgeFilter {
  @Field(() => RelationKind, { nullable: true, description: "Only relations of this kind." })
  @IsOptional()
  kind?: RelationKind | null;
}

const ORDER_FIELDS: OrderFields = {
  ...EDGE_ORDER_FIELDS,
  WEIGHT: {
    description: "By how strongly they are related; unknown counts as 0.",
    sql: "coalesce(e.weight, 0)::double precision",
    type: "double precision",
  },
};

const SHARED = {
  kind: "RELATED",
  entity: Related,
  args: makeEdgeArgs(
    RelatedFilter,
    makeOrderInput("RelatedOrder", ORDER_FIELDS),
    "strongest first, then by name",
  ),
  filterFields: {
    ...EDGE_FILTER_FIELDS,
    kind: (value: RelationKind, params: SqlParams, alias: string) =>
      `${alias}.relation_kind = ${params.add(value)}`,
  },
  orderFields: ORDER_FIELDS,
  defaultOrder: [
    { field: "WEIGHT", direction: OrderDirection.DESC },
    { field: "NAME", direction: OrderDirection.ASC },
  ],
  nodeDescription: "The related node.",
} as const;

const skills = makeLinks({
  ...SHARED,
  name: "RelatedSkill",
  description: "Two skills are related.",
  node: Skill,
  nodeKinds: ["SKILL"],
});
const technologies = makeLinks({
  ...SHARED,
  name: "RelatedTechnology",
  description: "Two technologies are related.",
  node: Technology,
  nodeKinds: ["TECHNOLOGY"],
});
const roles = makeLinks({
  ...SHARED,
  name: "RelatedRole",
  description: "Two roles are related.",
  node: Role,
  nodeKinds: ["ROLE"],
});

const description =
  "Nodes of the same type that a source calls related; the relation has no direction.";

export const RELATED_FIELDS = [
  makeLinkResolver(skills, { on: Skill, field: "related", parent: "either", description }),
  makeLinkResolver(technologies, {
    on: Technology,
    field: "related",
    parent: "either",
    description,
  }),
  makeLinkResolver(roles, { on: Role, field: "related", parent: "either", description }),
];
