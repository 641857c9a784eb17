import type { Database } from "../database/database";
import { ask } from "./ask";

// biome-ignore lint/suspicious/noExplicitAny: a test knows what it selects.
type Selected = any;

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: Selected[];
}

/** Everything that an edge of a page shows, and where the page ends. */
const page = (edge: string) => `{ pageInfo { hasNextPage endCursor } edges { ${edge} } }`;

/** The data of an answer. @throws Error when it has errors. */
export async function dataOf(
  database: Database,
  source: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Selected> {
  const { data, errors } = await ask(database, source, variables);
  if (errors.length > 0) throw new Error(`${JSON.stringify(errors)} in ${source}`);
  return data;
}

/** All nodes of a root list, page after page; `args` begins with a comma when there are any. */
export async function readList(
  database: Database,
  list: string,
  node: string,
  args = "",
): Promise<Selected[]> {
  const source = `query ($after: String) { ${list}(first: 100, after: $after${args}) ${page(`node { ${node} }`)} }`;
  const edges = await follow(
    async (after) => (await dataOf(database, source, { after }))[list] as Page,
  );
  return edges.map((edge) => edge.node);
}

export interface LinksOf {
  /** Root list of the parents, e.g. `roles`. */
  list: string;
  /** Type of the parents, e.g. `Role`. */
  type: string;
  /** The relation, e.g. `requirements`. */
  field: string;
  args?: string;
  /** What to select of each edge. */
  edge: string;
  /** What each link says of its parent: `id`, unless another field of it. */
  parent?: "id" | "slug";
}

/** All links of one relation of all nodes of a kind, each with its parent; lists of any length. */
export async function readLinks(
  database: Database,
  { list, type, field, args = "", edge, parent = "id" }: LinksOf,
): Promise<Selected[]> {
  const first = `links: ${field}(first: 100${args}) ${page(edge)}`;
  const further = `query ($id: ID!, $after: String) { node(id: $id) { ... on ${type} { links: ${field}(first: 100, after: $after${args}) ${page(edge)} } } }`;
  const parents = await readList(database, list, `id slug ${first}`);
  const links: Selected[] = [];
  for (const { id, slug, links: start } of parents) {
    const edges = await follow(async (after) =>
      after === null
        ? (start as Page)
        : (await dataOf(database, further, { id, after })).node.links,
    );
    links.push(...edges.map((entry) => ({ ...entry, parent: parent === "id" ? id : slug })));
  }
  return links;
}

/** The entries of all pages. */
async function follow(read: (after: string | null) => Promise<Page>): Promise<Selected[]> {
  const entries: Selected[] = [];
  for (let after: string | null = null; ; ) {
    const { pageInfo, edges }: Page = await read(after);
    entries.push(...edges);
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}
