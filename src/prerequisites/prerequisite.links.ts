import { IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";
import { makeEdgeArgs } from "../edges/edge-args";
import { EDGE_FILTER_FIELDS, EdgeFilter } from "../edges/edge-filter";
import { EdgeOrder } from "../edges/edge-order";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { addRelationFilter, makeQuantifier } from "../edges/relation-filter";
import { Skill } from "../skills/skill.entity";
import { SKILL_FILTER } from "../skills/skill.queries";
import { Prerequisite, PrerequisiteStrength } from "./prerequisite.entity";

@InputType({ description: "Conditions on prerequisites; all given ones hold." })
export class PrerequisiteFilter extends EdgeFilter {
  @Field(() => PrerequisiteStrength, {
    nullable: true,
    description: "Only essential or only recommended ones.",
  })
  @IsOptional()
  strength?: PrerequisiteStrength | null;
}

const SHARED = {
  kind: "PREREQUISITE",
  entity: Prerequisite,
  args: makeEdgeArgs(PrerequisiteFilter, EdgeOrder, "by the name of the other end"),
  filterFields: {
    ...EDGE_FILTER_FIELDS,
    strength: (value: PrerequisiteStrength, _params: unknown, alias: string) =>
      `(${alias}.requirement = 'ESSENTIAL') IS ${value === PrerequisiteStrength.ESSENTIAL ? "" : "NOT "}TRUE`,
  },
  node: Skill,
  nodeKinds: ["SKILL"],
} as const;

const prerequisites = makeLinks({
  ...SHARED,
  name: "Prerequisite",
  description: "A skill needs another one first.",
  nodeDescription: "The skill to have first.",
});

const unlocked = makeLinks({
  ...SHARED,
  name: "UnlockedSkill",
  description: "A skill is a prerequisite of another one.",
  nodeDescription: "The skill that can be learned next.",
});

export const PREREQUISITE_FIELDS = [
  makeLinkResolver(prerequisites, {
    on: Skill,
    field: "prerequisites",
    parent: "from",
    description:
      "Skills to have before this one, directly. For the whole chain use `prerequisiteChain`.",
  }),
  makeLinkResolver(unlocked, {
    on: Skill,
    field: "unlocks",
    parent: "to",
    description: "Skills that this one is a direct prerequisite of.",
  }),
];

const CONDITION = {
  on: SKILL_FILTER,
  kind: "PREREQUISITE",
  quantifier: makeQuantifier("Prerequisite", PrerequisiteFilter),
  edgeFields: SHARED.filterFields,
} as const;

addRelationFilter({
  ...CONDITION,
  field: "prerequisites",
  parent: "from",
  description: "By the skills to have first.",
});
addRelationFilter({
  ...CONDITION,
  field: "unlocks",
  parent: "to",
  description: "By the skills that this one is a prerequisite of.",
});
