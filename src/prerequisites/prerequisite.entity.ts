import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";
import { Necessity, PROFICIENCY_SCALE } from "../shared/scales";

export enum PrerequisiteStrength {
  ESSENTIAL = "ESSENTIAL",
  RECOMMENDED = "RECOMMENDED",
}
registerEnumType(PrerequisiteStrength, {
  name: "PrerequisiteStrength",
  description: "How firmly one skill needs another first.",
  valuesConfig: {
    ESSENTIAL: { description: "Cannot be learned without. These links never form a cycle." },
    RECOMMENDED: { description: "Easier to learn with; may be skipped." },
  },
});

/** Directed: the start needs the end first. */
@ChildEntity("PREREQUISITE")
@ObjectType()
export abstract class Prerequisite extends Edge {
  /** Stored like every necessity; OPTIONAL means recommended. */
  @Column("text", { nullable: true })
  requirement!: Necessity | null;

  @Field(() => PrerequisiteStrength, { description: "ESSENTIAL or RECOMMENDED." })
  get strength(): PrerequisiteStrength {
    return this.requirement === Necessity.ESSENTIAL
      ? PrerequisiteStrength.ESSENTIAL
      : PrerequisiteStrength.RECOMMENDED;
  }

  @Column("smallint", { name: "from_proficiency", nullable: true })
  @Field(() => Int, {
    name: "requiredProficiency",
    nullable: true,
    description: `Proficiency needed in the prerequisite: ${PROFICIENCY_SCALE}; null when unknown.`,
  })
  fromProficiency!: number | null;

  @Column("smallint", { name: "to_proficiency", nullable: true })
  @Field(() => Int, {
    name: "forProficiency",
    nullable: true,
    description: `Proficiency in the dependent skill that this is needed for: ${PROFICIENCY_SCALE}; null when for any.`,
  })
  toProficiency!: number | null;
}
