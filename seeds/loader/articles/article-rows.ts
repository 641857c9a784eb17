import {
  Allow,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  IsString,
  Matches,
} from "class-validator";

type Value = string | number | boolean | string[];

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const END = /^[A-Za-z]+\/[a-z0-9-]+$/;

/** A row that says which documents state it, and on which lines. */
abstract class Sourced {
  /** Ids of the documents. */
  @IsArray()
  @ArrayNotEmpty()
  sources!: string[];

  /** Document id to line numbers, from 1. */
  @IsObject()
  lines!: Record<string, number[]>;
}

export class DocumentRow {
  @IsString()
  id!: string;

  @IsString()
  title!: string;

  @IsString()
  form!: string;

  @IsOptional()
  @IsArray()
  audience!: string[] | null;

  @IsOptional()
  @IsString()
  author!: string | null;
}

export class EntityRow extends Sourced {
  @Matches(SLUG)
  slug!: string;

  @IsString()
  name!: string;

  @IsArray()
  aliases!: string[];

  @IsString()
  description!: string;

  @IsObject()
  attrs!: Record<string, Value>;
}

export class RelationRow extends Sourced {
  /** Kind and slug of the start, e.g. `Role/backend-developer`. */
  @Matches(END)
  from!: string;

  @Matches(END)
  to!: string;

  @IsObject()
  attrs!: Record<string, Value>;
}

export class FactRow extends Sourced {
  @Matches(END)
  about!: string;

  @IsString()
  property!: string;

  @Allow()
  value!: Value;

  @IsOptional()
  @IsString()
  unit!: string | null;

  @IsOptional()
  @IsString()
  comparator?: string | null;
}

export class QuestionRow extends Sourced {
  @Matches(SLUG)
  slug!: string;

  @IsString()
  question!: string;

  @IsString()
  answer!: string;

  @IsBoolean()
  question_stated!: boolean;
}
