/**
 * What a merge has to change: assertions that come, change or go, and what their nodes and links show then.
 *
 * What a node or link shows is derived from all assertions on it: for each value the one of the strongest origin
 * wins (editor, curated, imported, derived), then the one of the smaller source id, so that order of loading never matters.
 * Where a source has one thing under several keys, a flag is set when it is set under one of them.
 */

const RANK = (alias: string) =>
  `CASE ${alias}.origin WHEN 'EDITOR' THEN 0 WHEN 'CURATED' THEN 1 WHEN 'IMPORTED' THEN 2 ELSE 3 END`;

/** True for a stored assertion that the batch neither brings nor takes back. */
const STAYS = (alias: string) =>
  `NOT EXISTS (SELECT 1 FROM staged_assertion x WHERE x.id = ${alias}.id) AND NOT EXISTS (SELECT 1 FROM gone_assertion g WHERE g.id = ${alias}.id)`;

/**
 * Assertions that the batch brings new or changed, those of its sources that it no longer brings, and the nodes and
 * links that these touch ($1: source ids). A node that turned out to be another one takes its assertions along.
 */
export const FIND_CHANGES = [
  `CREATE TEMP TABLE changed_assertion ON COMMIT DROP AS
   SELECT s.id, s.node_id, s.edge_id, a.node_id AS old_node_id, a.id IS NULL AS is_new
     FROM staged_assertion s LEFT JOIN assertion a ON a.id = s.id
    WHERE a.id IS NULL OR (s.node_id, s.origin, s.confidence, s.fields) IS DISTINCT FROM (a.node_id, a.origin, a.confidence, a.fields)`,
  `CREATE TEMP TABLE gone_assertion ON COMMIT DROP AS
   SELECT a.id, a.node_id, a.edge_id FROM assertion a
    WHERE a.source_id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM staged_assertion s WHERE s.id = a.id)`,
  `CREATE TEMP TABLE touched ON COMMIT DROP AS
   SELECT DISTINCT coalesce(t.node_id, t.edge_id) AS id, t.node_id IS NOT NULL AS is_node
     FROM (SELECT node_id, edge_id FROM changed_assertion UNION ALL SELECT node_id, edge_id FROM gone_assertion
           UNION ALL SELECT old_node_id, NULL FROM changed_assertion WHERE old_node_id <> node_id) t`,
  "ANALYZE gone_assertion",
  "ANALYZE touched",
] as const;

/**
 * All that is said of the touched nodes and links once the batch is in, and the columns that follow from it. Who names a
 * node without a word on its status has it in use: it is given up when all of the strongest sources have given it up.
 */
export const RESOLVE_FIELDS = [
  `CREATE TEMP TABLE claim ON COMMIT DROP AS
   SELECT c.*, ${RANK("c")} AS rank FROM (
     SELECT a.id, t.id AS subject_id, t.is_node, a.source_id, a.origin, a.confidence, a.fields
       FROM touched t JOIN assertion a ON a.node_id = t.id WHERE t.is_node AND ${STAYS("a")}
     UNION ALL
     SELECT a.id, t.id, t.is_node, a.source_id, a.origin, a.confidence, a.fields
       FROM touched t JOIN assertion a ON a.edge_id = t.id WHERE NOT t.is_node AND ${STAYS("a")}
     UNION ALL
     SELECT s.id, t.id, t.is_node, s.source_id, s.origin, s.confidence, s.fields
       FROM touched t JOIN staged_assertion s ON coalesce(s.node_id, s.edge_id) = t.id) c`,
  // Nearly everything is said once: then nothing has to be weighed.
  `CREATE TEMP TABLE contested ON COMMIT DROP AS
   SELECT c.subject_id AS id FROM claim c GROUP BY c.subject_id HAVING count(*) > 1`,
  "ANALYZE claim",
  "ANALYZE contested",
  `CREATE TEMP TABLE resolved ON COMMIT DROP AS
   SELECT c.subject_id AS id, jsonb_strip_nulls(c.fields - '{labels,texts,subjects}'::text[]) AS fields
     FROM claim c WHERE c.fields <> '{}' AND NOT EXISTS (SELECT 1 FROM contested d WHERE d.id = c.subject_id)
   UNION ALL
   SELECT v.subject_id, jsonb_object_agg(v.key, v.value) FROM (
     SELECT DISTINCT ON (c.subject_id, f.key) c.subject_id, f.key, f.value
       FROM contested d JOIN claim c ON c.subject_id = d.id
      CROSS JOIN LATERAL jsonb_each(CASE WHEN c.fields ? 'labels' THEN '{"status": "ACTIVE"}' || c.fields ELSE c.fields END) f
      WHERE f.key NOT IN ('labels', 'texts', 'subjects') AND f.value <> 'null'
      ORDER BY c.subject_id, f.key, c.rank, f.value = '"DEPRECATED"', c.source_id, f.value = 'true' DESC, c.id) v
    GROUP BY v.subject_id`,
  "ANALYZE resolved",
] as const;

/** Assertions that are gone, before the links that only they stated. */
export const DELETE_ASSERTIONS = "DELETE FROM assertion a USING gone_assertion g WHERE a.id = g.id";

/** Assertions last, because they point to nodes and links ($1: revision, $2: time). */
export const WRITE_ASSERTIONS = `
  INSERT INTO assertion (id, node_id, edge_id, source_id, origin, locator, wording, strength, confidence, qualifiers, fields, revision, created_at)
  SELECT s.id, s.node_id, s.edge_id, s.source_id, s.origin, s.locator, s.wording, s.strength, s.confidence, s.qualifiers, s.fields, $1::integer, $2::timestamptz
    FROM staged_assertion s JOIN changed_assertion c ON c.id = s.id ORDER BY s.id
  ON CONFLICT (id) DO UPDATE SET node_id = excluded.node_id, origin = excluded.origin, confidence = excluded.confidence,
    fields = excluded.fields, revision = excluded.revision`;

/** True when the sources state nothing but what is there. */
export const CHANGES_NOTHING = `
  SELECT NOT EXISTS (SELECT 1 FROM touched) AND NOT EXISTS (
    SELECT 1 FROM staged_key s LEFT JOIN node_key k ON k.id = s.id WHERE k.node_id IS DISTINCT FROM s.node_id) AS unchanged`;
