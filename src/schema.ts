import "reflect-metadata";
import {
  type GraphQLInputObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isScalarType,
} from "graphql";
import { buildSchemaSync, type ClassType, type NonEmptyArray } from "type-graphql";
import {
  AssertionEndsResolver,
  EdgeProvenanceResolver,
  NodeProvenanceResolver,
  SourceAssertionsResolver,
} from "./assertions/provenance.resolver";
import { CareerLevelQueries } from "./career-levels/career-level.queries";
import { CAREER_PATH_RESOLVERS } from "./career-paths/career-paths.resolver";
import { COLLABORATION_FIELDS } from "./collaborations/collaboration.links";
import { DUTY_FIELDS } from "./duties/duty.links";
import { LinkResolver } from "./edges/link.resolver";
import { EMBODIMENT_FIELDS } from "./embodiments/embodiment.links";
import { EVIDENCE_FIELDS } from "./evidence/evidence.links";
import { ExternalConceptQueries } from "./external-concepts/external-concept.queries";
import { GraphStateResolver } from "./graph-state/graph-state.resolver";
import { BROADER_FIELDS } from "./hierarchy/broader.links";
import { GROUPING_FIELDS } from "./hierarchy/grouping.links";
import { REACH_FIELDS } from "./hierarchy/reach.resolvers";
import { NodeLabelsResolver } from "./labels/node-labels.resolver";
import { LEARNING_PATH_RESOLVERS } from "./learning/learning-path.resolver";
import { LEARNING_PLAN_RESOLVERS } from "./learning/learning-plan.resolver";
import { NEXT_SKILLS_RESOLVERS } from "./learning/next-skills.resolver";
import { LearningResourceQueries } from "./learning-resources/learning-resource.queries";
import {
  LEVEL_MATRIX_FIELDS,
  LevelInconsistencyResolver,
  LevelMatrixResolver,
  MatrixLevelResolver,
} from "./level-matrix/level-matrix.resolver";
import { MAPPING_FIELDS } from "./mappings/mapping.links";
import { NodeResolver } from "./nodes/node.resolver";
import { NodesResolver } from "./nodes/nodes.resolver";
import { PREREQUISITE_FIELDS } from "./prerequisites/prerequisite.links";
import { PROFILE_FIT_FIELDS, ProfileFitResolver } from "./profile-fit/profile-fit.resolver";
import { ScoreTermResolver } from "./profiles/score-terms.resolver";
import { AskedSkillResolver } from "./profiles/skill-field.resolver";
import { PROGRESSION_FIELDS } from "./progressions/progression.links";
import { QualificationQueries } from "./qualifications/qualification.queries";
import { RELATED_FIELDS } from "./related/related.links";
import { RELATED_OCCUPATION_FIELDS } from "./related-occupations/related-occupation.links";
import { REQUIREMENT_FIELDS } from "./requirements/requirement.links";
import {
  DemandEdgeResolver,
  RequirementEdgeResolver,
} from "./requirements/requirement-edges.resolver";
import { ResponsibilityQueries } from "./responsibilities/responsibility.queries";
import {
  RoleComparisonResolver,
  SHARED_SKILL_FIELDS,
} from "./role-comparison/role-comparison.resolver";
import { ROLE_QUALIFICATION_FIELDS } from "./role-qualifications/role-qualification.links";
import { RoleQueries } from "./roles/role.queries";
import { RoleFamilyQueries } from "./roles/role-family.queries";
import { RoleLevelQueries } from "./roles/role-level.queries";
import {
  RoleLevelEndsResolver,
  RoleLevelsOfLevelResolver,
  RoleLevelsOfRoleResolver,
} from "./roles/role-levels.resolver";
import { SpecializationQueries } from "./roles/specialization.queries";
import { SearchResolver } from "./search/search.resolver";
import { SIMILARITY_FIELDS, SimilarityResolver } from "./similarity/similarity.resolver";
import { SkillExtractionResolver } from "./skill-extraction/skill-extraction.resolver";
import {
  PROMOTION_SKILL_FIELDS,
  PromotionGapResolver,
  PromotionStepResolver,
} from "./skill-gap/promotion-gap.resolver";
import { GAP_SKILL_FIELDS, SkillGapResolver } from "./skill-gap/skill-gap.resolver";
import { SkillQueries } from "./skills/skill.queries";
import { SkillGroupQueries } from "./skills/skill-group.queries";
import { SourceQueries } from "./sources/source.queries";
import { SourcePartsResolver } from "./sources/source-parts.resolver";
import { SPECIALIZATION_FIELDS } from "./specializations/specialization.links";
import { NodeStatementsResolver, StatementResolver } from "./statements/statements.resolver";
import {
  GraphShapeResolver,
  GraphStatsResolver,
  LinkCycleResolver,
  RelationStatsResolver,
  UntaughtSkillsResolver,
} from "./subgraphs/graph-stats.resolver";
import { NodeLinkResolver } from "./subgraphs/node-link.resolver";
import { NodePathResolver } from "./subgraphs/node-path.resolver";
import { SubgraphResolver } from "./subgraphs/subgraph.resolver";
import { TEACHING_FIELDS } from "./teaching/teaching.links";
import { TechnologyQueries } from "./technologies/technology.queries";
import { TECHNOLOGY_LINK_FIELDS } from "./technology-links/technology.links";
import { TopicQueries } from "./topics/topic.queries";
import { TransitionEndsResolver, TransitionResolver } from "./transitions/transition.resolver";

