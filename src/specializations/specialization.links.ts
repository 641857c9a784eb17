import { makeLinkResolver, makeLinks } from "../edges/links";
import { Role } from "../roles/role.entity";
import { Specialization } from "../roles/specialization.entity";
import { HasSpecialization } from "./has-specialization.entity";

const specializations = makeLinks({
  name: "RoleSpecialization",
  kind: "HAS_SPECIALIZATION",
  entity: HasSpecialization,
  description: "A role has a specialization.",
  node: Specialization,
  nodeKinds: ["SPECIALIZATION"],
  nodeDescription: "The direction within the role.",
});

const specializedRoles = makeLinks({
  name: "SpecializedRole",
  kind: "HAS_SPECIALIZATION",
  entity: HasSpecialization,
  description: "A specialization is a variant of a role.",
  node: Role,
  nodeKinds: ["ROLE"],
  nodeDescription: "The role that it is a direction of.",
});

export const SPECIALIZATION_FIELDS = [
  makeLinkResolver(specializations, {
    on: Role,
    field: "specializations",
    parent: "from",
    description: "Variants of the role with requirements of their own.",
  }),
  makeLinkResolver(specializedRoles, {
    on: Specialization,
    field: "specializes",
    parent: "to",
    description: "The role that this is a variant of; at most one.",
  }),
];
