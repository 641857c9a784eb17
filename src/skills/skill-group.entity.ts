import { Field, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

@ChildEntity("SKILL_GROUP")
@ObjectType({
  implements: Node,
  description: "A group that gathers skills for browsing, e.g. Testing and quality.",
})
export class SkillGroup extends Node {
  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Code of the group in the classification it comes from, e.g. `S1.2`; null when it has none.",
  })
  code!: string | null;
}
