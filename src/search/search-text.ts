import { badInput } from "../shared/errors";
import { fold } from "../shared/fold";
import { squeeze, wordsOf } from "./words";

/** The most characters of a text to search for, spaces around it not counted. */
export const MAX_TEXT = 200;

/** A text to search for, in the forms that labels are compared with. */
export interface SearchText {
  /** Never empty. */
  folded: string;
  /** Empty when the text holds nothing but punctuation. */
  squeezed: string;
  /** The different words in order; empty when the text holds nothing but punctuation. */
  words: readonly string[];
}

/**
 * The text in an argument, ready to be searched for.
 * @throws AppError BAD_USER_INPUT at `path` when it is empty (spaces, accents and invisible characters alone count as
 * empty), longer than 200 characters, or holds U+0000.
 */
export function requireSearchText(text: string, path: string): SearchText {
  const trimmed = text.trim();
  if (trimmed.includes("\0")) throw badInput(path, "Must not hold the character U+0000.");
  const folded = fold(trimmed);
  if (folded === "" || trimmed.length > 2 * MAX_TEXT || [...trimmed].length > MAX_TEXT)
    throw badInput(path, `Must have 1 to ${MAX_TEXT} characters; spaces around them do not count.`);
  return { folded, squeezed: squeeze(folded), words: wordsOf(folded) };
}
