import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { EdgeKind } from "../edges/edge.entity";
import { LinkKind } from "../edges/link.types";
import { RankedConnection, RankedEdge } from "../profiles/ranked.types";
import { ScoreTerm } from "../profiles/score.types";
import { ProgressionKind } from "../progressions/progression.entity";
import { RelationKind } from "../related/related.entity";
import { RelatedOccupationTier } from "../related-occupations/related-occupation.entity";
import { RoleSimilarityMeasure } from "./similarity.inputs";

/** So many terms are listed with a score. */
export const MAX_TERMS = 10;

export enum NoSimilarRoles {
  ASKS_NOTHING = "ASKS_NOTHING",
  NOTHING_ALIKE = "NOTHING_ALIKE",
  NOTHING_STATED = "NOTHING_STATED",
}
registerEnumType(NoSimilarRoles, {
  name: "NoSimilarRoles",
  description: "Why no similar role was found.",
  valuesConfig: {
    ASKS_NOTHING: {
      description: "The role asks for no skill, so that it is unknown which roles are like it.",
    },
    NOTHING_ALIKE: { description: "None of the roles that are ranked has a score above 0." },
    NOTHING_STATED: { description: "No source states a similar role." },
  },
});

@ObjectType({ description: "The part that one skill or technology of a role has in its likeness." })
export class SimilarityTerm extends ScoreTerm {
  /** UUID; null unless the measure is THETA. */
  closestSkillId!: string | null;
}

@ObjectType({ description: "What a source states of two roles." })
export class StatedSimilarity {
  @Field(() => LinkKind, {
    description: "What sort of link it is: RELATED_OCCUPATION, RELATED or PROGRESSION.",
  })
  relation!: EdgeKind;

  @Field(() => Boolean, {
    description:
      "Whether it leads from the other role to the one that was asked about: that one lists it, or people move from there. False where the link has no direction.",
  })
  isIncoming!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      "Score of a career move or weight of a relation, 0 to 1, as stated; null when none is, as for every related occupation.",
  })
  score!: number | null;

  @Field(() => RelatedOccupationTier, {
    nullable: true,
    description: "How near a related occupation is; null for other links.",
  })
  tier!: RelatedOccupationTier | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Place of a related occupation in the list of the occupation that names it, from 1 for the nearest; null for other links.",
  })
  position!: number | null;

  @Field(() => RelationKind, {
    nullable: true,
    description: "How related roles are related; null for other links, or when it is not said.",
  })
  relationKind!: RelationKind | null;

  @Field(() => ProgressionKind, {
    nullable: true,
    description: "What sort of career move it is; null for other links, or when it is not said.",
  })
  progressionKind!: ProgressionKind | null;

  linkId!: string;
}

@ObjectType({ description: "A role with how like it is to the one that was asked about." })
export class SimilarRoleEdge extends RankedEdge {
  @Field(() => Float, {
    nullable: true,
    description:
      "How like it is, above 0 to 1, by the measure asked for; `terms` and `rest` add up to it within 1e-9. For CURATED the highest score that a source states, null when none does.",
  })
  score!: number | null;

  @Extensions({ listSize: MAX_TERMS })
  @Field(() => [SimilarityTerm], {
    description: `The skills that add most to the score, at most ${MAX_TERMS}, the largest part first: those that both roles ask for, or for THETA those of the role that was asked about. Empty for CURATED.`,
  })
  terms!: SimilarityTerm[];

  @Field(() => Float, {
    description: "What the skills that are not listed in `terms` add to the score; 0 for CURATED.",
  })
  rest!: number;

  @Field(() => Int, {
    description:
      "Of how many requirements of the two roles the measure had to assume something: importance or proficiency for RUZICKA and COSINE, importance or how firmly it is asked for THETA. 0 for JACCARD and CURATED.",
  })
  assumedLines!: number;

  @Extensions({ listSize: 5 })
  @Field(() => [StatedSimilarity], {
    description:
      "For CURATED what sources state of the two roles, from the one asked about first; empty for other measures.",
  })
  statements!: StatedSimilarity[];
}

@ObjectType({
  description:
    "A page of roles like a role: the highest score first, then by id. For CURATED stated scores first, then its own related occupations by place, then those that list it by place, then by id.",
})
export class SimilarRoleConnection extends RankedConnection {
  @Field(() => [SimilarRoleEdge], {
    description: "The entries of this page in order, each with its score and what it is made of.",
  })
  edges!: SimilarRoleEdge[];

  @Field(() => RoleSimilarityMeasure, {
    description: "The formula of the scores: the measure that was asked for.",
  })
  formula!: RoleSimilarityMeasure;

  @Field(() => Int, {
    description:
      "How many candidates are not ranked because they ask for nothing, so that their likeness is unknown; 0 for CURATED. Those with a score of 0 are neither ranked nor counted here.",
  })
  leftOut!: number;

  @Field(() => NoSimilarRoles, {
    nullable: true,
    description: "Why the ranking is empty; null when it is not.",
  })
  emptyReason!: NoSimilarRoles | null;
}
