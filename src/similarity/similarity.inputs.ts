import { IsInt, IsOptional, Min, ValidateNested } from "class-validator";
import { ArgsType, Field, Int, registerEnumType } from "type-graphql";
import { NodeBy } from "../nodes/node-queries";
import { PageArgs } from "../paging/page-args";
import { RoleFilter } from "../roles/role.queries";

export enum RoleSimilarityMeasure {
  JACCARD = "JACCARD",
  RUZICKA = "RUZICKA",
  COSINE = "COSINE",
  THETA = "THETA",
  CURATED = "CURATED",
}
registerEnumType(RoleSimilarityMeasure, {
  name: "RoleSimilarityMeasure",
  description:
    "How the likeness of two roles is measured. Scores of different measures are not to be compared. A strength is importance × proficiency, 1 to 25, a null one of either as 3; a role with levels enters with what it asks for at its lowest one.",
  valuesConfig: {
    JACCARD: {
      description:
        "Number of skills that both ask for / number of skills that either asks for, 0 to 1.",
    },
    RUZICKA: {
      description:
        "Weighted Jaccard: Σ min(a, b) / Σ max(a, b) over all skills, a and b the strengths with which the roles ask, 0 to 1. Where no source states importance or proficiency (ESCO) it is plain Jaccard.",
    },
    COSINE: {
      description:
        "Cosine of the strengths a and b with which the roles ask for all skills: Σ a b / (√Σa² √Σb²), 0 to 1.",
    },
    THETA: {
      description:
        "Mean of theta(s, t) over each skill s of the one and t of the other, weighted by RCA(s) × RCA(t), 0 to 1 (Dawson et al. 2021, doi 10.1371/journal.pone.0254722): also roles that share no skill are alike when their skills tend to be used together. Counted are the skills that a role uses more than roles of its data set do on average (RCA ≥ 1); a null importance counts as 3, a null requirement as optional. Scores of different roles asked about are not to be compared.",
    },
    CURATED: {
      description:
        "What sources state and nothing that is computed: related occupations of O*NET, related roles, career moves between the roles or their levels.",
    },
  },
});

export enum SkillSimilarityMeasure {
  THETA = "THETA",
  CURATED = "CURATED",
}
registerEnumType(SkillSimilarityMeasure, {
  name: "SkillSimilarityMeasure",
  description:
    "How the likeness of two skills is measured. Scores of different measures are not to be compared.",
  valuesConfig: {
    THETA: {
      description:
        "How often roles use both: number of roles that use both / the larger number of roles that use one of them, 0 to 1 (Alabdulkareem et al. 2018, doi 10.1126/sciadv.aao6030). A role uses a skill when it asks for it more than roles of its data set do on average (RCA ≥ 1).",
    },
    CURATED: {
      description:
        "What sources state and nothing that is computed: links between related skills, or related technologies.",
    },
  },
});

@ArgsType()
export class SimilarRolesArgs extends PageArgs {
  @Field(() => NodeBy, { description: 'Which role, e.g. `{ slug: "backend-developer" }`.' })
  @ValidateNested()
  role!: NodeBy;

  @Field(() => RoleSimilarityMeasure, {
    defaultValue: RoleSimilarityMeasure.COSINE,
    description:
      "How likeness is measured. COSINE unless said otherwise: it weighs how strongly skills are asked for, and it matters least to it how many skills a source lists for a role. Of the ten nearest roles O*NET lists 3 as related, as with RUZICKA; with THETA 2.",
  })
  measure: RoleSimilarityMeasure = RoleSimilarityMeasure.COSINE;

  @Field(() => RoleFilter, {
    nullable: true,
    description:
      'Which roles are ranked, e.g. `{ statedBy: { eq: "onet" } }`; all active ones when left out.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: RoleFilter | null;
}

@ArgsType()
export class SimilarSkillsArgs extends PageArgs {
  @Field(() => NodeBy, {
    nullable: true,
    description:
      'Which skill, e.g. `{ slug: "sql-querying" }`; an id may also be that of a technology. Give either this or `technology`.',
  })
  @IsOptional()
  @ValidateNested()
  skill?: NodeBy | null;

  @Field(() => NodeBy, {
    nullable: true,
    description: 'Which technology, e.g. `{ slug: "postgresql" }`. Give either this or `skill`.',
  })
  @IsOptional()
  @ValidateNested()
  technology?: NodeBy | null;

  @Field(() => SkillSimilarityMeasure, {
    defaultValue: SkillSimilarityMeasure.THETA,
    description: "How likeness is measured.",
  })
  measure: SkillSimilarityMeasure = SkillSimilarityMeasure.THETA;

  @Field(() => Int, {
    defaultValue: 2,
    description:
      "Of THETA only skills that at least so many roles use together with this one, from 1: two skills that a single role uses and no other have the highest score there is.",
  })
  @IsInt()
  @Min(1)
  minTogether: number = 2;
}
