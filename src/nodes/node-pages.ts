import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import { compileFilter, type FilterFields, type FilterInput } from "../filters/compile-filter";
import type { Page, Wanted } from "../paging/connection";
import { type OrderFields, type OrderInput, toOrderTerms } from "../paging/order-input";
import { fetchPages } from "../paging/page-query";
import type { NodeKind } from "../shared/global-id";
import type { RowMapping } from "../shared/row-mapping";
import type { Node } from "./node.entity";

/** A list of nodes: of a kind as a whole, or at each parent `p`. The node has the alias `n`. */
export interface NodeList {
  /** Type and field it serves, e.g. `Query.roles`, `Role.levels`; its cursors belong to it. */
  name: string;
  nodeKinds: readonly NodeKind[];
  from: string;
  where: readonly string[];
  filterFields: FilterFields;
  orderFields: OrderFields;
  defaultOrder: readonly OrderInput[];
}

export interface NodePageArgs {
  first: number;
  after?: string | null;
  filter?: FilterInput | null;
  orderBy?: readonly OrderInput[] | null;
}

/** Pages of nodes of one request: one SQL statement for all parents that are asked in one tick. */
export class NodePages {
  private readonly loaders = new Map<string, DataLoader<string, Page<Node>>>();

  constructor(
    private readonly reader: Reader,
    private readonly mappings: { node: RowMapping<Node> },
  ) {}

  /** The page of a list for the parents given to the loader, by UUID; root lists take `NO_PARENT`. */
  of(list: NodeList, args: NodePageArgs, wanted: Wanted): DataLoader<string, Page<Node>> {
    const key = JSON.stringify([list.name, list.where, args, wanted]);
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader((parents) => this.fetch(list, args, wanted, parents));
      this.loaders.set(key, loader);
    }
    return loader;
  }

  private fetch(
    list: NodeList,
    args: NodePageArgs,
    wanted: Wanted,
    parents: readonly string[],
  ): Promise<Page<Node>[]> {
    return fetchPages(
      this.reader,
      parents,
      (params) => ({
        list: list.name,
        columns: this.mappings.node.columns("n", list.nodeKinds),
        from: list.from,
        where: [
          ...list.where,
          ...(args.filter ? [compileFilter(args.filter, list.filterFields, params, "n")] : []),
        ],
        id: "n.id",
        order: toOrderTerms(
          args.orderBy?.length ? args.orderBy : list.defaultOrder,
          list.orderFields,
        ),
        first: args.first,
        after: args.after ?? null,
        wanted,
      }),
      (row, cursor) => ({ cursor, node: this.mappings.node.instance(row, "n") }),
    );
  }
}
