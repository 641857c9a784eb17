import type { Database } from "../database/database";
import { ARTICLE_LISTS, said, type Value } from "./article-files";
import { readLinks, readList } from "./read-all";

/** What the articles say, read back through GraphQL. */

interface Qualifier {
  name: string;
  text: string | null;
  number: number | null;
  boolean: boolean | null;
  list: string[] | null;
}

interface Assertions {
  nodes: {
    source: { slug: string };
    locator: string | null;
    wording: string | null;
    strength: string | null;
    qualifiers: Qualifier[];
    values: { name: string; value: string }[];
  }[];
}

const ASSERTIONS =
  "assertions(first: 100) { nodes { source { slug } locator wording strength qualifiers { name text number boolean list } values { name value } } }";

/** Where documents say something, and how, in the form of `saidAt`. */
export function saidIn({ nodes }: Assertions): string[] {
  return nodes
    .filter(({ source }) => source.slug.startsWith("article-"))
    .map(({ source, locator, wording, strength, qualifiers }) =>
      said(source.slug, locator, {
        ...(wording === null ? {} : { wording }),
        ...(strength === null ? {} : { strength }),
        ...Object.fromEntries(qualifiers.map((q) => [q.name, literalOf(q)])),
      }),
    );
}

/** The one value that is set. */
export function literalOf(literal: Omit<Qualifier, "name">): Value {
  const value = literal.text ?? literal.number ?? literal.boolean ?? literal.list;
  if (value === null) throw new Error("no value is set");
  return value;
}

export interface ReadNode {
  id: string;
  slug: string;
  kind?: string;
  description: string | null;
  labels: { nodes: { text: string; locale: string }[] };
  sources: { nodes: { slug: string }[] };
  assertions: Assertions;
}

/** Every node that the articles state, but the levels of roles: by the name of its list. */
export async function readArticleNodes(database: Database): Promise<Map<string, ReadNode[]>> {
  const node = `id slug description labels(first: 100) { nodes { text locale } } sources(first: 100) { nodes { slug } } ${ASSERTIONS}`;
  const nodes = new Map<string, ReadNode[]>();
  for (const list of ARTICLE_LISTS)
    nodes.set(
      list,
      await readList(
        database,
        list,
        list === "topics" ? `kind ${node}` : node,
        ', filter: { statedBy: { eq: "backend-articles" } }',
      ),
    );
  return nodes;
}

export interface ReadStatement extends Omit<Qualifier, "name"> {
  subject: { id: string };
  object: { id: string } | null;
  predicate: string;
  unit: string | null;
  comparator: string | null;
  assertions: Assertions;
}

/** Every statement of the graph. */
export function readStatements(database: Database): Promise<ReadStatement[]> {
  return readList(
    database,
    "statements",
    `subject { id } object { id } predicate text number boolean list unit comparator ${ASSERTIONS}`,
  );
}

const DOCUMENTS_ONLY = ', filter: { statedBy: { startsWith: "article-" } }';

/** The typed lists that hold relations of the articles. */
const TYPED = [
  ["REQUIRES", "roles", "Role", "requirements"],
  ["REQUIRES", "roles", "Role", "qualifications"],
  ["IS_A", "roles", "Role", "broader"],
  ["IS_A", "specializations", "Specialization", "broader"],
  ["IS_A", "technologies", "Technology", "broader"],
  ["FOR_LANGUAGE", "technologies", "Technology", "belongsTo"],
  ["HAS_SPECIALIZATION", "roles", "Role", "specializations"],
  ["COLLABORATES_WITH", "roles", "Role", "collaborations"],
  ["PROGRESSES_TO", "careerLevels", "CareerLevel", "progressesTo"],
  ["PROGRESSES_TO", "roles", "Role", "progressesTo"],
  ["DEMONSTRATES", "qualifications", "Qualification", "evidences"],
] as const;

export interface ReadLink {
  /** Type of the relation in the articles, e.g. `REQUIRES`. */
  type: string;
  from: string;
  to: string;
  said: string[];
}

/** Every link that documents state, as a typed edge, a role level or a statement. */
export async function readArticleLinks(
  database: Database,
  statements: readonly ReadStatement[],
): Promise<ReadLink[]> {
  const links: ReadLink[] = statements.flatMap(({ subject, object, predicate, assertions }) =>
    object
      ? [
          {
            type: predicate.toUpperCase(),
            from: subject.id,
            to: object.id,
            said: saidIn(assertions),
          },
        ]
      : [],
  );
  for (const [type, list, parentType, field] of TYPED) {
    const edges = await readLinks(database, {
      list,
      type: parentType,
      field,
      args: DOCUMENTS_ONLY,
      edge: `node { id } ${ASSERTIONS}`,
    });
    for (const { parent, node, assertions } of edges)
      links.push({ type, from: parent, to: node.id, said: saidIn(assertions) });
  }
  // Read from the end: the list of a role shows what its specializations do, too.
  const performers = await readLinks(database, {
    list: "responsibilities",
    type: "Responsibility",
    field: "performedBy",
    args: DOCUMENTS_ONLY,
    edge: `node { id } ${ASSERTIONS}`,
  });
  for (const { parent, node, assertions } of performers)
    links.push({ type: "PERFORMS", from: node.id, to: parent, said: saidIn(assertions) });
  const levels = await readList(
    database,
    "roleLevels",
    `role { id } careerLevel { id } ${ASSERTIONS}`,
    ', filter: { statedBy: { eq: "backend-articles" } }',
  );
  for (const { role, careerLevel, assertions } of levels)
    links.push({ type: "HAS_LEVEL", from: role.id, to: careerLevel.id, said: saidIn(assertions) });
  return links;
}
