import { DateTimeResolver } from "graphql-scalars";
import { Field, Float, ID, Int, InterfaceType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn, TableInheritance } from "typeorm";
import { toGlobalId } from "../shared/global-id";

export enum Origin {
  EDITOR = "EDITOR",
  CURATED = "CURATED",
  IMPORTED = "IMPORTED",
  DERIVED = "DERIVED",
}
registerEnumType(Origin, {
  name: "Origin",
  description:
    "Where a statement comes from. When sources differ, the shown value is the editor's before the curated, the imported and the derived one.",
  valuesConfig: {
    EDITOR: { description: "Written by an editor of this installation." },
    CURATED: { description: "Written by the people who maintain a curated data set." },
    IMPORTED: { description: "Taken over from a document or a public data set." },
    DERIVED: { description: "Computed from other statements; it never replaces a stated value." },
  },
});

/** The kinds of edges that can link two nodes, as the column `edge.kind` spells them. */
export type EdgeKind =
  | "REQUIREMENT"
  | "DUTY"
  | "QUALIFICATION"
  | "HAS_SPECIALIZATION"
  | "PREREQUISITE"
  | "BROADER"
  | "RELATED"
  | "RELATED_OCCUPATION"
  | "PROGRESSION"
  | "COLLABORATION"
  | "EMBODIES"
  | "DEPENDS_ON"
  | "BELONGS_TO"
  | "TEACHES"
  | "RESOURCE_NEEDS"
  | "EVIDENCES"
  | "MAPPING"
  | "STATEMENT";

/**
 * What every edge has. The table `edge` holds all kinds, each a child entity with attributes of its own,
 * so that provenance, paging, counting and history are written once.
 */
@Entity("edge")
@TableInheritance({ column: { name: "kind", type: "text" } })
@InterfaceType("GraphEdge", {
  description:
    "A directed link between two nodes (or from a node to a value) with its provenance. There is one for each pair of ends and kind; what single sources say of it are its assertions.",
})
export abstract class Edge {
  @PrimaryColumn("uuid", { name: "id" })
  uuid!: string;

  @Column("text")
  kind!: EdgeKind;

  @Field(() => ID, { name: "id", description: "Permanent id of this link. Treat it as opaque." })
  get globalId(): string {
    return toGlobalId("EDGE", this.uuid);
  }

  @Column("uuid", { name: "from_id" })
  fromId!: string;

  @Column("uuid", { name: "to_id", nullable: true })
  toId!: string | null;

  @Column("text")
  @Field(() => Origin, { description: "The strongest origin among the assertions of this link." })
  origin!: Origin;

  @Column("real", { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description:
      "How sure the strongest source is of this link, 0 to 1; null when it does not say.",
  })
  confidence!: number | null;

  @Column("integer")
  @Field(() => Int, { description: "Counts the changes of this link, from 1." })
  version!: number;

  @Column("integer")
  @Field(() => Int, { description: "Revision of the graph in which this link last changed." })
  revision!: number;

  @Column("timestamptz", { name: "created_at" })
  @Field(() => DateTimeResolver, { description: "When this installation first stored the link." })
  createdAt!: Date;

  @Column("timestamptz", { name: "updated_at" })
  @Field(() => DateTimeResolver, {
    description: "When the link last changed in this installation.",
  })
  updatedAt!: Date;
}
