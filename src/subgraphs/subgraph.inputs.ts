import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, MaxLength, Min } from "class-validator";
import { ArgsType, Field, ID, Int } from "type-graphql";
import { MAX_DEPTH, MAX_NODES } from "../algorithms/subgraphs/subgraph";
import { NodeKindEnum } from "../nodes/node-kind";
import type { NodeKind } from "../shared/global-id";
import { WalkedLinksArgs } from "./walked-links.inputs";

/** The most roots of one picture. */
const MAX_ROOTS = 50;

@ArgsType()
export class SubgraphArgs extends WalkedLinksArgs {
  @Field(() => [ID], {
    description: `Ids of the nodes to begin at, 1 to ${MAX_ROOTS}, of any types; one that is named twice counts once.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ROOTS)
  @MaxLength(100, { each: true })
  roots!: string[];

  @Field(() => Int, {
    defaultValue: 1,
    description: `How many links away from the nearest root a node may be, 0 to ${MAX_DEPTH}: 0 gives the roots and the links between them.`,
  })
  @Min(0)
  @Max(MAX_DEPTH)
  depth: number = 1;

  @Field(() => Int, {
    defaultValue: 100,
    description: `The most nodes to give, 1 to ${MAX_NODES}, roots included. More is an error.`,
  })
  @Min(1)
  @Max(MAX_NODES)
  limit: number = 100;

  @Field(() => [NodeKindEnum], {
    nullable: true,
    description:
      "Only nodes of these kinds, beside the roots: others are neither shown nor walked over, e.g. `[SKILL, TECHNOLOGY]`. Of an empty list none. Left out: nodes of every kind.",
  })
  @IsOptional()
  @ArrayMaxSize(Object.keys(NodeKindEnum).length)
  kinds?: NodeKind[] | null;
}
