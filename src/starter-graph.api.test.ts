import type { Database } from "./database/database";
import {
  ARTICLES,
  articleNodeId,
  placesOf,
  type Stated,
  type Value,
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
  said,
  saidIn,
} from "./testing/read-articles";
import { openStarterGraph } from "./testing/starter-graph";

/** Everything that the articles say is read back through GraphQL and compared with the seed files. */

const { documents, entities, relations, facts, questions } = ARTICLES;
const nameOf = new Map(
  entities.map(({ kind, slug }) => [articleNodeId(`${kind}/${slug}`), `${kind}/${slug}`]),
);

/** Which list holds an entity; topics have the rest. */
const LISTS: Readonly<Record<string, string>> = {
  Role: "roles",
  CareerLevel: "careerLevels",
  Specialization: "specializations",
  Skill: "skills",
  Practice: "skills",
  Technology: "technologies",
  Responsibility: "responsibilities",
  Qualification: "qualifications",
  LearningResource: "learningResources",
};

/** Kinds of topics that the graph calls otherwise than the articles. */
const TOPIC_KINDS: Readonly<Record<string, string>> = {
  WorkCondition: "WORKING_CONDITION",
  CareerBenefit: "BENEFIT",
};

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

const kinds = [...new Set(entities.map(({ kind }) => kind))];
const relationTypes = [...new Set(relations.map(({ type }) => type))];

it("knows the size of what it compares", () => {
  expect([documents, entities, relations, facts, questions].map((rows) => rows.length)).toEqual([
    5, 400, 880, 218, 17,
  ]);
  expect(nameOf.size).toBe(400);
});

describe("an entity of the articles", () => {
  function rowsAndNodes(kind: string) {
    const byId = new Map((nodes.get(LISTS[kind] ?? "topics") ?? []).map((node) => [node.id, node]));
    return entities
      .filter((row) => row.kind === kind)
      .map((row) => {
        const node = byId.get(articleNodeId(`${kind}/${row.slug}`));
        if (!node) throw new Error(`the graph lost ${kind}/${row.slug}`);
        return { row, node };
      });
  }

  it("is a node of its own, and the articles state no other", () => {
    const found = [...nodes.values()].flat().map(({ id }) => nameOf.get(id) ?? id);
    expect(found.sort()).toEqual([...nameOf.values()].sort());
  });

  it.each(kinds)("has its names, kind and documents: %s", (kind) => {
    const topicKind = TOPIC_KINDS[kind] ?? kind.replace(/(?!^)([A-Z])/g, "_$1").toUpperCase();
    for (const { row, node } of rowsAndNodes(kind)) {
      const labels = node.labels.nodes.filter(({ locale }) => locale === "en");
      expect(labels.map(({ text }) => text)).toEqual(
        expect.arrayContaining([row.name, ...row.aliases]),
      );
      if (!LISTS[kind]) expect(node.kind).toBe(topicKind);
      expect(saidIn(node.assertions).sort()).toEqual(
        placesOf(row)
          .map((place) => said(place))
          .sort(),
      );
      expect(node.sources.nodes.map(({ slug }) => slug)).toEqual(
        expect.arrayContaining(["backend-articles", ...row.sources.map((id) => `article-${id}`)]),
      );
    }
  });

  it.each(kinds)(
    "keeps its description, shown unless a curated one stands before it: %s",
    (kind) => {
      for (const { row, node } of rowsAndNodes(kind)) {
        const stated = node.assertions.nodes.find(
          ({ source }) => source.slug === "backend-articles",
        );
        const texts: { kind: string; text: string }[] = JSON.parse(
          stated?.values.find(({ name }) => name === "texts")?.value ?? "[]",
        );
        expect(texts).toContainEqual({ locale: "en", kind: "DESCRIPTION", text: row.description });
        const isCurated = node.sources.nodes.some(({ slug }) => slug === "careergraph");
        if (!isCurated) expect(node.description).toBe(row.description);
      }
    },
  );
});

