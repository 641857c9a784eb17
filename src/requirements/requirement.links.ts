import { makeLinkResolver, makeLinks } from "../edges/links";
import { Node } from "../nodes/node.entity";
import { Role } from "../roles/role.entity";
import { RoleLevel } from "../roles/role-level.entity";
import { Specialization } from "../roles/specialization.entity";
import { Skill } from "../skills/skill.entity";
import { Technology } from "../technologies/technology.entity";
import { Requirement } from "./requirement.entity";
import {
  MOST_IMPORTANT_FIRST,
  REQUIREMENT_FILTER_FIELDS,
  REQUIREMENT_ORDER_FIELDS,
  RequirementArgs,
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
  description: "A role, one of its levels or one of its specializations asks for a skill or technology.",
  node: Node,
  nodeKinds: ["SKILL", "TECHNOLOGY"],
  nodeDescription: "The Skill or Technology that is asked for.",
});

const demands = makeLinks({
  ...SHARED,
  name: "Demand",
  description: "A skill or technology is asked for by a role, one of its levels or one of its specializations.",
  node: Node,
  nodeKinds: ["ROLE", "ROLE_LEVEL", "SPECIALIZATION"],
  nodeDescription: "The Role, RoleLevel or Specialization that asks.",
});

/** Types of the edges whose shared fields `RequirementEdgeResolver` and `DemandEdgeResolver` add. */
export const RequirementEdge = requirements.edgeType;
export const DemandEdge = demands.edgeType;

export const REQUIREMENT_FIELDS = [
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
    description: "Skills and technologies that this specialization asks for beside those of its role.",
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
