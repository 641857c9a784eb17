import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

export enum MatchType {
  EXACT = "EXACT",
  CLOSE = "CLOSE",
  BROAD = "BROAD",
  NARROW = "NARROW",
  RELATED = "RELATED",
}
registerEnumType(MatchType, {
  name: "MatchType",
  description: "How a concept of another classification compares with a node here, after SKOS.",
  valuesConfig: {
    EXACT: { description: "The same; the node can be looked up by its address." },
    CLOSE: { description: "Nearly the same." },
    BROAD: { description: "The external concept is broader." },
    NARROW: { description: "The external concept is narrower." },
    RELATED: { description: "Connected in another way." },
  },
});

/** Directed: a node of this graph corresponds to a concept of another classification. */
@ChildEntity("MAPPING")
@ObjectType()
export abstract class Mapping extends Edge {
  @Column("text", { name: "match_type" })
  @Field(() => MatchType, { description: "How the external concept compares with the node." })
  matchType!: MatchType;
}
