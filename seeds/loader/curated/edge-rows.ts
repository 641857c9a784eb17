import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
} from "class-validator";
import { MatchType } from "../../../src/mappings/mapping.entity";
import { PrerequisiteStrength } from "../../../src/prerequisites/prerequisite.entity";
import { ProgressionKind } from "../../../src/progressions/progression.entity";
import { RelationKind } from "../../../src/related/related.entity";
import { IsTextMap } from "../nested";
import { SLUG } from "./node-rows";

export class PrerequisiteRow {
  @Matches(SLUG)
  skill!: string;

  @Matches(SLUG)
  requires!: string;

  @IsIn(Object.values(PrerequisiteStrength))
  strength!: PrerequisiteStrength;

  @IsInt()
  @Min(1)
  @Max(5)
  proficiency!: number;

  @IsInt()
  @Min(1)
  @Max(5)
  forProficiency!: number;
}

export class RelatedRow {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @Matches(SLUG, { each: true })
  between!: [string, string];

  @IsIn(Object.values(RelationKind))
  kind!: RelationKind;

  @IsNumber()
  @Min(0)
  @Max(1)
  weight!: number;
}

export class EmbodimentRow {
  @Matches(SLUG)
  technology!: string;

  @Matches(SLUG)
  skill!: string;

  @IsNumber()
  @Min(0)
  @Max(1)
  weight!: number;
}

const ROLE_LEVEL = /^[a-z0-9-]+@[a-z0-9-]+$/;

export class ProgressionRow {
  /** `role@level`. */
  @Matches(ROLE_LEVEL)
  from!: string;

  @Matches(ROLE_LEVEL)
  to!: string;

  @IsIn(Object.values(ProgressionKind))
  kind!: ProgressionKind;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  score?: number;

  @IsOptional()
  @IsString()
  wording?: string;
}

export class CollaborationRow {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @Matches(SLUG, { each: true })
  between!: [string, string];

  @IsArray()
  @IsString({ each: true })
  on!: string[];
}

export class MappingRow {
  @IsOptional()
  @Matches(SLUG)
  role?: string;

  @IsOptional()
  @Matches(SLUG)
  skill?: string;

  @IsIn(["ESCO", "ONET"])
  scheme!: string;

  @IsOptional()
  @IsString()
  schemeVersion?: string;

  @IsOptional()
  @IsString()
  code?: string;

  @IsOptional()
  @Matches(/^https?:\/\/\S+$/)
  uri?: string;

  @IsString()
  label!: string;

  @IsIn(Object.values(MatchType))
  match!: MatchType;
}

/** German names, and descriptions where there are any, by slug. */
export class GermanLabels {
  @IsTextMap()
  skills!: Record<string, string>;

  @IsTextMap()
  technologies!: Record<string, string>;

  @IsTextMap()
  careerLevels!: Record<string, string>;

  @IsTextMap()
  roleFamilies!: Record<string, string>;

  @IsTextMap()
  roles!: Record<string, string>;

  @IsOptional()
  @IsTextMap()
  skillDescriptions?: Record<string, string>;
}
