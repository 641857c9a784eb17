import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { requireLoaded } from "../nodes/require-loaded";
import { Role } from "../roles/role.entity";
import type { Context } from "../server/context";
import type { Requirement } from "./requirement.entity";
import { DemandEdge, RequirementEdge } from "./requirement.links";

/** The role that a requirement belongs to, on both sides of it. */
@Resolver(() => RequirementEdge)
export class RequirementEdgeResolver {
  @FieldResolver(() => Role, {
    description: "The role that asks, also when it asks at one level only.",
  })
  role(@Root() edge: Requirement, @Ctx() { loaders }: Context): Promise<Role> {
    return requireLoaded(loaders.nodes.byId.load(edge.roleId), Role);
  }
}

@Resolver(() => DemandEdge)
export class DemandEdgeResolver {
  @FieldResolver(() => Role, {
    description: "The role that asks, also when it asks at one level only.",
  })
  role(@Root() edge: Requirement, @Ctx() { loaders }: Context): Promise<Role> {
    return requireLoaded(loaders.nodes.byId.load(edge.roleId), Role);
  }
}
