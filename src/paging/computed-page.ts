import type { Page, PageEdge } from "./connection";
import { Ranking, type RankingPage } from "./rank-cursor";

/**
 * A page of a list that an answer holds whole. Cursors are tied to what the list holds, so that one from before a change of
 * the list is refused rather than off by some.
 * @throws AppError BAD_USER_INPUT for a page size out of range or a cursor of another list.
 */
export function computedPage<N, E extends PageEdge<N>>(
  list: string,
  entries: readonly Omit<E, "cursor">[],
  page: RankingPage,
): Page<N, E> {
  const ranking = new Ranking(list, entries);
  const { first, offset } = ranking.placeOf(page);
  return ranking.toPage<N, E>(entries.slice(offset, offset + first), offset, entries.length);
}
