import { cleanCell } from "./clean-cell";

/** Items of a cell that has one on each line. */
export function splitLines(cell: string): string[] {
  return itemsOf(cleanCell(cell).split("\n"));
}

/**
 * Items of an ESCO list, which are separated by ` | `, by a comma and a line break, or by a line break alone. Other commas
 * and bars are part of an item.
 */
export function splitList(cell: string): string[] {
  return itemsOf(cleanCell(cell).split(/ \| |,?\n|,$/));
}

/** Items between commas, e.g. names of roles. */
export function splitCommas(cell: string): string[] {
  return itemsOf(cleanCell(cell).split(","));
}

/** In their order, without white space around them, none empty, none twice. */
function itemsOf(parts: readonly string[]): string[] {
  return [...new Set(parts.map((part) => part.trim()))].filter((item) => item !== "");
}
