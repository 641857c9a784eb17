import { CareerLevel } from "../career-levels/career-level.entity";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { makeStatedForResolver } from "../edges/stated-for.resolver";
import { Node } from "../nodes/node.entity";
import { Responsibility } from "../responsibilities/responsibility.entity";
import { Role } from "../roles/role.entity";
import { RoleLevel } from "../roles/role-level.entity";
import { Specialization } from "../roles/specialization.entity";
import { Duty } from "./duty.entity";

const duties = makeLinks({
  name: "Duty",
  kind: "DUTY",
  entity: Duty,
  description: "A role, role level, specialization or career level carries out a responsibility.",
  node: Responsibility,
  nodeKinds: ["RESPONSIBILITY"],
  nodeDescription: "What is carried out.",
});

const performers = makeLinks({
  name: "Performer",
  kind: "DUTY",
  entity: Duty,
  description:
    "A responsibility is carried out in a role, role level, specialization or career level.",
  node: Node,
  nodeKinds: ["ROLE", "ROLE_LEVEL", "SPECIALIZATION", "CAREER_LEVEL"],
  nodeDescription: "The Role, RoleLevel, Specialization or CareerLevel that carries it out.",
});

export const DUTY_FIELDS = [
  makeStatedForResolver(duties),
  makeLinkResolver(duties, {
    on: Role,
    field: "responsibilities",
    parent: "role",
    description:
      "Responsibilities of the role: as a whole, at its levels and in its specializations.",
  }),
  makeLinkResolver(duties, {
    on: RoleLevel,
    field: "responsibilities",
    parent: "from",
    description: "Responsibilities at this level of the role.",
  }),
  makeLinkResolver(duties, {
    on: Specialization,
    field: "responsibilities",
    parent: "from",
    description: "Responsibilities of this specialization beside those of its role.",
  }),
  makeLinkResolver(duties, {
    on: CareerLevel,
    field: "responsibilities",
    parent: "from",
    description: "Responsibilities that sources state for the level itself, whatever the role.",
  }),
  makeLinkResolver(performers, {
    on: Responsibility,
    field: "performedBy",
    parent: "to",
    description: "Roles, role levels, specializations and career levels that carry this out.",
  }),
];
