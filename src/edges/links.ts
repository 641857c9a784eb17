import type { GraphQLResolveInfo } from "graphql";
import {
  Args,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { FilterFields } from "../filters/compile-filter";
import { Node } from "../nodes/node.entity";
import { makeConnection, type PageEdge, wantedOf } from "../paging/connection";
import type { OrderFields, OrderInput } from "../paging/order-input";
import type { Context } from "../server/context";
import type { NodeKind } from "../shared/global-id";
import { Edge, type EdgeKind } from "./edge.entity";
import { EdgeArgs } from "./edge-args";
import { EDGE_FILTER_FIELDS } from "./edge-filter";
import { BY_NAME, EDGE_ORDER_FIELDS } from "./edge-order";
import type { EdgePage, EdgePageArgs } from "./edge-pages";
import type { Relation } from "./relation";

type NodeType = ClassType<Node> | (abstract new () => Node);

/** Links of one kind, seen from one side. */
export interface LinksOptions {
  /** Name of the GraphQL edge type without `Edge`, e.g. `Prerequisite`. */
  name: string;
  kind: EdgeKind;
  /** The entity whose attributes the edge type shows. */
  entity: abstract new () => Edge;
  /** One sentence: what one such link says. */
  description: string;
  /** Type of the node at the other end: a noun, or `Node` where it can be of several. */
  node: NodeType;
  nodeKinds: readonly NodeKind[];
  nodeDescription: string;
  args?: ClassType<EdgePageArgs>;
  filterFields?: FilterFields;
  orderFields?: OrderFields;
  defaultOrder?: readonly OrderInput[];
}

export interface Links extends LinksOptions {
  edgeType: ClassType<object>;
  connectionType: ClassType<object>;
}

/** Makes the edge and connection types for links of one kind seen from one side. */
export function makeLinks(options: LinksOptions): Links {
  const Base = options.entity as unknown as ClassType<Edge>;

  @ObjectType(`${options.name}Edge`, { implements: Edge, description: options.description })
  class LinkEdge extends Base {
    @Field(() => String, { description: "Cursor of this entry, for `after`." })
    cursor!: string;

    @Field(() => options.node as ClassType<Node>, { description: options.nodeDescription })
    node!: Node;
  }
  const edgeType = LinkEdge as unknown as ClassType<PageEdge<Node>>;
  const connectionType = makeConnection<Node>(
    options.name,
    () => options.node as ClassType<Node>,
    () => edgeType,
  );
  return { ...options, edgeType, connectionType };
}

/** Where links are shown: a field on a type. */
export interface LinkField {
  on: NodeType;
  field: string;
  parent: Relation["parent"];
  /** What the field gives, from the view of the type it stands on. */
  description: string;
}

/** The resolver class that adds one field of links to a type; one SQL statement for all parents of a query. */
export function makeLinkResolver(
  links: Links,
  { on, field, parent, description }: LinkField,
): ClassType<object> {
  const relation: Relation = {
    name: `${on.name}.${field}`,
    kind: links.kind,
    parent,
    nodeKinds: links.nodeKinds,
    edgeType: () => links.edgeType as unknown as { prototype: object },
    filterFields: links.filterFields ?? EDGE_FILTER_FIELDS,
    orderFields: links.orderFields ?? EDGE_ORDER_FIELDS,
    defaultOrder: links.defaultOrder ?? BY_NAME,
  };

  @Resolver(() => on as ClassType<Node>)
  class LinkResolver {
    @FieldResolver(() => links.connectionType, { name: field, description })
    // TypeGraphQL tells field resolvers of one type apart by the name of their method.
    [field](
      @Root() node: Node,
      @Args(() => links.args ?? EdgeArgs) args: EdgePageArgs,
      @Ctx() { loaders }: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<EdgePage> {
      return loaders.edgePages.of(relation, args, wantedOf(info)).load(node.uuid);
    }
  }
  return LinkResolver;
}
