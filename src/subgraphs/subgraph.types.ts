import { Extensions, Field, Int, ObjectType } from "type-graphql";
import { MAX_NODES } from "../algorithms/subgraphs/subgraph";
import { NodeLink } from "./node-link.types";

/** The most links of one picture: more than anybody can tell apart, and few enough for the limits of a query. */
export const MAX_LINKS = 2_000;

@ObjectType({ simpleResolvers: true, description: "A node of a picture." })
export class SubgraphNode {
  nodeId!: string;

  @Field(() => Int, {
    description: "How many links it is away from the nearest root, 0 to 4: 0 for the roots.",
  })
  depth!: number;
}

@ObjectType({ description: "What lies around some nodes, for a picture: nodes and links." })
export class Subgraph {
  @Extensions({ listSize: MAX_NODES })
  @Field(() => [SubgraphNode], {
    description:
      "The nodes, the nearest to a root first, roots as they were named; each once. Among equally near ones what the links of an earlier node lead to comes first, then by id.",
  })
  nodes!: SubgraphNode[];

  @Extensions({ listSize: MAX_LINKS })
  @Field(() => [NodeLink], {
    description: `All links of the wanted kinds between these nodes, also those that were not walked, at most ${MAX_LINKS.toLocaleString("en")}; in the order of the nodes that they start at.`,
  })
  links!: NodeLink[];

  @Field(() => Boolean, {
    description:
      "Whether something is missing for want of room: nodes within `depth` beyond the `limit`, or links beyond the most that are given.",
  })
  isTruncated!: boolean;
}
