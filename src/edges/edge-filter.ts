import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import {
  type EnumComparator,
  FloatComparator,
  makeEnumComparator,
  StringComparator,
} from "../filters/comparators";
import { column, type FieldFilter, type FilterFields, relation } from "../filters/compile-filter";
import { NodeReferenceFilter, nodeReference } from "../nodes/node-reference-filter";
import { Origin } from "./edge.entity";

const OriginComparator = makeEnumComparator("Origin", Origin);

/** Conditions that every kind of link has. */
@InputType({ description: "Conditions on links of a list; all given ones hold." })
export class EdgeFilter {
  @Field(() => NodeReferenceFilter, {
    nullable: true,
    description: "By the node at the other end.",
  })
  @IsOptional()
  @ValidateNested()
  node?: NodeReferenceFilter | null;

  @Field(() => StringComparator, {
    nullable: true,
    description:
      'By the slug of a source that states the link, e.g. `{ eq: "careergraph" }` or one of the documents.',
  })
  @IsOptional()
  @ValidateNested()
  statedBy?: StringComparator | null;

  @Field(() => OriginComparator, {
    nullable: true,
    description: "By the strongest origin of the link.",
  })
  @IsOptional()
  @ValidateNested()
  origin?: EnumComparator | null;

  @Field(() => FloatComparator, { nullable: true, description: "By confidence, 0 to 1." })
  @IsOptional()
  @ValidateNested()
  confidence?: FloatComparator | null;
}

/** `statedBy` compares the slugs of the sources that state a link. */
const statedBy: FieldFilter = (slug, params, alias, path) =>
  sourceOfEdge({ some: { slug } } as never, params, alias, path);

const sourceOfEdge = relation(
  (outer, inner) =>
    `SELECT 1 FROM assertion ${inner}_a JOIN node ${inner} ON ${inner}.id = ${inner}_a.source_id WHERE ${inner}_a.edge_id = ${outer}.id`,
  () => ({ slug: column("slug", "text") }),
);

/** The alias of the node at the other end of a link: `n` in lists, a name of its own inside conditions. */
export function farAlias(edgeAlias: string): string {
  return edgeAlias === "e" ? "n" : `${edgeAlias}_n`;
}

/** The conditions of `EdgeFilter` on a link; the node at its other end has `farAlias`. */
export const EDGE_FILTER_FIELDS: FilterFields = {
  node: (value, params, alias, path) => nodeReference(value, params, farAlias(alias), path),
  statedBy,
  origin: column("origin", "text"),
  // As wide as the column: 0.7 in it is another number when it is widened.
  confidence: column("confidence", "real"),
};
