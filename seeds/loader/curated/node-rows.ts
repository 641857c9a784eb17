import {
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from "class-validator";
import { Track } from "../../../src/career-levels/career-level.entity";
import { LearningResourceKind } from "../../../src/learning-resources/learning-resource.entity";
import { QualificationKind } from "../../../src/qualifications/qualification.entity";
import { SkillKind } from "../../../src/skills/skill.entity";
import { TechnologyKind } from "../../../src/technologies/technology.entity";
import { EachIs } from "../nested";

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What every curated node has. */
export abstract class NodeRow {
  @Matches(SLUG)
  slug!: string;

  @IsString()
  @MinLength(1)
  name!: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  aliases?: string[];

  @IsString()
  @MinLength(20)
  @MaxLength(400)
  description!: string;
}

export class CareerLevelRow extends NodeRow {
  @IsIn(Object.values(Track))
  track!: Track;

  @IsInt()
  @Min(1)
  @Max(20)
  rank!: number;
}

export class RoleFamilyRow extends NodeRow {}

export class SkillGroupRow extends NodeRow {
  @IsOptional()
  @Matches(SLUG)
  parent?: string;
}

export class SkillRow extends NodeRow {
  @IsIn(Object.values(SkillKind))
  kind!: SkillKind;

  @IsArray()
  @Matches(SLUG, { each: true })
  groups!: string[];
}

export class TechnologyRow extends NodeRow {
  @IsIn(Object.values(TechnologyKind))
  kind!: TechnologyKind;

  @IsOptional()
  @IsString()
  vendor?: string;

  /** Categories it is a kind of, and technologies whose ecosystem it belongs to. */
  @IsOptional()
  @IsArray()
  @Matches(SLUG, { each: true })
  belongsTo?: string[];

  @IsOptional()
  @IsArray()
  @Matches(SLUG, { each: true })
  dependsOn?: string[];
}

class SkillAtRow {
  @Matches(SLUG)
  skill!: string;

  @IsInt()
  @Min(1)
  @Max(5)
  proficiency!: number;
}

export class QualificationRow extends NodeRow {
  @IsIn(Object.values(QualificationKind))
  kind!: QualificationKind;

  @IsOptional()
  @IsString()
  issuer?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  validMonths?: number;

  @IsOptional()
  @IsString()
  levelFrame?: string;

  @IsOptional()
  @EachIs(SkillAtRow)
  evidences?: SkillAtRow[];
}

class TeachesRow {
  @Matches(SLUG)
  skill!: string;

  @IsInt()
  @Min(0)
  @Max(4)
  from!: number;

  @IsInt()
  @Min(1)
  @Max(5)
  to!: number;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  weight?: number;
}

export class LearningResourceRow {
  @Matches(SLUG)
  slug!: string;

  @IsString()
  title!: string;

  @IsIn(Object.values(LearningResourceKind))
  kind!: LearningResourceKind;

  @IsOptional()
  @IsString()
  provider?: string;

  @IsOptional()
  @IsNumber()
  @Min(0.25)
  hours?: number;

  /** 0: free, by what its description says or as official documentation that anybody can read. Left out: unknown. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  price?: number;

  /** As three capital letters after ISO 4217; a price of 0 needs none. */
  @ValidateIf((row: LearningResourceRow) => row.currency !== undefined || (row.price ?? 0) > 0)
  @Matches(/^[A-Z]{3}$/)
  currency?: string;

  @IsOptional()
  @IsString()
  locale?: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  aliases?: string[];

  @IsString()
  @MinLength(20)
  @MaxLength(400)
  description!: string;

  @IsOptional()
  @EachIs(TeachesRow)
  teaches?: TeachesRow[];

  @IsOptional()
  @EachIs(SkillAtRow)
  needs?: SkillAtRow[];
}
