import { Field, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

@ChildEntity("EXTERNAL_CONCEPT")
@ObjectType({
  implements: Node,
  description:
    "A concept of another classification that nodes of this graph are mapped to, e.g. an ESCO occupation.",
})
export class ExternalConcept extends Node {
  @Column("text")
  @Field(() => String, { description: "Classification it belongs to, e.g. `ESCO` or `ONET`." })
  scheme!: string;

  @Column("text", { name: "scheme_version", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Release of the classification it was taken from, e.g. `1.1.1`; null when unknown.",
  })
  schemeVersion!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Code in its classification, e.g. `15-1252.00`; null when it has only an address.",
  })
  code!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    name: "uri",
    nullable: true,
    description: "Address that identifies it in its classification; null when it has only a code.",
  })
  url!: string | null;
}
