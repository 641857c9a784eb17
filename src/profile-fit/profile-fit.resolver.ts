import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { loadNodes, makeComputedNodes } from "../nodes/computed-connection";
import { Node } from "../nodes/node.entity";
import { FirstArgs } from "../paging/first-args";
import type { Context } from "../server/context";
import { ProfileFitArgs, RolesForSkillsArgs } from "./profile-fit.inputs";
import { fitProfile, matchRoles } from "./profile-fit.service";
import {
  ProfileFitConnection,
  ProfileFitEdge,
  RoleMatchConnection,
  RoleMatchEdge,
} from "./profile-fit.types";

@Resolver()
export class ProfileFitResolver {
  @Query(() => ProfileFitConnection, {
    description:
      "Which roles or role levels a person's skills fit: all of them, those first that the skills cover best. An empty profile covers each with 0. `skillGap` from the same profile explains an entry line by line.",
  })
  profileFit(
    @Args(() => ProfileFitArgs) args: ProfileFitArgs,
    @Ctx() context: Context,
  ): Promise<ProfileFitConnection> {
    return fitProfile(context, args);
  }

  @Query(() => RoleMatchConnection, {
    description:
      "Which roles or role levels ask for given skills, however well each is mastered. With `maxMissing: 0` those that ask for nothing else.",
  })
  rolesForSkills(
    @Args(() => RolesForSkillsArgs) args: RolesForSkillsArgs,
    @Ctx() context: Context,
  ): Promise<RoleMatchConnection> {
    return matchRoles(context, args);
  }
}

@Resolver(() => ProfileFitEdge)
class ProfileFitEdgeParts {
  @FieldResolver(() => [Node], {
    description:
      "The Skills and Technologies that are essential and that the profile does not hold, the most important first (unknown counts as 3), then by id.",
  })
  missingEssentials(
    @Root() { missingEssentialIds }: ProfileFitEdge,
    @Args(() => FirstArgs) args: FirstArgs,
    @Ctx() context: Context,
  ): Promise<Node[]> {
    return loadFirst(context, missingEssentialIds, args);
  }

  @FieldResolver(() => [Node], {
    description:
      "The Skills and Technologies that are essential and that the profile holds below the proficiency that is asked for, the most important first, then by id.",
  })
  insufficientEssentials(
    @Root() { insufficientEssentialIds }: ProfileFitEdge,
    @Args(() => FirstArgs) args: FirstArgs,
    @Ctx() context: Context,
  ): Promise<Node[]> {
    return loadFirst(context, insufficientEssentialIds, args);
  }
}

@Resolver(() => ProfileFitConnection)
class ProfileFitConnectionParts {
  @FieldResolver(() => [Node], {
    description:
      "The Skills and Technologies of the profile that nothing of what could be ranked asks for, in the order of the profile.",
  })
  unknownSkills(
    @Root() { unknownSkillIds }: ProfileFitConnection,
    @Args(() => FirstArgs) args: FirstArgs,
    @Ctx() context: Context,
  ): Promise<Node[]> {
    return loadFirst(context, unknownSkillIds, args);
  }
}

@Resolver(() => RoleMatchEdge)
class RoleMatchEdgeParts {
  @FieldResolver(() => [Node], {
    description: "The given Skills and Technologies that are asked for, by id.",
  })
  matchedSkills(
    @Root() { matchedIds }: RoleMatchEdge,
    @Args(() => FirstArgs) args: FirstArgs,
    @Ctx() context: Context,
  ): Promise<Node[]> {
    return loadFirst(context, matchedIds, args);
  }

  @FieldResolver(() => [Node], {
    description:
      "The Skills and Technologies that are asked for beside the given ones, essential ones first, then by id.",
  })
  missingSkills(
    @Root() { missingIds }: RoleMatchEdge,
    @Args(() => FirstArgs) args: FirstArgs,
    @Ctx() context: Context,
  ): Promise<Node[]> {
    return loadFirst(context, missingIds, args);
  }
}

@Resolver(() => RoleMatchConnection)
class RoleMatchConnectionParts {
  @FieldResolver(() => [Node], {
    description:
      "The given Skills and Technologies that nothing of what could be ranked asks for, in the order given.",
  })
  unknownSkills(
    @Root() { unknownSkillIds }: RoleMatchConnection,
    @Args(() => FirstArgs) args: FirstArgs,
    @Ctx() context: Context,
  ): Promise<Node[]> {
    return loadFirst(context, unknownSkillIds, args);
  }
}

const description = "The Role or RoleLevel that stands here.";

export const PROFILE_FIT_FIELDS = [
  ...makeComputedNodes({
    edge: ProfileFitEdge,
    connection: ProfileFitConnection,
    node: Node,
    description,
  }),
  ...makeComputedNodes({
    edge: RoleMatchEdge,
    connection: RoleMatchConnection,
    node: Node,
    description,
  }),
  ProfileFitEdgeParts,
  ProfileFitConnectionParts,
  RoleMatchEdgeParts,
  RoleMatchConnectionParts,
];

function loadFirst(
  context: Context,
  ids: readonly string[],
  { first }: FirstArgs,
): Promise<Node[]> {
  return loadNodes(context, ids.slice(0, first), Node);
}
