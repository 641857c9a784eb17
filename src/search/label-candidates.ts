import { fallbackChain } from "../labels/locale";
import type { SqlParams } from "../paging/sql-params";
import type { NodeKind } from "../shared/global-id";
import type { SearchText } from "./search-text";

/** Which labels to look among. */
export interface LabelScope {
  /** null: nodes of every kind; an empty list: of none. */
  kinds: readonly NodeKind[] | null;
  /** The language of the labels, with its fallbacks; null: every language. */
  locale: string | null;
}

/**
 * The order of labels that match equally well: preferred before alternative before hidden, then the shorter, both in
 * `weight`. The rest makes the order total.
 */
export const LABEL_ORDER = "c.weight, c.folded, c.node_id, c.locale, c.text";

/** SQL of the labels (alias `l`) that fulfil a condition, all with the same rank, the best `limit` of them. */
export function bestLabels(scope: string, condition: string, rank: number, limit: number): string {
  return `SELECT c.*, ${rank} AS rank FROM (SELECT ${LABEL_COLUMNS} FROM label l WHERE ${condition} AND ${scope}) c
     ORDER BY ${LABEL_ORDER} LIMIT ${limit}`;
}

/** One number instead of two columns, because sorting tens of thousands of labels is what a search spends most on. */
export const LABEL_COLUMNS = `l.node_id, l.text, l.folded, l.locale, l.kind AS label_kind,
  length(l.text) + CASE l.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALTERNATIVE' THEN 10000 ELSE 20000 END AS weight`;

/** The condition of a scope on the label `l`. */
export function inScope({ kinds, locale }: LabelScope, params: SqlParams): string {
  return [
    ...(kinds ? [`l.node_kind = ANY (${params.add(kinds)}::text[])`] : []),
    ...(locale ? [`l.locale = ANY (${params.add(fallbackChain(locale))}::text[])`] : []),
    "true",
  ].join(" AND ");
}

/** The last code point: no label that begins with a text sorts behind the text followed by it. */
const LAST = "\u{10ffff}";

/** Labels that begin with the text; the text itself is left out. In byte order, so that the index is a range. */
export function beginsWith(text: SearchText, params: SqlParams): string {
  return `l.folded > ${params.add(text.folded)} AND l.folded < ${params.add(text.folded + LAST)}`;
}

/**
 * Labels that have all words as `lexeme` writes them, e.g. `'java'` or `'java':*`.
 * Words hold neither quotes nor backslashes, so the cast cannot fail, unlike to_tsquery on a client's text.
 */
export function hasWords(lexemes: readonly string[], params: SqlParams): string {
  return `label_words(l.folded) @@ ${params.add(lexemes.join(" & "))}::tsquery`;
}

export function wholeWords(words: readonly string[]): string[] {
  return words.map((word) => `'${word}'`);
}

/** Words as beginnings of words; a single letter begins too many, it stays a word of its own. */
export function beginningsOfWords(words: readonly string[]): string[] {
  return words.map((word) => ([...word].length > 1 ? `'${word}':*` : `'${word}'`));
}
