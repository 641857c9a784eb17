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
    // Concepts of other classifications repeat the names of the nodes that are mapped to them.
    kinds
      ? `l.node_kind = ANY (${params.add(kinds)}::text[])`
      : "l.node_kind <> 'EXTERNAL_CONCEPT'",
    ...(locale ? [`l.locale = ANY (${params.add(fallbackChain(locale))}::text[])`] : []),
  ].join(" AND ");
}

export const LABEL_COLUMNS =
  "l.node_id, l.text, l.folded, l.locale, l.kind AS label_kind, label_weight(l.kind, l.text) AS weight";

/**
 * The order of labels that match equally well. `weight`: preferred before alternative before hidden, then the shorter;
 * one number, because sorting tens of thousands of labels is what a search spends most on. The rest makes it total.
 */
export const LABEL_ORDER = "c.weight, c.folded, c.node_id, c.locale, c.text";

/** SQL of the labels (alias `l`) that fulfil a condition, the best `limit` of them. `rank` and `limit` are SQL, too. */
export function bestLabels(
  scope: string,
  condition: string,
  rank: number | string,
  limit: number | string,
): string {
  return `SELECT c.* FROM (SELECT ${LABEL_COLUMNS}, ${rank} AS rank FROM label l WHERE ${condition} AND ${scope}) c
     ORDER BY c.rank DESC, ${LABEL_ORDER} LIMIT ${limit}`;
}

/** A way for labels to match, and the table expression that holds the labels of all better ways. */
export interface Stage {
  name: string;
  after: string;
  rank: number;
  condition: string;
  /** Labels that are enough: those of `after` are filled up to as many. */
  limit: number;
}

/**
 * Common table expressions that end in `name`: the labels of `after`, and those of the stage while these are too few.
 *
 * Preferred labels come first in any case: of a common word or beginning they are enough, and have indexes of their own.
 */
export function addStage(scope: string, { condition, ...stage }: Stage): string {
  const preferred = { ...stage, name: `preferred_${stage.name}` };
  const others = { ...stage, after: preferred.name };
  return `${fillUp(scope, { ...preferred, condition: `${condition} AND l.kind = 'PREFERRED'` })},
    ${fillUp(scope, { ...others, condition: `${condition} AND l.kind <> 'PREFERRED'` })}`;
}

/** A limit of 0 leaves the scan out. */
function fillUp(scope: string, { name, after, rank, condition, limit }: Stage): string {
  const missing = `greatest(0, ${limit} - (SELECT count(*) FROM ${after}))`;
  return `${name} AS MATERIALIZED (
      SELECT * FROM ${after} UNION ALL (${bestLabels(scope, condition, rank, missing)}))`;
}

/** As `addStage`, for labels that begin with the text; the text itself is left out. */
export function addPrefixStage(
  scope: string,
  { folded }: SearchText,
  stage: Omit<Stage, "condition">,
  params: SqlParams,
): string {
  const from = params.add(folded);
  if ([...folded].length === 1)
    // A tenth of all labels can begin with one letter; an index has them in the order of their weight.
    return fillUp(scope, {
      ...stage,
      condition: `left(l.folded, 1) = ${from} AND l.folded <> ${from}`,
    });
  // In byte order, so that the index is a range.
  const condition = `l.folded > ${from} AND l.folded < ${params.add(folded + LAST)}`;
  return addStage(scope, { ...stage, condition });
}

/** The last code point: no label that begins with a text sorts behind the text followed by it. */
const LAST = "\u{10ffff}";

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
