import type { Database } from "./database/database";
import {
  ARTICLE_LISTS,
  ARTICLES,
  articleName,
  articleNodeId,
  listOf,
  saidAt,
  statedValues,
  topicKindOf,
} from "./testing/article-files";
import { dataOf } from "./testing/read-all";
import {
  literalOf,
  type ReadLink,
  type ReadNode,
  type ReadStatement,
  readArticleLinks,
  readArticleNodes,
  readStatements,
  saidIn,
} from "./testing/read-articles";
import { SAMPLE_QUESTIONS } from "./testing/sample-questions";
import { openStarterGraph } from "./testing/starter-graph";

/** Everything that the articles say is read back through GraphQL and compared with the seed files. */

const { documents, entities, relations, facts, questions } = ARTICLES;
const kinds = [...new Set(entities.map(({ kind }) => kind))];
const relationTypes = [...new Set(relations.map(({ type }) => type))];

let database: Database;
let nodes: Map<string, ReadNode[]>;
let statements: ReadStatement[];
let links: ReadLink[];
beforeAll(async () => {
  database = await openStarterGraph();
  nodes = await readArticleNodes(database);
  statements = await readStatements(database);
  links = await readArticleLinks(database, statements);
}, 60_000);
afterAll(() => database.close());

/** The data of an answer without errors. */
const read = (source: string) => dataOf(database, source);

const slugsOf = (page: { nodes: { slug: string }[] }) => page.nodes.map(({ slug }) => slug).sort();

it("knows the size of what it compares", () => {
  const sizes = [documents, entities, relations, facts, questions].map((rows) => rows.length);
  expect(sizes).toEqual([5, 400, 880, 218, 17]);
});

describe("an entity of the articles", () => {
  function rowsAndNodes(kind: string) {
    const byId = new Map(nodes.get(listOf(kind))?.map((node) => [node.id, node]));
    return entities
      .filter((row) => row.kind === kind)
      .map((row) => {
        const node = byId.get(articleNodeId(`${kind}/${row.slug}`));
        if (!node) throw new Error(`the graph lost ${kind}/${row.slug}`);
        return { row, node };
      });
  }

  it("is a node of its own, and the articles state no other", () => {
    const found = [...nodes.values()].flat().map(({ id }) => articleName(id));
    expect(found.sort()).toEqual(entities.map(({ kind, slug }) => `${kind}/${slug}`).sort());
  });

  it.each(kinds)("has its names, kind and documents: %s", (kind) => {
    for (const { row, node } of rowsAndNodes(kind)) {
      const labels = node.labels.nodes.filter(({ locale }) => locale === "en");
      expect(labels.map(({ text }) => text)).toEqual(
        expect.arrayContaining([row.name, ...row.aliases]),
      );
      if (listOf(kind) === "topics") expect(node.kind).toBe(topicKindOf(kind));
      expect(saidIn(node.assertions).sort()).toEqual(saidAt(row).sort());
      expect(slugsOf(node.sources)).toEqual(
        expect.arrayContaining(["backend-articles", ...row.sources.map((id) => `article-${id}`)]),
      );
    }
  });

  it.each(kinds)(
    "keeps its description, which is shown unless a curated one comes first: %s",
    (kind) => {
      for (const { row, node } of rowsAndNodes(kind)) {
        const stated = node.assertions.nodes.find(
          ({ source }) => source.slug === "backend-articles",
        );
        const texts = JSON.parse(
          stated?.values.find(({ name }) => name === "texts")?.value ?? "[]",
        );
        expect(texts).toContainEqual({ locale: "en", kind: "DESCRIPTION", text: row.description });
        if (!slugsOf(node.sources).includes("careergraph"))
          expect(node.description).toBe(row.description);
      }
    },
  );
});

