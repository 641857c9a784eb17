import { makeLinkResolver, makeLinks } from "../edges/links";
import { addRelationFilter, makeQuantifier } from "../edges/relation-filter";
import { makeStatedForResolver } from "../edges/stated-for.resolver";
import { Node } from "../nodes/node.entity";
import { Role } from "../roles/role.entity";
import { ROLE_FILTER } from "../roles/role.queries";
import { RoleLevel } from "../roles/role-level.entity";
import { ROLE_LEVEL_FILTER } from "../roles/role-level.queries";
import { Specialization } from "../roles/specialization.entity";
import { Skill } from "../skills/skill.entity";
import { SKILL_FILTER } from "../skills/skill.queries";
import { Technology } from "../technologies/technology.entity";
import { TECHNOLOGY_FILTER } from "../technologies/technology.queries";
import { Requirement } from "./requirement.entity";
import {
  MOST_IMPORTANT_FIRST,
  REQUIREMENT_FILTER_FIELDS,
  REQUIREMENT_ORDER_FIELDS,
  RequirementArgs,
  RequirementFilter,
} from "./requirement.inputs";

const SHARED = {
  kind: "REQUIREMENT",
  entity: Requirement,
  args: RequirementArgs,
  filterFields: REQUIREMENT_FILTER_FIELDS,
  orderFields: REQUIREMENT_ORDER_FIELDS,
  defaultOrder: MOST_IMPORTANT_FIRST,
} as const;

const requirements = makeLinks({
  ...SHARED,
  name: "Requirement",
  description:
    "A role, one of its levels or one of its specializations asks for a skill or technology.",
  node: Node,
  nodeKinds: ["SKILL", "TECHNOLOGY"],
  nodeDescription: "The Skill or Technology that is asked for.",
});

const demands = makeLinks({
  ...SHARED,
  name: "Demand",
  description:
    "A skill or technology is asked for by a role, one of its levels or one of its specializations.",
  node: Node,
  nodeKinds: ["ROLE", "ROLE_LEVEL", "SPECIALIZATION"],
  nodeDescription: "The Role, RoleLevel or Specialization that asks.",
});

/** Types of the edges whose shared fields `RequirementEdgeResolver` and `DemandEdgeResolver` add. */
export const RequirementEdge = requirements.edgeType;
export const DemandEdge = demands.edgeType;

export const REQUIREMENT_FIELDS = [
  makeStatedForResolver(requirements),
  makeLinkResolver(requirements, {
    on: Role,
    field: "requirements",
    parent: "role",
    description:
      "Skills and technologies that the role asks for: as a whole, at its levels and in its specializations. The same skill appears once for each; narrow by `level` or `scope`.",
  }),
  makeLinkResolver(requirements, {
    on: RoleLevel,
    field: "requirements",
    parent: "from",
    description: "Skills and technologies that are asked for at this level of the role.",
  }),
  makeLinkResolver(requirements, {
    on: Specialization,
    field: "requirements",
    parent: "from",
    description:
      "Skills and technologies that this specialization asks for beside those of its role.",
  }),
  makeLinkResolver(demands, {
    on: Skill,
    field: "requiredBy",
    parent: "to",
    description: "Roles, role levels and specializations that ask for this skill.",
  }),
  makeLinkResolver(demands, {
    on: Technology,
    field: "usedBy",
    parent: "to",
    description: "Roles, role levels and specializations that ask for this technology.",
  }),
];

const CONDITION = {
  kind: "REQUIREMENT",
  quantifier: makeQuantifier("Requirement", RequirementFilter),
  edgeFields: REQUIREMENT_FILTER_FIELDS,
} as const;

addRelationFilter({
  ...CONDITION,
  on: ROLE_FILTER,
  field: "requirements",
  parent: "role",
  description: "By what the role asks for, at any of its levels.",
});
addRelationFilter({
  ...CONDITION,
  on: ROLE_LEVEL_FILTER,
  field: "requirements",
  parent: "from",
  description: "By what is asked for at this level of the role.",
});
addRelationFilter({
  ...CONDITION,
  on: SKILL_FILTER,
  field: "requiredBy",
  parent: "to",
  description:
    "By the roles, role levels and specializations that ask for the skill; here `node` is who asks.",
});
addRelationFilter({
  ...CONDITION,
  on: TECHNOLOGY_FILTER,
  field: "usedBy",
  parent: "to",
  description:
    "By the roles, role levels and specializations that ask for the technology; here `node` is who asks.",
});
