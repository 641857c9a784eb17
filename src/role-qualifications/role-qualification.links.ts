import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { makeEdgeArgs } from "../edges/edge-args";
import { EDGE_FILTER_FIELDS, EdgeFilter } from "../edges/edge-filter";
import { EdgeOrder } from "../edges/edge-order";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { makeStatedForResolver } from "../edges/stated-for.resolver";
import type { EnumComparator } from "../filters/comparators";
import { column } from "../filters/compile-filter";
import { Node } from "../nodes/node.entity";
import { Qualification } from "../qualifications/qualification.entity";
import { NecessityComparator } from "../requirements/requirement.inputs";
import { Role } from "../roles/role.entity";
import { RoleLevel } from "../roles/role-level.entity";
import { Specialization } from "../roles/specialization.entity";
import { RoleQualification } from "./role-qualification.entity";

@InputType({ description: "Conditions on qualifications asked for; all given ones hold." })
export class RoleQualificationFilter extends EdgeFilter {
  @Field(() => NecessityComparator, {
    nullable: true,
    description: "By how firmly it is asked for.",
  })
  @IsOptional()
  @ValidateNested()
  requirement?: EnumComparator | null;
}

const SHARED = {
  kind: "QUALIFICATION",
  entity: RoleQualification,
  args: makeEdgeArgs(RoleQualificationFilter, EdgeOrder, "by the name of the other end"),
  filterFields: { ...EDGE_FILTER_FIELDS, requirement: column("requirement", "text") },
} as const;

const qualifications = makeLinks({
  ...SHARED,
  name: "RoleQualification",
  description: "A role, one of its levels or one of its specializations asks for a qualification.",
  node: Qualification,
  nodeKinds: ["QUALIFICATION"],
  nodeDescription: "The qualification that is asked for.",
});

const askers = makeLinks({
  ...SHARED,
  name: "QualificationDemand",
  description:
    "A qualification is asked for by a role, one of its levels or one of its specializations.",
  node: Node,
  nodeKinds: ["ROLE", "ROLE_LEVEL", "SPECIALIZATION"],
  nodeDescription: "The Role, RoleLevel or Specialization that asks.",
});

export const ROLE_QUALIFICATION_FIELDS = [
  makeStatedForResolver(qualifications),
  makeLinkResolver(qualifications, {
    on: Role,
    field: "qualifications",
    parent: "role",
    description:
      "Qualifications that the role asks for: as a whole, at its levels and in its specializations.",
  }),
  makeLinkResolver(qualifications, {
    on: RoleLevel,
    field: "qualifications",
    parent: "from",
    description: "Qualifications that are asked for at this level of the role.",
  }),
  makeLinkResolver(qualifications, {
    on: Specialization,
    field: "qualifications",
    parent: "from",
    description: "Qualifications that this specialization asks for beside those of its role.",
  }),
  makeLinkResolver(askers, {
    on: Qualification,
    field: "requiredBy",
    parent: "to",
    description: "Roles, role levels and specializations that ask for this qualification.",
  }),
];
