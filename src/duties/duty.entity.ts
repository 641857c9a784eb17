import { Field, Int, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

/** A role, role level, specialization or career level carries out a responsibility. */
@ChildEntity("DUTY")
@ObjectType()
export abstract class Duty extends Edge {
  @Column("smallint", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "Place among the responsibilities of the same owner, from 1; null when the sources give no order.",
  })
  position!: number | null;
}
