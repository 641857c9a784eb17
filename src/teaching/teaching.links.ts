import { makeLinkResolver, makeLinks } from "../edges/links";
import { addRelationFilter } from "../edges/relation-filter";
import { LearningResource } from "../learning-resources/learning-resource.entity";
import { LEARNING_RESOURCE_FILTER } from "../learning-resources/learning-resource.queries";
import { Skill } from "../skills/skill.entity";
import { SKILL_FILTER } from "../skills/skill.queries";
import { ResourceNeed, Teaching } from "./teaching.entity";

const SKILL = { node: Skill, nodeKinds: ["SKILL"] } as const;
const RESOURCE = { node: LearningResource, nodeKinds: ["LEARNING_RESOURCE"] } as const;

const taught = makeLinks({
  ...SKILL,
  name: "TaughtSkill",
  kind: "TEACHES",
  entity: Teaching,
  description: "A learning resource teaches a skill.",
  nodeDescription: "The skill that is taught.",
});
const teachers = makeLinks({
  ...RESOURCE,
  name: "TeachingResource",
  kind: "TEACHES",
  entity: Teaching,
  description: "A skill is taught by a learning resource.",
  nodeDescription: "The learning resource.",
});
const needs = makeLinks({
  ...SKILL,
  name: "NeededSkill",
  kind: "RESOURCE_NEEDS",
  entity: ResourceNeed,
  description: "A learning resource expects a skill.",
  nodeDescription: "The skill that is expected.",
});
const needing = makeLinks({
  ...RESOURCE,
  name: "NeedingResource",
  kind: "RESOURCE_NEEDS",
  entity: ResourceNeed,
  description: "A skill is expected by a learning resource.",
  nodeDescription: "The learning resource.",
});

export const TEACHING_FIELDS = [
  makeLinkResolver(taught, {
    on: LearningResource,
    field: "teaches",
    parent: "from",
    description:
      "Skills that this resource teaches, with the proficiency it starts from and leads to.",
  }),
  makeLinkResolver(teachers, {
    on: Skill,
    field: "taughtBy",
    parent: "to",
    description: "Learning resources that teach this skill.",
  }),
  makeLinkResolver(needs, {
    on: LearningResource,
    field: "needs",
    parent: "from",
    description: "Skills that this resource expects learners to have.",
  }),
  makeLinkResolver(needing, {
    on: Skill,
    field: "expectedBy",
    parent: "to",
    description: "Learning resources that expect learners to have this skill.",
  }),
];

addRelationFilter({
  on: LEARNING_RESOURCE_FILTER,
  field: "teaches",
  kind: "TEACHES",
  parent: "from",
  description: "By the skills that the resource teaches.",
});
addRelationFilter({
  on: SKILL_FILTER,
  field: "taughtBy",
  kind: "TEACHES",
  parent: "to",
  description:
    "By the learning resources that teach the skill; `none: {}` finds skills without any.",
});
