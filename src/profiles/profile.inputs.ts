import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from "class-validator";
import { Extensions, Field, InputType, Int } from "type-graphql";
import { NodeBy } from "../nodes/node-queries";
import { PROFICIENCY_SCALE, SCALE } from "../shared/scales";
import { MAX_TEXT_LENGTH } from "../skill-extraction/extraction-args";
import { COUNTED_CONFIDENCE } from "../skill-extraction/find-skills";

/** The most skills that a profile may hold. */
export const MAX_HELD_SKILLS = 500;

@InputType({
  description:
    "One skill or technology, and how well it is mastered or has to be. Give either `skill` or `technology`.",
})
export class SkillProficiencyInput {
  @Field(() => NodeBy, {
    nullable: true,
    description:
      'Which skill, e.g. `{ slug: "sql-querying" }`. An id may also be that of a technology.',
  })
  @IsOptional()
  @ValidateNested()
  skill?: NodeBy | null;

  @Field(() => NodeBy, {
    nullable: true,
    description: 'Which technology, e.g. `{ slug: "postgresql" }`.',
  })
  @IsOptional()
  @ValidateNested()
  technology?: NodeBy | null;

  @Field(() => Int, {
    nullable: true,
    description: `How well: ${PROFICIENCY_SCALE}. Null or left out: unknown. A skill that is held at an unknown proficiency meets what is asked for without one and counts as 1 where one is asked for.`,
  })
  @IsOptional()
  @IsInt()
  @Min(SCALE.min)
  @Max(SCALE.max)
  proficiency?: number | null;
}

@InputType({ description: "One skill or technology. Give exactly one of the fields." })
@Extensions({ isOneOf: true })
export class SkillInput {
  @Field(() => NodeBy, {
    nullable: true,
    description:
      'Which skill, e.g. `{ slug: "sql-querying" }`. An id may also be that of a technology.',
  })
  @IsOptional()
  @ValidateNested()
  skill?: NodeBy | null;

  @Field(() => NodeBy, {
    nullable: true,
    description: 'Which technology, e.g. `{ slug: "postgresql" }`.',
  })
  @IsOptional()
  @ValidateNested()
  technology?: NodeBy | null;
}

@InputType({
  description: `What a person can do. It is used for this answer alone: never stored, cached or logged. Skills that come twice, also in the text, count with their highest proficiency. An empty profile is one that holds nothing.`,
})
export class ProfileInput {
  @Field(() => [SkillProficiencyInput], {
    nullable: true,
    description: `Skills and technologies that the person has, at most ${MAX_HELD_SKILLS}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_HELD_SKILLS)
  @ValidateNested({ each: true })
  skills?: SkillProficiencyInput[] | null;

  @Extensions({ maxLength: MAX_TEXT_LENGTH })
  @Field(() => String, {
    nullable: true,
    description: `A text that names what the person can do, e.g. a CV, at most ${MAX_TEXT_LENGTH.toLocaleString("en")} characters. What \`extractSkills\` finds in it with a confidence of at least ${COUNTED_CONFIDENCE} is held at an unknown proficiency: at most ${MAX_HELD_SKILLS}, the surest.`,
  })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  text?: string | null;
}

@InputType({
  description:
    "A role at one of its levels: give `roleLevel`, or `role` and `level`. Of a role that has levels its lowest is taken when no level is given; a role without levels stands for itself.",
})
export class PositionInput {
  @Field(() => NodeBy, {
    nullable: true,
    description: 'Which role, e.g. `{ slug: "backend-developer" }`.',
  })
  @IsOptional()
  @ValidateNested()
  role?: NodeBy | null;

  @Field(() => NodeBy, {
    nullable: true,
    description: 'Which career level of the role, e.g. `{ slug: "senior" }`; only with `role`.',
  })
  @IsOptional()
  @ValidateNested()
  level?: NodeBy | null;

  @Field(() => NodeBy, {
    nullable: true,
    description: "Which role level; instead of `role` and `level`.",
  })
  @IsOptional()
  @ValidateNested()
  roleLevel?: NodeBy | null;

  @Field(() => NodeBy, {
    nullable: true,
    description:
      "A specialization of the role: what it asks for goes before what role and level ask for.",
  })
  @IsOptional()
  @ValidateNested()
  specialization?: NodeBy | null;
}

@InputType({ description: "Where somebody starts from. Give exactly one of the fields." })
@Extensions({ isOneOf: true })
export class StartInput {
  @Field(() => ProfileInput, { nullable: true, description: "What the person can do." })
  @IsOptional()
  @ValidateNested()
  profile?: ProfileInput | null;

  @Field(() => PositionInput, {
    nullable: true,
    description:
      "The role or role level that the person has: taken to meet what it asks for exactly, essential and optional alike.",
  })
  @IsOptional()
  @ValidateNested()
  position?: PositionInput | null;
}

@InputType({ description: "What is aimed for. Give exactly one of the fields." })
@Extensions({ isOneOf: true })
export class GoalInput {
  @Field(() => PositionInput, { nullable: true, description: "A role or role level." })
  @IsOptional()
  @ValidateNested()
  position?: PositionInput | null;

  @Field(() => [SkillProficiencyInput], {
    nullable: true,
    description: `Skills and technologies, each as essential as the others, at most ${MAX_HELD_SKILLS}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_HELD_SKILLS)
  @ValidateNested({ each: true })
  skills?: SkillProficiencyInput[] | null;

  @Extensions({ maxLength: MAX_TEXT_LENGTH })
  @Field(() => String, {
    nullable: true,
    description: `A text, e.g. a job advertisement, at most ${MAX_TEXT_LENGTH.toLocaleString("en")} characters: what \`extractSkills\` finds in it with a confidence of at least ${COUNTED_CONFIDENCE}, at most ${MAX_HELD_SKILLS}, the surest. Nothing is known of how firmly or how well each is asked for.`,
  })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  text?: string | null;
}
