import { makeLinkResolver, makeLinks } from "../edges/links";
import { Node } from "../nodes/node.entity";
import { Role } from "../roles/role.entity";
import { RoleFamily } from "../roles/role-family.entity";
import { Specialization } from "../roles/specialization.entity";
import { NODE_TAGS, type NodeKind } from "../shared/global-id";
import { Skill } from "../skills/skill.entity";
import { SkillGroup } from "../skills/skill-group.entity";
import { Technology } from "../technologies/technology.entity";
import { Topic } from "../topics/topic.entity";
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
  { on: Specialization, above: "Roles", below: "Nothing: a specialization is the narrowest, so the list is empty; it stands here for symmetry" },
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
