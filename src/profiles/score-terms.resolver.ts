import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import { ScoreTerm } from "./score.types";

@Resolver(() => ScoreTerm)
export class ScoreTermResolver {
  @FieldResolver(() => Node, { description: "The Skill or Technology." })
  skill(@Root() { skillId }: ScoreTerm, @Ctx() { loaders }: Context): Promise<Node> {
    return requireLoaded(loaders.nodes.byId.load(skillId), Node);
  }
}
