import { registerEnumType } from "type-graphql";
import { NODE_TAGS, type NodeKind } from "../shared/global-id";

const DESCRIPTIONS: Readonly<Record<NodeKind, string>> = {
  ROLE: "An occupation, e.g. Backend Developer.",
  ROLE_FAMILY: "A family of roles that share a field of work, e.g. Data and AI.",
  CAREER_LEVEL: "A rung of the career ladder, e.g. Senior.",
  ROLE_LEVEL: "One role at one career level, e.g. Senior Backend Developer.",
  SPECIALIZATION: "A variant of one role, e.g. API Specialist.",
  SKILL: "Something a person can learn and be assessed on, e.g. API design.",
  SKILL_GROUP: "A group of skills, e.g. Testing and quality.",
  TECHNOLOGY: "A language, framework, tool, platform and so on, e.g. Kubernetes.",
  RESPONSIBILITY: "A task or duty that comes with a role, e.g. design and build APIs.",
  QUALIFICATION: "A degree, certificate, licence or experience.",
  LEARNING_RESOURCE: "Something to learn with, e.g. a book or a course.",
  SOURCE: "A document or data set that states something in the graph.",
  EXTERNAL_CONCEPT: "A concept of another classification, e.g. an ESCO occupation.",
  TOPIC: "Something a source speaks of that is nothing of the above, e.g. a challenge or a trend.",
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
