import { Field, Int, ObjectType } from "type-graphql";
import type { RequirementLine } from "../algorithms/scoring/requirements/requirement-line";
import { Necessity, PROFICIENCY_SCALE } from "../shared/scales";

@ObjectType({
  description:
    "One skill or technology that a role or role level asks for, with all that is stated for it there.",
})
export class AskedSkill {
  skillId!: string;

  @Field(() => Necessity, {
    nullable: true,
    description: "ESSENTIAL or OPTIONAL; null when the sources only mention it.",
  })
  requirement!: RequirementLine["requirement"];

  @Field(() => Int, {
    nullable: true,
    description: "How much it matters, 1 (little) to 5 (decisive); null when no source says.",
  })
  importance!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How well it has to be mastered: ${PROFICIENCY_SCALE}; null when no source says.`,
  })
  proficiency!: number | null;
}

// Property by property, which is much faster than spreading the line; an answer may hold a thousand.
export function toAskedSkill(line: RequirementLine): AskedSkill {
  const { skill, requirement, importance, proficiency } = line;
  return { skillId: skill, requirement, importance, proficiency };
}
