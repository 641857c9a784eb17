import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { type EnumComparator, makeEnumComparator, StringComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { Qualification, QualificationKind } from "./qualification.entity";

const QualificationKindComparator = makeEnumComparator("QualificationKind", QualificationKind);

@InputType({ description: "Conditions on qualifications; all given ones hold." })
export class QualificationFilter extends NodeFilterBase {
  @Field(() => QualificationKindComparator, {
    nullable: true,
    description: "By kind: degree, certificate, licence or experience.",
  })
  @IsOptional()
  @ValidateNested()
  kind?: EnumComparator | null;

  @Field(() => StringComparator, { nullable: true, description: "By who awards it." })
  @IsOptional()
  @ValidateNested()
  issuer?: StringComparator | null;

  @Field(() => [QualificationFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: QualificationFilter[] | null;

  @Field(() => [QualificationFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: QualificationFilter[] | null;

  @Field(() => QualificationFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: QualificationFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("QUALIFICATION"),
  kind: column("qualification_kind", "text"),
  issuer: column("issuer", "text"),
};

/** What edge folders add their conditions to. */
export const QUALIFICATION_FILTER = { filter: QualificationFilter, fields: FILTER_FIELDS };

export const QualificationQueries = makeNodeQueries({
  type: Qualification,
  kind: "QUALIFICATION",
  singular: "qualification",
  plural: "qualifications",
  words: "qualifications",
  filter: QualificationFilter,
  filterFields: FILTER_FIELDS,
});
