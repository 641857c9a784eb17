import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import type { Edge } from "../edges/edge.entity";
import { compileFilter } from "../filters/compile-filter";
import type { Page, PageEdge, Wanted } from "../paging/connection";
import { OrderDirection, type OrderTerm } from "../paging/order";
import { fetchPages } from "../paging/page-query";
import type { RowMapping } from "../shared/row-mapping";
import type { Statement } from "./statement.entity";
import { STATEMENT_FILTER_FIELDS, type StatementArgs, StatementDirection } from "./statement.types";

type StatementPage = Page<Statement, PageEdge<Statement>>;

const TIE: Readonly<Record<StatementDirection, string>> = {
  [StatementDirection.OUTGOING]: "e.from_id = p.id",
  [StatementDirection.INCOMING]: "e.to_id = p.id",
  [StatementDirection.BOTH]: "(e.from_id = p.id OR e.to_id = p.id)",
};

const BY_PREDICATE: readonly OrderTerm[] = [
  { sql: "e.predicate", type: "text", direction: OrderDirection.ASC },
];

/** Pages of statements of one request. */
export class StatementLoaders {
  private readonly loaders = new Map<string, DataLoader<string, StatementPage>>();

  constructor(
    private readonly reader: Reader,
    private readonly mapping: RowMapping<Edge>,
  ) {}

  /** A page for each node, by predicate; for `null` as direction the page over all statements, under `NO_PARENT`. */
  of(
    direction: StatementDirection | null,
    args: StatementArgs,
    wanted: Wanted,
  ): DataLoader<string, StatementPage> {
    const key = JSON.stringify([direction, args, wanted]);
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader((parents) => this.fetch(direction, args, wanted, parents));
      this.loaders.set(key, loader);
    }
    return loader;
  }

  private fetch(
    direction: StatementDirection | null,
    args: StatementArgs,
    wanted: Wanted,
    parents: readonly string[],
  ): Promise<StatementPage[]> {
    return fetchPages<Statement, PageEdge<Statement>>(
      this.reader,
      parents,
      (params) => ({
        list: direction ? "Node.statements" : "Query.statements",
        columns: this.mapping.columns("e", ["STATEMENT"]),
        from: "edge e",
        where: [
          ...(direction ? [TIE[direction]] : []),
          "e.kind = 'STATEMENT'",
          ...(args.predicate ? [`e.predicate = ${params.add(args.predicate)}`] : []),
          ...(args.filter
            ? [compileFilter(args.filter, STATEMENT_FILTER_FIELDS, params, "e")]
            : []),
        ],
        id: "e.id",
        order: BY_PREDICATE,
        first: args.first,
        after: args.after ?? null,
        wanted,
      }),
      (row, cursor) => ({ cursor, node: this.mapping.instance(row, "e") as Statement }),
    );
  }
}
