import { makeLinkResolver, makeLinks } from "../edges/links";
import { addRelationFilter } from "../edges/relation-filter";
import { Technology } from "../technologies/technology.entity";
import { TECHNOLOGY_FILTER } from "../technologies/technology.queries";
import { TechnologyDependency, TechnologyMembership } from "./technology-link.entity";

const TECHNOLOGY = { node: Technology, nodeKinds: ["TECHNOLOGY"] } as const;

const dependencies = makeLinks({
  ...TECHNOLOGY,
  name: "TechnologyDependency",
  kind: "DEPENDS_ON",
  entity: TechnologyDependency,
  description: "A technology needs another one or builds on it.",
  nodeDescription: "The technology that is needed.",
});
const dependents = makeLinks({
  ...TECHNOLOGY,
  name: "TechnologyDependent",
  kind: "DEPENDS_ON",
  entity: TechnologyDependency,
  description: "A technology is needed by another one.",
  nodeDescription: "The technology that needs it.",
});
const ecosystems = makeLinks({
  ...TECHNOLOGY,
  name: "TechnologyEcosystem",
  kind: "BELONGS_TO",
  entity: TechnologyMembership,
  description: "A technology belongs to the ecosystem of another one.",
  nodeDescription: "The language, platform or other technology whose ecosystem it is.",
});
const members = makeLinks({
  ...TECHNOLOGY,
  name: "TechnologyMember",
  kind: "BELONGS_TO",
  entity: TechnologyMembership,
  description: "The ecosystem of a technology has a member.",
  nodeDescription: "The technology that belongs to the ecosystem.",
});

export const TECHNOLOGY_LINK_FIELDS = [
  makeLinkResolver(dependencies, {
    on: Technology,
    field: "dependsOn",
    parent: "from",
    description: "Technologies that this one needs or builds on.",
  }),
  makeLinkResolver(dependents, {
    on: Technology,
    field: "dependents",
    parent: "to",
    description: "Technologies that need this one.",
  }),
  makeLinkResolver(ecosystems, {
    on: Technology,
    field: "belongsTo",
    parent: "from",
    description:
      "Technologies whose ecosystem this one belongs to, e.g. Python for Django. Categories are under `broader`.",
  }),
  makeLinkResolver(members, {
    on: Technology,
    field: "members",
    parent: "to",
    description: "Technologies of this one's ecosystem, e.g. the frameworks of Python.",
  }),
];

addRelationFilter({
  on: TECHNOLOGY_FILTER,
  field: "dependsOn",
  kind: "DEPENDS_ON",
  parent: "from",
  description: "By the technologies that it needs or builds on.",
});
addRelationFilter({
  on: TECHNOLOGY_FILTER,
  field: "belongsTo",
  kind: "BELONGS_TO",
  parent: "from",
  description: "By the technologies whose ecosystem it belongs to.",
});
