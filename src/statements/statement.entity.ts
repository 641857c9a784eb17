import { Field, Float, ObjectType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

/** A typed triple for what the typed links do not hold: subject, predicate, and a node or a value as object. */
@ChildEntity("STATEMENT")
@ObjectType("Statement", {
  implements: Edge,
  description:
    "Something a source says of a node that no typed list holds: subject, predicate and a node or value as object.",
})
export class Statement extends Edge {
  @Column("text")
  @Field(() => String, {
    description: "What is said, in snake case, e.g. `suited_for` or `duration`.",
  })
  predicate!: string;

  @Column("text", { name: "value_text", nullable: true })
  @Field(() => String, {
    name: "text",
    nullable: true,
    description: "The object when it is a text; null otherwise.",
  })
  valueText!: string | null;

  @Column("double precision", { name: "value_number", nullable: true })
  @Field(() => Float, {
    name: "number",
    nullable: true,
    description: "The object when it is a number; null otherwise.",
  })
  valueNumber!: number | null;

  @Column("boolean", { name: "value_boolean", nullable: true })
  @Field(() => Boolean, {
    name: "boolean",
    nullable: true,
    description: "The object when it is true or false; null otherwise.",
  })
  valueBoolean!: boolean | null;

  @Column("text", { name: "value_list", array: true, nullable: true })
  @Field(() => [String], {
    name: "list",
    nullable: true,
    description:
      "The object when it is a list of texts, in the order of the source; null otherwise.",
  })
  valueList!: string[] | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Unit of the number, e.g. `years`; null when it has none.",
  })
  unit!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "How the number bounds the truth, e.g. `at least`; null when it is exact.",
  })
  comparator!: string | null;
}
