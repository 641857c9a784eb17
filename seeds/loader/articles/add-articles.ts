import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { LabelKind, TextKind } from "../../../src/labels/label.types";
import { SourceKind } from "../../../src/sources/source.entity";
import type { BatchBuilder } from "../batch-builder";
import { literalStatement } from "../literal";
import { type Placed, readRows } from "../read-yaml";
import { ARTICLES, ARTICLES_SOURCE_ID, names } from "../sources";
import { addRelations } from "./add-relations";
import { articleAssertions, documentSourceId } from "./article-assertions";
import { ARTICLE_KINDS, graphName } from "./article-kinds";
import { DocumentRow, EntityRow, FactRow, QuestionRow, RelationRow } from "./article-rows";

/** Adds every document, entity, relation, fact and question of the articles. @returns the ids of its sources. */
export function addArticles(builder: BatchBuilder, folder: string): string[] {
  const documents = readRows(join(folder, "documents.yaml"), DocumentRow);
  for (const document of documents) addDocument(builder, document);

  for (const { kind, rows } of readFolder(join(folder, "entities"), EntityRow))
    for (const row of rows) addEntity(builder, kind, row);
  for (const question of readRows(join(folder, "questions.yaml"), QuestionRow))
    addAnswer(builder, question);
  for (const fact of readRows(join(folder, "facts.yaml"), FactRow)) addFact(builder, fact);
  for (const { kind, rows } of readFolder(join(folder, "relations"), RelationRow))
    addRelations(builder, kind.replace(/(?!^)([A-Z])/g, "_$1").toUpperCase(), rows);
  return [ARTICLES_SOURCE_ID, ...documents.map(({ id }) => documentSourceId(id))];
}

/** Files of a folder in the order of their names; `learning-step.yaml` holds the kind `LearningStep`. */
function readFolder<T extends object>(
  folder: string,
  type: new () => T,
): { kind: string; rows: Placed<T>[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({
      kind: basename(file, ".yaml").replace(/(^|-)([a-z])/g, (_, __, letter: string) =>
        letter.toUpperCase(),
      ),
      rows: readRows(join(folder, file), type),
    }));
}

function addDocument(
  builder: BatchBuilder,
  { id, title, form, author, audience }: DocumentRow,
): void {
  const source = builder.node(
    "SOURCE",
    `article-${id}`,
    { scheme: ARTICLES, key: `document/${id}` },
    [
      {
        sourceId: ARTICLES_SOURCE_ID,
        origin: "IMPORTED",
        fields: {
          ...names(title, [`Article ${id}`]),
          source_kind: SourceKind.DOCUMENT,
          form,
          author,
          code: id,
          part_of_id: ARTICLES_SOURCE_ID,
        },
      },
    ],
  );
  if (audience) {
    const { fields, statementKey } = literalStatement({ predicate: "audience", value: audience });
    const stated = { sourceId: ARTICLES_SOURCE_ID, origin: "IMPORTED" as const, fields };
    builder.edge("STATEMENT", source, null, [stated], statementKey);
  }
}

function addEntity(builder: BatchBuilder, articleKind: string, row: Placed<EntityRow>): void {
  const name = `${articleKind}/${row.slug}`;
  const { kind, slug } = graphName(name);
  const fields = ARTICLE_KINDS[articleKind]?.fields(row.attrs) ?? {};
  const id = builder.node(kind, slug, { scheme: ARTICLES, key: name }, [
    ...articleAssertions(row, { ...names(row.name, row.aliases, row.description), ...fields }),
  ]);
  for (const [predicate, value] of Object.entries(row.attrs)) {
    const statement = literalStatement({ predicate, value });
    builder.edge(
      "STATEMENT",
      id,
      null,
      articleAssertions(row, statement.fields),
      statement.statementKey,
    );
  }
}

/** The full answer is a statement of the question and its definition; the description says what is asked for. */
function addAnswer(builder: BatchBuilder, row: Placed<QuestionRow>): void {
  const { kind, slug } = graphName(`Question/${row.slug}`);
  const id = builder.id(kind, slug, row.at);
  const answer = literalStatement({ predicate: "answer", value: row.answer });
  builder.edge("STATEMENT", id, null, articleAssertions(row, answer.fields), answer.statementKey);
  builder.node(kind, slug, { scheme: ARTICLES, key: `Question/${row.slug}` }, [
    {
      sourceId: ARTICLES_SOURCE_ID,
      origin: "IMPORTED",
      fields: {
        labels: [{ locale: "en", kind: LabelKind.PREFERRED, text: row.question }],
        texts: [{ locale: "en", kind: TextKind.DEFINITION, text: row.answer }],
      },
    },
  ]);
}

function addFact(builder: BatchBuilder, row: Placed<FactRow>): void {
  const { kind, slug } = graphName(row.about);
  const { property, value, unit, comparator } = row;
  const { fields, statementKey } = literalStatement({
    predicate: property,
    value,
    unit,
    comparator,
  });
  builder.edge(
    "STATEMENT",
    builder.id(kind, slug, row.at),
    null,
    articleAssertions(row, fields),
    statementKey,
  );
}
