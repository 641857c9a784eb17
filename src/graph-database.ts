import { CreateGraph1795132800000 } from "../migrations/1795132800000-create-graph";
import { KeepGraphSound1795132900000 } from "../migrations/1795132900000-keep-graph-sound";
import { IndexLabelWords1795133000000 } from "../migrations/1795133000000-index-label-words";
import { AddRelatedOccupations1795200000000 } from "../migrations/1795200000000-add-related-occupations";
import { ValidateLinkChecks1795200050000 } from "../migrations/1795200050000-validate-link-checks";
import { IndexExternalCodes1795200060000 } from "../migrations/1795200060000-index-external-codes";
import { CheckReferences1795200100000 } from "../migrations/1795200100000-check-references";
import { HashColumns1795200110000 } from "../migrations/1795200110000-hash-columns";
import { CollectLabelWords1795200120000 } from "../migrations/1795200120000-collect-label-words";
import { LogChanges1795900000000 } from "../migrations/1795900000000-log-changes";
import { AddPrices1795900010000 } from "../migrations/1795900010000-add-prices";
import { CareerLevel } from "./career-levels/career-level.entity";
import { Collaboration } from "./collaborations/collaboration.entity";
import { type Database, type DatabaseOptions, openDatabase } from "./database/database";
import { Duty } from "./duties/duty.entity";
import { Edge } from "./edges/edge.entity";
import { Embodiment } from "./embodiments/embodiment.entity";
import { Evidence } from "./evidence/evidence.entity";
import { ExternalConcept } from "./external-concepts/external-concept.entity";
import { Broader } from "./hierarchy/broader.entity";
import { LearningResource } from "./learning-resources/learning-resource.entity";
import { Mapping } from "./mappings/mapping.entity";
import { Node } from "./nodes/node.entity";
import { Prerequisite } from "./prerequisites/prerequisite.entity";
import { Progression } from "./progressions/progression.entity";
import { Qualification } from "./qualifications/qualification.entity";
import { Related } from "./related/related.entity";
import { RelatedOccupation } from "./related-occupations/related-occupation.entity";
import { Requirement } from "./requirements/requirement.entity";
import { Responsibility } from "./responsibilities/responsibility.entity";
import { RoleQualification } from "./role-qualifications/role-qualification.entity";
import { Role } from "./roles/role.entity";
import { RoleFamily } from "./roles/role-family.entity";
import { RoleLevel } from "./roles/role-level.entity";
import { Specialization } from "./roles/specialization.entity";
import { Skill } from "./skills/skill.entity";
import { SkillGroup } from "./skills/skill-group.entity";
import { Source } from "./sources/source.entity";
import { HasSpecialization } from "./specializations/has-specialization.entity";
import { Statement } from "./statements/statement.entity";
import { ResourceNeed, Teaching } from "./teaching/teaching.entity";
import { Technology } from "./technologies/technology.entity";
import {
  TechnologyDependency,
  TechnologyMembership,
} from "./technology-links/technology-link.entity";
import { Topic } from "./topics/topic.entity";

/** Every entity class: the kinds of nodes and of links. */
export const ENTITIES = [
  Node,
  Role,
  RoleFamily,
  CareerLevel,
  RoleLevel,
  Specialization,
  Skill,
  SkillGroup,
  Technology,
  Responsibility,
  Qualification,
  LearningResource,
  Source,
  ExternalConcept,
  Topic,
  Edge,
  Requirement,
  Duty,
  RoleQualification,
  HasSpecialization,
  Prerequisite,
  Broader,
  Related,
  RelatedOccupation,
  Progression,
  Collaboration,
  Embodiment,
  TechnologyDependency,
  TechnologyMembership,
  Teaching,
  ResourceNeed,
  Evidence,
  Mapping,
  Statement,
];

/** Every migration, oldest first. */
export const MIGRATIONS = [
  CreateGraph1795132800000,
  KeepGraphSound1795132900000,
  IndexLabelWords1795133000000,
  AddRelatedOccupations1795200000000,
  ValidateLinkChecks1795200050000,
  IndexExternalCodes1795200060000,
  CheckReferences1795200100000,
  HashColumns1795200110000,
  CollectLabelWords1795200120000,
  LogChanges1795900000000,
  AddPrices1795900010000,
];

/** Opens the database with the graph's entities and migrations. It does not migrate. */
export function openGraphDatabase(
  options: Omit<DatabaseOptions, "entities" | "migrations">,
): Promise<Database> {
  return openDatabase({ ...options, entities: ENTITIES, migrations: MIGRATIONS });
}
