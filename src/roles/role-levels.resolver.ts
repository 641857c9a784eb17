import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { CareerLevel } from "../career-levels/career-level.entity";
import { nodeFilterFields } from "../nodes/node-filter";
import { NODE_ORDER_FIELDS } from "../nodes/node-order";
import type { NodeList } from "../nodes/node-pages";
import { findNode, NodeBy, nodeConnection } from "../nodes/node-queries";
import { requireLoaded } from "../nodes/require-loaded";
import { wantedOf } from "../paging/connection";
import { OrderDirection } from "../paging/order";
import type { OrderFields } from "../paging/order-input";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import { Role } from "./role.entity";
import { RoleLevel } from "./role-level.entity";

const RoleLevelConnection = nodeConnection(RoleLevel);

const ORDER_FIELDS: OrderFields = {
  ...NODE_ORDER_FIELDS,
  RANK: { description: "By rank of the career level.", sql: "cl.rank::integer", type: "integer" },
  PLACE: {
    description: "By place in the ladder of the role; where it is unknown, by rank.",
    sql: "coalesce(n.level_order, cl.rank)::integer",
    type: "integer",
  },
};

const SHARED = {
  nodeKinds: ["ROLE_LEVEL"],
  from: "node n JOIN node cl ON cl.id = n.career_level_id",
  filterFields: nodeFilterFields("ROLE_LEVEL"),
  orderFields: ORDER_FIELDS,
} as const;

const BY_RANK = [
  { field: "RANK", direction: OrderDirection.ASC },
  { field: "NAME", direction: OrderDirection.ASC },
];

const LEVELS_OF_ROLE: NodeList = {
  ...SHARED,
  name: "Role.levels",
  defaultOrder: [{ field: "PLACE", direction: OrderDirection.ASC }, ...BY_RANK],
  where: ["n.role_id = p.id", "n.status = 'ACTIVE'"],
};

const ROLE_LEVELS_OF_LEVEL: NodeList = {
  ...SHARED,
  name: "CareerLevel.roleLevels",
  defaultOrder: BY_RANK,
  where: ["n.career_level_id = p.id", "n.status = 'ACTIVE'"],
};

@Resolver(() => Role)
export class RoleLevelsOfRoleResolver {
  @FieldResolver(() => RoleLevelConnection, {
    description:
      "The levels of the role in the order of its ladder, the most junior first: by `order` (by rank where that is unknown), then by rank, then by name, since branches may share a place.",
  })
  levels(
    @Root() role: Role,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.nodePages.of(LEVELS_OF_ROLE, { first, after }, wantedOf(info)).load(role.uuid);
  }

  @FieldResolver(() => RoleLevel, {
    nullable: true,
    description: "The role at one career level; null when it has no such level.",
  })
  async level(
    @Root() role: Role,
    @Arg("by", () => NodeBy, { description: 'Which career level, e.g. `{ slug: "senior" }`.' })
    by: NodeBy,
    @Ctx() context: Context,
  ): Promise<RoleLevel | null> {
    const level = await findNode(context, by, "CAREER_LEVEL");
    return (
      level &&
      context.loaders.roleLevels.byPair.load({ roleId: role.uuid, careerLevelId: level.uuid })
    );
  }
}

@Resolver(() => RoleLevel)
export class RoleLevelEndsResolver {
  @FieldResolver(() => Role, { description: "The role that has this level." })
  role(@Root() roleLevel: RoleLevel, @Ctx() { loaders }: Context): Promise<Role> {
    return requireLoaded(loaders.nodes.byId.load(roleLevel.roleId), Role);
  }

  @FieldResolver(() => CareerLevel, { description: "The rung of the career ladder." })
  careerLevel(@Root() roleLevel: RoleLevel, @Ctx() { loaders }: Context): Promise<CareerLevel> {
    return requireLoaded(loaders.nodes.byId.load(roleLevel.careerLevelId), CareerLevel);
  }
}

@Resolver(() => CareerLevel)
export class RoleLevelsOfLevelResolver {
  @FieldResolver(() => RoleLevelConnection, { description: "Roles at this level, by name." })
  roleLevels(
    @Root() level: CareerLevel,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.nodePages
      .of(ROLE_LEVELS_OF_LEVEL, { first, after }, wantedOf(info))
      .load(level.uuid);
  }
}
