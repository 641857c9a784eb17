import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from "class-validator";
import { ArgsType, type ClassType, Field, InputType, registerEnumType } from "type-graphql";
import { EDGE_FILTER_FIELDS } from "../edges/edge-filter";
import { StringComparator } from "../filters/comparators";
import { column, type FieldFilter, type FilterFields } from "../filters/compile-filter";
import { NodeReferenceFilter, nodeReference } from "../nodes/node-reference-filter";
import { makeConnection, makeListEdge } from "../paging/connection";
import { PageArgs } from "../paging/page-args";
import { Statement } from "./statement.entity";

export enum StatementDirection {
  OUTGOING = "OUTGOING",
  INCOMING = "INCOMING",
  BOTH = "BOTH",
}
registerEnumType(StatementDirection, {
  name: "StatementDirection",
  description: "On which side of a statement a node stands.",
  valuesConfig: {
    OUTGOING: { description: "Statements of which the node is the subject." },
    INCOMING: { description: "Statements of which the node is the object." },
    BOTH: { description: "Statements in which the node is the subject or the object." },
  },
});

@InputType({ description: "Conditions on statements; all given ones hold." })
export class StatementFilter {
  @Field(() => StringComparator, {
    nullable: true,
    description: 'By predicate, e.g. `{ eq: "suited_for" }`.',
  })
  @IsOptional()
  @ValidateNested()
  predicate?: StringComparator | null;

  @Field(() => StringComparator, {
    nullable: true,
    description: "By the slug of a source that makes the statement, e.g. one of the documents.",
  })
  @IsOptional()
  @ValidateNested()
  statedBy?: StringComparator | null;

  @Field(() => NodeReferenceFilter, { nullable: true, description: "By the subject." })
  @IsOptional()
  @ValidateNested()
  subject?: NodeReferenceFilter | null;

  @Field(() => NodeReferenceFilter, {
    nullable: true,
    description: "By the object; statements with a value as object do not match.",
  })
  @IsOptional()
  @ValidateNested()
  object?: NodeReferenceFilter | null;

  @Field(() => StringComparator, { nullable: true, description: "By the value when it is a text." })
  @IsOptional()
  @ValidateNested()
  text?: StringComparator | null;

  @Field(() => [StatementFilter], { nullable: true, description: "All of these hold; at most 30." })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  and?: StatementFilter[] | null;

  @Field(() => [StatementFilter], {
    nullable: true,
    description: "At least one of these holds; at most 30. An empty list matches nothing.",
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  or?: StatementFilter[] | null;

  @Field(() => StatementFilter, { nullable: true, description: "This does not hold." })
  @IsOptional()
  @ValidateNested()
  not?: StatementFilter | null;
}

const end =
  (columnName: "from_id" | "to_id", alias: string): FieldFilter =>
  (value, params, edge, path) =>
    `EXISTS (SELECT 1 FROM node ${alias} WHERE ${alias}.id = ${edge}.${columnName} AND ${nodeReference(value, params, alias, path)})`;

export const STATEMENT_FILTER_FIELDS: FilterFields = {
  predicate: column("predicate", "text"),
  statedBy: EDGE_FILTER_FIELDS.statedBy as FieldFilter,
  subject: end("from_id", "su"),
  object: end("to_id", "ob"),
  text: column("value_text", "text"),
};

@ArgsType()
export class StatementArgs extends PageArgs {
  @Field(() => StatementFilter, {
    nullable: true,
    description: "Which statements to give; all when left out.",
  })
  @IsOptional()
  @ValidateNested()
  filter?: StatementFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "Short for a filter by predicate, e.g. `suited_for`.",
  })
  @IsOptional()
  @MaxLength(200)
  predicate?: string | null;
}

const StatementEdge = makeListEdge("Statement", () => Statement as ClassType<Statement>);
export const StatementConnection = makeConnection(
  "Statement",
  () => Statement as ClassType<Statement>,
  () => StatementEdge,
);
