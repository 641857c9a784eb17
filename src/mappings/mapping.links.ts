import { CareerLevel } from "../career-levels/career-level.entity";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { addRelationFilter } from "../edges/relation-filter";
import { ExternalConcept } from "../external-concepts/external-concept.entity";
import { LearningResource } from "../learning-resources/learning-resource.entity";
import { Node } from "../nodes/node.entity";
import { Qualification } from "../qualifications/qualification.entity";
import { Responsibility } from "../responsibilities/responsibility.entity";
import { Role } from "../roles/role.entity";
import { ROLE_FILTER } from "../roles/role.queries";
import { RoleFamily } from "../roles/role-family.entity";
import { RoleLevel } from "../roles/role-level.entity";
import { Specialization } from "../roles/specialization.entity";
import { NODE_TAGS, type NodeKind } from "../shared/global-id";
import { Skill } from "../skills/skill.entity";
import { SKILL_FILTER } from "../skills/skill.queries";
import { SkillGroup } from "../skills/skill-group.entity";
import { Technology } from "../technologies/technology.entity";
import { TECHNOLOGY_FILTER } from "../technologies/technology.queries";
import { Topic } from "../topics/topic.entity";
import { Mapping } from "./mapping.entity";

const mappings = makeLinks({
  name: "Mapping",
  kind: "MAPPING",
  entity: Mapping,
  description: "A node corresponds to a concept of another classification.",
  node: ExternalConcept,
  nodeKinds: ["EXTERNAL_CONCEPT"],
  nodeDescription: "The concept of the other classification.",
});

const mapped = makeLinks({
  name: "MappedNode",
  kind: "MAPPING",
  entity: Mapping,
  description: "A concept of another classification corresponds to a node.",
  node: Node,
  nodeKinds: Object.keys(NODE_TAGS) as NodeKind[],
  nodeDescription: "The node of this graph.",
});

/** Everything but sources and external concepts themselves. */
const MAPPED = [
  Role,
  RoleFamily,
  RoleLevel,
  CareerLevel,
  Specialization,
  Skill,
  SkillGroup,
  Technology,
  Responsibility,
  Qualification,
  LearningResource,
  Topic,
];

export const MAPPING_FIELDS = [
  ...MAPPED.map((on) =>
    makeLinkResolver(mappings, {
      on,
      field: "mappings",
      parent: "from",
      description:
        "Concepts of other classifications (ESCO, O*NET and so on) that this corresponds to.",
    }),
  ),
  makeLinkResolver(mapped, {
    on: ExternalConcept,
    field: "mappedBy",
    parent: "to",
    description: "Nodes of this graph that correspond to this concept.",
  }),
];

for (const on of [ROLE_FILTER, SKILL_FILTER, TECHNOLOGY_FILTER])
  addRelationFilter({
    on,
    field: "mappings",
    kind: "MAPPING",
    parent: "from",
    description: "By the concepts of other classifications that it corresponds to.",
  });
