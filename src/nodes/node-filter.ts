import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import {
  DateTimeComparator,
  type EnumComparator,
  IdComparator,
  IntComparator,
  makeEnumComparator,
  StringComparator,
} from "../filters/comparators";
import {
  column,
  type FieldFilter,
  type FilterFields,
  idColumn,
  relation,
} from "../filters/compile-filter";
import type { NodeKind } from "../shared/global-id";
import { NodeStatus } from "./node.entity";

const NodeStatusComparator = makeEnumComparator("NodeStatus", NodeStatus);

/** Conditions that every kind of node has; the filter of each kind adds its own and `and`, `or`, `not`. */
@InputType()
export abstract class NodeFilterBase {
  @Field(() => IdComparator, { nullable: true, description: "By permanent id." })
  @IsOptional()
  @ValidateNested()
  id?: IdComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: 'By slug, e.g. `{ in: ["senior"] }`.',
  })
  @IsOptional()
  @ValidateNested()
  slug?: StringComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: "By name in the default language. To find by any label, use `search`.",
  })
  @IsOptional()
  @ValidateNested()
  name?: StringComparator | null;

  @Field(() => NodeStatusComparator, {
    nullable: true,
    description: "By status. Without it only ACTIVE nodes are listed.",
  })
  @IsOptional()
  @ValidateNested()
  status?: EnumComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description:
      'By the slug of a source that states the node, e.g. `{ eq: "careergraph" }` or one of the documents.',
  })
  @IsOptional()
  @ValidateNested()
  statedBy?: StringComparator | null;

  @Field(() => IntComparator, {
    nullable: true,
    description: "By the revision of the graph in which the node last changed.",
  })
  @IsOptional()
  @ValidateNested()
  revision?: IntComparator | null;

  @Field(() => DateTimeComparator, {
    nullable: true,
    description: "By the time of its last change.",
  })
  @IsOptional()
  @ValidateNested()
  updatedAt?: DateTimeComparator | null;
}

/** The conditions of `NodeFilterBase` for one kind, or for nodes of any kind. */
export function nodeFilterFields(kind?: NodeKind): FilterFields {
  return {
    id: idColumn("id", kind && [kind]),
    slug: column("slug", "text"),
    name: column("name", "text"),
    status: column("status", "text"),
    statedBy,
    revision: column("revision", "integer"),
    updatedAt: column("updated_at", "timestamptz"),
  };
}

/** `statedBy` compares the slugs of the sources that state a node. */
const statedBy: FieldFilter = (slug, params, alias, path) =>
  sourceOfNode({ some: { slug } } as never, params, alias, path);

const sourceOfNode = relation(
  (outer, inner) =>
    `SELECT 1 FROM assertion ${inner}_a JOIN node ${inner} ON ${inner}.id = ${inner}_a.source_id WHERE ${inner}_a.node_id = ${outer}.id`,
  () => ({ slug: column("slug", "text") }),
);
