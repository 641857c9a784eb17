/**
 * What a merge is about to do, asked between finding the changes and writing them; the names of the temporary tables are
 * those of src/merge/changes-sql.ts. $1: ids of the sources.
 */

/** Rows by entity: is their node or link new to the source, changed, or as before? */
export const COUNT_OUTCOMES = `
  WITH said AS (
    SELECT DISTINCT coalesce(a.node_id, a.edge_id) AS id FROM assertion a WHERE a.source_id = ANY ($1::uuid[])),
  counted AS (
    SELECT n.id, n.entity, n.row_count FROM staged_node n WHERE n.entity IS NOT NULL
    UNION ALL SELECT e.id, e.entity, e.row_count FROM staged_edge e WHERE e.entity IS NOT NULL
    UNION ALL SELECT r.subject_id, r.entity, r.row_count FROM staged_row r)
  SELECT c.entity, CASE WHEN t.id IS NULL THEN 'unchanged' WHEN s.id IS NULL THEN 'imported' ELSE 'updated' END AS state,
         sum(c.row_count)::integer AS rows
    FROM counted c LEFT JOIN said s ON s.id = c.id LEFT JOIN touched t ON t.id = c.id
   GROUP BY 1, 2`;

/** Nodes that nobody states any more, and links that go. */
export const FIND_WITHDRAWN = `
  WITH gone AS (
    SELECT g.node_id, g.edge_id FROM gone_assertion g
    EXCEPT SELECT s.node_id, s.edge_id FROM staged_assertion s
    EXCEPT SELECT a.node_id, a.edge_id FROM touched t JOIN assertion a ON a.node_id = t.id
            WHERE t.is_node AND NOT EXISTS (SELECT 1 FROM gone_assertion x WHERE x.id = a.id)
    EXCEPT SELECT a.node_id, a.edge_id FROM touched t JOIN assertion a ON a.edge_id = t.id
            WHERE NOT t.is_node AND NOT EXISTS (SELECT 1 FROM gone_assertion x WHERE x.id = a.id))
  SELECT 'deprecated' AS type, n.kind, n.slug, n.name, NULL AS "from", NULL AS "to"
    FROM gone g JOIN node n ON n.id = g.node_id WHERE n.status <> 'DEPRECATED'
  UNION ALL
  SELECT 'removed', e.kind, NULL, NULL, f.slug, t.slug
    FROM gone g JOIN edge e ON e.id = g.edge_id JOIN node f ON f.id = e.from_id LEFT JOIN node t ON t.id = e.to_id`;

/** What an assertion says beside its values, as values: the raw numbers of a scale, how firmly, in which words. */
const SAID = (alias: string) =>
  `${alias}.fields || jsonb_strip_nulls(jsonb_build_object('qualifiers', nullif(${alias}.qualifiers, '[]'), 'strength', ${alias}.strength,
     'wording', ${alias}.wording, 'confidence', ${alias}.confidence))`;

/**
 * What the source says otherwise than before; labels and texts as lists. Another raw number makes another assertion, so
 * one that goes is compared with one that comes on the same node or link. An external concept repeats release and name.
 */
export const FIND_UPDATED = `
  WITH compared AS (
    SELECT s.node_id, s.edge_id, ${SAID("a")} AS before, ${SAID("s")} AS after
      FROM changed_assertion c JOIN staged_assertion s ON s.id = c.id JOIN assertion a ON a.id = c.id
    UNION ALL
    SELECT p.node_id, p.edge_id, p.before, p.after FROM (
      SELECT DISTINCT ON (s.id) s.id, s.node_id, s.edge_id, ${SAID("a")} AS before, ${SAID("s")} AS after
        FROM changed_assertion c
        JOIN staged_assertion s ON s.id = c.id
        JOIN gone_assertion g ON coalesce(g.node_id, g.edge_id) = coalesce(s.node_id, s.edge_id)
        JOIN assertion a ON a.id = g.id AND a.source_id = s.source_id
       WHERE c.is_new ORDER BY s.id, a.id) p)
  SELECT 'updated' AS type, coalesce(n.kind, e.kind) AS kind, n.slug, n.name, ef.slug AS "from", et.slug AS "to",
         v.key AS field, p.before -> v.key AS before, p.after -> v.key AS after
    FROM compared p
    LEFT JOIN node n ON n.id = p.node_id
    LEFT JOIN edge e ON e.id = p.edge_id
    LEFT JOIN node ef ON ef.id = e.from_id
    LEFT JOIN node et ON et.id = e.to_id
   CROSS JOIN LATERAL jsonb_object_keys(p.before || p.after) AS v (key)
   WHERE p.before -> v.key IS DISTINCT FROM p.after -> v.key
     AND NOT (coalesce(n.kind, '') = 'EXTERNAL_CONCEPT' AND v.key IN ('scheme_version', 'labels'))`;

/** An element of both lists in the same place, where only one of them is shown. */
const ELEMENTS = (field: string, place: string) =>
  `SELECT '${field}', x.value, y.value
     FROM jsonb_array_elements(CASE jsonb_typeof(d.fields -> '${field}') WHEN 'array' THEN d.fields -> '${field}' END) x (value)
     JOIN jsonb_array_elements(CASE jsonb_typeof(s.fields -> '${field}') WHEN 'array' THEN s.fields -> '${field}' END) y (value)
       ON x.value ->> 'locale' = y.value ->> 'locale' AND ${place}`;

/** Values of the source that do not show, because editors say otherwise. Of what is shown together nothing is lost. */
export const FIND_DIFFERENCES = `
  SELECT 'difference' AS type, coalesce(n.kind, e.kind) AS kind, n.slug, n.name, ef.slug AS "from", et.slug AS "to",
         v.field, v.shown, v.stated
    FROM assertion d
    JOIN staged_assertion s ON coalesce(s.node_id, s.edge_id) = coalesce(d.node_id, d.edge_id)
    LEFT JOIN node n ON n.id = d.node_id
    LEFT JOIN edge e ON e.id = d.edge_id
    LEFT JOIN node ef ON ef.id = e.from_id
    LEFT JOIN node et ON et.id = e.to_id
   CROSS JOIN LATERAL (
     SELECT f.key AS field, f.value AS shown, s.fields -> f.key AS stated
       FROM jsonb_each(d.fields) f WHERE f.key NOT IN ('labels', 'texts', 'subjects')
     UNION ALL ${ELEMENTS("labels", "x.value ->> 'kind' = 'PREFERRED' AND y.value ->> 'kind' = 'PREFERRED'")}
     UNION ALL ${ELEMENTS("texts", "x.value ->> 'kind' = y.value ->> 'kind'")}) v
   WHERE d.origin = 'EDITOR' AND s.origin <> 'EDITOR' AND v.shown <> 'null' AND v.stated <> 'null' AND v.shown <> v.stated`;
