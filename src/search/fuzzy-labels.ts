import type { SqlParams } from "../paging/sql-params";
import { LABEL_COLUMNS, LABEL_ORDER } from "./label-candidates";
import type { SearchText } from "./search-text";
import { oneSlipFrom } from "./spelling";

/** Words of a long text that are looked up by similarity; the others count as not found. */
const MAX_WORDS = 10;
/** Words of a text for which all slips are tried. */
const MAX_SLIP_WORDS = 6;
/** Words of labels that are taken for one word of the text. */
const ALTERNATIVES = 4;
const MIN_WORD_CLOSENESS = 0.35;
/** How much of the text, in letters, a label must have. */
const MIN_COVERAGE = 0.4;
/** Labels that are compared word by word. */
const COMPARED = 2_000;

/**
 * Common table expressions that end in `fuzzy`: labels with words like those of the text, ranked 0..`maxRank`.
 *
 * Each word of the text is looked up among the distinct words of all labels: by trigrams, and by the spellings that
 * are one slip away. Labels with one of the rarest words found are then compared word by word:
 * coverage = Σ closeness · letters of the word / Σ letters of the text;
 * precision = letters of the label's words that are alike / letters of the label's words;
 * rank = maxRank · coverage · (1 + precision) / 2, for coverage of at least 0.4.
 */
export function fuzzyLabels(
  { words }: SearchText,
  scope: string,
  params: SqlParams,
  { guard, maxRank, limit }: { guard: string; maxRank: number; limit: number },
): string {
  const asked = words.slice(0, MAX_WORDS);
  const slips = asked.slice(0, MAX_SLIP_WORDS).flatMap((word, index) => oneSlipFrom(word).map((slip) => ({ slip, index })));
  const askedWords = params.add(asked);
  const slipWords = params.add(slips.map(({ slip }) => slip));
  const slipPlaces = params.add(slips.map(({ index }) => index + 1));
  const letters = params.add(words.join("").length);
  return `
    alike AS MATERIALIZED (
      SELECT a.place, length(a.word) AS letters, w.word, w.label_count, w.closeness
        FROM unnest(${askedWords}::text[]) WITH ORDINALITY a (word, place)
        CROSS JOIN LATERAL (
          SELECT u.word, u.label_count, max(u.closeness) AS closeness FROM (
            SELECT w.word, w.label_count, 1::real AS closeness FROM label_word w WHERE w.word = a.word
            UNION ALL
            SELECT w.word, w.label_count, similarity(w.word, a.word) FROM label_word w
             WHERE w.word % a.word AND length(a.word) > 2 AND similarity(w.word, a.word) >= ${MIN_WORD_CLOSENESS}
            UNION ALL
            SELECT w.word, w.label_count, 1 - 1.0 / length(a.word)
              FROM unnest(${slipWords}::text[], ${slipPlaces}::integer[]) s (word, place)
              JOIN label_word w ON w.word = s.word
             WHERE s.place = a.place AND NOT EXISTS (SELECT 1 FROM label_word k WHERE k.word = a.word AND k.label_count > 0)
          ) u WHERE u.label_count > 0 GROUP BY u.word, u.label_count
          ORDER BY closeness DESC, u.label_count DESC, u.word LIMIT ${ALTERNATIVES}
        ) w WHERE ${guard}),
    rarest AS (
      SELECT string_agg('''' || a.word || '''', ' | ')::tsquery AS query
        FROM (SELECT a.word, sum(a.label_count) OVER (ORDER BY a.total, a.place, a.closeness DESC, a.word) AS labels, row_number() OVER (ORDER BY a.total, a.place, a.closeness DESC, a.word) AS row
                FROM (SELECT a.*, sum(a.label_count) OVER (PARTITION BY a.place) AS total FROM alike a) a) a
       WHERE a.labels <= ${COMPARED}),
    compared AS MATERIALIZED (
      SELECT row_number() OVER () AS id, ${LABEL_COLUMNS} FROM label l
       WHERE label_words(l.folded) @@ (SELECT r.query FROM rarest r) AND ${scope} LIMIT ${COMPARED}),
    measured AS (
      SELECT m.id, sum(m.closeness * m.letters) / ${letters}::real AS coverage, sum(m.found)::real AS found
        FROM (SELECT c.id, a.place, max(a.letters) AS letters, max(a.closeness) AS closeness, max(length(a.word)) AS found
                FROM compared c CROSS JOIN LATERAL unnest(tsvector_to_array(label_words(c.folded))) x (word)
                JOIN alike a ON a.word = x.word GROUP BY c.id, a.place) m
       GROUP BY m.id),
    fuzzy AS (
      SELECT c.* FROM (
        SELECT c.node_id, c.text, c.folded, c.locale, c.label_kind, c.weight,
               round(${maxRank} * m.coverage * (1 + least(1, m.found / length(label_squeezed(c.folded)))) / 2)::integer AS rank
          FROM measured m JOIN compared c ON c.id = m.id WHERE m.coverage >= ${MIN_COVERAGE}) c
       ORDER BY c.rank DESC, ${LABEL_ORDER} LIMIT ${limit})`;
}
