import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Edge, type EdgeKind } from "./edge.entity";

const DESCRIPTIONS: Readonly<Record<EdgeKind, string>> = {
  REQUIREMENT: "A role, role level or specialization asks for a skill or technology.",
  DUTY: "A role, role level, specialization or career level carries out a responsibility.",
  QUALIFICATION: "A role, role level or specialization asks for a qualification.",
  HAS_SPECIALIZATION: "A role has a specialization.",
  PREREQUISITE: "A skill needs another one first.",
  BROADER: "A node belongs under a broader one.",
  RELATED: "Two nodes of the same type are related; without a direction.",
  RELATED_OCCUPATION: "A source lists an occupation as similar to another one.",
  PROGRESSION: "A career move leads from one place to another.",
  COLLABORATION: "Two roles work together; without a direction.",
  EMBODIES: "Using a technology exercises a skill.",
  DEPENDS_ON: "A technology needs another one or builds on it.",
  BELONGS_TO: "A technology belongs to the ecosystem of another one.",
  TEACHES: "A learning resource teaches a skill.",
  RESOURCE_NEEDS: "A learning resource expects a skill.",
  EVIDENCES: "A qualification is evidence for a skill or technology.",
  MAPPING: "A node corresponds to a concept of another classification.",
  STATEMENT: "A source says something of a node that the other kinds do not hold.",
};

/** The kinds of links as a GraphQL enum. */
export const LinkKind = Object.fromEntries(
  Object.keys(DESCRIPTIONS).map((kind) => [kind, kind]),
) as {
  [K in EdgeKind]: K;
};
registerEnumType(LinkKind, {
  name: "LinkKind",
  description: "What a link says.",
  valuesConfig: Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([kind, description]) => [kind, { description }]),
  ),
});

@ObjectType({
  implements: Edge,
  description:
    "A link of any kind with both its ends. Attributes of a kind are on the edges of the typed lists.",
})
export class Link extends Edge {
  @Field(() => LinkKind, { name: "kind", description: "What the link says." })
  get linkKind(): EdgeKind {
    return this.kind;
  }
}
