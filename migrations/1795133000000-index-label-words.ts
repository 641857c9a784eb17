import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Words of labels by our own rules, and all of them in a table.
 *
 * PostgreSQL's parser takes `node.js` and `ci/cd` for one word (a host, a file) and drops the signs of `c#` and `c++`.
 * A typo is looked up among the distinct words, some ten thousand, instead of among all labels: there the common
 * trigrams of common words alone cost up to 80 ms at 150,000 labels.
 */
export class IndexLabelWords1795133000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(FUNCTIONS);
    await db.query(WEIGHT);
    await db.query(INDEXES);
    await db.query(WORDS);
    await db.query(TRIGGERS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER label_word_insert ON label;
      DROP TRIGGER label_word_update ON label;
      DROP TRIGGER label_word_delete ON label;
      DROP FUNCTION label_word_inserted(), label_word_updated(), label_word_deleted();
      DROP TABLE label_word;
      DROP INDEX label_by_word, label_by_preferred_word, label_by_preferred_prefix, label_by_squeezed, label_by_letter;
      DROP FUNCTION label_words(text), label_squeezed(text), label_weight(text, text);
      CREATE INDEX label_by_trigram ON label USING gin (folded gin_trgm_ops);
      CREATE INDEX label_by_word ON label USING gin (to_tsvector('simple', folded));
    `);
  }
}

/**
 * What stands between words, as ranges of a regular expression: everything in ASCII but letters, digits, `+` and `#`,
 * and the punctuation and symbols of Latin and other scripts. The same text is in src/search/words.ts.
 */
const SEPARATORS = String.raw`\u0001-\u0022\u0024-\u002a\u002c-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u2bff\u3000-\u3003\u3008-\u301f\u30fb`;

/** Most labels hold nothing but letters and single spaces; for them the dear replacing is left out. */
function withSeparatorsAs(replacement: string): string {
  return `CASE WHEN folded ~ '[^a-z0-9${replacement}]'
         THEN regexp_replace(left(folded, 500), '[${SEPARATORS}]+', '${replacement}', 'g') ELSE left(folded, 500) END`;
}

const FUNCTIONS = `
  -- The distinct words of a folded label, of its first 500 characters: a lexeme of more than 2,046 bytes is an error.
  CREATE FUNCTION label_words(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(array_remove(string_to_array(
      ${withSeparatorsAs(" ")}, ' '), ''))
  $$;

  -- A folded label without what stands between its words: 'node.js', 'node js' and 'nodejs' are the same.
  CREATE FUNCTION label_squeezed(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ${withSeparatorsAs("")}
  $$;
`;

const WEIGHT = `
  -- The order of labels that match a text equally well: preferred, alternative, hidden; within these the shorter first.
  CREATE FUNCTION label_weight(kind text, text text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT length(text) + CASE kind WHEN 'PREFERRED' THEN 0 WHEN 'ALTERNATIVE' THEN 10000 ELSE 20000 END
  $$;
`;

const INDEXES = `
  DROP INDEX label_by_trigram, label_by_word;
  -- word hits of search and autocomplete; every search reads the pending list, so it is kept short
  CREATE INDEX label_by_word ON label USING gin (label_words(folded)) WITH (gin_pending_list_limit = 256);
  -- the same, and prefix hits, for texts so common that only preferred labels are looked at
  CREATE INDEX label_by_preferred_word ON label USING gin (label_words(folded)) WITH (gin_pending_list_limit = 256)
   WHERE kind = 'PREFERRED';
  CREATE INDEX label_by_preferred_prefix ON label (folded, node_kind) WHERE kind = 'PREFERRED';
  -- hits of search that differ in spaces and punctuation only
  CREATE INDEX label_by_squeezed ON label (label_squeezed(folded) COLLATE "C");
  -- autocomplete and prefix hits of search for a single letter, which a tenth of all labels can begin with: the best first
  CREATE INDEX label_by_letter ON label (left(folded, 1), label_weight(kind, text), folded, node_kind);
`;

const WORDS = `
  -- Every word of a label and how many labels have it, kept by triggers. A word that lost its labels stays with 0.
  CREATE TABLE label_word (
    word        text COLLATE "C" PRIMARY KEY,
    label_count integer NOT NULL
  ) WITH (fillfactor = 70);
  ${countWords(wordsIn("label", 1))}
  -- fuzzy hits of search
  CREATE INDEX label_word_by_trigram ON label_word USING gin (word gin_trgm_ops) WITH (gin_pending_list_limit = 256);
`;

/** Once for a statement over its transition table, as the triggers of the content hash. */
const TRIGGERS = `
  CREATE FUNCTION label_word_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${countWords(wordsIn("new_rows", 1))}
    RETURN NULL;
  END $$;
  CREATE FUNCTION label_word_updated() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${countWords(`${wordsIn("new_rows", 1)} UNION ALL ${wordsIn("old_rows", -1)}`)}
    RETURN NULL;
  END $$;
  CREATE FUNCTION label_word_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${countWords(wordsIn("old_rows", -1))}
    RETURN NULL;
  END $$;
  CREATE TRIGGER label_word_insert AFTER INSERT ON label REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION label_word_inserted();
  CREATE TRIGGER label_word_update AFTER UPDATE ON label REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION label_word_updated();
  CREATE TRIGGER label_word_delete AFTER DELETE ON label REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION label_word_deleted();
`;

/** Words of labels that came (1) or went (-1). */
function wordsIn(rows: string, sign: 1 | -1): string {
  return `SELECT x.word, ${sign} AS sign FROM ${rows} r CROSS JOIN LATERAL unnest(tsvector_to_array(label_words(r.folded))) x (word)`;
}

/** Adds to the counts what changed; in order of words, so that two writers do not block each other. */
function countWords(changes: string): string {
  return `INSERT INTO label_word AS w (word, label_count)
    SELECT c.word, sum(c.sign) FROM (${changes}) c GROUP BY c.word HAVING sum(c.sign) <> 0 ORDER BY c.word
    ON CONFLICT (word) DO UPDATE SET label_count = w.label_count + excluded.label_count;`;
}
