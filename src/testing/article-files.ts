import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { keyId } from "../merge/stage-batch";
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

/** What the articles' kinds are in the graph; all others are topics. */
const NODE_KINDS: Readonly<Record<string, NodeKind>> = {
  Role: "ROLE",
  CareerLevel: "CAREER_LEVEL",
  Specialization: "SPECIALIZATION",
  Skill: "SKILL",
  Practice: "SKILL",
  Technology: "TECHNOLOGY",
  Responsibility: "RESPONSIBILITY",
  Qualification: "QUALIFICATION",
  LearningResource: "LEARNING_RESOURCE",
};

/** The public id under which the entity `Kind/slug` of the articles is known for ever. */
export function articleNodeId(name: string): string {
  const kind = NODE_KINDS[name.split("/")[0] ?? ""] ?? "TOPIC";
  return toGlobalId(kind, keyId(kind, "backend-articles", name));
}

/** What the articles say at a place of a document: `article-002 lines 3, 5`. */
export function placesOf({ sources, lines }: Stated): string[] {
  return sources.map((id) => {
    const numbers = lines[id] ?? [];
    return `article-${id} ${numbers.length === 1 ? "line" : "lines"} ${numbers.join(", ")}`;
  });
}
