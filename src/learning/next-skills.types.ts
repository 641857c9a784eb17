import { Extensions, Field, Float, Int, ObjectType } from "type-graphql";
import type { LearningReason } from "../algorithms/order/learning-needs";
import { makeComputedConnection } from "../nodes/computed-connection";
import { Node } from "../nodes/node.entity";
import type { Page } from "../paging/connection";
import { ScoreTerm } from "../profiles/score.types";
import { PROFICIENCY_SCALE } from "../shared/scales";
import { type LearningEmptyReason, LearningReasonEnum } from "./learning.types";

/** So many terms of a value are listed. */
export const MOST_TERMS = 10;

@ObjectType({ description: "A skill or technology that can be learned now." })
export class NextSkillEdge {
  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  /** UUID of the skill or technology. */
  node!: string;

  @Field(() => Int, { description: "Proficiency held, 0 to 4; 0 when it is not held." })
  from!: number;

  @Field(() => Int, { description: `Proficiency to be reached: ${PROFICIENCY_SCALE}.` })
  to!: number;

  @Field(() => LearningReasonEnum, { description: "Why it is to be learned." })
  reason!: LearningReason;

  @Field(() => Float, {
    description:
      "What learning it opens up, above 0, without unit: its own severity + the severities of all that need it, directly or by way of others, each counted once (a formula of this project). Severity is weight × gap / need as in `skillGap`, and without a goal its mean over the `roles` of the answer; 0 for what is not asked for. `terms` and `rest` add up to it within 1e-9. Values of several skills do not add up.",
  })
  value!: number;

  @Extensions({ listSize: MOST_TERMS })
  @Field(() => [ScoreTerm], {
    description: `The ${MOST_TERMS} largest parts of the value, of it itself and of what needs it, the largest first, equals by id.`,
  })
  terms!: ScoreTerm[];

  @Field(() => Float, { description: "What all other parts add to the value, 0 or more." })
  rest!: number;

  @Field(() => Int, {
    description: "How many of the skills to be learned need it, directly or by way of others.",
  })
  leadsToCount!: number;

  /** UUIDs of the skills that wait for it alone, by id. */
  unlockIds!: readonly string[];

  @Field(() => Float, {
    nullable: true,
    description:
      "By how much coverage of the goal would rise, 0 to 1, if it were learned to `to` and nothing else: weight × (1 − fulfilment) / sum of the weights, as `gain` of `skillGap`; without a goal its mean over the `roles` of the answer. 0 when it is not asked for itself. Null when the goal asks for nothing that weighs.",
  })
  gainInCoverage!: number | null;

  @Field(() => Int, {
    description:
      "How many roles of the whole graph ask for it; of a role with levels what its lowest level asks for counts.",
  })
  demand!: number;
}

export const NEXT_SKILLS = makeComputedConnection("NextSkill", Node, NextSkillEdge);

/** What the answer holds beside its page. */
export interface NextSkills extends Page<string, NextSkillEdge> {
  roleIds: readonly string[];
  emptyReason: LearningEmptyReason | null;
  assumedLines: number;
}
