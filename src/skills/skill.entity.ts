import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum SkillKind {
  SKILL = "SKILL",
  KNOWLEDGE = "KNOWLEDGE",
  LANGUAGE = "LANGUAGE",
  ATTITUDE = "ATTITUDE",
  PRACTICE = "PRACTICE",
}
registerEnumType(SkillKind, {
  name: "SkillKind",
  description: "What sort of ability a skill is; the first four follow ESCO.",
  valuesConfig: {
    SKILL: { description: "Something a person can do, e.g. API design." },
    KNOWLEDGE: { description: "Something a person knows, e.g. operating systems." },
    LANGUAGE: { description: "A human language, e.g. English." },
    ATTITUDE: { description: "A way of approaching work, e.g. attention to detail." },
    PRACTICE: { description: "An established way of working, e.g. test-driven development." },
  },
});

export enum ReuseLevel {
  TRANSVERSAL = "TRANSVERSAL",
  CROSS_SECTOR = "CROSS_SECTOR",
  SECTOR = "SECTOR",
  OCCUPATION = "OCCUPATION",
}
registerEnumType(ReuseLevel, {
  name: "ReuseLevel",
  description: "How widely a skill is used, after ESCO.",
  valuesConfig: {
    TRANSVERSAL: { description: "Useful in nearly every occupation and sector." },
    CROSS_SECTOR: { description: "Useful in occupations of several sectors." },
    SECTOR: { description: "Useful in occupations of one sector." },
    OCCUPATION: { description: "Useful in one occupation or its specializations." },
  },
});

@ChildEntity("SKILL")
@ObjectType({
  implements: Node,
  description:
    "Something a person can learn and be assessed on: an ability, knowledge, attitude, language or practice.",
})
export class Skill extends Node {
  @Column("text", { name: "skill_kind" })
  @Field(() => SkillKind, {
    name: "kind",
    description: "Ability, knowledge, human language, attitude or practice.",
  })
  skillKind!: SkillKind;

  @Column("text", { name: "reuse_level", nullable: true })
  @Field(() => ReuseLevel, {
    nullable: true,
    description: "How widely the skill is used; null when no source says.",
  })
  reuseLevel!: ReuseLevel | null;
}
