import { Field, Int, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";
import { Necessity, PROFICIENCY_SCALE } from "../shared/scales";

/** A role, role level or specialization asks for a skill or technology. */
@ChildEntity("REQUIREMENT")
@ObjectType()
export abstract class Requirement extends Edge {
  /** The role that the start is, or belongs to. */
  @Column("uuid", { name: "role_id", nullable: true })
  roleId!: string;

  @Column("text", { nullable: true })
  @Field(() => Necessity, {
    nullable: true,
    description: "ESSENTIAL or OPTIONAL; null when the sources only mention it.",
  })
  requirement!: Necessity | null;

  @Column("smallint", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "How much it matters, 1 (little) to 5 (decisive); null when unknown, never 0.",
  })
  importance!: number | null;

  @Column("smallint", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: `Proficiency asked for: ${PROFICIENCY_SCALE}; null when unknown, never 0.`,
  })
  proficiency!: number | null;

  @Column("boolean", { name: "in_demand", nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether O*NET finds the technology often in job postings for this occupation; null when unknown. Whether it is asked for in postings of all kinds is `Technology.isHot`.",
  })
  isInDemand!: boolean | null;
}
