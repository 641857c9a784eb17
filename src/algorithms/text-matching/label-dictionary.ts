import { type LabelTrie, LabelTrieBuilder } from "./label-trie";
import { CASE_NAMES, EVERYDAY_NAMES, type NameNeed, SHORT_NAME_LENGTH } from "./name-rules";
import { type PluralLanguage, singularsOf } from "./plural-rules";
import { toLabelWords } from "./tokens";

export interface MatchLabel {
  /** The caller's number of the label, 0 to 2^32 − 1. */
  readonly label: number;
  /** The caller's number of what it is a label of. Labels of one owner are counted together. */
  readonly owner: number;
  readonly text: string;
  /**
   * Whether it names a technology. Such names have no plural but that of abbreviations, and are evidence for names
   * beside them that need it.
   */
  readonly isTechnology: boolean;
  /** BCP 47 tag. Plurals are folded by the rules of its language; without one by those of all. */
  readonly language?: string;
  /** How sure a match of this label is at best, 0 to 1; lower for hidden or doubtful labels. Default 1. */
  readonly trust?: number;
}

export interface DictionaryOptions {
  /** Languages whose plurals are folded. Default: all there are rules for. */
  readonly plurals?: readonly PluralLanguage[];
  /** More names that need evidence, folded. */
  readonly everydayNames?: Iterable<string>;
}

/**
 * Labels made ready for `matchLabels`. Plain data (worker-safe) and never changed once made: a change is a small
 * dictionary beside it, see there.
 */
export interface LabelDictionary {
  /** Words by number: those of the labels, and their singulars. */
  readonly words: readonly string[];
  readonly trie: LabelTrie;
  /** First entry at each node of the trie + 1; 0: none. */
  readonly firstEntry: Uint32Array;
  /** The next entry at the same node + 1; 0: none. */
  readonly nextEntry: Uint32Array;
  readonly label: Uint32Array;
  readonly owner: Uint32Array;
  readonly trust: Float64Array;
  readonly flags: Uint8Array;
  /** Of each entry a bit for each of `languages` by whose rules it may be in the plural. */
  readonly languagesOfEntry: Uint8Array;
  /** How the label is written, for entries that need something. */
  readonly written: ReadonlyMap<number, string>;
  /** For each word a bit for each of `languages` with a label that has it. */
  readonly languagesOf: Uint8Array;
  readonly languages: readonly PluralLanguage[];
  /** The words that a word is the singular of, by number. */
  readonly pluralsOf: ReadonlyMap<number, readonly number[]>;
  /** Labels without a letter or digit; they are left out. */
  readonly skipped: number;
}

export const TECHNOLOGY = 1;
export const NEEDS_CASE = 2;
export const NEEDS_EVIDENCE = 4;
/** The entry lacks the qualifier in brackets that its label has. */
export const QUALIFIED = 8;

