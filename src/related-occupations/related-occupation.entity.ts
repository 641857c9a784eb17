import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

export enum RelatedOccupationTier {
  PRIMARY_SHORT = "PRIMARY_SHORT",
  PRIMARY_LONG = "PRIMARY_LONG",
  SUPPLEMENTAL = "SUPPLEMENTAL",
}
registerEnumType(RelatedOccupationTier, {
  name: "RelatedOccupationTier",
  description: "How near a related occupation is, as O*NET groups them.",
  valuesConfig: {
    PRIMARY_SHORT: { description: "One of the five nearest." },
    PRIMARY_LONG: { description: "One of the next five: the sixth to the tenth." },
    SUPPLEMENTAL: { description: "One of the ten after these: the eleventh to the twentieth." },
  },
});

/** Directed: a source lists the end as similar to the start; the list of the end may lack the start. */
@ChildEntity("RELATED_OCCUPATION")
@ObjectType()
export abstract class RelatedOccupation extends Edge {
  @Column("text", { nullable: true })
  @Field(() => RelatedOccupationTier, {
    nullable: true,
    description: "How near the related occupation is; null when the source does not group them.",
  })
  tier!: RelatedOccupationTier | null;

  @Column("smallint", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "Place in the list of the occupation that the link starts from, from 1 for the nearest; null when the source gives no order.",
  })
  position!: number | null;
}
