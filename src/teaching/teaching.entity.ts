import { Field, Float, Int, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";
import { PROFICIENCY_SCALE } from "../shared/scales";

/** Directed: the learning resource teaches the skill. */
@ChildEntity("TEACHES")
@ObjectType()
export abstract class Teaching extends Edge {
  @Column("smallint", { name: "from_proficiency", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: `Proficiency it starts from: 0 (none) or ${PROFICIENCY_SCALE}; null when unknown.`,
  })
  fromProficiency!: number | null;

  @Column("smallint", { name: "to_proficiency", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: `Proficiency it leads to: ${PROFICIENCY_SCALE}; null when unknown.`,
  })
  toProficiency!: number | null;

  @Column("real", { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: "How central the skill is to the resource, 0 to 1; null when unknown.",
  })
  weight!: number | null;
}

/** Directed: the learning resource expects the skill. */
@ChildEntity("RESOURCE_NEEDS")
@ObjectType()
export abstract class ResourceNeed extends Edge {
  @Column("smallint", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: `Proficiency that is expected: ${PROFICIENCY_SCALE}; null when unknown.`,
  })
  proficiency!: number | null;
}
