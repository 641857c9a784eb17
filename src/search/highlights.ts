import { fold } from "../shared/fold";
import type { SearchText } from "./search-text";
import { closeness } from "./spelling";
import { placedWords } from "./words";

/** How a label was found, best first. */
export type Match = "EXACT" | "PREFIX" | "WORDS" | "BEGINNINGS" | "FUZZY";

/** A piece of a label, in UTF-16 units; `end` is the first unit after it. */
export interface Span {
  start: number;
  end: number;
}

/** Less than this is not shown as alike. */
const MIN_CLOSENESS = 0.35;

/** What of a label matched the text: spans in order that neither overlap nor touch. Cost O(label × words). */
export function highlight(label: string, text: SearchText, match: Match): Span[] {
  if (match === "EXACT") return [{ start: 0, end: label.length }];
  const folded = foldWithPlaces(label);
  if (match === "PREFIX") return [folded.original(0, text.folded.length)];
  const words = placedWords(folded.text);
  const spans: Span[] = [];
  for (const asked of text.words) {
    if (match === "FUZZY") {
      const alike = words
        .map(({ word, start, end }) => ({ start, end, closeness: closeness(asked, word) }))
        .reduce((best, next) => (next.closeness > best.closeness ? next : best), {
          start: 0,
          end: 0,
          closeness: 0,
        });
      if (alike.closeness >= MIN_CLOSENESS) spans.push(alike);
      continue;
    }
    for (const { word, start } of words) {
      const isFound = match === "WORDS" ? word === asked : word.startsWith(asked);
      if (isFound) spans.push({ start, end: start + asked.length });
    }
  }
  return merge(spans).map(({ start, end }) => folded.original(start, end));
}

/** Spans in order; those that overlap become one. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** A text as `fold` gives it, and where each of its pieces stood before. */
interface PlacedFold {
  text: string;
  /** The piece of the original text that became this piece of the folded one. */
  original(start: number, end: number): Span;
}

/** Folds character by character; accents belong to the letter before them, so a span never cuts one off. */
function foldWithPlaces(label: string): PlacedFold {
  const places: Span[] = [];
  let text = "";
  for (const { 0: character, index } of label.matchAll(/\s+|.\p{M}*/gsu)) {
    const isSpace = /^\s/.test(character);
    const folded = isSpace && text !== "" ? " " : fold(character);
    const end = index + character.length;
    for (let unit = 0; unit < folded.length; unit++) places.push({ start: index, end });
    text += folded;
  }
  return {
    text,
    original: (start, end) => ({
      start: places[start]?.start ?? 0,
      end: places[Math.min(end, places.length) - 1]?.end ?? label.length,
    }),
  };
}
