import { IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";
import { CareerLevel } from "../career-levels/career-level.entity";
import { makeEdgeArgs } from "../edges/edge-args";
import { EDGE_FILTER_FIELDS, EdgeFilter } from "../edges/edge-filter";
import { EDGE_ORDER_FIELDS } from "../edges/edge-order";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { Node } from "../nodes/node.entity";
import { makeOrderInput, type OrderFields } from "../paging/order-input";
import type { SqlParams } from "../paging/sql-params";
import { Role } from "../roles/role.entity";
import { RoleLevel } from "../roles/role-level.entity";
import { Progression, ProgressionKind } from "./progression.entity";

@InputType({ description: "Conditions on career moves; all given ones hold." })
export class ProgressionFilter extends EdgeFilter {
  @Field(() => ProgressionKind, { nullable: true, description: "Only moves of this kind." })
  @IsOptional()
  kind?: ProgressionKind | null;
}

const ORDER_FIELDS: OrderFields = {
  ...EDGE_ORDER_FIELDS,
  SCORE: {
    description: "By score; unknown counts as 0 here, though it is shown as null.",
    sql: "coalesce(e.score, 0)::double precision",
    type: "double precision",
  },
};

const SHARED = {
  kind: "PROGRESSION",
  entity: Progression,
  args: makeEdgeArgs(
    ProgressionFilter,
    makeOrderInput("ProgressionOrder", ORDER_FIELDS),
    "by the name of the other end",
  ),
  filterFields: {
    ...EDGE_FILTER_FIELDS,
    kind: (value: ProgressionKind, params: SqlParams, alias: string) =>
      `${alias}.progression_kind = ${params.add(value)}`,
  },
  orderFields: ORDER_FIELDS,
  node: Node,
  nodeKinds: ["ROLE", "ROLE_LEVEL", "CAREER_LEVEL"],
} as const;

const next = makeLinks({
  ...SHARED,
  name: "NextStep",
  description: "A career move away from here.",
  nodeDescription: "The Role, RoleLevel or CareerLevel that the move leads to.",
});

const previous = makeLinks({
  ...SHARED,
  name: "PreviousStep",
  description: "A career move that leads here.",
  nodeDescription: "The Role, RoleLevel or CareerLevel that the move starts from.",
});

export const PROGRESSION_FIELDS = [Role, RoleLevel, CareerLevel].flatMap((on) => [
  makeLinkResolver(next, {
    on,
    field: "progressesTo",
    parent: "from",
    description:
      "Career moves that sources state from here: promotions, lateral moves and changes.",
  }),
  makeLinkResolver(previous, {
    on,
    field: "progressesFrom",
    parent: "to",
    description: "Career moves that sources state to here.",
  }),
]);
