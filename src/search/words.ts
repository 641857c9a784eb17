/**
 * What stands between words, as ranges of a regular expression: everything in ASCII but letters, digits, `+` and `#`,
 * and the punctuation and symbols of Latin and other scripts. The database splits labels by the same text, in the
 * function `label_words`; a test compares the two.
 */
const SEPARATORS = String.raw`\u0001-\u0022\u0024-\u002a\u002c-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u2bff\u3000-\u3003\u3008-\u301f\u30fb`;

const WORD = new RegExp(`[^${SEPARATORS}]+`, "gu");
const BETWEEN_WORDS = new RegExp(`[${SEPARATORS}]+`, "gu");

/** A word of a folded text and where it stands, in UTF-16 units. */
export interface PlacedWord {
  word: string;
  start: number;
  end: number;
}

/** The words of a folded text in order, with their places. `c++` and `c#` are words; `node.js` is two. */
export function placedWords(folded: string): PlacedWord[] {
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

/** The different words of a folded text, in order. No word holds a quote, a backslash or a space. */
export function wordsOf(folded: string): string[] {
  return [...new Set(folded.match(WORD) ?? [])];
}

/** A folded text without what stands between its words: `node.js`, `node js` and `nodejs` are the same. */
export function squeeze(folded: string): string {
  return folded.replace(BETWEEN_WORDS, "");
}
