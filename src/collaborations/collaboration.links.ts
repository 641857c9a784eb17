import { makeLinkResolver, makeLinks } from "../edges/links";
import { Role } from "../roles/role.entity";
import { Collaboration } from "./collaboration.entity";

const collaborations = makeLinks({
  name: "Collaboration",
  kind: "COLLABORATION",
  entity: Collaboration,
  description: "Two roles work together.",
  node: Role,
  nodeKinds: ["ROLE"],
  nodeDescription: "The role at the other side.",
});

export const COLLABORATION_FIELDS = [
  makeLinkResolver(collaborations, {
    on: Role,
    field: "collaborations",
    parent: "either",
    description: "Roles and groups of people that this role works with, and on what.",
  }),
];
