import { fold } from "../../shared/fold";

/** Signs of ownership; folding turns two of them into the letters "tm" and "sm". */
const MARKS = /[®©™℠]/g;

const QUOTES = String.raw`'‘’‚‛"“”„‟\u0060′″`;
const BRACKETS = String.raw`()\[\]{}`;
const DASHES = String.raw`\-\u2010-\u2015\u2212`;

/** What people put, leave out or exchange between the same words. All of it separates words in the search as well. */
const BETWEEN = String.raw`[\s_./\\\u2044\u2215,:;·•・${QUOTES}${BRACKETS}${DASHES}]`;
const RUN = new RegExp(`${BETWEEN}+`, "g");
const KEPT_RUN = new RegExp(String.raw`^${BETWEEN}|${BETWEEN}$|\d${BETWEEN}+\d`);
const DASH = new RegExp(`[${DASHES}]`, "g");

/** Most names: folding would change nothing but the case. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Of a longer name the database squeezes the beginning only. */
const MAX_SQUEEZED = 500;

/**
 * The key under which two names are the same: without case, accents, marks and what stands between words.
 * `Node.js` = `node js` = `NodeJS`, `CI/CD` = `ci-cd`. Other signs tell names apart (`C`, `C++`, `C#`; `.NET`, `NET`),
 * and so do the places of numbers (`2.0` is not `20`). Empty only for an empty name.
 */
export function normalName(text: string): string {
  const folded = PLAIN.test(text) ? text.toLowerCase() : fold(text.replace(MARKS, ""));
  if (isLongerThan(folded, MAX_SQUEEZED)) return folded;
  return squeezedBetweenWords(folded) || folded || fold(text) || text;
}

function squeezedBetweenWords(folded: string): string {
  if (!KEPT_RUN.test(folded)) return folded.replace(RUN, "");
  return folded.replace(RUN, (run, at: number) => {
    if (at === 0) return leading(run);
    if (at + run.length === folded.length) return trailing(run);
    return isDigit(folded[at - 1]) && isDigit(folded[at + run.length]) ? " " : "";
  });
}

/** `.NET`, `/e/` and `-o-` are not `NET`, `e` and `o`. */
function leading(run: string): string {
  return run.replace(DASH, "-").replace(/[^-_./\\]/g, "");
}

/** `C--` is not `C`, but `Inc.` is `Inc`. */
function trailing(run: string): string {
  return run.replace(DASH, "-").replace(/[^-_/\\]/g, "");
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

/**
 * What separates words, as ranges of a regular expression; the same text as in the database's function `label_squeezed`
 * and in src/search/words.ts. Tests compare the three.
 */
const SEPARATORS = String.raw`\u0001-\u0022\u0024-\u002a\u002c-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u2bff\u3000-\u3003\u3008-\u301f\u30fb`;
const BETWEEN_WORDS = new RegExp(`[${SEPARATORS}]+`, "g");

/** What the database answers for `label_squeezed` of the folded text: coarser than the normal name, and indexed. */
export function squeezedName(text: string): string {
  const folded = fold(text);
  const start = isLongerThan(folded, MAX_SQUEEZED)
    ? [...folded].slice(0, MAX_SQUEEZED).join("")
    : folded;
  return start.replace(BETWEEN_WORDS, "");
}

/**
 * Under which squeezed names to look for stored labels with the same normal name. Two for a name with a ™ or ℠, of which
 * folding makes letters.
 */
export function squeezedNames(text: string): string[] {
  return [...new Set([squeezedName(text.replace(MARKS, "")), squeezedName(text)])].filter(Boolean);
}

function isLongerThan(text: string, characters: number): boolean {
  return text.length > characters && [...text].length > characters;
}
