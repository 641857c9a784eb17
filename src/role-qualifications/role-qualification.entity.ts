import { Field, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";
import { Necessity } from "../shared/scales";

/** A role, role level or specialization asks for a qualification. */
@ChildEntity("QUALIFICATION")
@ObjectType()
export abstract class RoleQualification extends Edge {
  @Column("text", { nullable: true })
  @Field(() => Necessity, {
    nullable: true,
    description: "ESSENTIAL or OPTIONAL; null when the sources only mention it.",
  })
  requirement!: Necessity | null;
}
