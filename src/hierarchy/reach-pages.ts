import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import type { EdgeKind } from "../edges/edge.entity";
import type { Node } from "../nodes/node.entity";
import type { Page, PageEdge, Wanted } from "../paging/connection";
import { byName, OrderDirection, type OrderTerm } from "../paging/order";
import { fetchPages } from "../paging/page-query";
import type { NodeKind } from "../shared/global-id";
import type { RowMapping } from "../shared/row-mapping";

/** Which links are followed, and in which direction. */
export interface Reach {
  /** Type and field it serves, e.g. `Skill.ancestors`; tells loaders apart. */
  name: string;
  kind: EdgeKind;
  /** `forward`: from start to end of a link. */
  direction: "forward" | "backward";
  /** Whether only ESSENTIAL links are followed. */
  essentialOnly: boolean;
  nodeKinds: readonly NodeKind[];
}

export interface ReachArgs {
  first: number;
  after?: string | null;
  maxDepth: number;
}

/** A node that is reached, with the least number of links on the way to it. */
export interface ReachedEntry extends PageEdge<Node> {
  depth: number;
}

export type ReachedPage = Page<Node, ReachedEntry>;

const ORDER: readonly OrderTerm[] = [
  { sql: "d.depth", type: "integer", direction: OrderDirection.ASC },
  byName("n"),
];

/** Everything that can be reached over links of one kind, for one request: one SQL statement for all parents. */
export class ReachPages {
  private readonly loaders = new Map<string, DataLoader<string, ReachedPage>>();

  constructor(
    private readonly reader: Reader,
    private readonly mappings: { node: RowMapping<Node> },
  ) {}

  /** A page for each node given by UUID: nearest first, then by name. The node itself is not part of it. */
  of(reach: Reach, args: ReachArgs, wanted: Wanted): DataLoader<string, ReachedPage> {
    const key = JSON.stringify([reach.name, reach.essentialOnly, args, wanted]);
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader((parents) => this.fetch(reach, args, wanted, parents));
      this.loaders.set(key, loader);
    }
    return loader;
  }

  private fetch(
    reach: Reach,
    args: ReachArgs,
    wanted: Wanted,
    parents: readonly string[],
  ): Promise<ReachedPage[]> {
    const [near, far] = reach.direction === "forward" ? ["from_id", "to_id"] : ["to_id", "from_id"];
    const followed = `e.kind = '${reach.kind}'${reach.essentialOnly ? " AND e.requirement = 'ESSENTIAL'" : ""}`;
    return fetchPages<Node, ReachedEntry>(
      this.reader,
      parents,
      (params) => ({
        list: reach.name,
        columns: `${this.mappings.node.columns("n", reach.nodeKinds)}, d.depth AS depth`,
        // Depth is part of the row, so a cycle would go round until maxDepth and end there.
        from: `(WITH RECURSIVE walk (id, depth) AS (
                  SELECT e.${far}, 1 FROM edge e WHERE e.${near} = p.id AND ${followed}
                  UNION
                  SELECT e.${far}, w.depth + 1 FROM walk w JOIN edge e ON e.${near} = w.id AND ${followed}
                   WHERE w.depth < ${params.add(args.maxDepth)}::integer
                )
                SELECT w.id, min(w.depth) AS depth FROM walk w GROUP BY w.id) d JOIN node n ON n.id = d.id`,
        where: ["d.id <> p.id"],
        id: "n.id",
        order: ORDER,
        first: args.first,
        after: args.after ?? null,
        wanted,
      }),
      (row, cursor) => ({
        cursor,
        node: this.mappings.node.instance(row, "n"),
        depth: Number(row.depth),
      }),
    );
  }
}
