/** Words that an acronym may pass over. */
const SMALL_WORDS = new Set("& a an and as at by for from in of on or the to with".split(" "));

/** A name that ends with capital letters, in brackets or not. */
const ENDS_WITH_CAPITALS = /^(.+) (?:([A-Z]{2,})|\(([A-Z]{2,})\))$/;

/**
 * Further names inside the name of a technology: O*NET puts acronyms behind what they stand for. `Structured query language
 * SQL` is also called `SQL` and `Structured query language`. Only when the acronym is made of the first letters of all the
 * words before it, because technologies of different sources are found to be the same by their names: `Microsoft Dynamics
 * CRM` is not `CRM`, and in `Amazon Web Services AWS software` nothing can be cut off.
 */
export function otherNames(name: string): string[] {
  const [, words, plain, bracketed] = ENDS_WITH_CAPITALS.exec(name) ?? [];
  const acronym = plain ?? bracketed;
  if (words === undefined || acronym === undefined) return [];
  return spells(words.toLowerCase().split(/[\s/-]+/), acronym.toLowerCase())
    ? [acronym, words]
    : [];
}

/** Whether the letters are the first ones of all words, small ones counted or not. */
function spells([word, ...others]: readonly string[], letters: string): boolean {
  if (word === undefined) return letters === "";
  if (word !== "" && word[0] === letters[0] && spells(others, letters.slice(1))) return true;
  return SMALL_WORDS.has(word) && spells(others, letters);
}
