import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Extensions,
  Field,
  ID,
  Info,
  InputType,
  Query,
  Resolver,
} from "type-graphql";
import { type FilterFields, requireOne } from "../filters/compile-filter";
import { makeConnection, makeListEdge, type Page, wantedOf } from "../paging/connection";
import { OrderDirection } from "../paging/order";
import type { OrderFields, OrderInput } from "../paging/order-input";
import { PageArgs } from "../paging/page-args";
import { NO_PARENT } from "../paging/page-query";
import type { Context } from "../server/context";
import { type NodeKind, requireGlobalId } from "../shared/global-id";
import type { Node } from "./node.entity";
import type { NodeLookup, NodeLookups, NodeStanding } from "./node.loaders";
import { NODE_ORDER_FIELDS, NodeOrder } from "./node-order";
import type { NodeList, NodePageArgs } from "./node-pages";

@InputType({ description: "Names a concept of another classification by its code." })
export class ExternalCodeInput {
  @Field(() => String, { description: "The classification, e.g. `ONET`." })
  @MaxLength(300)
  scheme!: string;

  @Field(() => String, { description: "Code of the concept in it, e.g. `15-1252.00`." })
  @MaxLength(300)
  code!: string;
}

@InputType({ description: "Names one node. Give exactly one of the fields." })
@Extensions({ isOneOf: true })
export class NodeBy {
  @Field(() => ID, {
    nullable: true,
    description: "Its permanent id, e.g. from an earlier answer.",
  })
  @IsOptional()
  @MaxLength(100)
  id?: string | null;

  @Field(() => String, { nullable: true, description: "Its slug, e.g. `backend-developer`." })
  @IsOptional()
  @MaxLength(300)
  slug?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Address of a concept of another classification that it matches exactly, e.g. an ESCO address.",
  })
  @IsOptional()
  @MaxLength(2_000)
  externalUri?: string | null;

  @Field(() => ExternalCodeInput, {
    nullable: true,
    description:
      'Code of a concept of another classification that it matches exactly, e.g. `{ scheme: "ONET", code: "15-1252.00" }`.',
  })
  @IsOptional()
  @ValidateNested()
  externalCode?: ExternalCodeInput | null;
}

export interface NodeQueriesOptions<N extends Node> {
  type: ClassType<N>;
  kind: NodeKind;
  /** Names of the two root fields, e.g. `role` and `roles`. */
  singular: string;
  plural: string;
  /** What the nodes are, for descriptions: `roles`. */
  words: string;
  filter: ClassType<object>;
  filterFields: FilterFields;
  orderFields?: OrderFields;
  order?: ClassType<OrderInput>;
  defaultOrder?: readonly OrderInput[];
  defaultOrderWords?: string;
}

const BY_NAME = [{ field: "NAME", direction: OrderDirection.ASC }];

/** Connection types by node type: made once, used by root lists and by lists on other types. */
const connections = new Map<unknown, ClassType<Page<Node>>>();

/**
 * The connection type of a list of nodes without link attributes, e.g. `RoleConnection`.
 * Call it while modules load, not inside a type thunk: the schema collects its types before it asks thunks.
 */
export function nodeConnection(type: ClassType<Node>): ClassType<Page<Node>> {
  let connection = connections.get(type);
  if (!connection) {
    const edge = makeListEdge<Node>(type.name, () => type);
    connection = makeConnection<Node>(
      type.name,
      () => type,
      () => edge,
    );
    connections.set(type, connection);
  }
  return connection;
}

