import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import { compileFilter, type FilterInput } from "../filters/compile-filter";
import type { Node } from "../nodes/node.entity";
import type { Page, PageEdge, Wanted } from "../paging/connection";
import { type OrderInput, toOrderTerms } from "../paging/order-input";
import { fetchPages } from "../paging/page-query";
import { NODE_TAGS } from "../shared/global-id";
import type { RowMapping } from "../shared/row-mapping";
import type { Edge } from "./edge.entity";
import { joinOf, type Relation } from "./relation";

/** A relation to nodes of all kinds needs no condition on the kind. */
const ALL_KINDS = Object.keys(NODE_TAGS).length;

/** What a client asks of one page of links. */
export interface EdgePageArgs {
  first: number;
  after?: string | null;
  filter?: FilterInput | null;
  orderBy?: readonly OrderInput[] | null;
}

/** A link as an entry of a page, with the node at its other end. */
export type EdgeEntry = Edge & PageEdge<Node>;

export type EdgePage = Page<Node, EdgeEntry>;

/** Pages of links of one request: one SQL statement for all parents that are asked in one tick. */
export class EdgePages {
  private readonly loaders = new Map<string, DataLoader<string, EdgePage>>();

  constructor(
    private readonly reader: Reader,
    private readonly mappings: { node: RowMapping<Node>; edge: RowMapping<Edge> },
  ) {}

  /** The page of a relation for the parents given to the loader: by UUID, one page for each. */
  of(relation: Relation, args: EdgePageArgs, wanted: Wanted): DataLoader<string, EdgePage> {
    const key = JSON.stringify([relation.name, args, wanted]);
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader((parents) => this.fetch(relation, args, wanted, parents));
      this.loaders.set(key, loader);
    }
    return loader;
  }

  private fetch(
    relation: Relation,
    args: EdgePageArgs,
    wanted: Wanted,
    parents: readonly string[],
  ): Promise<EdgePage[]> {
    const join = joinOf(relation);
    return fetchPages<Node, EdgeEntry>(
      this.reader,
      parents,
      (params) => ({
        list: relation.name,
        columns: `${this.mappings.edge.columns("e", [relation.kind])}, ${this.mappings.node.columns("n", relation.nodeKinds)}`,
        from: join.from,
        where: [
          join.where,
          `e.kind = ${params.add(relation.kind)}`,
          ...(relation.nodeKinds.length < ALL_KINDS
            ? [`n.kind = ANY (${params.add(relation.nodeKinds)}::text[])`]
            : []),
          ...(args.filter ? [compileFilter(args.filter, relation.filterFields, params, "e")] : []),
        ],
        id: "e.id",
        order: toOrderTerms(
          args.orderBy?.length ? args.orderBy : relation.defaultOrder,
          relation.orderFields,
        ),
        first: args.first,
        after: args.after ?? null,
        wanted,
      }),
      (row, cursor) => {
        const edge = this.mappings.edge.instance(row, "e", relation.edgeType()) as EdgeEntry;
        edge.cursor = cursor;
        edge.node = this.mappings.node.instance(row, "n");
        return edge;
      },
    );
  }
}
