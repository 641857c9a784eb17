import { Field, Int, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";
import { PROFICIENCY_SCALE } from "../shared/scales";

/** Directed: holding the qualification is evidence for the skill or technology. */
@ChildEntity("EVIDENCES")
@ObjectType()
export abstract class Evidence extends Edge {
  @Column("smallint", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: `Proficiency it is evidence for: ${PROFICIENCY_SCALE}; null when unknown.`,
  })
  proficiency!: number | null;
}
