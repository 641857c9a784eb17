import { makeLinkResolver, makeLinks } from "../edges/links";
import { Role } from "../roles/role.entity";
import { RoleFamily } from "../roles/role-family.entity";
import { Skill } from "../skills/skill.entity";
import { SkillGroup } from "../skills/skill-group.entity";
import { Broader } from "./broader.entity";

const BROADER = { kind: "BROADER", entity: Broader } as const;

const families = makeLinks({
  ...BROADER,
  name: "FamilyOfRole",
  description: "A role belongs to a role family.",
  node: RoleFamily,
  nodeKinds: ["ROLE_FAMILY"],
  nodeDescription: "The role family.",
});
const rolesOfFamily = makeLinks({
  ...BROADER,
  name: "RoleInFamily",
  description: "A role family has a role.",
  node: Role,
  nodeKinds: ["ROLE"],
  nodeDescription: "The role that belongs to the family.",
});
const groups = makeLinks({
  ...BROADER,
  name: "GroupOfSkill",
  description: "A skill belongs to a skill group.",
  node: SkillGroup,
  nodeKinds: ["SKILL_GROUP"],
  nodeDescription: "The skill group.",
});
const skillsOfGroup = makeLinks({
  ...BROADER,
  name: "SkillInGroup",
  description: "A skill group has a skill.",
  node: Skill,
  nodeKinds: ["SKILL"],
  nodeDescription: "The skill that belongs to the group.",
});

/** The hierarchy between nouns and their groups under the names that people look for, with their own types. */
export const GROUPING_FIELDS = [
  makeLinkResolver(families, {
    on: Role,
    field: "families",
    parent: "from",
    description: "Role families that the role belongs to directly.",
  }),
  makeLinkResolver(rolesOfFamily, {
    on: RoleFamily,
    field: "roles",
    parent: "to",
    description: "Roles that belong to this family directly.",
  }),
  makeLinkResolver(groups, {
    on: Skill,
    field: "groups",
    parent: "from",
    description: "Skill groups that the skill belongs to directly.",
  }),
  makeLinkResolver(skillsOfGroup, {
    on: SkillGroup,
    field: "skills",
    parent: "to",
    description: "Skills that belong to this group directly.",
  }),
];
