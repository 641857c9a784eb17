import { registerEnumType } from "type-graphql";
import { NODE_TAGS, type NodeKind } from "../shared/global-id";

const DESCRIPTIONS: Readonly<Record<NodeKind, string>> = {
  ROLE: "An occupation, e.g. Backend Developer.",
  ROLE_FAMILY: "A group of roles, e.g. Software Engineering.",
  CAREER_LEVEL: "A step of a career, e.g. Senior.",
  ROLE_LEVEL: "A role at a career level, e.g. Senior Backend Developer.",
  SPECIALIZATION: "A direction within a role, e.g. Payments.",
  SKILL: "Something a person knows or can do, e.g. API design.",
  SKILL_GROUP: "A group of skills, e.g. Databases.",
  TECHNOLOGY: "A language, framework, tool or other product, e.g. Kubernetes.",
  RESPONSIBILITY: "What somebody in a role answers for, e.g. code reviews.",
  QUALIFICATION: "A degree, certificate, licence or experience.",
  LEARNING_RESOURCE: "A course, book or other thing to learn from.",
  SOURCE: "A data set or document that states what the graph holds.",
  EXTERNAL_CONCEPT: "An entry of another classification, e.g. of ESCO.",
  TOPIC: "Anything else that is written about, e.g. a trend or a challenge.",
};

/** The kinds of nodes as values of the GraphQL enum `NodeKind`. */
export const NodeKindEnum = Object.fromEntries(
  Object.keys(NODE_TAGS).map((kind) => [kind, kind]),
) as Readonly<Record<NodeKind, NodeKind>>;

registerEnumType(NodeKindEnum, {
  name: "NodeKind",
  description: "What a node is: the type it has in this schema.",
  valuesConfig: Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([kind, description]) => [kind, { description }]),
  ),
});
