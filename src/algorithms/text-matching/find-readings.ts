import {
  type LabelDictionary,
  NEEDS_CASE,
  NEEDS_EVIDENCE,
  QUALIFIED,
  TECHNOLOGY,
} from "./label-dictionary";
import { childOf, NO_CHILD } from "./label-trie";
import { CONFIDENCE, NAME_ENDINGS, type NameNeed } from "./name-rules";
import { abbreviationOf, singularsOf } from "./plural-rules";
import type { Token } from "./tokens";

/** A dictionary with the numbers of its words at hand. */
export interface OpenDictionary {
  readonly dictionary: LabelDictionary;
  readonly numberOf: ReadonlyMap<string, number>;
}

/** A dictionary as it is searched. Cost: linear in its words; some 20 ms for 150,000 labels. To be kept. */
export function openDictionary(dictionary: LabelDictionary): OpenDictionary {
  return { dictionary, numberOf: new Map(dictionary.words.map((word, number) => [word, number])) };
}

/** A label at a place where its words stand, whether it is believed or not. */
export interface Reading {
  /** Position of the first and the last token. */
  readonly first: number;
  readonly last: number;
  readonly label: number;
  readonly owner: number;
  /** 0 to 1, evidence not counted. */
  readonly confidence: number;
  /** Whether the words stand there as they are in the label. */
  readonly isExact: boolean;
  readonly isTechnology: boolean;
  /** Whether the label has a qualifier in brackets that does not stand there. */
  readonly isQualified: boolean;
  readonly need: NameNeed;
  /** How the label is written, if it needs anything. */
  readonly written: string;
}

/** In which way words of the text are not those of the label. */
const PLURAL = 1;
const VERSION = 2;

interface WordOption {
  readonly word: number;
  readonly form: 0 | typeof PLURAL | typeof VERSION;
  /** Bits of the languages by whose rules the words are the same. */
  readonly languages: number;
  /** Plurals of abbreviations are the only ones that names of technologies have. */
  readonly isForTechnology: boolean;
}

/** The languages of a form that needs no rule of any. */
const ALL_LANGUAGES = 0xff;

const VERSIONED = /^(\p{L}{3,})\d{1,2}$/u;

/**
 * All labels whose words stand in the text, overlapping ones included. Words are whole words, never across an empty
 * line; a match does not end within what belongs together: not before an attached + or # (C in C++), beside an & or _
 * within a word (R in R&D), and does not begin after a dot (js in Node.js) unless that ends a sentence.
 *
 * Cost: tokens × (words of the longest label that begins there).
 */
export function findReadings(
  text: string,
  tokens: readonly Token[],
  { dictionary, numberOf }: OpenDictionary,
): Reading[] {
  const readings: Reading[] = [];
  const options = new Map<string, WordOption[]>();
  const optionsAt = (token: Token): WordOption[] => {
    const written = text.slice(token.start, token.end);
    // Signs that are written alike are different tokens by where they stand, such as a dot.
    const key = token.isWord ? written : token.text;
    const known = options.get(key);
    if (known) return known;
    const found = wordOptions(token, written, dictionary, numberOf);
    options.set(key, found);
    return found;
  };
  const walk = (
    first: number,
    at: number,
    node: number,
    forms: number,
    languages: number,
    isForTechnology: boolean,
  ) => {
    const token = tokens[at];
    if (!token || (at > first && token.gap === "\n\n")) return;
    for (const option of optionsAt(token)) {
      const child = childOf(dictionary.trie, node, option.word);
      if (child === NO_CHILD) continue;
      const allForms = forms | option.form;
      const allowed = languages & option.languages;
      const isStill = isForTechnology && option.isForTechnology;
      if (dictionary.firstEntry[child] !== 0 && isWholeAtEnd(tokens, at))
        addEntries(readings, dictionary, child, {
          first,
          last: at,
          forms: allForms,
          languages: allowed,
          isStill,
          tokens,
        });
      walk(first, at + 1, child, allForms, allowed, isStill);
    }
  };
  for (let first = 0; first < tokens.length; first++)
    if (isWholeAtStart(text, tokens, first)) walk(first, first, 0, 0, ALL_LANGUAGES, true);
  return readings;
}

