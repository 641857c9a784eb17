import { DateTimeResolver } from "graphql-scalars";
import { Field, ID, Int, InterfaceType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn, TableInheritance } from "typeorm";
import { type NodeKind, toGlobalId } from "../shared/global-id";

export enum NodeStatus {
  ACTIVE = "ACTIVE",
  DEPRECATED = "DEPRECATED",
}
registerEnumType(NodeStatus, {
  name: "NodeStatus",
  description: "Whether a node is in use.",
  valuesConfig: {
    ACTIVE: { description: "In use: lists and searches show it." },
    DEPRECATED: {
      description:
        "No longer in use; it keeps its id, and `replacedBy` names its successor if any.",
    },
  },
});

/**
 * What every node has. The table `node` holds all kinds; each kind is a child entity with columns of its own,
 * so that one statement reads nodes of mixed kinds and one foreign key can point to any of them.
 */
@Entity("node")
@TableInheritance({ column: { name: "kind", type: "text" } })
@InterfaceType({
  description:
    "Anything in the graph that has an identity of its own: a role, a skill, a technology, a source and so on.",
})
export abstract class Node {
  @PrimaryColumn("uuid", { name: "id" })
  uuid!: string;

  @Column("text")
  kind!: NodeKind;

  @Field(() => ID, {
    name: "id",
    description:
      "Permanent id. Treat it as opaque: it begins with a tag for the type, is the same on every installation for data from the same source, and is never reused.",
  })
  get globalId(): string {
    return toGlobalId(this.kind, this.uuid);
  }

  @Column("text")
  @Field(() => String, {
    description:
      "Readable key, unique among nodes of the same type, e.g. `backend-developer`. It may change; the id does not.",
  })
  slug!: string;

  /** Preferred label in `nameLocale`, repeated from `label` so that lists need no second statement. */
  @Column("text")
  name!: string;

  @Column("text", { name: "name_locale" })
  nameLocale!: string;

  /** Description in `nameLocale`, repeated from `node_text`. */
  @Column("text", { nullable: true })
  description!: string | null;

  @Column("text")
  @Field(() => NodeStatus, {
    description: "Whether the node is in use. Lists show ACTIVE ones unless asked.",
  })
  status!: NodeStatus;

  @Column("uuid", { name: "replaced_by_id", nullable: true })
  replacedById!: string | null;

  @Column("integer")
  @Field(() => Int, {
    description:
      "Counts the changes of this node, from 1. A later edit names the version it started from.",
  })
  version!: number;

  @Column("integer")
  @Field(() => Int, { description: "Revision of the graph in which this node last changed." })
  revision!: number;

  @Column("timestamptz", { name: "created_at" })
  @Field(() => DateTimeResolver, { description: "When this installation first stored the node." })
  createdAt!: Date;

  @Column("timestamptz", { name: "updated_at" })
  @Field(() => DateTimeResolver, {
    description: "When the node last changed in this installation.",
  })
  updatedAt!: Date;
}
