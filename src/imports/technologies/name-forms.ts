import { fold } from "../../shared/fold";

/** How signs that tell names apart are spelled out: `C#` is `csharp`, `C++` is `cplusplus` or `cpp`. */
const SPELLED: readonly (readonly (readonly [RegExp, string])[])[] = [
  [
    [/^\./, "dot"],
    [/\+/g, "plus"],
    [/#/g, "sharp"],
    [/\*/g, "star"],
    [/&/g, "and"],
  ],
  [
    [/^\./, "dot"],
    [/\+/g, "p"],
    [/#/g, "sharp"],
    [/\*/g, "star"],
    [/&/g, "n"],
  ],
];

const LANGUAGE_WORDS = ["lang", "language", "programminglanguage"];

/** Words that initials may pass over. */
const SMALL_WORDS = new Set("a an and as at by for from in of on or the to with & +".split(" "));

/** The letters and digits of a name, with its signs spelled out in one or two ways. */
export function lettersOf(name: string): string[] {
  const folded = fold(name.trim());
  const forms = SPELLED.map((signs) =>
    signs
      .reduce((text, [sign, word]) => text.replace(sign, word), folded)
      .replace(/[^\p{L}\p{N}]+/gu, ""),
  );
  return [...new Set(forms)].filter((form) => form !== "");
}

/**
 * Whether an alias is its name in another spelling: case, what stands between words, signs spelled out, a plural, or the word
 * language behind it: `c-sharp` for `C#`, `golang` for `Go`. Not the other way round: `Wolfram` is more than its language.
 */
export function isSpellingOf(alias: string, name: string): boolean {
  const names = lettersOf(name);
  // Acronyms have no plural: `https` is another protocol than `HTTP`.
  const plural = /\p{Ll}{2}$/u.test(name) ? ["s"] : [];
  const endings = ["", ...LANGUAGE_WORDS, ...plural];
  return lettersOf(alias).some((letters) =>
    names.some(
      (form) =>
        endings.some((ending) => letters === form + ending) ||
        plural.some((ending) => form === letters + ending),
    ),
  );
}

/** Whether one is made of the first letters of the other's words, at least two: `WDL`, `Workflow Description Language`. */
export function isInitialsOf(short: string, long: string): boolean {
  const [letters = ""] = lettersOf(short);
  const words = fold(long)
    .split(/[^\p{L}\p{N}&+]+/u)
    .filter((word) => word !== "");
  return words.length > 1 && [...letters].length > 1 && spells(words, letters);
}

/** Whether the letters are the first ones of all words, small ones counted or not. */
function spells([word, ...others]: readonly string[], letters: string): boolean {
  if (word === undefined) return letters === "";
  if (word[0] === letters[0] && spells(others, letters.slice(1))) return true;
  return SMALL_WORDS.has(word) && spells(others, letters);
}

/**
 * Whether one is the other with letters left out: `js` and `JavaScript`, `wasm` and `WebAssembly`, `i18n`. Not when it is
 * only the beginning of it, which is often the name of something wider: `emacs` and `Emacs Lisp`, `nginx` and `nginx.conf`.
 */
export function isContractionOf(short: string, long: string): boolean {
  const [letters = ""] = lettersOf(short);
  const [whole = ""] = lettersOf(long);
  if (letters.length >= whole.length || whole.startsWith(letters) || letters[0] !== whole[0])
    return false;
  return isNumeronymOf(letters, whole) || isInOrder(letters, whole);
}

/** Whether digits count the letters that they stand for: `i18n`, `k8s`. */
function isNumeronymOf(letters: string, whole: string): boolean {
  const [, first = "", count, last = ""] = /^(\p{L}+?)(\d+)(\p{L}+)$/u.exec(letters) ?? [];
  if (count === undefined || Number(count) !== whole.length - first.length - last.length)
    return false;
  return whole.startsWith(first) && whole.endsWith(last);
}

function isInOrder(letters: string, whole: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
