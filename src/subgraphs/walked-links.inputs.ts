import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, registerEnumType } from "type-graphql";
import type { Direction } from "../algorithms/subgraphs/two-way-graph";
import type { EdgeKind } from "../edges/edge.entity";
import { LinkKind } from "../edges/link.types";

/** Values of `Direction` as a GraphQL enum. */
export const LinkDirection: { readonly [D in Direction]: D } = {
  OUT: "OUT",
  IN: "IN",
  BOTH: "BOTH",
};
registerEnumType(LinkDirection, {
  name: "LinkDirection",
  description: "Which way links are walked from a node.",
  valuesConfig: {
    OUT: {
      description: "From where a link starts to where it ends, e.g. from a role to what it asks.",
    },
    IN: {
      description: "From where a link ends to where it starts, e.g. from a skill to who asks it.",
    },
    BOTH: { description: "Both ways, whatever the direction of the link." },
  },
});

/** Links that are walked unless a question says which. */
export const WALKED_RELATIONS: readonly EdgeKind[] = Object.values(LinkKind).filter(
  (kind) => kind !== LinkKind.MAPPING && kind !== LinkKind.STATEMENT,
);

/** Which links count. */
@ArgsType()
export class WalkedLinksArgs {
  @Field(() => [LinkKind], {
    nullable: true,
    description:
      "Only links of these kinds, e.g. `[PREREQUISITE, BROADER]`; of an empty list none. Left out: all kinds but MAPPING, which leads to concepts of other classifications that repeat the node itself, and STATEMENT, which says what a source writes beside the graph. What is no link is not walked: the role of a role level, for example.",
  })
  @IsOptional()
  @ArrayMaxSize(Object.keys(LinkKind).length)
  relations?: EdgeKind[] | null;

  @Field(() => LinkDirection, {
    defaultValue: LinkDirection.BOTH,
    description:
      "Which way links are walked. RELATED and COLLABORATION have no direction; they are stored from the lower id to the higher one, so ask for BOTH where they matter.",
  })
  direction: Direction = LinkDirection.BOTH;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether to walk over nodes that are no longer in use. Otherwise one that is named in the arguments stands for its successor; without a successor it is an error.",
  })
  includeDeprecated: boolean = false;
}
