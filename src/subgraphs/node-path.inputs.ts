import { Max, MaxLength, Min } from "class-validator";
import { ArgsType, Field, ID, Int } from "type-graphql";
import { WalkedLinksArgs } from "./walked-links.inputs";

/** The most links of a path that is looked for. */
export const MAX_PATH_LENGTH = 10;

@ArgsType()
export class NodePathArgs extends WalkedLinksArgs {
  @Field(() => ID, { description: "Id of the node where the path begins, of any type." })
  @MaxLength(100)
  from!: string;

  @Field(() => ID, { description: "Id of the node where the path ends, of any type." })
  @MaxLength(100)
  to!: string;

  @Field(() => Int, {
    defaultValue: 6,
    description: `The most links of the path, 1 to ${MAX_PATH_LENGTH}. More is an error.`,
  })
  @Min(1)
  @Max(MAX_PATH_LENGTH)
  maxDepth: number = 6;
}
