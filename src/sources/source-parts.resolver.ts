import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { nodeFilterFields } from "../nodes/node-filter";
import { NODE_ORDER_FIELDS } from "../nodes/node-order";
import type { NodeList } from "../nodes/node-pages";
import { nodeConnection } from "../nodes/node-queries";
import { requireLoadedOrNull } from "../nodes/require-loaded";
import { wantedOf } from "../paging/connection";
import { OrderDirection } from "../paging/order";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import { Source } from "./source.entity";

const SourceConnection = nodeConnection(Source);

const PARTS: NodeList = {
  name: "Source.parts",
  nodeKinds: ["SOURCE"],
  from: "node n",
  where: ["n.part_of_id = p.id"],
  filterFields: nodeFilterFields("SOURCE"),
  orderFields: NODE_ORDER_FIELDS,
  defaultOrder: [{ field: "SLUG", direction: OrderDirection.ASC }],
};

@Resolver(() => Source)
export class SourcePartsResolver {
  @FieldResolver(() => Source, {
    nullable: true,
    description: "The data set that a document belongs to; null when it stands alone.",
  })
  partOf(@Root() source: Source, @Ctx() { loaders }: Context): Promise<Source | null> {
    return requireLoadedOrNull(source.partOfId, (id) => loaders.nodes.byId.load(id), Source);
  }

  @FieldResolver(() => SourceConnection, {
    description: "Documents that belong to this data set, by slug.",
  })
  parts(
    @Root() source: Source,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.nodePages.of(PARTS, { first, after }, wantedOf(info)).load(source.uuid);
  }
}
