import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

export enum RelationKind {
  SIMILAR = "SIMILAR",
  COMPLEMENTARY = "COMPLEMENTARY",
  ALTERNATIVE = "ALTERNATIVE",
}
registerEnumType(RelationKind, {
  name: "RelationKind",
  description: "How two nodes of the same type are related.",
  valuesConfig: {
    SIMILAR: { description: "Much alike: knowing one carries over to the other." },
    COMPLEMENTARY: { description: "Often used together." },
    ALTERNATIVE: { description: "Used instead of each other." },
  },
});

/** Without a direction: stored once, the smaller id at the start. */
@ChildEntity("RELATED")
@ObjectType()
export abstract class Related extends Edge {
  @Column("text", { name: "relation_kind", nullable: true })
  @Field(() => RelationKind, {
    name: "kind",
    nullable: true,
    description: "Similar, complementary or alternative; null when the source does not say.",
  })
  relationKind!: RelationKind | null;

  @Column("real", { nullable: true })
  @Field(() => Float, { nullable: true, description: "How strongly, 0 to 1; null when unknown." })
  weight!: number | null;
}
