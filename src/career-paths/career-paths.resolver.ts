import { Args, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { MAX_HOPS } from "../algorithms/paths/career-paths";
import { Node } from "../nodes/node.entity";
import { requireLoaded, requireLoadedOrNull } from "../nodes/require-loaded";
import { computedPage } from "../paging/computed-page";
import type { Page } from "../paging/connection";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import { findCareerPaths } from "./career-paths.service";
import {
  CareerPathHop,
  CareerPaths,
  GAINED_SKILLS,
  type GainedSkillEdge,
  REACHABLE_ROLES,
  ReachableRoleEdge,
  type ReachableRoles,
} from "./career-paths.types";
import { CareerPathsArgs, ReachableRolesArgs } from "./career-paths-args";
import { findReachableRoles } from "./reachable-roles.service";

@Resolver()
class CareerPathsResolver {
  @Query(() => CareerPaths, {
    nullable: true,
    description:
      "The k cheapest ways from where somebody is to a role level, or to a role without levels, that visit no place twice (J. Y. Yen, 1971, over E. W. Dijkstra, 1959; costs are compared in units of 1e-9). A hop exists only where a progression is stated, a source lists related occupations, a next level is, or for the 20 nearest feasible transitions of a place; never between every pair, or a direct leap would always win. From a profile what was gained on earlier hops counts, and the search follows the most promising ways (see `isExact`). Null only when it failed; `errors` says why.",
  })
  careerPaths(
    @Args(() => CareerPathsArgs) args: CareerPathsArgs,
    @Ctx() context: Context,
  ): Promise<CareerPaths> {
    return findCareerPaths(context, args);
  }

  @Query(() => REACHABLE_ROLES.type, {
    description:
      "Role levels, and roles without levels, that can be reached within a cost and a number of hops, each with its cheapest way: the cheapest first, with equal costs those with fewer hops, then by id. Hops are those of `careerPaths`. From a position the costs are the lowest there are (R. Bellman, 1958). From a profile each cost is right for its way, with what was gained on earlier hops, but one way to each place is followed, so that a cheaper one may have been missed.",
  })
  reachableRoles(
    @Args(() => ReachableRolesArgs) args: ReachableRolesArgs,
    @Ctx() context: Context,
  ): Promise<ReachableRoles> {
    return findReachableRoles(context, args);
  }
}

@Resolver(() => CareerPathHop)
class CareerPathHopResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description: "The Role or RoleLevel that it starts from; null when it starts from a profile.",
  })
  from(@Root() { fromId }: CareerPathHop, @Ctx() { loaders }: Context): Promise<Node | null> {
    return requireLoadedOrNull(fromId, (id) => loaders.nodes.byId.load(id), Node);
  }

  @FieldResolver(() => Node, { description: "The Role or RoleLevel that it leads to." })
  to(@Root() { toId }: CareerPathHop, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(toId), Node);
  }

  @FieldResolver(() => GAINED_SKILLS.type, {
    description:
      "Skills and technologies that the end of the hop asks for beyond what is held before it: from a position what the start of the hop asks for, from a profile what it holds and all that was gained on earlier hops. The most severe gaps first (weight × gap / need, as in `skillGap`), equals by id.",
  })
  gainedSkills(
    @Root() { gained }: CareerPathHop,
    @Args(() => PageArgs) page: PageArgs,
  ): Page<string, GainedSkillEdge> {
    return computedPage("CareerPathHop.gainedSkills", gained, page);
  }
}

@Resolver(() => ReachableRoleEdge)
class ReachableRoleEdgeResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "The place before it on its way, which is the start when there is one hop; null when that is a profile.",
  })
  via(
    @Root() { stopIds, startId }: ReachableRoleEdge,
    @Ctx() { loaders }: Context,
  ): Promise<Node | null> {
    return requireLoadedOrNull(
      stopIds.at(-2) ?? startId,
      (id) => loaders.nodes.byId.load(id),
      Node,
    );
  }

  @Extensions({ listSize: MAX_HOPS / 2 })
  @FieldResolver(() => [Node], {
    description: `The way to it: each Role or RoleLevel after the start, the last one is the place itself. At most ${MAX_HOPS}.`,
  })
  stops(@Root() { stopIds }: ReachableRoleEdge, @Ctx() { loaders }: Context): Promise<Node[]> {
    return Promise.all(stopIds.map((id) => requireLoaded(loaders.nodes.byId.load(id), Node)));
  }
}

@Resolver(() => REACHABLE_ROLES.type)
class ReachableRolesResolver {
  @FieldResolver(() => Int, {
    description: "How many hops of the whole graph no way takes, since their cost is unknown.",
  })
  unknownHops(@Root() { unknownHops }: ReachableRoles): number {
    return unknownHops;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether somebody starts from a profile of which nobody asks for any skill: then nothing can be reached.",
  })
  isProfileWithoutFit(@Root() { isProfileWithoutFit }: ReachableRoles): boolean {
    return isProfileWithoutFit;
  }
}

export const CAREER_PATH_RESOLVERS = [
  CareerPathsResolver,
  CareerPathHopResolver,
  ReachableRoleEdgeResolver,
  ReachableRolesResolver,
  ...GAINED_SKILLS.resolvers,
  ...REACHABLE_ROLES.resolvers,
];
