import { fold } from "../../shared/fold";

/** Space before a token: none, within a line, a line break, or an empty line. */
export type Gap = "" | " " | "\n" | "\n\n";

/**
 * A word or a sign of a text. Signs are told apart by what they are attached to:
 *
 * | text | stands for |
 * |---|---|
 * | `+`, `#` | attached to what is before it: C++, C# |
 * | ` +`, ` #` | standing alone or before something: 3 + 4, #jobs |
 * | `.` | attached to what follows: .NET, Node.js |
 * | `. ` | end of a sentence or an abbreviation |
 * | `&`, `'` | between letters: R&D, driver's |
 * | ` '` | a quotation mark |
 * | `@` | a mail or web address, as a whole |
 *
 * A single & is the word "and". Hyphens, slashes and underscores within words are no tokens but the `join` of the next
 * one, so that "CI/CD", "CI / CD" and "ci cd", or "object-oriented" and "object oriented", are the same words.
 */
export interface Token {
  /** Folded (`shared/fold.ts`). */
  readonly text: string;
  /** Where it stands in the text: UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  readonly gap: Gap;
  /** The hyphen, slash or underscore between it and the token before it. */
  readonly join: "" | "-" | "/" | "_";
}

/** Scripts that are written without spaces: each character is a word, and any run of them can be a name. */
const UNSPACED =
  "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]";
const INVISIBLE = "\\u00ad\\u200b-\\u200f\\u2060\\ufeff";
const PIECES = new RegExp(
  `(${UNSPACED}\\p{M}*|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}${INVISIBLE}])+)|(\\s+)|.`,
  "gsu",
);
/** Looked for at the beginning of a run of its characters only, which keeps the search linear. */
const ADDRESSES =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu;
/** Marks of ownership, which names are written with and without. */
const DROPPED = /^[®™©℠]$/u;
const HYPHENS = /^[-‐‑‒–—]$/u;
const APOSTROPHES = /^['’‘ʼ`´]$/u;
const SIMPLE = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;

/**
 * The words and signs of a text or label, with their places in the original.
 *
 * Cost: linear; some 0.1 ms for 1,000 characters.
 */
export function toTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const pieces = [...text.matchAll(PIECES)];
  const addresses = [...text.matchAll(ADDRESSES)];
  let gap: Gap = "";
  let join: Token["join"] = "";
  const push = (folded: string, start: number, end: number, isWord: boolean) => {
    tokens.push({ text: folded, start, end, isWord, gap, join });
    gap = "";
    join = "";
  };
  for (let at = 0; at < pieces.length; at++) {
    const [piece, word, space] = pieces[at] as RegExpExecArray;
    const start = pieces[at]?.index as number;
    const end = start + piece.length;
    const address = addresses[0];
    if (address && start >= address.index) {
      const addressEnd = address.index + address[0].length;
      while ((pieces[at + 1]?.index ?? Infinity) < addressEnd) at++;
      push("@", start, addressEnd, false);
      addresses.shift();
      continue;
    }
    if (space !== undefined) {
      gap = widerGap(gap, space);
      continue;
    }
    if (word !== undefined) {
      const folded = foldWord(word);
      if (folded !== "") push(folded, start, end, true);
      continue;
    }
    if (DROPPED.test(piece)) continue;
    const before = tokens.at(-1);
    const isAttached = before !== undefined && gap === "" && join === "" && before.end === start;
    const isBeforeWord = pieces[at + 1]?.[1] !== undefined;
    const isInside = isAttached && isBeforeWord;
    if (piece === "/") join = "/";
    else if (HYPHENS.test(piece) && isInside) join = "-";
    else if (piece === "_" && isInside) join = "_";
    else if (piece === "&" && !isInside) push("and", start, end, true);
    else push(signOf(piece, { isAttached, isBeforeWord, isInside }), start, end, false);
  }
  return tokens;
}

/** The words and signs of a label; the same as `toTokens`, faster for the many that are made of letters and spaces. */
export function toLabelWords(label: string): string[] {
  if (SIMPLE.test(label)) return label.toLowerCase().split(" ");
  return toTokens(label).map(({ text }) => text);
}

function signOf(
  piece: string,
  place: { isAttached: boolean; isBeforeWord: boolean; isInside: boolean },
): string {
  if (piece === "+" || piece === "#") return place.isAttached ? piece : ` ${piece}`;
  if (piece === ".") return place.isBeforeWord ? "." : ". ";
  if (APOSTROPHES.test(piece)) return place.isInside ? "'" : " '";
  return fold(piece) || piece;
}

function widerGap(gap: Gap, space: string): Gap {
  const lines = space.split("\n").length - 1;
  if (lines >= 2 || gap === "\n\n") return "\n\n";
  return lines === 1 || gap === "\n" ? "\n" : " ";
}

/** Words are folded one by one, and so is every label; ς is σ at the end of a word only, which a part cannot know. */
function foldWord(word: string): string {
  return fold(word).replaceAll("ς", "σ");
}
