import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Edge } from "../edges/edge.entity";

export enum ProgressionKind {
  PROMOTION = "PROMOTION",
  LATERAL = "LATERAL",
  CHANGE = "CHANGE",
}
registerEnumType(ProgressionKind, {
  name: "ProgressionKind",
  description: "What sort of career move a progression is.",
  valuesConfig: {
    PROMOTION: { description: "To a higher level." },
    LATERAL: { description: "To another role or branch at the same level." },
    CHANGE: { description: "Into another field of work, or one that the source does not place." },
  },
});

/** Directed: people move from the start to the end. */
@ChildEntity("PROGRESSION")
@ObjectType()
export abstract class Progression extends Edge {
  @Column("text", { name: "progression_kind", nullable: true })
  @Field(() => ProgressionKind, {
    name: "kind",
    nullable: true,
    description: "Promotion, lateral move or change; null when the source does not say.",
  })
  progressionKind!: ProgressionKind | null;

  @Column("real", { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description:
      "How near or well trodden the move is, 0 to 1; null when unknown, never 0 for unknown.",
  })
  score!: number | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Branch of the ladder that the move leads into, e.g. `management`; null when there is none.",
  })
  branch!: string | null;
}
