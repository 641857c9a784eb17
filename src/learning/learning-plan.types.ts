import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { SkillLevels, UncoveredReason } from "../algorithms/order/learning-plan";
import { LearningResource } from "../learning-resources/learning-resource.entity";
import { makeComputedConnection } from "../nodes/computed-connection";
import { Node } from "../nodes/node.entity";
import { PROFICIENCY_SCALE } from "../shared/scales";
import { type LearningEmptyReason, LearningEmptyReasonEnum } from "./learning.types";

export const UncoveredReasonEnum: { readonly [R in UncoveredReason]: R } = {
  NO_OFFER: "NO_OFFER",
  LIMIT: "LIMIT",
};
registerEnumType(UncoveredReasonEnum, {
  name: "UncoveredReason",
  description: "Why levels of a skill are not covered.",
  valuesConfig: {
    NO_OFFER: {
      description:
        "No resources that can be planned with lead there: none teaches it from what is held or reached, all that do have no known duration (or, with `maxCost`, no known price), or they need something that is neither held nor learned.",
    },
    LIMIT: {
      description:
        "Some resources lead there, but not within `maxMinutes` and `maxCost` beside what was chosen.",
    },
  },
});

@ObjectType({ description: "An amount of money." })
export class Money {
  @Field(() => Float, { description: "How much, 0 or more." })
  amount!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Currency as three capital letters after ISO 4217, e.g. `EUR`; null where the amount is 0, which is the same in every currency.",
  })
  currency!: string | null;
}

@ObjectType({ description: "Levels of a skill that a learning resource adds." })
export class CoveredSkill {
  /** UUID. */
  skillId!: string;

  @Field(() => Int, { description: "Proficiency when its turn comes, 0 to 4; 0 is none." })
  from!: number;

  @Field(() => Int, { description: `Proficiency that it leads to: ${PROFICIENCY_SCALE}.` })
  to!: number;
}

@ObjectType({ description: "A learning resource of a plan." })
export class PlannedResourceEdge {
  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  /** UUID of the learning resource. */
  node!: string;

  @Field(() => Int, { description: "How many minutes it takes, above 0." })
  minutes!: number;

  @Field(() => Money, {
    nullable: true,
    description: "What it costs one learner; null when unknown, which is not 0.",
  })
  cost!: Money | null;

  @Extensions({ listSize: 5 })
  @Field(() => [CoveredSkill], {
    description:
      "What it adds to what is held and what resources before it teach, by id of the skill. It may teach more that is not needed.",
  })
  covers!: CoveredSkill[];
}

@ObjectType({ description: "Levels of a skill or technology that a plan does not reach." })
export class UncoveredSkillEdge {
  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  /** UUID of the skill or technology. */
  node!: string;

  @Field(() => Int, { description: "Proficiency that is reached, 0 to 4; 0 is none." })
  from!: number;

  @Field(() => Int, { description: `Proficiency that is left to reach: ${PROFICIENCY_SCALE}.` })
  to!: number;

  @Field(() => UncoveredReasonEnum, { description: "Why it is not covered." })
  reason!: UncoveredReason;
}

export const PLANNED_RESOURCES = makeComputedConnection(
  "PlannedResource",
  LearningResource,
  PlannedResourceEdge,
);
export const UNCOVERED_SKILLS = makeComputedConnection("UncoveredSkill", Node, UncoveredSkillEdge);

@ObjectType({ description: "Learning resources that close a gap, and what of it they leave open." })
export class LearningPlan {
  chosen!: readonly Omit<PlannedResourceEdge, "cursor">[];
  uncovered!: readonly Omit<UncoveredSkillEdge, "cursor">[];

  @Field(() => LearningEmptyReasonEnum, {
    nullable: true,
    description:
      "Why there is nothing to plan; null when something is missing, whether or not a resource was found for it.",
  })
  emptyReason!: LearningEmptyReason | null;

  @Field(() => Float, {
    description: "Minutes of all resources together, a whole number; 0 when there is none.",
  })
  totalMinutes!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      "What all resources cost together; null, unknown, when the price of one is unknown or they are priced in several currencies.",
  })
  totalCost!: Money | null;

  @Field(() => Int, {
    description:
      "How many resources that teach something missing were left out, since nobody says how long they take.",
  })
  withoutMinutes!: number;

  @Field(() => Int, {
    description:
      "How many resources that teach something missing were left out, since their price in the currency of `maxCost` is unknown; 0 without `maxCost`.",
  })
  withoutCost!: number;
}

/** Levels as GraphQL shows them. */
export function covered({ skill, from, to }: SkillLevels): CoveredSkill {
  return { skillId: skill, from, to };
}
