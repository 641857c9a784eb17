/** Which part of a ranking is wanted. Both are whole numbers from 0. */
export interface PageOptions {
  /** How many. Default 20. */
  readonly first?: number;
  /** How many to pass over. Default 0. */
  readonly offset?: number;
}

/** Which roles are ranked. Default: all of the table. Ids that the table does not know are ignored. */
export interface CandidateOptions {
  readonly candidates?: ReadonlySet<string>;
}

export interface RankedPage<Item> {
  readonly items: readonly Item[];
  /** Number of ranked items, of which `items` is a part. */
  readonly total: number;
}

const DEFAULT_FIRST = 20;

/**
 * The wanted part of the items in order. Only items that are returned are turned into objects.
 * Cost: one sort, about a millisecond for 5,000 items.
 *
 * @throws RangeError when `first` or `offset` is not a whole number from 0.
 */
export function rankedPage<Item>(
  numbers: Uint32Array,
  compare: (a: number, b: number) => number,
  { first = DEFAULT_FIRST, offset = 0 }: PageOptions,
  toItem: (number: number) => Item,
): RankedPage<Item> {
  const end = offset + checkCount(first, "first");
  checkCount(offset, "offset");
  const wanted = numbers.toSorted(compare).subarray(offset, end);
  return { items: Array.from(wanted, toItem), total: numbers.length };
}

/** 1 for each number whose id is a candidate. */
export function candidateFlags(
  ids: readonly string[],
  candidates: ReadonlySet<string> | undefined,
): Uint8Array {
  if (candidates === undefined) return new Uint8Array(ids.length).fill(1);
  return Uint8Array.from(ids, (id) => Number(candidates.has(id)));
}

/** The numbers below `count` that pass, ascending. */
export function numbersThat(count: number, passes: (number: number) => boolean): Uint32Array {
  const numbers = new Uint32Array(count);
  let length = 0;
  for (let number = 0; number < count; number++) if (passes(number)) numbers[length++] = number;
  return numbers.subarray(0, length);
}

function checkCount(value: number, name: string): number {
  if (!Number.isInteger(value) || value < 0)
    throw new RangeError(`${name} must be a whole number from 0: ${value}`);
  return value;
}
