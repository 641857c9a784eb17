import { Extensions, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { NoNodePathReason } from "../algorithms/subgraphs/node-path";
import { NodeLink } from "./node-link.types";

/** Values of `NoNodePathReason` as a GraphQL enum. */
export const NoNodePathReasonEnum: { readonly [R in NoNodePathReason]: R } = {
  UNREACHABLE: "UNREACHABLE",
  TOO_FAR: "TOO_FAR",
};
registerEnumType(NoNodePathReasonEnum, {
  name: "NoNodePathReason",
  description: "Why no path between two nodes was found.",
  valuesConfig: {
    UNREACHABLE: {
      description: "However long, no path over the wanted links leads there.",
    },
    TOO_FAR: {
      description: "None has at most `maxDepth` links; a longer one may exist.",
    },
  },
});

/** What most paths have at most: in a graph with hubs everything is near. */
const USUAL_LENGTH = 7;

@ObjectType({
  description: "A path with the fewest links between two nodes, or why there is none.",
})
export class NodePath {
  nodeIds!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of links of the path, 0 to 10: 0 from a node to itself. Null when there is no path.",
  })
  length!: number | null;

  @Extensions({ listSize: USUAL_LENGTH })
  @Field(() => [NodeLink], {
    description:
      "The links of the path in the order in which they are walked, one less than the nodes; one that is walked against its direction has the higher `fromIndex`. Empty when there is no path.",
  })
  links!: NodeLink[];

  @Field(() => NoNodePathReasonEnum, {
    nullable: true,
    description: "Why there is no path; null when there is one.",
  })
  noPathReason!: NoNodePathReason | null;
}
