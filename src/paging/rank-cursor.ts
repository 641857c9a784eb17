import { createHash } from "node:crypto";
import { makePage, type Page, type PageEdge } from "./connection";
import { decodeCursor, encodeCursor } from "./cursor";
import { OrderDirection } from "./order";
import { requirePageSize } from "./page-args";

/** Which page of a ranking is wanted, as GraphQL arguments name it. */
export interface RankingPage {
  first: number;
  after?: string | null;
}

/**
 * Pages of a ranking that is computed, not read: a cursor is a place in it, tied to the question by its arguments. After a
 * change of the graph a place may hold something else.
 */
export class Ranking {
  private readonly terms;

  /** `question` is all that decides the ranking; only a digest of it gets into cursors. */
  constructor(
    private readonly list: string,
    question: unknown,
  ) {
    const digest = createHash("sha256").update(JSON.stringify(question)).digest("base64url");
    this.terms = [{ sql: digest, type: "integer", direction: OrderDirection.ASC }] as const;
  }

  /**
   * Where the page begins and how long it is.
   * @throws AppError BAD_USER_INPUT for a page size out of range or a cursor of another list or question.
   */
  placeOf({ first, after }: RankingPage): { first: number; offset: number } {
    const size = requirePageSize(first);
    if (typeof after !== "string") return { first: size, offset: 0 };
    const [place] = decodeCursor(this.list, this.terms, after);
    return { first: size, offset: Math.max(0, Number(place)) };
  }

  /** The page of `entries`, which begin at the offset, of a ranking of `total` entries. */
  toPage<N, E extends PageEdge<N>>(
    entries: readonly Omit<E, "cursor">[],
    offset: number,
    total: number,
  ): Page<N, E> {
    const edges = entries.map((entry, at) => ({
      ...entry,
      cursor: encodeCursor(this.list, this.terms, [String(offset + at + 1)]),
    })) as unknown as E[];
    return makePage<N, E>(edges, total, offset + edges.length < total, offset > 0);
  }
}
