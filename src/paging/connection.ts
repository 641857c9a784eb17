import type { GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { type ClassType, Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Where a page stands in its list, after the Relay specification." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follow this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether something comes before this page, that is, whether `after` was given.",
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the first entry; null on an empty page.",
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last entry, for `after`; null on an empty page.",
  })
  endCursor!: string | null;
}

/** One entry of a page: its place and what stands there. */
export interface PageEdge<N> {
  cursor: string;
  node: N;
}

/** A page as loaders give it and connection types show it. */
export interface Page<N, E extends PageEdge<N> = PageEdge<N>> {
  edges: E[];
  nodes: N[];
  pageInfo: PageInfo;
  /** Null when it was not asked for. */
  totalCount: number | null;
}

/** Arranges entries as a page. */
export function makePage<N, E extends PageEdge<N>>(
  edges: E[],
  totalCount: number | null,
  hasNextPage: boolean,
  hasPreviousPage: boolean,
): Page<N, E> {
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    totalCount,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The edge type of a list whose entries have no attributes of their own, e.g. `SkillEdge` of the root list `skills`. */
export function makeListEdge<N extends object>(
  name: string,
  nodeType: () => ClassType<N> | (abstract new () => N),
): ClassType<PageEdge<N>> {
  @ObjectType(`${name}Edge`, { description: `One entry of a ${name}Connection.` })
  class ListEdge {
    @Field(() => String, { description: "Cursor of this entry, for `after`." })
    cursor!: string;

    @Field(nodeType as () => ClassType<N>, { description: "What stands here." })
    node!: N;
  }
  return ListEdge as unknown as ClassType<PageEdge<N>>;
}

/** The connection type over an edge type: `edges`, `nodes`, `pageInfo`, `totalCount`. */
export function makeConnection<N extends object>(
  name: string,
  nodeType: () => ClassType<N> | (abstract new () => N),
  edgeType: () => ClassType<PageEdge<N>>,
): ClassType<Page<N>> {
  @ObjectType(`${name}Connection`, { description: `A page of a list, with its total count.` })
  class Connection {
    @Field(() => [edgeType() as ClassType<object>], {
      description:
        "The entries of this page in order, each with its cursor and what is known of the link.",
    })
    edges!: PageEdge<N>[];

    @Field(() => [nodeType() as ClassType<N>], {
      description: "The same entries without cursor and link.",
    })
    nodes!: N[];

    @Field(() => PageInfo, { description: "Where this page stands in the list." })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description:
        "How many entries the whole list has after filtering. Counted only when asked for.",
    })
    totalCount!: number | null;
  }
  return Connection as unknown as ClassType<Page<N>>;
}

/** Which parts of a connection a query asks for; the rest is not computed. */
export interface Wanted {
  total: boolean;
  rows: boolean;
}

/** Reads the selection below a connection field, fragments included. */
export function wantedOf(info: GraphQLResolveInfo): Wanted {
  const wanted: Wanted = { total: false, rows: false };
  const visit = (selectionSet: SelectionSetNode | undefined): void => {
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === "Field") {
        if (selection.name.value === "totalCount") wanted.total = true;
        else if (selection.name.value !== "__typename") wanted.rows = true;
      } else if (selection.kind === "InlineFragment") visit(selection.selectionSet);
      else visit(info.fragments[selection.name.value]?.selectionSet);
    }
  };
  for (const field of info.fieldNodes) visit(field.selectionSet);
  return wanted;
}
