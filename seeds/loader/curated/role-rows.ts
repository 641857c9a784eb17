import {
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from "class-validator";
import { ResponsibilityAxis } from "../../../src/responsibilities/responsibility.entity";
import { Necessity } from "../../../src/shared/scales";
import { EachIs, IsRow } from "../nested";
import { NodeRow, SLUG } from "./node-rows";

class RolePart extends NodeRow {
  @Matches(SLUG)
  family!: string;
}

class YearsPart {
  @IsNumber()
  @Min(0)
  from!: number;

  @IsOptional()
  @IsNumber()
  @Min(0)
  to?: number | null;
}

class LevelPart {
  @Matches(SLUG)
  level!: string;

  @IsString()
  title!: string;

  @IsOptional()
  @IsRow(YearsPart)
  typicalYears?: YearsPart;

  @IsString()
  @MinLength(20)
  @MaxLength(400)
  description!: string;
}

class SpecializationPart extends NodeRow {}

/** Described here, or only a slug that is described elsewhere. */
class ResponsibilityPart {
  @Matches(SLUG)
  slug!: string;

  @IsOptional()
  @IsString()
  name?: string;

  @IsOptional()
  @IsIn(Object.values(ResponsibilityAxis))
  axis?: ResponsibilityAxis;

  @IsOptional()
  @IsString()
  @MinLength(20)
  @MaxLength(400)
  description?: string;

  @IsArray()
  @Matches(SLUG, { each: true })
  levels!: string[];
}

class QualificationPart {
  @Matches(SLUG)
  qualification!: string;

  @IsIn(Object.values(Necessity))
  requirement!: Necessity;

  @IsArray()
  @Matches(SLUG, { each: true })
  levels!: string[];
}

/** One row of the matrix of a role: arrays run in the order of its levels; null where a level does not ask. */
abstract class MatrixPart {
  @IsIn(Object.values(Necessity).concat(null as never), { each: true })
  requirement!: Necessity | (Necessity | null)[];

  @IsArray()
  @IsIn([1, 2, 3, 4, 5, null], { each: true })
  importance!: (number | null)[];

  @IsArray()
  @IsIn([1, 2, 3, 4, 5, null], { each: true })
  proficiency!: (number | null)[];
}

export class SkillMatrixPart extends MatrixPart {
  @Matches(SLUG)
  skill!: string;
}

export class TechnologyMatrixPart extends MatrixPart {
  @Matches(SLUG)
  technology!: string;
}

/** A file of `roles/`: everything about one role. */
export class RoleFile {
  @IsRow(RolePart)
  role!: RolePart;

  @EachIs(LevelPart)
  levels!: LevelPart[];

  @IsOptional()
  @EachIs(SpecializationPart)
  specializations?: SpecializationPart[];

  @EachIs(ResponsibilityPart)
  responsibilities!: ResponsibilityPart[];

  @IsOptional()
  @EachIs(QualificationPart)
  qualifications?: QualificationPart[];

  @EachIs(SkillMatrixPart)
  skills!: SkillMatrixPart[];

  @EachIs(TechnologyMatrixPart)
  technologies!: TechnologyMatrixPart[];
}
