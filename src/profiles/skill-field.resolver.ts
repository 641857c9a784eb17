import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import { AskedSkill } from "./asked-skill.types";

/** An object of an answer that speaks of a skill or technology, by UUID. */
interface OfSkill {
  skillId: string;
}

/** Gives a type its field `skill`: one SQL statement for all objects of an answer. */
export function makeSkillResolver(type: ClassType<OfSkill>): ClassType<object> {
  @Resolver(() => type)
  class SkillResolver {
    @FieldResolver(() => Node, { description: "The Skill or Technology." })
    skill(@Root() { skillId }: OfSkill, @Ctx() { loaders }: Context): Promise<Node> {
      return requireLoaded(loaders.nodes.byId.load(skillId), Node);
    }
  }
  return SkillResolver;
}

export const AskedSkillResolver = makeSkillResolver(AskedSkill);