it("holds every attribute, fact and answer with unit, comparator, documents and lines, and no other", () => {
  const expected = statedValues().flatMap(({ about, predicate, value, unit, comparator, row }) =>
    saidAt(row).map((where) => JSON.stringify([about, predicate, value, unit, comparator, where])),
  );
  const found = statements
    .filter(({ object }) => object === null)
    .flatMap(({ subject, predicate, unit, comparator, assertions, ...literal }) =>
      saidIn(assertions).map((where) =>
        JSON.stringify([
          articleName(subject.id),
          predicate,
          literalOf(literal),
          unit,
          comparator,
          where,
        ]),
      ),
    );
  expect(found.sort()).toEqual([...new Set(expected)].sort());
});

describe("a relation of the articles", () => {
  /** Collaboration has no direction: here the ends stand in the order of their names. */
  const ends = (type: string, from: string, to: string) =>
    (type === "COLLABORATES_WITH" ? [from, to].sort() : [from, to]).join(" ");

  it.each(relationTypes)(
    "keeps documents, lines, wording, strength and qualifiers, and there is no other: %s",
    (type) => {
      const expected = relations
        .filter((row) => row.type === type)
        .flatMap((row) =>
          saidAt(row, row.attrs).map((where) => `${ends(type, row.from, row.to)} ${where}`),
        );
      const found = links
        .filter((link) => link.type === type)
        .flatMap((link) => {
          const pair = ends(type, articleName(link.from), articleName(link.to));
          return link.said.map((where) => `${pair} ${where}`);
        });
      expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
    },
  );
});

describe("a document", () => {
  it("is a source with title, form, author and audience, part of the articles", async () => {
    const { source } = await read(`{ source(by: { slug: "backend-articles" }) { parts { nodes {
      slug name kind form author partOf { slug } statements(predicate: "audience") { nodes { list } }
    } } } }`);
    expect(source.parts.nodes).toEqual(
      documents.map(({ id, title, form, author, audience }) => ({
        slug: `article-${id}`,
        name: title,
        kind: "DOCUMENT",
        form,
        author,
        partOf: { slug: "backend-articles" },
        statements: { nodes: audience ? [{ list: audience }] : [] },
      })),
    );
  });

  it.each(documents)("narrows every list to what it states: $id", async ({ id }) => {
    const filter = `(first: 100, filter: { statedBy: { eq: "article-${id}" } })`;
    const { role, ...counts } = await read(`{
      ${ARTICLE_LISTS.map((list) => `${list}${filter} { totalCount }`).join(" ")}
      role(by: { slug: "backend-developer" }) { requirements${filter} { nodes { slug } } }
    }`);
    const stated = entities.filter(({ sources }) => sources.includes(id));
    for (const list of ARTICLE_LISTS)
      expect([list, counts[list].totalCount]).toEqual([
        list,
        stated.filter(({ kind }) => listOf(kind) === list).length,
      ]);
    const asked = relations.filter(
      ({ type, from, to, sources }) =>
        type === "REQUIRES" &&
        from === "Role/backend-developer" &&
        !to.startsWith("Qualification/") &&
        sources.includes(id),
    );
    expect(slugsOf(role.requirements)).toEqual(
      [...new Set(asked.map(({ to }) => to.split("/")[1]))].sort(),
    );
  });
});

describe("a question that the articles answer", () => {
  it("has its words and its full answer", async () => {
    const { topics } =
      await read(`{ topics(first: 100, filter: { kind: { eq: QUESTION } }) { nodes {
      id definition labels { nodes { text } } statements(predicate: "answer") { nodes { text } }
    } } }`);
    expect(topics.nodes).toHaveLength(questions.length);
    for (const { slug, question, answer } of questions)
      expect(topics.nodes).toContainEqual({
        id: articleNodeId(`Question/${slug}`),
        definition: answer,
        labels: { nodes: expect.arrayContaining([{ text: question }]) },
        statements: { nodes: [{ text: answer }] },
      });
  });

  it.each(SAMPLE_QUESTIONS)("is asked as: $question", async ({ source, expectAnswer }) => {
    expectAnswer(await read(source));
  });
});
