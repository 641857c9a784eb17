import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { LearningReason } from "../algorithms/order/learning-needs";
import type { PrerequisiteCycle as FoundCycle } from "../algorithms/order/learning-path";
import { makeComputedConnection } from "../nodes/computed-connection";
import { Node } from "../nodes/node.entity";
import { PROFICIENCY_SCALE } from "../shared/scales";

/** Why an answer on learning is empty. */
export type LearningEmptyReason =
  | "NOTHING_ASKED"
  | "NOTHING_MISSING"
  | "PROFILE_FITS_NOTHING"
  | "BLOCKED";

export const LearningEmptyReasonEnum: { readonly [R in LearningEmptyReason]: R } = {
  NOTHING_ASKED: "NOTHING_ASKED",
  NOTHING_MISSING: "NOTHING_MISSING",
  PROFILE_FITS_NOTHING: "PROFILE_FITS_NOTHING",
  BLOCKED: "BLOCKED",
};
registerEnumType(LearningEmptyReasonEnum, {
  name: "LearningEmptyReason",
  description: "Why there is nothing to learn.",
  valuesConfig: {
    NOTHING_ASKED: {
      description:
        "The goal asks for nothing: a role without requirements, an empty list, or a text that names no skill.",
    },
    NOTHING_MISSING: { description: "All that the goal asks for is held well enough." },
    PROFILE_FITS_NOTHING: {
      description:
        "There is no goal, and no role asks for a skill of the profile and for something beyond it.",
    },
    BLOCKED: {
      description: "All that is missing waits for skills that are prerequisites of each other.",
    },
  },
});

export const LearningReasonEnum: { readonly [R in LearningReason]: R } = {
  ASKED: "ASKED",
  ESSENTIAL: "ESSENTIAL",
  RECOMMENDED: "RECOMMENDED",
};
registerEnumType(LearningReasonEnum, {
  name: "LearningReason",
  description: "Why a skill is to be learned.",
  valuesConfig: {
    ASKED: { description: "The goal asks for it." },
    ESSENTIAL: {
      description: "It is an essential prerequisite of something that is to be learned.",
    },
    RECOMMENDED: {
      description: "It is only a recommended prerequisite, of something that is to be learned.",
    },
  },
});

export const CycleStrengthEnum: { readonly [S in FoundCycle["strength"]]: S } = {
  ESSENTIAL: "ESSENTIAL",
  RECOMMENDED: "RECOMMENDED",
};
registerEnumType(CycleStrengthEnum, {
  name: "CycleStrength",
  description: "What a circle of prerequisites means for the order.",
  valuesConfig: {
    ESSENTIAL: {
      description:
        "All its links are essential: none of the skills can come first, and they block what needs them. The graph refuses such circles, so that one is a fault of its data.",
    },
    RECOMMENDED: {
      description:
        "At least one of its links is only recommended: the skills are learned one after another or together, and what follows waits for all of them.",
    },
  },
});

@ObjectType({ description: "Skills that are prerequisites of each other." })
export class PrerequisiteCycle {
  @Field(() => CycleStrengthEnum, { description: "What the circle means for the order." })
  strength!: FoundCycle["strength"];

  /** UUIDs by id. */
  skillIds!: readonly string[];
}

/** What every step has. */
@ObjectType()
abstract class StepEdge {
  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  /** UUID of the skill or technology. */
  node!: string;

  @Field(() => Int, { description: "Proficiency held, 0 to 4; 0 when it is not held." })
  from!: number;

  @Field(() => Int, { description: `Proficiency to be reached: ${PROFICIENCY_SCALE}.` })
  to!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "How much the gap weighs, above 0 up to 1: weight × gap / need as in `skillGap` (a formula of this project). Null when the goal does not ask for it itself.",
  })
  severity!: number | null;

  @Field(() => LearningReasonEnum, { description: "Why it is to be learned." })
  reason!: LearningReason;

  /** UUIDs of the skills that it waits for, by id. */
  needIds!: readonly string[];
}

@ObjectType({
  description: "A skill or technology to be learned, from one proficiency to another.",
})
export class LearningStepEdge extends StepEdge {}

@ObjectType({ description: "A skill that cannot be put into an order." })
export class BlockedStepEdge extends StepEdge {
  /** What blocks it in the end. */
  blockers!: readonly PrerequisiteCycle[];
}

export const LEARNING_STEPS = makeComputedConnection("LearningStep", Node, LearningStepEdge);
export const BLOCKED_STEPS = makeComputedConnection("BlockedStep", Node, BlockedStepEdge);

@ObjectType({ description: "What can be learned at the same time." })
export class LearningStage {
  entries!: readonly Omit<LearningStepEdge, "cursor">[];
}

@ObjectType({
  description: "An order in which to learn what is missing for a goal, with all that it builds on.",
})
export class LearningPath {
  stages!: LearningStage[];
  blocked!: readonly Omit<BlockedStepEdge, "cursor">[];
  cycles!: readonly PrerequisiteCycle[];

  @Field(() => LearningEmptyReasonEnum, {
    nullable: true,
    description: "Why there is no stage; null when there is one.",
  })
  emptyReason!: LearningEmptyReason | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Minutes, a whole number, of learning resources that cover every step, chosen as `learningPlan` does: a greedy choice, not a proven minimum. 0 when there is nothing to learn. Null, unknown, when a step is blocked or no resource of known duration leads far enough for it; `uncoveredSteps` counts these. Technologies are among them, since resources teach skills.",
  })
  totalMinutes!: number | null;

  @Field(() => Int, {
    description:
      "For how many steps no learning resource of known duration leads to the proficiency to be reached.",
  })
  uncoveredSteps!: number;

  @Field(() => Int, {
    description:
      "Of how many skills and technologies of the goal a value had to be assumed: an unknown requirement counts as OPTIONAL, an unknown importance as 3, an unknown proficiency as 1, and what is held at an unknown one as 1.",
  })
  assumedLines!: number;
}
