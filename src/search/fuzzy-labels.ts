import type { SqlParams } from "../paging/sql-params";
import { LABEL_COLUMNS, LABEL_ORDER } from "./label-candidates";
import type { SearchText } from "./search-text";
import { oneSlipFrom } from "./spelling";

/** Words of a long text that are looked up; the others count as not found. */
const MAX_WORDS = 10;
/** Words of a text for which all slips are tried. */
const MAX_SLIP_WORDS = 6;
/** Words of labels that are taken for one word of the text. */
const ALTERNATIVES = 4;
/** The session's threshold of `%`, 0.3 by default, only serves the index. */
const MIN_WORD_CLOSENESS = 0.35;
/** How much of the text, in letters, a label must have. */
const MIN_COVERAGE = 0.4;
/** Labels that are compared word by word. */
const COMPARED = 1_000;

export interface FuzzyOptions {
  /** SQL that is true when the stage is to run. */
  guard: string;
  maxRank: number;
  limit: number;
}

/**
 * Common table expressions that end in `fuzzy`: labels with words like those of the text, ranked 0..`maxRank`.
 *
 * Each of the first ten words of the text is looked up among the distinct words of all labels: by trigrams, and a word
 * that no label has also by the spellings that are one slip away. The labels that have the rarest of these are compared:
 * weight of a word of the text = its letters / ln(e + number of labels with words like it), as if 100 when there are none;
 * coverage = Σ closeness · weight of the words that the label has / Σ weight of all words;
 * precision = letters of the label's words that are alike / letters of the label;
 * rank = maxRank · coverage · (1 + precision) / 2, for a coverage of at least 0.4.
 */
export function fuzzyLabels(
  { words }: SearchText,
  scope: string,
  params: SqlParams,
  { guard, maxRank, limit }: FuzzyOptions,
): string {
  const asked = params.add(words.slice(0, MAX_WORDS));
  const slips = words
    .slice(0, MAX_SLIP_WORDS)
    .flatMap((word, index) => oneSlipFrom(word).map((slip) => ({ slip, place: index + 1 })));
  const slipWords = params.add(slips.map(({ slip }) => slip));
  const slipPlaces = params.add(slips.map(({ place }) => place));
  return `
    asked AS (SELECT a.word, a.place FROM unnest(${asked}::text[]) WITH ORDINALITY a (word, place) WHERE ${guard}),
    alike AS MATERIALIZED (
      SELECT a.place, w.word, w.label_count, w.closeness
        FROM asked a CROSS JOIN LATERAL (
          SELECT u.word, u.label_count, max(u.closeness) AS closeness FROM (
            SELECT w.word, w.label_count, 1::real AS closeness FROM label_word w WHERE w.word = a.word
            UNION ALL
            SELECT w.word, w.label_count, similarity(w.word, a.word) FROM label_word w
             WHERE w.word % a.word AND length(a.word) > 2 AND similarity(w.word, a.word) >= ${MIN_WORD_CLOSENESS}
            UNION ALL
            SELECT w.word, w.label_count, 1 - 1.0 / length(a.word)
              FROM unnest(${slipWords}::text[], ${slipPlaces}::integer[]) s (word, place)
              JOIN label_word w ON w.word = s.word
             WHERE s.place = a.place
               AND NOT EXISTS (SELECT 1 FROM label_word k WHERE k.word = a.word AND k.label_count > 0)
          ) u WHERE u.label_count > 0 GROUP BY u.word, u.label_count
          ORDER BY closeness DESC, u.label_count DESC, u.word LIMIT ${ALTERNATIVES}) w),
    choice AS (
      SELECT a.place, sum(a.label_count) AS labels, string_agg('''' || a.word || '''', ' | ') AS query
        FROM alike a GROUP BY a.place),
    weight AS MATERIALIZED (
      SELECT a.place, length(a.word) / ln(2.718 + coalesce(c.labels, 100)) AS weight
        FROM asked a LEFT JOIN choice c ON c.place = a.place),
    -- Labels with the rarest words; with all words when even the rarest one is too common.
    chosen AS (
      SELECT CASE WHEN min(c.labels) > ${COMPARED} AND count(*) > 1 AND count(*) = cardinality(${asked}::text[])
                  THEN string_agg('(' || c.query || ')', ' & ')
                  ELSE string_agg(c.query, ' | ') FILTER (WHERE c.so_far <= ${COMPARED} OR c.so_far = c.labels) END::tsquery AS query
        FROM (SELECT c.*, sum(c.labels) OVER (ORDER BY c.labels, c.place) AS so_far FROM choice c) c),
    compared AS MATERIALIZED (
      SELECT c.*, row_number() OVER () AS id
        FROM (SELECT ${LABEL_COLUMNS} FROM label l WHERE label_words(l.folded) @@ (SELECT c.query FROM chosen c) AND ${scope}) c
       ORDER BY ${LABEL_ORDER} LIMIT ${COMPARED}),
    measured AS (
      SELECT m.id, sum(m.closeness * w.weight) / (SELECT sum(a.weight) FROM weight a) AS coverage, sum(m.found) AS found
        FROM (SELECT c.id, a.place, max(a.closeness) AS closeness, max(length(a.word)) AS found
                FROM compared c CROSS JOIN LATERAL unnest(tsvector_to_array(label_words(c.folded))) x (word)
                JOIN alike a ON a.word = x.word GROUP BY c.id, a.place) m
        JOIN weight w ON w.place = m.place GROUP BY m.id),
    fuzzy AS (
      SELECT c.* FROM (
        SELECT c.node_id, c.text, c.folded, c.locale, c.label_kind, c.weight,
               round(${maxRank} * m.coverage * (1 + least(1, m.found::real / length(label_squeezed(c.folded)))) / 2)::integer AS rank
          FROM measured m JOIN compared c ON c.id = m.id WHERE m.coverage >= ${MIN_COVERAGE}) c
       ORDER BY c.rank DESC, ${LABEL_ORDER} LIMIT ${limit})`;
}
