import type { StatedFields } from "../../../src/merge/records";
import type { NodeKind } from "../../../src/shared/global-id";

/** How a kind of the articles is held in the graph. */
export interface ArticleKind {
  kind: NodeKind;
  /** Columns that follow from the kind and the attributes of the entity. */
  fields(attrs: Record<string, unknown>): StatedFields;
}

const TECHNOLOGY_KINDS: Readonly<Record<string, string>> = {
  category: "CATEGORY",
  language: "LANGUAGE",
  "markup-language": "LANGUAGE",
  "style-language": "LANGUAGE",
  "query-language": "LANGUAGE",
  runtime: "RUNTIME",
  framework: "FRAMEWORK",
  platform: "PLATFORM",
  "content-management-system": "PLATFORM",
  database: "DATABASE",
  orm: "LIBRARY",
  "api-style": "STANDARD",
  protocol: "PROTOCOL",
  specification: "STANDARD",
  "data-format": "STANDARD",
  "authentication-standard": "STANDARD",
  "web-server": "TOOL",
  "container-tool": "TOOL",
  "cloud-platform": "PLATFORM",
  "cloud-service": "SERVICE",
  tool: "TOOL",
};

const QUALIFICATION_KINDS: Readonly<Record<string, string>> = {
  education: "DEGREE",
  experience: "EXPERIENCE",
  certification: "CERTIFICATE",
};

const ROLE_KINDS: Readonly<Record<string, string>> = {
  occupation: "OCCUPATION",
  group: "GROUP",
  learner: "LEARNER",
};

/** The articles' word for a branch; the main ladder has none. */
const BRANCHES: Readonly<Record<string, string | undefined>> = {
  "architecture branch": "architecture",
  "technical leadership branch": "technical leadership",
  "management branch": "management",
};

function topic(topicKind: string): ArticleKind {
  return { kind: "TOPIC", fields: () => ({ topic_kind: topicKind }) };
}

/** Kinds of the articles. An attribute that a column holds is kept as a statement too, in the articles' own word. */
export const ARTICLE_KINDS: Readonly<Record<string, ArticleKind>> = {
  Role: { kind: "ROLE", fields: (a) => ({ role_kind: ROLE_KINDS[String(a.role_type)] }) },
  CareerLevel: {
    kind: "CAREER_LEVEL",
    fields: (a) => ({
      track: a.track === "management branch" ? "MANAGEMENT" : "IC",
      branch: BRANCHES[String(a.track)],
      rank: a.order,
    }),
  },
  Specialization: { kind: "SPECIALIZATION", fields: () => ({}) },
  Skill: {
    kind: "SKILL",
    fields: (a) => ({ skill_kind: a.skill_type === "soft" ? "ATTITUDE" : "SKILL" }),
  },
  Practice: { kind: "SKILL", fields: () => ({ skill_kind: "PRACTICE" }) },
  Technology: {
    kind: "TECHNOLOGY",
    fields: (a) => ({ technology_kind: TECHNOLOGY_KINDS[String(a.tech_kind)] }),
  },
  Responsibility: { kind: "RESPONSIBILITY", fields: () => ({}) },
  Qualification: {
    kind: "QUALIFICATION",
    fields: (a) => ({ qualification_kind: QUALIFICATION_KINDS[String(a.qualification_type)] }),
  },
  LearningResource: {
    kind: "LEARNING_RESOURCE",
    fields: (a) => ({ resource_kind: a.resource_type === "community" ? "COMMUNITY" : "PLATFORM" }),
  },
  ArchitectureApproach: topic("ARCHITECTURE_APPROACH"),
  LearningStep: topic("LEARNING_STEP"),
  Challenge: topic("CHALLENGE"),
  Trend: topic("TREND"),
  WorkCondition: topic("WORKING_CONDITION"),
  CareerBenefit: topic("BENEFIT"),
  SalaryObservation: topic("SALARY_OBSERVATION"),
  UseCase: topic("USE_CASE"),
  Quality: topic("QUALITY"),
  Comparison: topic("COMPARISON"),
  Question: topic("QUESTION"),
  Concept: topic("CONCEPT"),
  Artifact: topic("ARTIFACT"),
  Organization: topic("ORGANIZATION"),
};

/** Topics share one space of slugs: where two kinds of the articles use the same one, the later kind is named. */
const RENAMED: Readonly<Record<string, string>> = {
  "CareerBenefit/flexibility": "flexibility-benefit",
  "Question/rest-vs-graphql": "rest-vs-graphql-question",
};

/** The kind and slug in the graph of an entity that the articles call `Kind/slug`. */
export function graphName(name: string): { kind: NodeKind; slug: string } {
  const [kind = "", slug = ""] = name.split("/");
  const known = ARTICLE_KINDS[kind];
  if (!known) throw new Error(`the articles have no kind ${kind}`);
  return { kind: known.kind, slug: RENAMED[name] ?? slug };
}
