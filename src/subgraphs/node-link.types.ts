import { Field, Int, ObjectType } from "type-graphql";
import type { GraphEdge } from "../algorithms/subgraphs/two-way-graph";
import { EDGE_KINDS, type StructurePart } from "../career-index/structure/structure-part";
import type { EdgeKind } from "../edges/edge.entity";
import { LinkKind } from "../edges/link.types";

// An answer may have thousands: a wrapper around each field would take longer than all the rest.
@ObjectType({
  simpleResolvers: true,
  description:
    "A link between two nodes of an answer. `kind`, `fromIndex` and `toIndex` cost nothing and are all that a drawing program needs; `link` reads the link itself.",
})
export class NodeLink {
  linkId!: string;
  fromId!: string;
  toId!: string;

  @Field(() => LinkKind, { description: "What the link says." })
  kind!: EdgeKind;

  @Field(() => Int, {
    description: "Where the link starts: the place in the `nodes` of the answer, from 0.",
  })
  fromIndex!: number;

  @Field(() => Int, {
    description: "Where the link ends: the place in the `nodes` of the answer, from 0.",
  })
  toIndex!: number;
}

/** The links with the places of their ends in a list of node numbers that has them all. */
export function toNodeLinks(
  structure: StructurePart,
  edges: readonly GraphEdge[],
  nodes: readonly number[],
): NodeLink[] {
  const place = new Map(nodes.map((node, index) => [node, index]));
  const idOf = (node: number): string => structure.nodes.ids[node] as string;
  return edges.map(({ edge, from, to }) =>
    Object.assign(new NodeLink(), {
      linkId: structure.edgeId(edge),
      fromId: idOf(from),
      toId: idOf(to),
      kind: EDGE_KINDS[structure.edgeKind[edge] as number],
      fromIndex: place.get(from),
      toIndex: place.get(to),
    }),
  );
}
