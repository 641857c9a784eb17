/** Trigrams tell longer words apart well enough; in shorter ones a single slip leaves too few of them alike. */
const MAX_LETTERS = 7;
const MIN_LETTERS = 3;
const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"];

/**
 * Words that a typist may have meant: one letter too many, too few or wrong, or two neighbours swapped.
 * Letters are put in from the Latin alphabet. None for words of one or two letters; for words of more than seven only
 * swapped neighbours. Without duplicates and without the word itself. Cost O(length), at most 403 words of up to 8 letters.
 */
export function oneSlipFrom(word: string): string[] {
  const letters = [...word];
  if (letters.length < MIN_LETTERS) return [];
  const found = new Set<string>();
  const add = (from: number, to: number, replacement: readonly string[]) =>
    found.add([...letters.slice(0, from), ...replacement, ...letters.slice(to)].join(""));
  for (let at = 0; at + 1 < letters.length; at++)
    add(at, at + 2, [letters[at + 1] ?? "", letters[at] ?? ""]);
  if (letters.length <= MAX_LETTERS) {
    for (let at = 0; at <= letters.length; at++) {
      for (const letter of ALPHABET) add(at, at, [letter]);
      if (at === letters.length) continue;
      add(at, at + 1, []);
      for (const letter of ALPHABET) add(at, at + 1, [letter]);
    }
  }
  found.delete(word);
  return [...found];
}

/**
 * How much two words are alike, 0..1, 1 for the same: their common trigrams among all of them, as the database counts
 * them, or 1 − 1/length when only one slip lies between them and that is more.
 */
export function closeness(asked: string, found: string): number {
  if (asked === found) return 1;
  const similarity = trigramSimilarity(asked, found);
  return isOneSlip(asked, found) ? Math.max(similarity, 1 - 1 / [...asked].length) : similarity;
}

function trigramSimilarity(one: string, other: string): number {
  const left = trigramsOf(one);
  const right = trigramsOf(other);
  const common = [...left].filter((trigram) => right.has(trigram)).length;
  return common / (left.size + right.size - common);
}

function trigramsOf(word: string): Set<string> {
  const letters = [" ", " ", ...word, " "];
  return new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join("")));
}

function isOneSlip(asked: string, found: string): boolean {
  return oneSlipFrom(asked).includes(found);
}