/** Every resolver class, listed by hand: reading this list is reading the API. */
const RESOLVERS: NonEmptyArray<ClassType<object>> = [
  // The graph as a whole
  GraphStateResolver,
  // What every node and link has
  NodesResolver,
  NodeResolver,
  NodeLabelsResolver,
  NodeProvenanceResolver,
  EdgeProvenanceResolver,
  SourceAssertionsResolver,
  AssertionEndsResolver,
  LinkResolver,
  SearchResolver,
  // Nouns: one and list
  RoleQueries,
  RoleFamilyQueries,
  RoleLevelQueries,
  SpecializationQueries,
  CareerLevelQueries,
  SkillQueries,
  SkillGroupQueries,
  TechnologyQueries,
  ResponsibilityQueries,
  QualificationQueries,
  LearningResourceQueries,
  SourceQueries,
  ExternalConceptQueries,
  TopicQueries,
  // Parts and wholes
  RoleLevelsOfRoleResolver,
  RoleLevelEndsResolver,
  RoleLevelsOfLevelResolver,
  SourcePartsResolver,
  // Edges: fields on the types at both ends
  ...REQUIREMENT_FIELDS,
  RequirementEdgeResolver,
  DemandEdgeResolver,
  ...DUTY_FIELDS,
  ...ROLE_QUALIFICATION_FIELDS,
  ...SPECIALIZATION_FIELDS,
  ...PREREQUISITE_FIELDS,
  ...BROADER_FIELDS,
  ...GROUPING_FIELDS,
  ...REACH_FIELDS,
  ...RELATED_FIELDS,
  ...RELATED_OCCUPATION_FIELDS,
  ...PROGRESSION_FIELDS,
  ...COLLABORATION_FIELDS,
  ...EMBODIMENT_FIELDS,
  ...TECHNOLOGY_LINK_FIELDS,
  ...TEACHING_FIELDS,
  ...EVIDENCE_FIELDS,
  ...MAPPING_FIELDS,
  NodeStatementsResolver,
  StatementResolver,
  // Questions
  ScoreTermResolver,
  SkillExtractionResolver,
  SubgraphResolver,
  NodeLinkResolver,
  NodePathResolver,
  GraphStatsResolver,
  RelationStatsResolver,
  GraphShapeResolver,
  LinkCycleResolver,
  UntaughtSkillsResolver,
  AskedSkillResolver,
  SkillGapResolver,
  ...GAP_SKILL_FIELDS,
  PromotionGapResolver,
  PromotionStepResolver,
  ...PROMOTION_SKILL_FIELDS,
  LevelMatrixResolver,
  MatrixLevelResolver,
  LevelInconsistencyResolver,
  ...LEVEL_MATRIX_FIELDS,
  RoleComparisonResolver,
  ...SHARED_SKILL_FIELDS,
  ...CAREER_PATH_RESOLVERS,
  ...LEARNING_PATH_RESOLVERS,
  ...LEARNING_PLAN_RESOLVERS,
  ...NEXT_SKILLS_RESOLVERS,
  ProfileFitResolver,
  ...PROFILE_FIT_FIELDS,
  SimilarityResolver,
  ...SIMILARITY_FIELDS,
  TransitionResolver,
  TransitionEndsResolver,
];

/** Builds the executable schema from the decorated classes. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    // No whitelist: GraphQL refuses unknown fields itself, and it would drop fields that need no further rule.
    validate: { forbidUnknownValues: true },
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isInputObjectType(type)) markOneOf(type);
  describeBuiltIns(schema);
  return schema;
}

/** What TypeGraphQL and graphql-scalars leave unsaid: what the root is for, and what the scalars' texts look like. */
function describeBuiltIns(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  if (query)
    query.description =
      "Where every question to the graph starts: single nodes, lists, and the graph as a whole.";
  for (const [name, { description, specifiedByURL }] of Object.entries(SCALARS)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) throw new Error(`The schema has no scalar ${name}`);
    type.description = description;
    type.specifiedByURL = specifiedByURL;
  }
}

const SCALARS = {
  DateTime: {
    description:
      "A moment as text after RFC 3339, in answers in UTC with milliseconds: `2026-11-25T08:30:00.000Z`.",
    specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  },
  Locale: {
    description:
      "A language, with a script or region where it matters, as a BCP 47 tag: `de` or `de-AT`.",
    specifiedByURL: "https://www.rfc-editor.org/info/bcp47",
  },
} as const;

/** TypeGraphQL has no decorator for `@oneOf`; an input carries the mark as an extension. */
function markOneOf(type: GraphQLInputObjectType): void {
  if (type.extensions.isOneOf) type.isOneOf = true;
}
