import { ArrayMaxSize, IsInt, IsOptional, Max, Min, ValidateNested } from "class-validator";
import { ArgsType, Field, Float, Int, registerEnumType } from "type-graphql";
import type { SkillMatch } from "../algorithms/scoring/roles-for-skills";
import { PageArgs } from "../paging/page-args";
import { CandidateFilter, CandidateKind } from "../profiles/candidates.inputs";
import { MAX_HELD_SKILLS, ProfileInput, SkillInput } from "../profiles/profile.inputs";

/** Values of `SkillMatch` as a GraphQL enum. */
export const SkillMatchEnum: { readonly [M in SkillMatch]: M } = {
  ANY: "ANY",
  ALL: "ALL",
  SCORED: "SCORED",
};
registerEnumType(SkillMatchEnum, {
  name: "SkillMatch",
  description: "Which roles match given skills, and in which order they come.",
  valuesConfig: {
    ANY: {
      description:
        "Roles that ask for at least one of the skills: most matched skills first, then fewest missing ones, then by id.",
    },
    ALL: {
      description: "Roles that ask for each of the skills: fewest missing ones first, then by id.",
    },
    SCORED: {
      description:
        "Roles that ask for at least one of the skills: highest score first, unknown ones last, then by id.",
    },
  },
});

/** What both rankings of roles have in common. */
@ArgsType()
abstract class CandidateArgs extends PageArgs {
  @Field(() => CandidateKind, {
    defaultValue: CandidateKind.ROLES,
    description: "What is ranked: roles or role levels.",
  })
  of: CandidateKind = CandidateKind.ROLES;

  @Field(() => CandidateFilter, {
    nullable: true,
    description: "Which of them are ranked; all active ones when left out.",
  })
  @IsOptional()
  @ValidateNested()
  filter?: CandidateFilter | null;

  @Field(() => Float, {
    defaultValue: 0.5,
    description: "What an optional requirement weighs beside an essential one, 0 to 1.",
  })
  @Min(0)
  @Max(1)
  optionalWeight: number = 0.5;
}

@ArgsType()
export class ProfileFitArgs extends CandidateArgs {
  @Field(() => ProfileInput, { description: "What the person can do." })
  @ValidateNested()
  profile!: ProfileInput;

  @Field(() => Float, {
    defaultValue: 0,
    description: "Only entries with at least this coverage, 0 to 1.",
  })
  @Min(0)
  @Max(1)
  minCoverage: number = 0;
}

@ArgsType()
export class RolesForSkillsArgs extends CandidateArgs {
  @Field(() => [SkillInput], {
    description: `The skills and technologies that are given, at most ${MAX_HELD_SKILLS}; one that comes twice counts once. None of them finds nothing.`,
  })
  @ArrayMaxSize(MAX_HELD_SKILLS)
  @ValidateNested({ each: true })
  skills!: SkillInput[];

  @Field(() => SkillMatchEnum, {
    defaultValue: SkillMatchEnum.SCORED,
    description: "Which roles match, and their order.",
  })
  match: SkillMatch = SkillMatchEnum.SCORED;

  @Field(() => Int, {
    nullable: true,
    description:
      "Only entries that ask for at most so many skills beside the given ones; 0: for nothing else. Left out: any number.",
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  maxMissing?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Only entries that ask for at most so many essential skills beside the given ones. Left out: any number.",
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  maxMissingEssential?: number | null;
}
