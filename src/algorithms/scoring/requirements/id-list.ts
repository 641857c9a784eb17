/**
 * Ids and their numbers: position in `ids` is the number by which typed arrays speak of them. Plain data, so that it can be
 * sent to and from a worker.
 */
export interface IdList {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** For each number the place of its id among all ids in `compareIds` order: ties are broken by comparing two integers. */
  readonly rank: Uint32Array;
}

/** Ids in order of first mention, each once. Cost: n log n for the ranks. */
export function toIdList(ids: Iterable<string>): IdList {
  const unique = [...new Set(ids)];
  const numberOf = new Map(unique.map((id, number) => [id, number]));
  const rank = new Uint32Array(unique.length);
  const sorted = unique.toSorted(compareIds);
  for (let place = 0; place < sorted.length; place++)
    rank[numberOf.get(sorted[place] as string) as number] = place;
  return { ids: unique, numberOf, rank };
}

/** The list with further ids at its end; the same list when there are none. Numbers stay. */
export function extendIdList(list: IdList, more: Iterable<string>): IdList {
  const added = [...new Set(more)].filter((id) => !list.numberOf.has(id));
  return added.length === 0 ? list : toIdList([...list.ids, ...added]);
}

/** The order of ids wherever a tie is broken by id: by UTF-16 code units, which for UUIDs is the order of their bytes. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
