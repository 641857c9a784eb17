import { IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";
import { makeEdgeArgs } from "../edges/edge-args";
import { EDGE_FILTER_FIELDS, EdgeFilter } from "../edges/edge-filter";
import { EdgeOrder } from "../edges/edge-order";
import { makeLinkResolver, makeLinks } from "../edges/links";
import { Skill } from "../skills/skill.entity";
import { Prerequisite, PrerequisiteStrength } from "./prerequisite.entity";

@InputType({ description: "Conditions on prerequisites; all given ones hold." })
export class PrerequisiteFilter extends EdgeFilter {
  @Field(() => PrerequisiteStrength, { nullable: true, description: "Only essential or only recommended ones." })
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
    description: "Skills to have before this one, directly. For the whole chain use `prerequisiteChain`.",
  }),
  makeLinkResolver(unlocked, {
    on: Skill,
    field: "unlocks",
    parent: "to",
    description: "Skills that this one is a direct prerequisite of.",
  }),
];
