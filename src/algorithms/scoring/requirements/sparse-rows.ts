/**
 * Where the rows of a sparse matrix start when its entries are put in row order: entries of row r get the positions
 * start[r] to start[r + 1] − 1. `rowOf` gives the row of each entry. Cost: one pass.
 */
export function rowStarts(rowOf: Uint32Array, rows: number): Uint32Array<ArrayBuffer> {
  const start = new Uint32Array(rows + 1);
  for (const row of rowOf) start[row + 1] = (start[row + 1] as number) + 1;
  return toStarts(start);
}

/** Turns counts, that of row r at r + 1 and 0 in front, into starts; in place. */
export function toStarts(counts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  for (let row = 1; row < counts.length; row++)
    counts[row] = (counts[row] as number) + (counts[row - 1] as number);
  return counts;
}
