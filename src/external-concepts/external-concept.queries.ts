import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { StringComparator } from "../filters/comparators";
import { column, type FieldFilter } from "../filters/compile-filter";
import { NodeFilterBase, nodeFilterFields } from "../nodes/node-filter";
import { makeNodeQueries } from "../nodes/node-queries";
import { ExternalConcept } from "./external-concept.entity";

@InputType({ description: "Conditions on concepts of other classifications; all given ones hold." })
export class ExternalConceptFilter extends NodeFilterBase {
  @Field(() => StringComparator, {
    nullable: true,
    description: 'By classification, e.g. `{ eq: "ESCO" }`.',
  })
  @IsOptional()
  @ValidateNested()
  scheme?: StringComparator | null;

  @Field(() => StringComparator, { nullable: true, description: "By code in the classification." })
  @IsOptional()
  @ValidateNested()
  code?: StringComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: "By its address in its classification.",
  })
  @IsOptional()
  @ValidateNested()
  uri?: StringComparator | null;

  @Field(() => [ExternalConceptFilter], {
    nullable: true,
    description: "All of these hold; at most 30.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: ExternalConceptFilter[] | null;

  @Field(() => [ExternalConceptFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: ExternalConceptFilter[] | null;

  @Field(() => ExternalConceptFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: ExternalConceptFilter | null;
}

const FILTER_FIELDS: Record<string, FieldFilter> = {
  ...nodeFilterFields("EXTERNAL_CONCEPT"),
  scheme: column("scheme", "text"),
  code: column("code", "text"),
  uri: column("url", "text"),
};

/** What edge folders add their conditions to. */
export const EXTERNAL_CONCEPT_FILTER = { filter: ExternalConceptFilter, fields: FILTER_FIELDS };

export const ExternalConceptQueries = makeNodeQueries({
  type: ExternalConcept,
  kind: "EXTERNAL_CONCEPT",
  singular: "externalConcept",
  plural: "externalConcepts",
  words: "concepts of other classifications",
  filter: ExternalConceptFilter,
  filterFields: FILTER_FIELDS,
});