describe("a value that the articles state", () => {
  const entry = (
    subject: string | undefined,
    predicate: string,
    value: Value,
    unit: string | null,
    comparator: string | null,
    where: string,
  ) => JSON.stringify([subject, predicate, value, unit, comparator, where]);

  const expected = new Set<string>();
  const expect_ = (
    row: Stated,
    about: string,
    property: string,
    value: Value,
    unit: string | null = null,
    comparator: string | null = null,
  ) => {
    for (const place of placesOf(row))
      expected.add(entry(about, property, value, unit, comparator, said(place)));
  };
  for (const row of entities)
    for (const [name, value] of Object.entries(row.attrs))
      expect_(row, `${row.kind}/${row.slug}`, name, value);
  for (const row of facts)
    expect_(row, row.about, row.property, row.value, row.unit, row.comparator ?? null);
  for (const row of questions) expect_(row, `Question/${row.slug}`, "answer", row.answer);

  it("is a statement with unit, comparator, documents and lines, and there is no other", () => {
    const found = statements
      .filter(({ object }) => object === null)
      .flatMap(({ subject, predicate, unit, comparator, assertions, ...value }) =>
        saidIn(assertions).map((where) =>
          entry(nameOf.get(subject.id), predicate, literalOf(value), unit, comparator, where),
        ),
      );
    expect(found.sort()).toEqual([...expected].sort());
  });
});

describe("a relation of the articles", () => {
  /** Collaboration has no direction: the ends stand in the order of their names. */
  const ends = (type: string, from: string, to: string) =>
    (type === "COLLABORATES_WITH" ? [from, to].sort() : [from, to]).join(" ");

  it.each(relationTypes)(
    "keeps documents, lines, wording, strength and qualifiers, and there is no other: %s",
    (type) => {
      const expected = relations
        .filter((row) => row.type === type)
        .flatMap((row) =>
          placesOf(row).map((place) => `${ends(type, row.from, row.to)} ${said(place, row.attrs)}`),
        );
      const found = links
        .filter((link) => link.type === type)
        .flatMap(({ from, to, said: places }) => {
          const pair = ends(type, nameOf.get(from) ?? from, nameOf.get(to) ?? to);
          return places.map((place) => `${pair} ${place}`);
        });
      expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
    },
  );
});

describe("a document", () => {
  it("is a source with title, form, author and audience, part of the articles", async () => {
    const { source } = await dataOf(
      database,
      `{ source(by: { slug: "backend-articles" }) { kind parts(first: 100) { nodes {
        slug name kind form author partOf { slug } statements(predicate: "audience") { nodes { list } }
      } } } }`,
    );
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

  it.each(documents.map(({ id }) => id))("narrows every list to what it states: %s", async (id) => {
    const filter = `(filter: { statedBy: { eq: "article-${id}" } })`;
    const lists = [...new Set(Object.values(LISTS)), "topics"];
    const data = await dataOf(
      database,
      `{ ${lists.map((list) => `${list}${filter} { totalCount }`).join(" ")}
         role(by: { slug: "backend-developer" }) { requirements${filter} { totalCount } } }`,
    );
    const { role, ...counts } = data;
    for (const list of lists)
      expect([list, counts[list].totalCount]).toEqual([
        list,
        entities.filter((row) => (LISTS[row.kind] ?? "topics") === list && row.sources.includes(id))
          .length,
      ]);
    const asked = relations.filter(
      ({ type, from, to, sources }) =>
        type === "REQUIRES" &&
        from === "Role/backend-developer" &&
        !to.startsWith("Qualification/") &&
        sources.includes(id),
    );
    expect(role.requirements.totalCount).toBe(new Set(asked.map(({ to }) => to)).size);
  });
});

describe("a question of the articles", () => {
  it("has its words and its full answer", async () => {
    const { topics } = await dataOf(
      database,
      `{ topics(first: 100, filter: { kind: { eq: QUESTION } }) { nodes {
        id definition labels { nodes { text } } statements(predicate: "answer") { nodes { text } }
      } } }`,
    );
    expect(topics.nodes).toHaveLength(questions.length);
    for (const { slug, question, answer } of questions) {
      const id = articleNodeId(`Question/${slug}`);
      expect(topics.nodes).toContainEqual({
        id,
        definition: answer,
        labels: { nodes: expect.arrayContaining([{ text: question }]) },
        statements: { nodes: [{ text: answer }] },
      });
    }
  });
});
