import { IsOptional, ValidateNested } from "class-validator";
import { type ClassType, Field, InputType } from "type-graphql";
import {
  type FieldFilter,
  type FilterFields,
  type Quantifier,
  relation,
} from "../filters/compile-filter";
import type { EdgeKind } from "./edge.entity";
import { EDGE_FILTER_FIELDS, EdgeFilter, farAlias } from "./edge-filter";
import type { Relation } from "./relation";

/** `some`, `every` and `none` over links of one kind, as an input type. */
export function makeQuantifier(name: string, filter: ClassType<EdgeFilter>): ClassType<Quantifier> {
  @InputType(`${name}Quantifier`, {
    description: "Conditions on the links of a node; all given ones hold.",
  })
  class LinkQuantifier implements Quantifier {
    @Field(() => filter, {
      nullable: true,
      description: "At least one link matches; `{}` matches any link.",
    })
    @IsOptional()
    @ValidateNested()
    some?: object | null;

    @Field(() => filter, {
      nullable: true,
      description: "Every link matches; also true of a node without links.",
    })
    @IsOptional()
    @ValidateNested()
    every?: object | null;

    @Field(() => filter, {
      nullable: true,
      description: "No link matches; `{}` means that there is no link.",
    })
    @IsOptional()
    @ValidateNested()
    none?: object | null;
  }
  return LinkQuantifier;
}

/** Conditions on links that have no attributes of their own. */
export const EdgeQuantifier = makeQuantifier("Edge", EdgeFilter);

export interface RelationFilter {
  /** The filter input that gets the condition, and the compiled form of its fields. */
  on: { filter: ClassType<object>; fields: Record<string, FieldFilter> };
  /** Name of the list whose links the condition is on. */
  field: string;
  description: string;
  kind: EdgeKind;
  parent: Relation["parent"];
  quantifier?: ClassType<Quantifier>;
  edgeFields?: FilterFields;
}

/** Adds a condition on links to the filter of a noun, from the folder of the links: the noun does not know of it. */
export function addRelationFilter({
  on,
  field,
  description,
  kind,
  parent,
  quantifier = EdgeQuantifier,
  edgeFields = EDGE_FILTER_FIELDS,
}: RelationFilter): void {
  const prototype = on.filter.prototype as object;
  Field(() => quantifier, { nullable: true, description })(prototype, field);
  IsOptional()(prototype, field);
  ValidateNested()(prototype, field);
  on.fields[field] = relation(
    (outer, inner) => linksOf(kind, parent, outer, inner),
    () => edgeFields,
  );
}

function linksOf(kind: EdgeKind, parent: Relation["parent"], outer: string, inner: string): string {
  const far = farAlias(inner);
  const [tie, end] = {
    from: [`${inner}.from_id = ${outer}.id`, `${inner}.to_id`],
    to: [`${inner}.to_id = ${outer}.id`, `${inner}.from_id`],
    role: [`${inner}.role_id = ${outer}.id`, `${inner}.to_id`],
    either: [
      `(${inner}.from_id = ${outer}.id OR ${inner}.to_id = ${outer}.id)`,
      `CASE WHEN ${inner}.from_id = ${outer}.id THEN ${inner}.to_id ELSE ${inner}.from_id END`,
    ],
  }[parent];
  return `SELECT 1 FROM edge ${inner} JOIN node ${far} ON ${far}.id = ${end} WHERE ${inner}.kind = '${kind}' AND ${tie}`;
}
