import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Assumption } from "../algorithms/scoring/requirements/requirement-line";
import { AskedSkill } from "../profiles/asked-skill.types";
import { AssumptionEnum, ScoreTerm } from "../profiles/score.types";

/** As many skills and technologies as one role asks for. */
const SKILLS = { listSize: 500 };

export type NoComparisonReason = "A_ASKS_NOTHING" | "B_ASKS_NOTHING" | "BOTH_ASK_NOTHING";
export const NoComparisonReasonEnum: { readonly [R in NoComparisonReason]: R } = {
  A_ASKS_NOTHING: "A_ASKS_NOTHING",
  B_ASKS_NOTHING: "B_ASKS_NOTHING",
  BOTH_ASK_NOTHING: "BOTH_ASK_NOTHING",
};
registerEnumType(NoComparisonReasonEnum, {
  name: "NoComparisonReason",
  description: "Why nobody can say how alike two roles are.",
  valuesConfig: {
    A_ASKS_NOTHING: { description: "No source states what `a` asks for." },
    B_ASKS_NOTHING: { description: "No source states what `b` asks for." },
    BOTH_ASK_NOTHING: { description: "No source states what either of them asks for." },
  },
});

@ObjectType({ description: "A skill or technology that both roles ask for." })
export class SharedSkill {
  skillId!: string;

  @Field(() => AskedSkill, { description: "What `a` asks for." })
  a!: AskedSkill;

  @Field(() => AskedSkill, { description: "What `b` asks for." })
  b!: AskedSkill;

  @Field(() => Int, {
    description:
      "How strongly `a` asks for it: importance × proficiency, 1 to 25. An unknown importance or proficiency counts as 3.",
  })
  strengthA!: number;

  @Field(() => Int, { description: "How strongly `b` asks for it, likewise: 1 to 25." })
  strengthB!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Proficiency that `b` asks for less that of `a`, −4 to 4; null when one of them does not say.",
  })
  levelDifference!: number | null;

  @Field(() => [AssumptionEnum], {
    description: "Which values the two strengths had to assume; empty when all are stated.",
  })
  assumptions!: readonly Assumption[];
}

@ObjectType({ description: "How alike two roles are by one formula, with what adds up to it." })
export class ComparisonScore {
  @Field(() => String, {
    description:
      "Name of the formula. JACCARD: number of shared skills / number of skills of either. RUZICKA (weighted Jaccard): Σ min(a, b) / Σ max(a, b). COSINE: Σ a × b / (√Σa² × √Σb²). a and b are the strengths of a skill in the two roles, importance × proficiency, 0 where a role does not ask for it.",
  })
  formula!: string;

  @Field(() => Float, {
    description:
      "0 (nothing shared) to 1 (alike). It is the same when `a` and `b` are exchanged. Unknown importances and proficiencies count as 3.",
  })
  score!: number;

  @Extensions(SKILLS)
  @Field(() => [ScoreTerm], {
    description:
      "One for each shared skill, the largest contribution first, then by id. They and `rest` add up to the score within 1e-9.",
  })
  terms!: readonly ScoreTerm[];

  @Field(() => Float, {
    description: "What terms that are not listed add to the score: 0, since all are listed.",
  })
  rest!: number;
}

const NULL_RULE = "Null when one of the two asks nothing, see `noScoreReason`.";

@ObjectType({ description: "Two roles or role levels side by side." })
export class RoleComparison {
  aId!: string;
  bId!: string;

  @Extensions(SKILLS)
  @Field(() => [SharedSkill], {
    description:
      "What both ask for, the strongest in both first (product of the strengths), then by id.",
  })
  sharedSkills!: readonly SharedSkill[];

  @Extensions(SKILLS)
  @Field(() => [AskedSkill], {
    description: "What only `a` asks for, the strongest first, then by id.",
  })
  onlyInA!: readonly AskedSkill[];

  @Extensions(SKILLS)
  @Field(() => [AskedSkill], {
    description: "What only `b` asks for, the strongest first, then by id.",
  })
  onlyInB!: readonly AskedSkill[];

  @Extensions(SKILLS)
  @Field(() => [SharedSkill], {
    description:
      "Those of `sharedSkills` for which both state a proficiency and not the same one, the largest difference first, then by id.",
  })
  levelDifferences!: readonly SharedSkill[];

  @Field(() => ComparisonScore, {
    nullable: true,
    description: `Likeness by what is asked for alone. ${NULL_RULE}`,
  })
  jaccard!: ComparisonScore | null;

  @Field(() => ComparisonScore, {
    nullable: true,
    description: `Weighted Jaccard: likeness by what is asked for and how strongly. ${NULL_RULE}`,
  })
  ruzicka!: ComparisonScore | null;

  @Field(() => ComparisonScore, {
    nullable: true,
    description: `Likeness by direction: how strongly skills are asked for beside each other, whatever the sum. ${NULL_RULE}`,
  })
  cosine!: ComparisonScore | null;

  @Field(() => NoComparisonReasonEnum, {
    nullable: true,
    description: "Why there are no scores; null when there are.",
  })
  noScoreReason!: NoComparisonReason | null;

  @Field(() => Int, {
    description:
      "How many skills of `a` and of `b`, shared ones counted for each, have no importance or no proficiency stated, so that their strength assumes it.",
  })
  assumedLines!: number;
}
