import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { IdComparator, StringComparator } from "../filters/comparators";
import {
  column,
  compileFilter,
  type FieldFilter,
  type FilterFields,
  idColumn,
} from "../filters/compile-filter";

/** Names single nodes in the filter of something else. */
@InputType({ description: "Conditions that pick single nodes; all given ones hold." })
export class NodeReferenceFilter {
  @Field(() => IdComparator, { nullable: true, description: "By permanent id." })
  @IsOptional()
  @ValidateNested()
  id?: IdComparator | null;

  @Field(() => StringComparator, { nullable: true, description: 'By slug, e.g. `{ eq: "git" }`.' })
  @IsOptional()
  @ValidateNested()
  slug?: StringComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: "By name in the default language.",
  })
  @IsOptional()
  @ValidateNested()
  name?: StringComparator | null;
}

/** The conditions of a `NodeReferenceFilter`; references to nodes of one kind add their own. */
export const NODE_REFERENCE_FIELDS: FilterFields = {
  id: idColumn("id"),
  slug: column("slug", "text"),
  name: column("name", "text"),
};

/** The condition of a `NodeReferenceFilter` on the node with this alias. */
export const nodeReference: FieldFilter = (value, params, alias, path) =>
  compileFilter(value, NODE_REFERENCE_FIELDS, params, alias, path);
