import { isAttached } from "./find-readings";
import {
  CONTEXT_WORDS,
  type Evidence,
  LINKING_WORDS,
  LIST_SIGNS,
  NAME_ENDINGS,
  type NameNeed,
  NEARBY_TOKENS,
  NOT_BESIDE,
  SENTENCE_ENDS,
} from "./name-rules";
import type { Token } from "./tokens";

/** A single word of a text that may be a name. */
export interface NamePlace {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Position of the word. */
  readonly at: number;
  /** How the name is written. */
  readonly written: string;
  readonly need: NameNeed;
  /** Whether a token belongs to a technology that was found. */
  readonly isTechnology: (position: number) => boolean;
}

/**
 * What speaks for a word being the name it could be, the surest first; null when nothing does. Rules, in this order
 * (words: `name-rules.ts`):
 *
 * 1. It is no name within something else: R&D, go-live, main.c, vitamin C. A hyphen is fine before a context word:
 *    Go-Entwickler; an ending that names have speaks for it: React.js.
 * 2. `LIST`: it is an item of a list whose next or previous item is a technology, and it is written as the name is, or
 *    like that item: "Java, Go and C", "python, go, sql".
 * 3. `CONTEXT`: a context word follows ("R programming"), comes before it, or comes before a linking word ("developer
 *    in Go"); the latter two only for the name as it is written.
 * 4. `CASE`, for names that need no more: its capital, in the middle of a sentence, after a word in lower case or a
 *    sign.
 * 5. `CONTEXT`, `NEARBY`: a context word or a technology within some tokens of the sentence; only for a capital in the
 *    middle of a sentence.
 *
 * A name that is written in lower case proves nothing by being found so: rules 4 and 5 never hold for it, nor do two
 * thirds of rule 3.
 */
export function findEvidence(place: NamePlace): Evidence | null {
  const { tokens, at } = place;
  if (hasNameEnding(place)) return "CONTEXT";
  if (isPartOfSomething(place)) return null;
  const joinedTo = tokens[at + 1]?.join === "-" ? tokens[at + 1] : undefined;
  if (joinedTo) return CONTEXT_WORDS.has(joinedTo.text) ? "CONTEXT" : null;
  if (isListed(place)) return "LIST";
  if (hasContextBeside(place)) return "CONTEXT";
  if (!isTelling(place) || isSentenceCapital(place)) return null;
  if (place.need === "CASE" && isAfterLowerCase(place)) return "CASE";
  return whatIsNearby(place);
}

/** As in React.js. */
function hasNameEnding({ tokens, at }: NamePlace): boolean {
  const [token, dot, ending] = tokens.slice(at, at + 3);
  if (!token || !dot || !ending) return false;
  return dot.text === "." && isAttached(token, dot) && NAME_ENDINGS.has(ending.text);
}

function isPartOfSomething({ tokens, at }: NamePlace): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token.join === "_" || after?.join === "_") return true;
  if (before && isAttached(before, token) && /^[.&'+#@]$/.test(before.text)) return true;
  if (after && isAttached(token, after) && /^[.&'+#]$/.test(after.text))
    return !(after.text === "'" && tokens[at + 2]?.text === "s");
  if (token.join === "-" && before && !CONTEXT_WORDS.has(before.text)) return true;
  return NOT_BESIDE.some(
    ({ names, before: notBefore, after: notAfter }) =>
      names.has(token.text) &&
      ((before !== undefined && notBefore.has(before.text)) ||
        (after !== undefined && notAfter.has(after.text))),
  );
}

/** Whether it is written as the name is, and the name is not simply in lower case. */
function isTelling(place: NamePlace): boolean {
  return isAsWritten(place) && place.written !== place.written.toLowerCase();
}

function isAsWritten({ text, tokens, at, written }: NamePlace): boolean {
  const { start, end } = tokens[at] as Token;
  const word = text.slice(start, end);
  return word === written || visible(word) === visible(written);
}

function wordAt(text: string, { start, end }: Token): string {
  return visible(text.slice(start, end));
}

function visible(text: string): string {
  return text.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
}

/** Whether its capital may be that of a sentence: UX cannot be, Go can. */
function isSentenceCapital({ tokens, at, written }: NamePlace): boolean {
  if (!/^\p{Lu}\p{Ll}*$/u.test(written)) return false;
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (!before || token.gap.startsWith("\n")) return true;
  return SENTENCE_ENDS.has(before.text) || /^[•·*▪‣●:]$|^ '$|^["“„«]$/.test(before.text);
}

/** An end of a list item: the neighbouring item's nearest token, null when the list ends there. Undefined: no end. */
type ItemEnd = number | null | undefined;

function isListed(place: NamePlace): boolean {
  const ends = [itemEnd(place, -1), itemEnd(place, 1)];
  if (ends.includes(undefined)) return false;
  return ends.some(
    (neighbour) =>
      typeof neighbour === "number" &&
      place.isTechnology(neighbour) &&
      (isAsWritten(place) || isWrittenAlike(place, neighbour)),
  );
}

function itemEnd({ tokens, at }: NamePlace, direction: 1 | -1): ItemEnd {
  const token = tokens[at] as Token;
  let neighbour = at + direction;
  const next = tokens[neighbour];
  if (!next) return null;
  const later = direction === 1 ? next : token;
  let isEnd = later.join === "/" || later.gap.startsWith("\n");
  for (let signs = 0; signs < 2 && LIST_SIGNS.has(tokens[neighbour]?.text ?? ""); signs++) {
    neighbour += direction;
    isEnd = true;
  }
  if (isEnd) return tokens[neighbour] ? neighbour : null;
  if (SENTENCE_ENDS.has(next.text) || next.text === ")") return null;
  return direction === -1 && LINKING_WORDS.has(next.text) ? null : undefined;
}

/** Both in lower case: somebody writes everything so. */
function isWrittenAlike({ text, tokens, at }: NamePlace, neighbour: number): boolean {
  return [at, neighbour].every((position) => {
    const word = wordAt(text, tokens[position] as Token);
    return word === word.toLowerCase();
  });
}

function hasContextBeside(place: NamePlace): boolean {
  const { tokens, at } = place;
  const isContext = (position: number) => CONTEXT_WORDS.has(tokens[position]?.text ?? "");
  const after = tokens[at + 1];
  if (after && !after.gap.startsWith("\n") && isContext(at + 1)) return true;
  if (!isTelling(place)) return false;
  if ((tokens[at] as Token).gap === "\n\n") return false;
  return isContext(at - 1) || (LINKING_WORDS.has(tokens[at - 1]?.text ?? "") && isContext(at - 2));
}

function isAfterLowerCase({ text, tokens, at }: NamePlace): boolean {
  const before = tokens[at - 1] as Token;
  if (!before.isWord) return true;
  return /^\p{Ll}/u.test(wordAt(text, before));
}

function whatIsNearby({ tokens, at, isTechnology }: NamePlace): Evidence | null {
  let found: Evidence | null = null;
  for (const direction of [-1, 1])
    for (let steps = 1; steps <= NEARBY_TOKENS; steps++) {
      const position = at + direction * steps;
      const token = tokens[position];
      const later = tokens[direction === 1 ? position : position + 1];
      if (!token || later?.gap === "\n\n" || SENTENCE_ENDS.has(token.text)) break;
      if (CONTEXT_WORDS.has(token.text)) return "CONTEXT";
      if (isTechnology(position)) found = "NEARBY";
    }
  return found;
}
