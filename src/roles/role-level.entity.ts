import { Field, Float, Int, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

@ChildEntity("ROLE_LEVEL")
@ObjectType({
  implements: Node,
  description:
    "One role at one career level, e.g. Senior Backend Developer. Its name is the title in use; requirements and promotions hang here.",
})
export class RoleLevel extends Node {
  @Column("uuid", { name: "role_id" })
  roleId!: string;

  @Column("uuid", { name: "career_level_id" })
  careerLevelId!: string;

  @Column("smallint", { name: "level_order", nullable: true })
  @Field(() => Int, {
    name: "order",
    nullable: true,
    description:
      "Place in the ladder of the role, from 1 for the lowest; branches may share a place. Null when no source says.",
  })
  levelOrder!: number | null;

  @Column("real", { name: "typical_years_from", nullable: true })
  @Field(() => Float, {
    nullable: true,
    description:
      "Years of experience from which people usually hold this level; null when unknown.",
  })
  typicalYearsFrom!: number | null;

  @Column("real", { name: "typical_years_to", nullable: true })
  @Field(() => Float, {
    nullable: true,
    description:
      "Years of experience up to which people usually hold this level; null when open or unknown.",
  })
  typicalYearsTo!: number | null;
}
