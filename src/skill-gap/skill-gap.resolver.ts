import { Arg, Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { GapStatus } from "../algorithms/scoring/skill-gap";
import { Node } from "../nodes/node.entity";
import { requireLoadedOrNull } from "../nodes/require-loaded";
import { makeSkillResolver } from "../profiles/skill-field.resolver";
import type { Context } from "../server/context";
import { SkillGapArgs } from "./skill-gap.inputs";
import { answerSkillGap } from "./skill-gap.service";
import { GapLine, GapStatusEnum, HeldSkill, SkillGap } from "./skill-gap.types";

@Resolver(() => SkillGap)
export class SkillGapResolver {
  @Query(() => SkillGap, {
    nullable: true,
    description:
      "What a person, or somebody at one role level, has of what another role level, a list of skills or a job advertisement asks for, and what is missing. From a place to itself everything is met. Null only when it failed; `errors` says why.",
  })
  skillGap(@Args(() => SkillGapArgs) args: SkillGapArgs, @Ctx() context: Context) {
    return answerSkillGap(context, args);
  }

  // A role of O*NET and ESCO together asks for up to 508 skills and technologies.
  @Extensions({ listSize: 500 })
  @FieldResolver(() => [GapLine], {
    description:
      "What is asked for, once each, the most severe gaps first, then the heaviest, then by id. All of them, since they add up to coverage, as many as one role asks for (about 500 at most); or those of some statuses, e.g. `[MISSING, INSUFFICIENT]` for a ranked list of what is missing.",
  })
  lines(
    @Root() { allLines }: SkillGap,
    @Arg("statuses", () => [GapStatusEnum], {
      nullable: true,
      description:
        "Only lines of these statuses; an empty list gives none. Left out or null: all lines.",
    })
    statuses: GapStatus[] | null,
  ): GapLine[] {
    return allLines.filter(({ status }) => !statuses || statuses.includes(status));
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "The RoleLevel that the gap starts from, or the Role when it has no levels; null when it starts from a profile.",
  })
  from(@Root() { fromId }: SkillGap, @Ctx() { loaders }: Context): Promise<Node | null> {
    return requireLoadedOrNull(fromId, (id) => loaders.nodes.byId.load(id), Node);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "The RoleLevel that asks, or the Role when it has no levels; null when a list of skills or a text asks.",
  })
  to(@Root() { toId }: SkillGap, @Ctx() { loaders }: Context): Promise<Node | null> {
    return requireLoadedOrNull(toId, (id) => loaders.nodes.byId.load(id), Node);
  }
}

export const GAP_SKILL_FIELDS = [makeSkillResolver(GapLine), makeSkillResolver(HeldSkill)];
