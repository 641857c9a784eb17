import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum RoleKind {
  OCCUPATION = "OCCUPATION",
  GROUP = "GROUP",
  LEARNER = "LEARNER",
}
registerEnumType(RoleKind, {
  name: "RoleKind",
  description: "What a role stands for.",
  valuesConfig: {
    OCCUPATION: { description: "A job that somebody holds, e.g. Backend Developer." },
    GROUP: { description: "A group of people that others work with, e.g. Stakeholder." },
    LEARNER: {
      description: "Somebody on the way into an occupation, e.g. Aspiring Backend Developer.",
    },
  },
});

@ChildEntity("ROLE")
@ObjectType({
  implements: Node,
  description:
    "An occupation such as Backend Developer: what it asks for at each level, with whom it works and where it leads.",
})
export class Role extends Node {
  @Column("text", { name: "role_kind", nullable: true })
  @Field(() => RoleKind, {
    name: "kind",
    nullable: true,
    description: "Occupation, group of people or learner; null when no source says.",
  })
  roleKind!: RoleKind | null;

  @Column("text", { name: "isco_code", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Code of the group in ISCO-08, the international classification of occupations, e.g. `2512`; null when unknown.",
  })
  iscoCode!: string | null;

  @Column("text", { name: "regulated_note", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "What law or a professional body asks of people in this role; null when no source says.",
  })
  regulatedNote!: string | null;

  @Column("smallint", { name: "job_zone", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "O*NET job zone, 1 (little preparation) to 5 (extensive preparation); null when unknown.",
  })
  jobZone!: number | null;
}
