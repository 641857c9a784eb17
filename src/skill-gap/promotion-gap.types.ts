import { Extensions, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Shift } from "../algorithms/scoring/requirement-changes";
import { AskedSkill } from "../profiles/asked-skill.types";
import { SkillGap } from "./skill-gap.types";

export const ShiftEnum: { readonly [S in Shift]: S } = {
  RAISED: "RAISED",
  LOWERED: "LOWERED",
  UNKNOWN: "UNKNOWN",
  NONE: "NONE",
};
registerEnumType(ShiftEnum, {
  name: "RequirementShift",
  description: "How one value of a requirement differs from the one before.",
  valuesConfig: {
    RAISED: { description: "It is higher, or became essential." },
    LOWERED: { description: "It is lower, or became optional." },
    UNKNOWN: { description: "Only one of the two states a value: unknown is never taken for low." },
    NONE: { description: "It is equal, or stated by neither." },
  },
});

export type NoNextLevelReason = "TOP_OF_LADDER" | "ROLE_WITHOUT_LEVELS";
export const NoNextLevelReasonEnum: { readonly [R in NoNextLevelReason]: R } = {
  TOP_OF_LADDER: "TOP_OF_LADDER",
  ROLE_WITHOUT_LEVELS: "ROLE_WITHOUT_LEVELS",
};
registerEnumType(NoNextLevelReasonEnum, {
  name: "NoNextLevelReason",
  description: "Why nothing comes next in a role.",
  valuesConfig: {
    TOP_OF_LADDER: { description: "The level is the last one of its ladder." },
    ROLE_WITHOUT_LEVELS: { description: "No source states levels for the role." },
  },
});

@ObjectType({
  description: "A skill or technology that both levels ask for, but not alike.",
})
export class ChangedRequirement {
  skillId!: string;

  @Field(() => AskedSkill, { description: "What the present level asks for." })
  before!: AskedSkill;

  @Field(() => AskedSkill, { description: "What the next level asks for." })
  after!: AskedSkill;

  @Field(() => ShiftEnum, { description: "How the proficiency asked for differs." })
  proficiencyShift!: Shift;

  @Field(() => ShiftEnum, { description: "How the importance differs." })
  importanceShift!: Shift;

  @Field(() => ShiftEnum, {
    description: "RAISED when it became essential, LOWERED when it became optional.",
  })
  requirementShift!: Shift;
}

@ObjectType({ description: "One next level, and what is missing for it." })
export class PromotionStep {
  roleLevelId!: string;
  responsibilityIds!: readonly string[];
  technologyIds!: readonly string[];
  qualificationIds!: readonly string[];

  @Field(() => SkillGap, {
    description:
      "From the person's profile, or from what the present level asks for, to what the next level asks for: the same as `skillGap` gives.",
  })
  gap!: SkillGap;

  @Extensions({ listSize: 100 })
  @Field(() => [AskedSkill], {
    description:
      "What the next level asks for and the present one does not, whoever the person is; in the order of ids.",
  })
  addedRequirements!: readonly AskedSkill[];

  @Extensions({ listSize: 100 })
  @Field(() => [AskedSkill], {
    description:
      "What the present level asks for and the next one does not, whoever the person is; in the order of ids.",
  })
  removedRequirements!: readonly AskedSkill[];

  @Extensions({ listSize: 100 })
  @Field(() => [ChangedRequirement], {
    description:
      "What both levels ask for with another proficiency, importance or requirement, whoever the person is; in the order of ids.",
  })
  changedRequirements!: readonly ChangedRequirement[];

  @Field(() => Int, {
    description: "How many skills and technologies both levels ask for in the same way.",
  })
  unchangedCount!: number;
}

@ObjectType({ description: "What is missing for promotion within a role." })
export class PromotionGap {
  fromId!: string;

  // The widest fork known is that of backend developers after senior, into 4 branches.
  @Extensions({ listSize: 5 })
  @Field(() => [PromotionStep], {
    description:
      "One entry for each level that comes next, in the order of the ladder: several where it forks, none at its top. A level comes next when the present one is the nearest below it, on its own track and branch, or where that begins, of all.",
  })
  nextLevels!: readonly PromotionStep[];

  @Field(() => NoNextLevelReasonEnum, {
    nullable: true,
    description: "Why no level comes next; null when one does.",
  })
  noNextLevelReason!: NoNextLevelReason | null;
}