const ALL_LANGUAGES: readonly PluralLanguage[] = ["en", "de"];
/** A name with a qualifier at its end: "Java (computer programming)". */
const BRACKETS = /^(.*[^\s(])\s*\([^()]+\)\s*$/s;
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * A trie over the words of the labels. Words, not letters: a match has to begin and end with whole words anyway, and
 * with 150,000 labels of ESCO and O*NET this has 0.34 million nodes and takes 19 MB, where an Aho–Corasick automaton
 * over letters has 2.3 million, takes 129 and three times as long to build, and searches no faster.
 *
 * Labels with a qualifier in brackets are found without it too. Where a name alone is that ambiguous, a single word
 * needs its capital (see `NameNeed`).
 *
 * Cost: linear in the letters of the labels; about a second for 150,000 of them.
 */
export function makeLabelDictionary(
  labels: Iterable<MatchLabel>,
  { plurals = ALL_LANGUAGES, everydayNames = [] }: DictionaryOptions = {},
): LabelDictionary {
  const words = new Words();
  const everyday = new Set([...EVERYDAY_NAMES, ...everydayNames]);
  const entries: Entry[] = [];
  let skipped = 0;
  for (const label of labels) {
    if (!HAS_WORD.test(label.text)) {
      skipped++;
      continue;
    }
    const languages = label.isTechnology ? 0 : languageBits(label.language, plurals);
    const name = BRACKETS.exec(label.text)?.[1];
    for (const [text, isQualified] of name
      ? [[label.text, false] as const, [name, true] as const]
      : [[label.text, false] as const]) {
      const sequence = toLabelWords(text);
      entries.push({
        label,
        text,
        words: sequence.map((word) => words.add(word, languages)),
        languages,
        need: needOf(sequence, isQualified, everyday),
        isQualified,
      });
    }
  }
  const pluralsOf = words.addSingulars(plurals);
  return { ...toArrays(entries), ...words.build(), languages: plurals, pluralsOf, skipped };
}

/** What a label of these words needs; only single words need anything. */
function needOf(
  words: readonly string[],
  isQualified: boolean,
  everyday: ReadonlySet<string>,
): NameNeed {
  const [word] = words;
  if (word === undefined || words.length > 1) return "NOTHING";
  if (word.length <= SHORT_NAME_LENGTH || everyday.has(word)) return "EVIDENCE";
  return isQualified || CASE_NAMES.has(word) ? "CASE" : "NOTHING";
}

interface Entry {
  readonly label: MatchLabel;
  readonly text: string;
  readonly words: readonly number[];
  readonly languages: number;
  readonly need: NameNeed;
  readonly isQualified: boolean;
}

function toArrays(entries: readonly Entry[]) {
  const edges = entries.reduce((sum, { words }) => sum + words.length, 0);
  const builder = new LabelTrieBuilder(edges);
  const nodes = entries.map(({ words }) => builder.add(words));
  const trie = builder.build();
  const firstEntry = new Uint32Array(trie.nodeCount);
  const nextEntry = new Uint32Array(entries.length);
  for (const [entry, node] of nodes.entries()) {
    nextEntry[entry] = firstEntry[node] as number;
    firstEntry[node] = entry + 1;
  }
  return {
    trie,
    firstEntry,
    nextEntry,
    label: Uint32Array.from(entries, ({ label }) => label.label),
    owner: Uint32Array.from(entries, ({ label }) => label.owner),
    trust: Float64Array.from(entries, ({ label }) => label.trust ?? 1),
    flags: Uint8Array.from(entries, flagsOf),
    languagesOfEntry: Uint8Array.from(entries, ({ languages }) => languages),
    written: new Map(
      entries.flatMap(({ need, text }, entry) => (need === "NOTHING" ? [] : [[entry, text]])),
    ),
  };
}

function flagsOf({ label, need, isQualified }: Entry): number {
  return (
    (label.isTechnology ? TECHNOLOGY : 0) |
    (need === "CASE" ? NEEDS_CASE : 0) |
    (need === "EVIDENCE" ? NEEDS_EVIDENCE : 0) |
    (isQualified ? QUALIFIED : 0)
  );
}

function languageBits(language: string | undefined, plurals: readonly PluralLanguage[]): number {
  const base = language?.split("-")[0]?.toLowerCase();
  return plurals.reduce(
    (bits, each, place) => (base === undefined || base === each ? bits | (1 << place) : bits),
    0,
  );
}

/** Words and their numbers. */
class Words {
  private readonly numbers = new Map<string, number>();
  private readonly languages: number[] = [];

  add(word: string, languages: number): number {
    const known = this.numbers.get(word);
    if (known === undefined) {
      this.languages.push(languages);
      this.numbers.set(word, this.numbers.size);
      return this.numbers.size - 1;
    }
    this.languages[known] = (this.languages[known] as number) | languages;
    return known;
  }

  /** Makes words of the singulars of all words; gives the words that each of them is the singular of. */
  addSingulars(plurals: readonly PluralLanguage[]): Map<number, number[]> {
    const pluralsOf = new Map<number, number[]>();
    for (const [word, number] of [...this.numbers])
      for (const [place, language] of plurals.entries()) {
        if (((this.languages[number] as number) & (1 << place)) === 0) continue;
        for (const singular of singularsOf(word, language)) {
          const of = this.add(singular, 0);
          const known = pluralsOf.get(of);
          if (!known) pluralsOf.set(of, [number]);
          else if (!known.includes(number)) known.push(number);
        }
      }
    return pluralsOf;
  }

  build() {
    return { words: [...this.numbers.keys()], languagesOf: Uint8Array.from(this.languages) };
  }
}
