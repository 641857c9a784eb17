import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { keyId } from "../merge/ids";
import { type NodeKind, toGlobalId } from "../shared/global-id";
import { PROJECT_ROOT } from "../shared/project-root";

/** The seed files of the articles as they stand, read without the loader that is tested with them. */

export type Value = string | number | boolean | string[];

/** Which documents say something, by id, and on which of their lines. */
export interface Stated {
  sources: string[];
  lines: Record<string, number[]>;
}

export interface EntityRow extends Stated {
  /** E.g. `LearningStep`. */
  kind: string;
  slug: string;
  name: string;
  aliases: string[];
  description: string;
  attrs: Record<string, Value>;
}

export interface RelationRow extends Stated {
  /** E.g. `PROGRESSES_TO`. */
  type: string;
  /** Kind and slug, e.g. `Role/backend-developer`. */
  from: string;
  to: string;
  attrs: Record<string, Value>;
}

export interface FactRow extends Stated {
  about: string;
  property: string;
  value: Value;
  unit: string | null;
  comparator?: string | null;
}

export interface QuestionRow extends Stated {
  slug: string;
  question: string;
  answer: string;
  question_stated: boolean;
}

export interface DocumentRow {
  id: string;
  title: string;
  form: string;
  audience: string[] | null;
  author: string | null;
}

const FOLDER = join(PROJECT_ROOT, "seeds", "articles");

export const ARTICLES = {
  documents: read<DocumentRow>("documents.yaml"),
  entities: folder("entities").flatMap((file) =>
    read<EntityRow>("entities", file).map((row) => ({
      ...row,
      kind: wordsOf(file)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(""),
    })),
  ),
  relations: folder("relations").flatMap((file) =>
    read<RelationRow>("relations", file).map((row) => ({
      ...row,
      type: wordsOf(file).join("_").toUpperCase(),
    })),
  ),
  facts: read<FactRow>("facts.yaml"),
  questions: read<QuestionRow>("questions.yaml"),
};

function folder(name: string): string[] {
  return readdirSync(join(FOLDER, name)).filter((file) => file.endsWith(".yaml"));
}

function read<Row>(...path: string[]): Row[] {
  return parse(readFileSync(join(FOLDER, ...path), "utf8")) as Row[];
}

function wordsOf(file: string): string[] {
  return file.replace(".yaml", "").split("-");
}

/** What the articles' kinds are in the graph, and which root list gives them; all others are topics. */
const NODE_KINDS: Readonly<Record<string, readonly [kind: NodeKind, list: string]>> = {
  Role: ["ROLE", "roles"],
  CareerLevel: ["CAREER_LEVEL", "careerLevels"],
  Specialization: ["SPECIALIZATION", "specializations"],
  Skill: ["SKILL", "skills"],
  Practice: ["SKILL", "skills"],
  Technology: ["TECHNOLOGY", "technologies"],
  Responsibility: ["RESPONSIBILITY", "responsibilities"],
  Qualification: ["QUALIFICATION", "qualifications"],
  LearningResource: ["LEARNING_RESOURCE", "learningResources"],
};
const TOPIC: readonly [kind: NodeKind, list: string] = ["TOPIC", "topics"];

/** The root lists that hold entities of the articles. */
export const ARTICLE_LISTS = [
  ...new Set([...Object.values(NODE_KINDS), TOPIC].map(([, list]) => list)),
];

/** The root list that gives entities of a kind. */
export function listOf(kind: string): string {
  return (NODE_KINDS[kind] ?? TOPIC)[1];
}

/** Kinds of topics that the graph calls otherwise than the articles. */
const TOPIC_KINDS: Readonly<Record<string, string>> = {
  WorkCondition: "WORKING_CONDITION",
  CareerBenefit: "BENEFIT",
};

/** The value of `TopicKind` for a kind of the articles. */
export function topicKindOf(kind: string): string {
  return TOPIC_KINDS[kind] ?? kind.replace(/(?!^)([A-Z])/g, "_$1").toUpperCase();
}

/** The public id under which the entity `Kind/slug` of the articles is known for ever. */
export function articleNodeId(name: string): string {
  const [kind] = NODE_KINDS[name.split("/")[0] ?? ""] ?? TOPIC;
  return toGlobalId(kind, keyId(kind, "backend-articles", name));
}

const namesById = new Map(
  ARTICLES.entities
    .map(({ kind, slug }) => `${kind}/${slug}`)
    .map((name) => [articleNodeId(name), name]),
);

/** The other way: `Kind/slug` of the entity with this id; the id itself when it is none. */
export function articleName(id: string): string {
  return namesById.get(id) ?? id;
}

/** Where documents say something, and how: `article-002 lines 3, 5 [["strength","required"]]`. */
export function saidAt(
  { sources, lines }: Stated,
  details: Readonly<Record<string, Value>> = {},
): string[] {
  return sources.map((id) => {
    const numbers = lines[id] ?? [];
    const locator = `${numbers.length === 1 ? "line" : "lines"} ${numbers.join(", ")}`;
    return said(`article-${id}`, locator, details);
  });
}

/** The same of one document. */
export function said(
  document: string,
  locator: string | null,
  details: Readonly<Record<string, Value>>,
): string {
  return `${document} ${locator} ${JSON.stringify(Object.entries(details).sort())}`;
}

export interface StatedValue {
  /** `Kind/slug`. */
  about: string;
  predicate: string;
  value: Value;
  unit: string | null;
  comparator: string | null;
  row: Stated;
}

/** Every value of the articles: attributes of entities, facts, and answers to questions. */
export function statedValues(): StatedValue[] {
  const plain = { unit: null, comparator: null };
  return [
    ...ARTICLES.entities.flatMap((row) =>
      Object.entries(row.attrs).map(([predicate, value]) => {
        return { ...plain, about: `${row.kind}/${row.slug}`, predicate, value, row };
      }),
    ),
    ...ARTICLES.facts.map((row) => {
      const { about, property, value, unit, comparator = null } = row;
      return { about, predicate: property, value, unit, comparator, row };
    }),
    ...ARTICLES.questions.map((row) => {
      return {
        ...plain,
        about: `Question/${row.slug}`,
        predicate: "answer",
        value: row.answer,
        row,
      };
    }),
  ];
}
