import { Field, Float, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

/** Directed: using the technology exercises the skill. */
@ChildEntity("EMBODIES")
@ObjectType()
export abstract class Embodiment extends Edge {
  @Column("real", { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: "How much of the skill using the technology takes, 0 to 1; null when unknown.",
  })
  weight!: number | null;
}
