import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import type { Assumption } from "../algorithms/scoring/requirements/requirement-line";

/** Values of `Assumption` as a GraphQL enum. */
export const AssumptionEnum: { readonly [A in Assumption]: A } = {
  REQUIREMENT: "REQUIREMENT",
  IMPORTANCE: "IMPORTANCE",
  PROFICIENCY: "PROFICIENCY",
  HELD_PROFICIENCY: "HELD_PROFICIENCY",
};
registerEnumType(AssumptionEnum, {
  name: "Assumption",
  description: "Which value a formula had to assume, since no source states it.",
  valuesConfig: {
    REQUIREMENT: {
      description: "Nobody says how firmly the skill is asked for: it counts as OPTIONAL.",
    },
    IMPORTANCE: { description: "Nobody says how much the skill matters: it counts as 3 of 5." },
    PROFICIENCY: {
      description:
        "Nobody says how well the skill has to be mastered: any proficiency meets it, and where a number is needed (weighted Jaccard, cosine) it counts as 3.",
    },
    HELD_PROFICIENCY: {
      description:
        "The person has the skill, how well is unknown, and a certain proficiency is asked for: what is held counts as 1.",
    },
  },
});

@ObjectType({ description: "The part that one skill or technology has in a score." })
export class ScoreTerm {
  skillId!: string;

  @Field(() => Float, {
    description:
      "What it adds to the score, above 0. All terms, and what the answer calls `rest`, add up to the score.",
  })
  contribution!: number;
}
