import { Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Link } from "../edges/link.types";
import { loadNodes, makeComputedNodes } from "../nodes/computed-connection";
import { Node } from "../nodes/node.entity";
import { requireLoadedOrNull } from "../nodes/require-loaded";
import { Role } from "../roles/role.entity";
import type { Context } from "../server/context";
import { findSimilarRoles } from "./similar-roles.service";
import {
  SimilarityTerm,
  SimilarRoleConnection,
  SimilarRoleEdge,
  StatedSimilarity,
} from "./similar-roles.types";
import { findSimilarSkills } from "./similar-skills.service";
import { MAX_EVIDENCE, SimilarSkillConnection, SimilarSkillEdge } from "./similar-skills.types";
import { SimilarRolesArgs, SimilarSkillsArgs } from "./similarity.inputs";

@Resolver()
export class SimilarityResolver {
  @Query(() => SimilarRoleConnection, {
    description:
      "Roles that are like a role, by one measure; a role that has levels by what it asks for at its lowest one. What sources state is a measure of its own (CURATED) and never mixed with what is computed.",
  })
  similarRoles(
    @Args(() => SimilarRolesArgs) args: SimilarRolesArgs,
    @Ctx() context: Context,
  ): Promise<SimilarRoleConnection> {
    return findSimilarRoles(context, args);
  }

  @Query(() => SimilarSkillConnection, {
    description:
      "Skills and technologies that are like a skill or technology: used together with it, or related by what a source states; the two are never mixed.",
  })
  similarSkills(
    @Args(() => SimilarSkillsArgs) args: SimilarSkillsArgs,
    @Ctx() context: Context,
  ): Promise<SimilarSkillConnection> {
    return findSimilarSkills(context, args);
  }
}

@Resolver(() => SimilarityTerm)
class SimilarityTermParts {
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "For THETA the Skill or Technology of the other role that gives most of this part, maybe the same one; null for other measures.",
  })
  closestSkill(
    @Root() { closestSkillId }: SimilarityTerm,
    @Ctx() { loaders }: Context,
  ): Promise<Node | null> {
    return requireLoadedOrNull(closestSkillId, (id) => loaders.nodes.byId.load(id), Node);
  }
}

@Resolver(() => StatedSimilarity)
class StatedSimilarityParts {
  @FieldResolver(() => Link, {
    description: "The link itself, with both its ends and the sources that state it.",
  })
  async link(@Root() { linkId }: StatedSimilarity, @Ctx() { loaders }: Context): Promise<Link> {
    return (await loaders.links.byId.load(linkId)) as Link;
  }
}

@Resolver(() => SimilarSkillEdge)
class SimilarSkillEdgeParts {
  @Extensions({ listSize: MAX_EVIDENCE })
  @FieldResolver(() => [Role], {
    description:
      "For THETA some roles that use both, at most 5, those first of which both are most characteristic (by the smaller of the two RCA), then by id; empty for CURATED.",
  })
  evidenceRoles(
    @Root() { evidenceIds }: SimilarSkillEdge,
    @Ctx() context: Context,
  ): Promise<Role[]> {
    return loadNodes(context, evidenceIds, Role);
  }

  @FieldResolver(() => Link, {
    nullable: true,
    description:
      "For CURATED the link that says so, with the sources that state it; null for THETA.",
  })
  async link(
    @Root() { linkId }: SimilarSkillEdge,
    @Ctx() { loaders }: Context,
  ): Promise<Link | null> {
    return linkId === null ? null : loaders.links.byId.load(linkId);
  }
}

export const SIMILARITY_FIELDS = [
  ...makeComputedNodes({
    edge: SimilarRoleEdge,
    connection: SimilarRoleConnection,
    node: Role,
    description: "The role that stands here.",
  }),
  ...makeComputedNodes({
    edge: SimilarSkillEdge,
    connection: SimilarSkillConnection,
    node: Node,
    description: "The Skill or Technology that stands here.",
  }),
  SimilarityTermParts,
  StatedSimilarityParts,
  SimilarSkillEdgeParts,
];
