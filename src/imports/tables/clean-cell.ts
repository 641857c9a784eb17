/** Not found in printable ASCII with single spaces inside, which most cells are: nothing to clean there. */
const SUSPECT = /[^ -~]| {2}|^ | $/;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
/** Spaces of any width, and tabs. */
const SPACES = /[\t\v\f\p{Zs}]+/gu;
/**
 * Characters that show nothing: control characters (PostgreSQL cannot store U+0000), soft hyphens, zero-width spaces,
 * direction marks, byte order marks.
 */
const INVISIBLE =
  /(?![\t\n\v\f])[\p{Cc}\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
/** Zero-width joiners and non-joiners belong to Persian, to Indic scripts and to emoji. Elsewhere they are an accident. */
const JOINED = "[\\u0300-\\u167f\\u1681-\\u1fff\\u2190-\\u2fff\\u3001-\\u{1ffff}]";
const STRAY_JOINER = new RegExp(
  `(?<!${JOINED})[\\u200c\\u200d]+|[\\u200c\\u200d]+(?!${JOINED})`,
  "gu",
);

/**
 * The text of a cell as the graph keeps it: NFC, visible characters only, single spaces, LF as line break, and no white
 * space at either end of the whole or of a line. Empty lines inside stay.
 */
export function cleanCell(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(LINE_BREAK, "\n")
    .replace(INVISIBLE, "")
    .replace(STRAY_JOINER, "")
    .replace(SPACES, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim()
    .normalize("NFC");
}
