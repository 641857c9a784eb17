import { makeLinkResolver, makeLinks } from "../edges/links";
import { addRelationFilter } from "../edges/relation-filter";
import { Node } from "../nodes/node.entity";
import { Role } from "../roles/role.entity";
import { ROLE_FILTER } from "../roles/role.queries";
import { RoleFamily } from "../roles/role-family.entity";
import { ROLE_FAMILY_FILTER } from "../roles/role-family.queries";
import { Specialization } from "../roles/specialization.entity";
import { SPECIALIZATION_FILTER } from "../roles/specialization.queries";
import { NODE_TAGS, type NodeKind } from "../shared/global-id";
import { Skill } from "../skills/skill.entity";
import { SKILL_FILTER } from "../skills/skill.queries";
import { SkillGroup } from "../skills/skill-group.entity";
import { SKILL_GROUP_FILTER } from "../skills/skill-group.queries";
import { Technology } from "../technologies/technology.entity";
import { TECHNOLOGY_FILTER } from "../technologies/technology.queries";
import { Topic } from "../topics/topic.entity";
import { TOPIC_FILTER } from "../topics/topic.queries";
import { Broader } from "./broader.entity";

const broader = makeLinks({
  name: "Broader",
  kind: "BROADER",
  entity: Broader,
  description: "A node belongs under a broader one.",
  node: Node,
  nodeKinds: Object.keys(NODE_TAGS) as NodeKind[],
  nodeDescription: "The broader node.",
});

const narrower = makeLinks({
  name: "Narrower",
  kind: "BROADER",
  entity: Broader,
  description: "A node has a narrower one below it.",
  node: Node,
  nodeKinds: Object.keys(NODE_TAGS) as NodeKind[],
  nodeDescription: "The narrower node.",
});

/** Types of nodes that stand in a hierarchy, with what stands above and below them. */
export const HIERARCHICAL = [
  { on: Skill, above: "Skills and skill groups", below: "Skills" },
  { on: SkillGroup, above: "Skill groups", below: "Skills and skill groups" },
  { on: Role, above: "Roles and role families", below: "Roles and specializations" },
  { on: RoleFamily, above: "Role families", below: "Roles and role families" },
  {
    on: Specialization,
    above: "Roles",
    below:
      "Nothing: a specialization is the narrowest, so the list is empty; it stands here for symmetry",
  },
  { on: Technology, above: "Technologies, mostly categories,", below: "Technologies" },
  { on: Topic, above: "Topics", below: "Topics" },
] as const;

export const BROADER_FIELDS = HIERARCHICAL.flatMap(({ on, above, below }) => [
  makeLinkResolver(broader, {
    on,
    field: "broader",
    parent: "from",
    description: `${above} directly above this one; there can be several.`,
  }),
  makeLinkResolver(narrower, {
    on,
    field: "narrower",
    parent: "to",
    description: `${below} directly below this one.`,
  }),
]);

for (const on of [
  ROLE_FILTER,
  ROLE_FAMILY_FILTER,
  SPECIALIZATION_FILTER,
  SKILL_FILTER,
  SKILL_GROUP_FILTER,
  TECHNOLOGY_FILTER,
  TOPIC_FILTER,
])
  addRelationFilter({
    on,
    field: "broader",
    kind: "BROADER",
    parent: "from",
    description:
      'By what stands directly above, e.g. `{ some: { node: { slug: { eq: "testing-and-quality" } } } }`.',
  });
