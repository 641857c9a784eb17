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

/** The condition of a scope on the label `l`. */
export function inScope({ kinds, locale }: LabelScope, params: SqlParams): string {
  return [
    ...(kinds ? [`l.node_kind = ANY (${params.add(kinds)}::text[])`] : []),
    ...(locale ? [`l.locale = ANY (${params.add(fallbackChain(locale))}::text[])`] : []),
    "true",
  ].join(" AND ");
}

export const LABEL_COLUMNS =
  "l.node_id, l.text, l.folded, l.locale, l.kind AS label_kind, label_weight(l.kind, l.text) AS weight";

/**
 * The order of labels that match equally well. `weight`: preferred before alternative before hidden, then the shorter;
 * one number, because sorting tens of thousands of labels is what a search spends most on. The rest makes it total.
 */
export const LABEL_ORDER = "c.weight, c.folded, c.node_id, c.locale, c.text";

/** SQL of the labels (alias `l`) that fulfil a condition, all with the same rank, the best `limit` of them. */
export function bestLabels(scope: string, condition: string, rank: number, limit: number): string {
  return `SELECT c.*, ${rank} AS rank FROM (SELECT ${LABEL_COLUMNS} FROM label l WHERE ${condition} AND ${scope}) c
     ORDER BY ${LABEL_ORDER} LIMIT ${limit}`;
}

/** The last code point: no label that begins with a text sorts behind the text followed by it. */
const LAST = "\u{10ffff}";

/**
 * Labels that begin with the text; the text itself is left out. In byte order, so that the index is a range.
 * For a single character the range is long, and another index has its labels in the order of their weight.
 */
export function beginsWith({ folded }: SearchText, params: SqlParams): string {
  const from = params.add(folded);
  if ([...folded].length === 1) return `left(l.folded, 1) = ${from} AND l.folded <> ${from}`;
  return `l.folded > ${from} AND l.folded < ${params.add(folded + LAST)}`;
}

/** Labels that have all words of the text. */
export function hasWords({ words }: SearchText, params: SqlParams): string {
  return matches(
    words.map((word) => `'${word}'`),
    params,
  );
}

/**
 * Labels with words that begin as the words of the text do. Short words begin too many and stay whole: those of one or
 * two letters, except the last one, which may still be being typed; that one needs two letters when it is the only one.
 */
export function hasBeginnings({ words }: SearchText, params: SqlParams): string {
  const lexemes = words.map((word, index) => {
    const isLast = index === words.length - 1;
    const least = isLast ? (words.length > 1 ? 1 : 2) : 3;
    return [...word].length >= least ? `'${word}':*` : `'${word}'`;
  });
  return matches(lexemes, params);
}

/** Words hold neither quotes nor backslashes, so the cast cannot fail, unlike to_tsquery on a client's text. */
function matches(lexemes: readonly string[], params: SqlParams): string {
  if (lexemes.length === 0) return "false";
  return `label_words(l.folded) @@ ${params.add(lexemes.join(" & "))}::tsquery`;
}
