import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { TransitionReason as Reason, TransitionBand } from "../algorithms/scoring/transition";

/** Values of `TransitionBand` as a GraphQL enum. */
export const TransitionBandEnum: { readonly [B in TransitionBand]: B } = {
  HIGHLY_VIABLE: "HIGHLY_VIABLE",
  VIABLE: "VIABLE",
  NOT_VIABLE: "NOT_VIABLE",
};
registerEnumType(TransitionBandEnum, {
  name: "TransitionBand",
  description:
    "How near two positions are by their skills alone (Nesta, Mapping Career Causeways).",
  valuesConfig: {
    HIGHLY_VIABLE: { description: "The skill overlap is above 0.4." },
    VIABLE: { description: "The skill overlap is above 0.3, and not above 0.4." },
    NOT_VIABLE: { description: "The skill overlap is not above 0.3." },
  },
});

/** Values of `Reason.about` as a GraphQL enum. */
export const TransitionReasonTopic: { readonly [A in Reason["about"]]: A } = {
  SKILL_OVERLAP: "SKILL_OVERLAP",
  JOB_ZONE: "JOB_ZONE",
  CURATED: "CURATED",
};
registerEnumType(TransitionReasonTopic, {
  name: "TransitionReasonTopic",
  description: "What a reason for or against a transition is about.",
  valuesConfig: {
    SKILL_OVERLAP: { description: "How many of the essential skills the first position brings." },
    JOB_ZONE: { description: "How far apart the job zones are: how much preparation jobs need." },
    CURATED: { description: "That somebody rates the move." },
  },
});

/** Values of `Reason.speaks` as a GraphQL enum. */
export const TransitionReasonSide: { readonly [S in Reason["speaks"]]: S } = {
  FOR: "FOR",
  AGAINST: "AGAINST",
  UNKNOWN: "UNKNOWN",
  NEITHER: "NEITHER",
};
registerEnumType(TransitionReasonSide, {
  name: "TransitionReasonSide",
  description: "Which way a reason speaks.",
  valuesConfig: {
    FOR: { description: "It allows the transition." },
    AGAINST: { description: "It forbids the transition." },
    UNKNOWN: { description: "What it would take to judge is not known." },
    NEITHER: { description: "It is shown beside the answer and changes nothing in it." },
  },
});

@ObjectType({ description: "What speaks for or against a transition, or is not known of it." })
export class TransitionReason {
  @Field(() => TransitionReasonTopic, { description: "What the reason is about." })
  about!: Reason["about"];

  @Field(() => TransitionReasonSide, { description: "Which way it speaks." })
  speaks!: Reason["speaks"];

  @Field(() => Float, {
    nullable: true,
    description:
      "The value that was looked at: the skill overlap, 0 to 1; the difference of the job zones, -4 to 4; the curated score, 0 to 1. Null when it is unknown.",
  })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "What the value was compared with: the overlap has to be above it, the job zones at most so far apart; null when with nothing.",
  })
  threshold!: number | null;

  @Field(() => String, { description: "The same as an English sentence." })
  sentence!: string;
}

@ObjectType({
  description:
    "Whether somebody could move from one role or role level to another. Rule and thresholds of Nesta, Mapping Career Causeways (2020), where a skill matches itself alone. What is unknown stays null.",
})
export class Transition {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True when band and job zones both allow it, false when either forbids it, null when what is known does neither.",
  })
  isFeasible!: boolean | null;

  @Field(() => TransitionBandEnum, {
    nullable: true,
    description: "How near the two are by `skillOverlap`; null when that is.",
  })
  band!: TransitionBand | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "How much of what `to` asks for somebody covers who meets exactly what `from` asks for, 0 to 1, by the formula COVERAGE; `skillGap` from the one position to the other explains it line by line. Null when either asks for nothing, or nothing that weighs.",
  })
  coverage!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The same the other way round, 0 to 1: how far `to` prepares for `from`. Null when either asks for nothing, or nothing that weighs.",
  })
  reverseCoverage!: number | null;

  @Field(() => String, { description: "Name of the formula of the skill overlap: `W_SKILLS`." })
  formula!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      "W_skills of Nesta: the mean of `essentialOverlap` and `allToEssentialOverlap`, half of each, 0 to 1; null when either is. An unknown requirement counts as not essential.",
  })
  skillOverlap!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "`sharedEssentialCount` / `askedEssentialCount`, 0 to 1; null when either position states no essential skill.",
  })
  essentialOverlap!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "`broughtEssentialCount` / `askedEssentialCount`, 0 to 1; null when `to` states no essential skill or `from` asks for nothing.",
  })
  allToEssentialOverlap!: number | null;

  @Field(() => Int, { description: "How many skills and technologies are essential in `to`." })
  askedEssentialCount!: number;

  @Field(() => Int, { description: "How many of these are essential in `from`, too." })
  sharedEssentialCount!: number;

  @Field(() => Int, {
    description: "How many of these `from` asks for, whether as essential or not.",
  })
  broughtEssentialCount!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Job zone of `to` less that of `from`, -4 to 4: above 0 when `to` needs more preparation. Null when either is unknown.",
  })
  jobZoneDifference!: number | null;

  @Field(() => Boolean, {
    description: "Whether some source states a career move from the one to the other.",
  })
  isStated!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      "Score of the move as a source states it, 0 to 1, the highest where several do; null when none does. It changes nothing in the computed values.",
  })
  curatedScore!: number | null;

  @Extensions({ listSize: 3 })
  @Field(() => [TransitionReason], {
    description:
      "What the answer follows from: one reason for the skill overlap, one for the job zones, one for the curated score where there is one.",
  })
  reasons!: TransitionReason[];

  @Field(() => Int, {
    description:
      "Of how many requirements of the two positions something had to be assumed: how firmly, how much or how well it is asked for.",
  })
  assumedLines!: number;

  fromId!: string;
  toId!: string;
  missingEssentialIds!: readonly string[];
}
