import { Field, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

@ChildEntity("ROLE_FAMILY")
@ObjectType({
  implements: Node,
  description: "A family of roles that share a field of work, e.g. Data and AI.",
})
export class RoleFamily extends Node {
  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Code of the family in the classification it comes from; null when it has none.",
  })
  code!: string | null;
}