function wordOptions(
  token: Token,
  written: string,
  { words, languages, languagesOf, pluralsOf }: LabelDictionary,
  numberOf: ReadonlyMap<string, number>,
): WordOption[] {
  const options = new Map<number, WordOption>();
  const add = (word: number | undefined, option: Omit<WordOption, "word">) => {
    if (word === undefined) return;
    const known = options.get(word);
    if (!known) options.set(word, { word, ...option });
    // The plural of a word in one language may be that of another one, too.
    else options.set(word, { ...known, languages: known.languages | option.languages });
  };
  const exact = numberOf.get(token.text);
  add(exact, { form: 0, languages: ALL_LANGUAGES, isForTechnology: true });
  if (!token.isWord) return [...options.values()];
  const abbreviation = abbreviationOf(written);
  if (abbreviation !== null)
    add(numberOf.get(abbreviation), {
      form: PLURAL,
      languages: ALL_LANGUAGES,
      isForTechnology: true,
    });
  for (const [place, language] of languages.entries()) {
    const bit = 1 << place;
    const addPlural = (word: number | undefined) => {
      if (word !== undefined && ((languagesOf[word] as number) & bit) !== 0)
        add(word, { form: PLURAL, languages: bit, isForTechnology: false });
    };
    for (const plural of exact === undefined ? [] : (pluralsOf.get(exact) ?? []))
      if (singularsOf(words[plural] as string, language).includes(token.text)) addPlural(plural);
    for (const singular of singularsOf(token.text, language)) addPlural(numberOf.get(singular));
  }
  const versioned = numberOf.get(VERSIONED.exec(token.text)?.[1] ?? "");
  add(versioned, { form: VERSION, languages: ALL_LANGUAGES, isForTechnology: true });
  return [...options.values()];
}

interface Place {
  readonly first: number;
  readonly last: number;
  readonly forms: number;
  readonly languages: number;
  /** Whether names of technologies can be written so. */
  readonly isStill: boolean;
  readonly tokens: readonly Token[];
}

function addEntries(
  readings: Reading[],
  dictionary: LabelDictionary,
  node: number,
  { first, last, forms, languages, isStill, tokens }: Place,
): void {
  for (
    let entry = (dictionary.firstEntry[node] as number) - 1;
    entry >= 0;
    entry = (dictionary.nextEntry[entry] as number) - 1
  ) {
    const flags = dictionary.flags[entry] as number;
    const isTechnology = (flags & TECHNOLOGY) !== 0;
    if (isTechnology ? !isStill : !isPluralOf(dictionary, entry, languages)) continue;
    readings.push({
      first,
      last,
      label: dictionary.label[entry] as number,
      owner: dictionary.owner[entry] as number,
      confidence:
        (dictionary.trust[entry] as number) *
        (forms & PLURAL ? CONFIDENCE.plural : 1) *
        (forms & VERSION ? CONFIDENCE.version : 1) *
        (flags & QUALIFIED ? CONFIDENCE.qualified : 1) *
        (isDotted(tokens, last) ? CONFIDENCE.dotted : 1),
      isExact: forms === 0,
      isTechnology,
      isQualified: (flags & QUALIFIED) !== 0,
      need: flags & NEEDS_EVIDENCE ? "EVIDENCE" : flags & NEEDS_CASE ? "CASE" : "NOTHING",
      written: dictionary.written.get(entry) ?? "",
    });
  }
}

/** Whether a label may be written so by the rules of its own language; labels of others may have the same words. */
function isPluralOf(
  { languagesOfEntry }: LabelDictionary,
  entry: number,
  languages: number,
): boolean {
  return languages === ALL_LANGUAGES || ((languagesOfEntry[entry] as number) & languages) !== 0;
}

function isWholeAtStart(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.join === "_") return false;
  const before = tokens[at - 1];
  if (!before || !isAttached(before, token)) return true;
  // A sign of the label itself, such as the dot of .NET, is part of the word before it.
  if (!token.isWord) return !before.isWord;
  if (before.text !== ".") return before.text !== "&";
  // A new sentence without a space before it: "with Docker.Kubernetes is".
  return /\p{Ll}\.\p{Lu}\p{Ll}$/u.test(text.slice(Math.max(0, before.start - 1), token.start + 2));
}

function isWholeAtEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const after = tokens[at + 1];
  if (!after) return true;
  if (after.join === "_") return false;
  if (!isAttached(token, after)) return true;
  if (after.text === "#" || after.text === "&") return false;
  if (after.text !== "+") return true;
  // A single + between words adds them up: Java+Spring.
  const next = tokens[at + 2];
  return next?.isWord === true && isAttached(after, next);
}

/** Whether a dot and another word follow without a space, and not an ending that names have. */
function isDotted(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after?.text !== "." || !isAttached(tokens[at] as Token, after)) return false;
  return !NAME_ENDINGS.has(tokens[at + 2]?.text ?? "");
}

/** Whether nothing stands between two tokens. */
export function isAttached(before: Token, after: Token): boolean {
  return after.gap === "" && after.join === "" && before.end === after.start;
}
