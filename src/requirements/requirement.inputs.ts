import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { makeEdgeArgs } from "../edges/edge-args";
import { EDGE_FILTER_FIELDS, EdgeFilter } from "../edges/edge-filter";
import { EDGE_ORDER_FIELDS } from "../edges/edge-order";
import { type EnumComparator, IntComparator, makeEnumComparator } from "../filters/comparators";
import { column, type FieldFilter, type FilterFields, flag } from "../filters/compile-filter";
import { NodeReferenceFilter, nodeReference } from "../nodes/node-reference-filter";
import { OrderDirection } from "../paging/order";
import { makeOrderInput, type OrderFields } from "../paging/order-input";
import { Necessity } from "../shared/scales";
import { SkillReferenceFilter, skillReference } from "../skills/skill-reference-filter";
import {
  TechnologyReferenceFilter,
  technologyReference,
} from "../technologies/technology-reference-filter";
import { RequirableKind, RequirementScope } from "./requirement.enums";

export const NecessityComparator = makeEnumComparator("Necessity", Necessity);

@InputType({ description: "Conditions on requirements; all given ones hold." })
export class RequirementFilter extends EdgeFilter {
  @Field(() => RequirableKind, {
    nullable: true,
    description: "Only what is asked for of this kind; skills and technologies when left out.",
  })
  @IsOptional()
  kind?: RequirableKind | null;

  @Field(() => RequirementScope, {
    nullable: true,
    description:
      "Only what is stated for the role as a whole, for its levels or for its specializations.",
  })
  @IsOptional()
  scope?: RequirementScope | null;

  @Field(() => NodeReferenceFilter, {
    nullable: true,
    description:
      'Only requirements of role levels with this career level, e.g. `{ slug: { eq: "senior" } }`.',
  })
  @IsOptional()
  @ValidateNested()
  level?: NodeReferenceFilter | null;

  @Field(() => NodeReferenceFilter, {
    nullable: true,
    description: "Only requirements of this specialization.",
  })
  @IsOptional()
  @ValidateNested()
  specialization?: NodeReferenceFilter | null;

  @Field(() => NodeReferenceFilter, {
    nullable: true,
    description: "Only requirements that belong to this role.",
  })
  @IsOptional()
  @ValidateNested()
  role?: NodeReferenceFilter | null;

  @Field(() => NecessityComparator, {
    nullable: true,
    description: "By how firmly it is asked for.",
  })
  @IsOptional()
  @ValidateNested()
  requirement?: EnumComparator | null;

  @Field(() => IntComparator, { nullable: true, description: "By importance, 1 to 5." })
  @IsOptional()
  @ValidateNested()
  importance?: IntComparator | null;

  @Field(() => IntComparator, {
    nullable: true,
    description: "By the proficiency asked for, 1 to 5.",
  })
  @IsOptional()
  @ValidateNested()
  proficiency?: IntComparator | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is often found in job postings for the role; links of which this is unknown match neither.",
  })
  @IsOptional()
  isInDemand?: boolean | null;

  @Field(() => SkillReferenceFilter, {
    nullable: true,
    description: "Only skills that match, e.g. `{ kind: { eq: KNOWLEDGE } }`.",
  })
  @IsOptional()
  @ValidateNested()
  skill?: SkillReferenceFilter | null;

  @Field(() => TechnologyReferenceFilter, {
    nullable: true,
    description: "Only technologies that match, e.g. `{ isHot: true }`.",
  })
  @IsOptional()
  @ValidateNested()
  technology?: TechnologyReferenceFilter | null;
}

const SCOPE_KINDS: Readonly<Record<RequirementScope, string>> = {
  [RequirementScope.ROLE]: "ROLE",
  [RequirementScope.LEVEL]: "ROLE_LEVEL",
  [RequirementScope.SPECIALIZATION]: "SPECIALIZATION",
};

const ofLevel: FieldFilter = (value, params, alias, path) =>
  `EXISTS (SELECT 1 FROM node rl JOIN node cl ON cl.id = rl.career_level_id
    WHERE rl.id = ${alias}.from_id AND ${nodeReference(value, params, "cl", path)})`;

const ofSpecialization: FieldFilter = (value, params, alias, path) =>
  `EXISTS (SELECT 1 FROM node sp WHERE sp.id = ${alias}.from_id AND sp.kind = 'SPECIALIZATION'
    AND ${nodeReference(value, params, "sp", path)})`;

const ofRole: FieldFilter = (value, params, alias, path) =>
  `EXISTS (SELECT 1 FROM node ro WHERE ro.id = ${alias}.role_id AND ${nodeReference(value, params, "ro", path)})`;

const ofSkill: FieldFilter = (value, params, alias, path) =>
  `EXISTS (SELECT 1 FROM node sk WHERE sk.id = ${alias}.to_id AND sk.kind = 'SKILL'
    AND ${skillReference(value, params, "sk", path)})`;

const ofTechnology: FieldFilter = (value, params, alias, path) =>
  `EXISTS (SELECT 1 FROM node te WHERE te.id = ${alias}.to_id AND te.kind = 'TECHNOLOGY'
    AND ${technologyReference(value, params, "te", path)})`;

export const REQUIREMENT_FILTER_FIELDS: FilterFields = {
  ...EDGE_FILTER_FIELDS,
  kind: (value, params, alias) => `${alias}.to_kind = ${params.add(value)}`,
  scope: (value: RequirementScope, params, alias) =>
    `${alias}.from_kind = ${params.add(SCOPE_KINDS[value])}`,
  level: ofLevel,
  specialization: ofSpecialization,
  role: ofRole,
  requirement: column("requirement", "text"),
  importance: column("importance", "integer"),
  proficiency: column("proficiency", "integer"),
  isInDemand: flag("in_demand"),
  skill: ofSkill,
  technology: ofTechnology,
};

export const REQUIREMENT_ORDER_FIELDS: OrderFields = {
  ...EDGE_ORDER_FIELDS,
  IMPORTANCE: {
    description: "By importance; unknown counts as 0.",
    sql: "coalesce(e.importance, 0)::integer",
    type: "integer",
  },
  PROFICIENCY: {
    description: "By proficiency; unknown counts as 0.",
    sql: "coalesce(e.proficiency, 0)::integer",
    type: "integer",
  },
  REQUIREMENT: {
    description: "By necessity: unknown, then OPTIONAL, then ESSENTIAL.",
    sql: "CASE e.requirement WHEN 'ESSENTIAL' THEN 2 WHEN 'OPTIONAL' THEN 1 ELSE 0 END",
    type: "integer",
  },
  DEMAND: {
    description:
      "By whether it is in demand: not in demand, then in demand; unknown counts as not in demand.",
    sql: "CASE WHEN e.in_demand THEN 1 ELSE 0 END",
    type: "integer",
  },
};

const RequirementOrder = makeOrderInput("RequirementOrder", REQUIREMENT_ORDER_FIELDS);

/** Essential and important first. */
export const MOST_IMPORTANT_FIRST = [
  { field: "REQUIREMENT", direction: OrderDirection.DESC },
  { field: "IMPORTANCE", direction: OrderDirection.DESC },
  { field: "NAME", direction: OrderDirection.ASC },
] as const;

export const RequirementArgs = makeEdgeArgs(
  RequirementFilter,
  RequirementOrder,
  "essential before optional, then by importance, then by name",
);
