import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum TopicKind {
  ARCHITECTURE_APPROACH = "ARCHITECTURE_APPROACH",
  CHALLENGE = "CHALLENGE",
  TREND = "TREND",
  WORKING_CONDITION = "WORKING_CONDITION",
  BENEFIT = "BENEFIT",
  QUALITY = "QUALITY",
  USE_CASE = "USE_CASE",
  CONCEPT = "CONCEPT",
  COMPARISON = "COMPARISON",
  SALARY_OBSERVATION = "SALARY_OBSERVATION",
  ARTIFACT = "ARTIFACT",
  QUESTION = "QUESTION",
  LEARNING_STEP = "LEARNING_STEP",
  ORGANIZATION = "ORGANIZATION",
}
registerEnumType(TopicKind, {
  name: "TopicKind",
  description: "What sort of thing a topic is.",
  valuesConfig: {
    ARCHITECTURE_APPROACH: {
      description: "A way to structure an application, e.g. microservices.",
    },
    CHALLENGE: { description: "A difficulty met in a role or on entering it." },
    TREND: { description: "A development that shapes a field's future." },
    WORKING_CONDITION: { description: "A feature of place, hours, pace or organization of work." },
    BENEFIT: { description: "An advantage that a career offers." },
    QUALITY: { description: "A quality attribute such as scalability." },
    USE_CASE: { description: "A situation that something is suited for or makes possible." },
    CONCEPT: {
      description: "A field, component, product, process, threat, outcome or other notion.",
    },
    COMPARISON: { description: "A side-by-side view of two things; its aspects are statements." },
    SALARY_OBSERVATION: {
      description: "One published pay figure with country, statistic, period and source.",
    },
    ARTIFACT: { description: "A work product, e.g. an API contract." },
    QUESTION: { description: "A question that sources answer; its definition is the answer." },
    LEARNING_STEP: { description: "A step on the way into a role." },
    ORGANIZATION: { description: "A body that is named as the source of a figure." },
  },
});

@ChildEntity("TOPIC")
@ObjectType({
  implements: Node,
  description:
    "Something a source speaks of that is no role, skill or technology: a challenge, trend, quality, question and so on.",
})
export class Topic extends Node {
  @Column("text", { name: "topic_kind" })
  @Field(() => TopicKind, {
    name: "kind",
    description: "Challenge, trend, quality, question and so on.",
  })
  topicKind!: TopicKind;
}
