import { Extensions, Field, Float, Int, ObjectType } from "type-graphql";
import { RankedConnection, RankedEdge } from "../profiles/ranked.types";
import { ScoreTerm } from "../profiles/score.types";

/** So many terms are listed with a score. */
export const MAX_TERMS = 10;

const COVERAGE =
  "Σ w × min(1, have / need) / Σ w over what is asked for, w = importance / 5 × (1 if essential, otherwise `optionalWeight`)";
const NULL_RULE =
  "A null importance counts as 3, a null requirement as optional, and a null proficiency is met by any; a skill that is held at an unknown proficiency counts as 1";

@ObjectType({
  description:
    "A role or role level with how well a profile covers it. `skillGap` from the profile to it explains the coverage line by line.",
})
export class ProfileFitEdge extends RankedEdge {
  @Field(() => Float, {
    description: `How much of what is asked for the profile covers, 0 to 1, by the formula COVERAGE of this project: ${COVERAGE}. ${NULL_RULE}. \`terms\` and \`rest\` add up to it within 1e-9.`,
  })
  coverage!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "The same over essential requirements alone, 0 to 1; null when none is known to be essential.",
  })
  essentialCoverage!: number | null;

  @Extensions({ listSize: MAX_TERMS })
  @Field(() => [ScoreTerm], {
    description: `The held skills that add most to \`coverage\`, at most ${MAX_TERMS}, the largest part first: of each w × min(1, have / need) / Σ w.`,
  })
  terms!: ScoreTerm[];

  @Field(() => Float, {
    description: "What the held skills that are not listed in `terms` add to `coverage`, 0 to 1.",
  })
  rest!: number;

  @Field(() => Int, { description: "How many skills and technologies are asked for." })
  asked!: number;

  @Field(() => Int, {
    description: "How many of these the profile holds, whether well enough or not.",
  })
  held!: number;

  @Field(() => Int, {
    description: "How many essential skills and technologies the profile does not hold.",
  })
  missingEssentialCount!: number;

  @Field(() => Int, {
    description:
      "How many essential skills and technologies the profile holds below the proficiency that is asked for.",
  })
  insufficientEssentialCount!: number;

  @Field(() => Int, {
    description:
      "Of how many of the requirements something had to be assumed: how firmly, how much or how well it is asked for.",
  })
  assumedLines!: number;

  missingEssentialIds!: readonly string[];
  insufficientEssentialIds!: readonly string[];
}

@ObjectType({
  description:
    "A page of roles or role levels, those first that a profile covers best: by coverage, then by essential coverage (unknown last), then by id.",
})
export class ProfileFitConnection extends RankedConnection {
  @Field(() => [ProfileFitEdge], {
    description: "The entries of this page in order, each with how well the profile covers it.",
  })
  edges!: ProfileFitEdge[];

  @Field(() => String, { description: "Name of the formula of the ranking: `COVERAGE`." })
  formula!: string;

  @Field(() => Int, {
    description:
      "How many candidates are not ranked because they ask for nothing, or for nothing that weighs: their coverage is unknown. Those below `minCoverage` are not counted here.",
  })
  leftOut!: number;

  @Field(() => Int, {
    description:
      "How many skills of the profile nothing of what could be ranked, whatever the filter, asks for.",
  })
  unknownSkillCount!: number;

  unknownSkillIds!: readonly string[];
}

@ObjectType({
  description: "A role or role level with how much of what it asks for is among given skills.",
})
export class RoleMatchEdge extends RankedEdge {
  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the matched skills in what is asked for, 0 to 1, by the formula COVERAGE of this project: Σ w of the matched / Σ w of all, w = importance / 5 × (1 if essential, otherwise `optionalWeight`), a null importance as 3, a null requirement as optional. The coverage by somebody who masters the given skills as well as can be. Null when nothing that is asked for weighs anything. `terms` and `rest` add up to it within 1e-9.",
  })
  score!: number | null;

  @Extensions({ listSize: MAX_TERMS })
  @Field(() => [ScoreTerm], {
    description: `The matched skills that add most to \`score\`, at most ${MAX_TERMS}, the largest part first: of each w / Σ w.`,
  })
  terms!: ScoreTerm[];

  @Field(() => Float, {
    description: "What the matched skills that are not listed in `terms` add to `score`, 0 to 1.",
  })
  rest!: number;

  @Field(() => Int, { description: "How many of the given skills are asked for." })
  matchedCount!: number;

  @Field(() => Int, {
    description: "How many skills are asked for that are not among the given ones.",
  })
  missingCount!: number;

  @Field(() => Int, { description: "How many of the missing skills are essential." })
  missingEssentialCount!: number;

  @Field(() => Int, {
    description:
      "Of how many of the requirements something had to be assumed: how firmly or how much it is asked for.",
  })
  assumedLines!: number;

  matchedIds!: readonly string[];
  missingIds!: readonly string[];
}

@ObjectType({ description: "A page of roles or role levels that ask for given skills." })
export class RoleMatchConnection extends RankedConnection {
  @Field(() => [RoleMatchEdge], {
    description: "The entries of this page in order, each with what matches and what is missing.",
  })
  edges!: RoleMatchEdge[];

  @Field(() => String, { description: "Name of the formula of the scores: `COVERAGE`." })
  formula!: string;

  @Field(() => Int, {
    description:
      "How many of the given skills nothing of what could be ranked, whatever the filter, asks for. One of these is enough for `match: ALL` to find nothing.",
  })
  unknownSkillCount!: number;

  unknownSkillIds!: readonly string[];
}
