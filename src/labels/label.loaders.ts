import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import type { Page, PageEdge, Wanted } from "../paging/connection";
import { OrderDirection, type OrderTerm } from "../paging/order";
import { fetchPages } from "../paging/page-query";
import { oneByKey } from "../shared/batching";
import { Label, type LabelKind, type LocalizedText, type TextKind } from "./label.types";
import { fallbackChain } from "./locale";

export interface LabelPageArgs {
  first: number;
  after?: string | null;
  locale?: string | null;
  kind?: LabelKind | null;
}

type LabelPage = Page<Label, PageEdge<Label>>;

/** Preferred before alternative before hidden, then by language; within a language by text. */
const ORDER: readonly OrderTerm[] = [
  {
    sql: "CASE l.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALTERNATIVE' THEN 1 ELSE 2 END",
    type: "integer",
    direction: OrderDirection.ASC,
  },
  { sql: "l.locale", type: "text", direction: OrderDirection.ASC },
];

/** Names and texts of nodes, for one request. Keys are UUIDs of nodes. */
export class LabelLoaders {
  private readonly loaders = new Map<string, unknown>();

  constructor(private readonly reader: Reader) {}

  /** Preferred label in the best language of the fallback chain; null when there is none in any of them. */
  names(locale: string): DataLoader<string, LocalizedText | null> {
    return this.localized(`names ${locale}`, locale, "label", "PREFERRED");
  }

  /** Description, definition or scope note in the best language of the fallback chain; null when there is none. */
  texts(kind: TextKind, locale: string): DataLoader<string, LocalizedText | null> {
    return this.localized(`texts ${kind} ${locale}`, locale, "node_text", kind);
  }

  /** A page of the labels of each node: preferred first, then by language and text. */
  pages(args: LabelPageArgs, wanted: Wanted): DataLoader<string, LabelPage> {
    return this.remember(
      `pages ${JSON.stringify([args, wanted])}`,
      () => new DataLoader((nodeIds) => this.fetchPages(args, wanted, nodeIds)),
    );
  }

  private localized(
    key: string,
    locale: string,
    table: "label" | "node_text",
    kind: string,
  ): DataLoader<string, LocalizedText | null> {
    const chain = fallbackChain(locale);
    return this.remember(
      key,
      () =>
        new DataLoader(async (nodeIds) => {
          const rows = await this.reader.query<LocalizedText & { nodeId: string }>(
            `SELECT DISTINCT ON (t.node_id) t.node_id AS "nodeId", t.text, t.locale
               FROM ${table} t
              WHERE t.node_id = ANY ($1::uuid[]) AND t.kind = $2 AND t.locale = ANY ($3::text[])
              ORDER BY t.node_id, array_position($3::text[], t.locale)`,
            [nodeIds, kind, chain],
          );
          return oneByKey(nodeIds, rows, (row) => row.nodeId);
        }),
    );
  }

  private fetchPages(
    args: LabelPageArgs,
    wanted: Wanted,
    nodeIds: readonly string[],
  ): Promise<LabelPage[]> {
    return fetchPages<Label, PageEdge<Label>>(
      this.reader,
      nodeIds,
      (params) => ({
        list: "Node.labels",
        columns: "l.locale, l.kind, l.text",
        from: "label l",
        where: [
          "l.node_id = p.id",
          ...(args.locale ? [`l.locale = ${params.add(args.locale)}`] : []),
          ...(args.kind ? [`l.kind = ${params.add(args.kind)}`] : []),
        ],
        id: "l.text",
        idType: "text",
        order: ORDER,
        first: args.first,
        after: args.after ?? null,
        wanted,
      }),
      ({ locale, kind, text }, cursor) => ({
        cursor,
        node: Object.assign(new Label(), { locale, kind, text }),
      }),
    );
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
