import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum Track {
  IC = "IC",
  MANAGEMENT = "MANAGEMENT",
}
registerEnumType(Track, {
  name: "Track",
  description: "Which side of a career ladder a level stands on.",
  valuesConfig: {
    IC: { description: "Individual contributor: leads by expertise." },
    MANAGEMENT: { description: "Manager: leads people." },
  },
});

@ChildEntity("CAREER_LEVEL")
@ObjectType({
  implements: Node,
  description: "A rung of the career ladder, shared by many roles, e.g. Senior.",
})
export class CareerLevel extends Node {
  @Column("text")
  @Field(() => Track, { description: "Individual contributor or management." })
  track!: Track;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Name of the branch where a ladder forks, e.g. `architecture`; null on the main ladder.",
  })
  branch!: string | null;

  @Column("smallint")
  @Field(() => Int, {
    description: "Seniority, from 1 for the lowest; levels of different branches may share a rank.",
  })
  rank!: number;
}