/** The root pair of a kind: one node by id, slug, address or code, and the list of all. */
export function makeNodeQueries<N extends Node>(options: NodeQueriesOptions<N>): ClassType<object> {
  const { type, kind, singular, plural, words, filter, order = NodeOrder } = options;
  const connection = nodeConnection(type);
  const list: NodeList = {
    name: `Query.${plural}`,
    nodeKinds: [kind],
    from: "node n",
    where: [`n.kind = '${kind}'`],
    filterFields: options.filterFields,
    orderFields: options.orderFields ?? NODE_ORDER_FIELDS,
    defaultOrder: options.defaultOrder ?? BY_NAME,
  };
  const activeList: NodeList = {
    ...list,
    where: [...list.where, "n.status = 'ACTIVE'"],
  };

  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(() => filter, {
      nullable: true,
      description: `Which ${words} to give; all active ones when left out.`,
    })
    @IsOptional()
    @ValidateNested()
    filter?: object | null;

    @Field(() => [order], {
      nullable: true,
      description: `What to sort by, the first criterion first; at most 5. Without it: ${options.defaultOrderWords ?? "by name"}.`,
    })
    @IsOptional()
    @ArrayMaxSize(5)
    @ValidateNested({ each: true })
    orderBy?: OrderInput[] | null;
  }

  @Resolver()
  class NodeQueries {
    @Query(() => type, {
      name: singular,
      nullable: true,
      description: `One of the ${words}; null when there is none. An id of a source key that was merged into another node gives that node.`,
    })
    one(
      @Arg("by", () => NodeBy, {
        description: "Which one: by exactly one of id, slug, external address or external code.",
      })
      by: NodeBy,
      @Ctx() context: Context,
    ): Promise<Node | null> {
      return findNode(context, by, kind);
    }

    @Query(() => connection, { name: plural, description: `A page of the ${words}.` })
    many(
      @Args(() => ListArgs) args: NodePageArgs,
      @Ctx() { loaders }: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Page<Node>> {
      const shown = asksStatus(args.filter) ? list : activeList;
      return loaders.nodePages.of(shown, args, wantedOf(info)).load(NO_PARENT);
    }
  }
  return NodeQueries;
}

interface StatusFilter {
  status?: object | null;
  and?: readonly StatusFilter[] | null;
  or?: readonly StatusFilter[] | null;
  not?: StatusFilter | null;
}

/** Whether a filter says anything of the status of nodes. */
function asksStatus(filter: StatusFilter | null | undefined): boolean {
  if (!filter) return false;
  const { status, and, or, not } = filter;
  return Boolean(status) || asksStatus(not) || [...(and ?? []), ...(or ?? [])].some(asksStatus);
}

/**
 * The node of a kind that `by` names, or null. One SQL statement, shared by all look-ups of a tick.
 * @throws AppError BAD_USER_INPUT for a malformed id, the id of another kind, or not exactly one field.
 */
export function findNode(
  { loaders }: Context,
  by: NodeBy,
  kind: NodeKind,
  path = "by",
): Promise<Node | null> {
  return lookUp(loaders.nodes, by, kind, path);
}

/** The same without what the node shows, for arguments that name many. */
export function findStanding(
  { loaders }: Context,
  by: NodeBy,
  kind: NodeKind,
  path: string,
): Promise<NodeStanding | null> {
  return lookUp(loaders.nodes.standing, by, kind, path);
}

async function lookUp<N extends NodeStanding>(
  nodes: NodeLookups<N>,
  by: NodeBy,
  kind: NodeKind,
  path: string,
): Promise<N | null> {
  requireOne(by, path);
  const lookup = toLookup(by, kind);
  if (lookup) return nodes.byKey.load(lookup);
  const { uuid } = requireGlobalId(by.id ?? "", `${path}.id`, [kind]);
  const node = await nodes.byId.load(uuid);
  return node?.kind === kind ? node : null;
}

/** What `by` looks up other than by id; null when it gives an id. */
function toLookup({ slug, externalUri, externalCode }: NodeBy, kind: NodeKind): NodeLookup | null {
  if (typeof slug === "string") return { kind, by: "slug", value: slug };
  if (typeof externalUri === "string") return { kind, by: "externalUri", value: externalUri };
  if (!externalCode) return null;
  return { kind, by: "externalCode", value: externalCode.code, scheme: externalCode.scheme };
}
