import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { RankedConnection, RankedEdge } from "../profiles/ranked.types";
import { RelationKind } from "../related/related.entity";
import { SkillSimilarityMeasure } from "./similarity.inputs";

/** So many roles are named as evidence. */
export const MAX_EVIDENCE = 5;

export enum NoSimilarSkills {
  NOBODY_USES_IT = "NOBODY_USES_IT",
  NEVER_TOGETHER = "NEVER_TOGETHER",
  NOTHING_STATED = "NOTHING_STATED",
}
registerEnumType(NoSimilarSkills, {
  name: "NoSimilarSkills",
  description: "Why no similar skill was found.",
  valuesConfig: {
    NOBODY_USES_IT: {
      description:
        "No role uses the skill more than roles do on average, so that its likeness to any other is unknown.",
    },
    NEVER_TOGETHER: {
      description: "No other skill is used together with it by as many roles as `minTogether`.",
    },
    NOTHING_STATED: { description: "No source states a related skill or technology." },
  },
});

@ObjectType({
  description: "A skill or technology with how like it is to the one that was asked about.",
})
export class SimilarSkillEdge extends RankedEdge {
  @Field(() => Float, {
    nullable: true,
    description:
      "How like it is, 0 to 1. For THETA `together` / max(`users`, `usersOfOther`), above 0, each role that uses both adding the same; unknown importance counts as 3 and an unknown requirement as optional when it is decided which skills a role uses. For CURATED the weight that the source states, null when it states none.",
  })
  score!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many roles use both; null for CURATED.",
  })
  together!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many roles use the skill that was asked about; null for CURATED.",
  })
  users!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many roles use this one; null for CURATED.",
  })
  usersOfOther!: number | null;

  @Field(() => RelationKind, {
    nullable: true,
    description:
      "For CURATED how the two are related: similar, complementary or alternative; null when the source does not say, and for THETA.",
  })
  relationKind!: RelationKind | null;

  evidenceIds!: readonly string[];
  linkId!: string | null;
}

@ObjectType({
  description:
    "A page of skills and technologies like one: the highest score first (unknown last), for THETA then those that more roles use together with it, then by id.",
})
export class SimilarSkillConnection extends RankedConnection {
  @Field(() => [SimilarSkillEdge], {
    description: "The entries of this page in order, each with its score and what it is made of.",
  })
  edges!: SimilarSkillEdge[];

  @Field(() => SkillSimilarityMeasure, {
    description: "The formula of the scores: the measure that was asked for.",
  })
  formula!: SkillSimilarityMeasure;

  @Field(() => NoSimilarSkills, {
    nullable: true,
    description: "Why the ranking is empty; null when it is not.",
  })
  emptyReason!: NoSimilarSkills | null;
}
