import { Field, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

/** Without a direction: stored once, the smaller id at the start. */
@ChildEntity("COLLABORATION")
@ObjectType()
export abstract class Collaboration extends Edge {
  @Column("text", { array: true, nullable: true })
  subjects!: string[] | null;

  @Field(() => [String], {
    description:
      "What they work on together, over all sources; empty when no source says. The assertions tell who says what.",
  })
  get on(): string[] {
    return this.subjects ?? [];
  }
}
