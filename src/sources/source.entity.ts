import { DateTimeResolver } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum SourceKind {
  DATA_SET = "DATA_SET",
  DOCUMENT = "DOCUMENT",
  EDITORS = "EDITORS",
}
registerEnumType(SourceKind, {
  name: "SourceKind",
  description: "What sort of source something is stated by.",
  valuesConfig: {
    DATA_SET: { description: "A collection that is loaded as a whole, e.g. O*NET." },
    DOCUMENT: { description: "A single text, e.g. an article." },
    EDITORS: { description: "The people who edit this installation." },
  },
});

@ChildEntity("SOURCE")
@ObjectType({
  implements: Node,
  description: "A document or data set that states something in the graph.",
})
export class Source extends Node {
  @Column("text", { name: "source_kind" })
  @Field(() => SourceKind, {
    name: "kind",
    description: "Data set, document or the editors of this installation.",
  })
  sourceKind!: SourceKind;

  @Column("text", { name: "source_version", nullable: true })
  @Field(() => String, {
    name: "release",
    nullable: true,
    description: "Which release of the source was loaded, e.g. `29.3`; null when it has none.",
  })
  sourceVersion!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Licence of its content, e.g. `CC BY 4.0`; null when unknown.",
  })
  licence!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Line to show wherever its content is shown or passed on; null when none is asked for.",
  })
  attribution!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Where it can be found; null when unknown." })
  url!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Who wrote it; null when unknown." })
  author!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "What sort of text a document is, e.g. `career guide with FAQ answers`; null when unknown.",
  })
  form!: string | null;

  @Column("timestamptz", { name: "imported_at", nullable: true })
  @Field(() => DateTimeResolver, {
    nullable: true,
    description:
      "When this installation last loaded it with changes; null when it was not loaded as a whole.",
  })
  importedAt!: Date | null;

  @Column("uuid", { name: "part_of_id", nullable: true })
  partOfId!: string | null;
}
