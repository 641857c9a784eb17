import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import type { Node } from "../nodes/node.entity";
import type { Page, PageEdge, Wanted } from "../paging/connection";
import { OrderDirection, type OrderTerm } from "../paging/order";
import { fetchPages } from "../paging/page-query";
import type { Row, RowMapping } from "../shared/row-mapping";
import { Assertion, Qualifier } from "./assertion.types";

/** What assertions are listed for: what they say something of, or who says it. */
export type AssertionOwner = "node" | "edge" | "source";

type AssertionPage = Page<Assertion, PageEdge<Assertion>>;

export interface PageRequest {
  first: number;
  after?: string | null;
}

const COLUMNS = `a.id AS uuid, a.node_id AS "nodeId", a.edge_id AS "edgeId", a.source_id AS "sourceId", a.origin, a.locator,
  a.wording, a.strength, a.confidence, a.qualifiers, a.fields, a.revision, a.created_at AS "createdAt"`;

/** Assertions and sources of nodes and links, for one request. Keys are UUIDs of the owner. */
export class AssertionLoaders {
  private readonly loaders = new Map<string, unknown>();

  constructor(
    private readonly reader: Reader,
    private readonly mappings: { node: RowMapping<Node> },
  ) {}

  /** A page of the assertions of each owner, by the slug of their source; of a source, by id. */
  of(owner: AssertionOwner, page: PageRequest, wanted: Wanted): DataLoader<string, AssertionPage> {
    const make = () =>
      new DataLoader((ids: readonly string[]) =>
        fetchPages<Assertion, PageEdge<Assertion>>(
          this.reader,
          ids,
          () => ({
            list: `${owner} assertions`,
            columns: COLUMNS,
            from: "assertion a JOIN node s ON s.id = a.source_id",
            where: [`a.${owner}_id = p.id`],
            id: "a.id",
            // All assertions of a source have that source: the order of ids is that of an index.
            order: owner === "source" ? [] : BY_SOURCE,
            first: page.first,
            after: page.after ?? null,
            wanted,
          }),
          (row, cursor) => ({ cursor, node: toAssertion(row) }),
        ),
      );
    return this.remember(`assertions ${owner} ${JSON.stringify([page, wanted])}`, make);
  }

  /** A page of the sources that state each owner, every source once, by slug. */
  sourcesOf(
    owner: "node" | "edge",
    page: PageRequest,
    wanted: Wanted,
  ): DataLoader<string, Page<Node>> {
    const make = () =>
      new DataLoader((ids: readonly string[]) =>
        fetchPages<Node, PageEdge<Node>>(
          this.reader,
          ids,
          () => ({
            list: `${owner} sources`,
            columns: this.mappings.node.columns("s", ["SOURCE"]),
            from: `(SELECT DISTINCT a.source_id FROM assertion a WHERE a.${owner}_id = p.id) a JOIN node s ON s.id = a.source_id`,
            where: [],
            id: "s.id",
            order: BY_SOURCE,
            first: page.first,
            after: page.after ?? null,
            wanted,
          }),
          (row, cursor) => ({ cursor, node: this.mappings.node.instance(row, "s") }),
        ),
      );
    return this.remember(`sources ${owner} ${JSON.stringify([page, wanted])}`, make);
  }

  private remember<V>(key: string, make: () => V): V {
    let value = this.loaders.get(key) as V | undefined;
    if (value === undefined) {
      value = make();
      this.loaders.set(key, value);
    }
    return value;
  }
}

const BY_SOURCE: readonly OrderTerm[] = [
  { sql: "s.slug", type: "text", direction: OrderDirection.ASC },
];

interface StoredQualifier {
  name: string;
  value: string | number | boolean | string[];
  unit?: string;
}

function toAssertion(row: Row): Assertion {
  const stored = row.qualifiers as StoredQualifier[];
  return Object.assign(new Assertion(), row, { qualifiers: stored.map(toQualifier) });
}

function toQualifier({ name, value, unit }: StoredQualifier): Qualifier {
  return Object.assign(new Qualifier(), {
    name,
    text: typeof value === "string" ? value : null,
    number: typeof value === "number" ? value : null,
    boolean: typeof value === "boolean" ? value : null,
    list: Array.isArray(value) ? value : null,
    unit: unit ?? null,
  });
}
