import { NEEDED_COLUMNS } from "../merge/needed-columns";

/**
 * What an export reads. $1: ids of the sources of which everything is wanted; null: of all.
 * Orders are those of the files: independent of collations and of what was written when.
 */

/** Sources with these slugs ($1), and their parts; all when null. */
export const READ_SOURCES = `
  SELECT n.id, n.slug FROM node n
   WHERE n.kind = 'SOURCE' AND ($1::text[] IS NULL OR n.slug = ANY ($1)
      OR n.part_of_id IN (SELECT w.id FROM node w WHERE w.kind = 'SOURCE' AND w.slug = ANY ($1)))
   ORDER BY n.slug, n.id`;

/** What is said of a node or link, as the format names it; absent is null. */
const ASSERTIONS = (subject: string, isPart: boolean) => `
  (SELECT coalesce(json_agg(json_build_object('id', a.id, 'source', a.source_id, 'origin', a.origin, 'locator', a.locator,
            'wording', a.wording, 'strength', a.strength, 'confidence', a.confidence, 'qualifiers', a.qualifiers, 'fields', a.fields)
            ORDER BY a.source_id, a.id), '[]')
     FROM assertion a WHERE a.${subject}${isPart ? " AND a.source_id = ANY ($1::uuid[])" : ""})`;

/** Derived from labels and texts, kept by the database, or written elsewhere on the line. */
const NOT_SHOWN = [
  ...["id", "kind", "slug", "name", "name_locale", "sort_name", "description"],
  ...["version", "revision", "created_at", "updated_at", "imported_at"],
  ...["role_ref", "career_level_ref", "part_of_ref"],
];

/** True of a node to which no assertion gives what its kind cannot be without. */
const LACKS_NEEDED = Object.entries(NEEDED_COLUMNS)
  .flatMap(([kind, columns]) => columns.map((column) => ({ kind, column })))
  .map(
    ({ kind, column }) =>
      `n.kind = '${kind}' AND NOT EXISTS (SELECT 1 FROM assertion a WHERE a.node_id = n.id AND a.fields ? '${column}')`,
  )
  .join(" OR ");

/** Of a node to which no assertion gives a name, or a kind: what it shows does not follow from them. */
const SHOWN = `
  CASE WHEN NOT EXISTS (SELECT 1 FROM assertion a WHERE a.node_id = n.id AND a.fields -> 'labels' @> '[{"kind": "PREFERRED"}]') OR ${LACKS_NEEDED} THEN
    jsonb_strip_nulls(to_jsonb(n) - '{${NOT_SHOWN.join(",")}}'::text[]) || jsonb_build_object(
      'labels', (SELECT coalesce(jsonb_agg(jsonb_build_object('locale', l.locale, 'kind', l.kind, 'text', l.text)
                   ORDER BY l.locale COLLATE "C", l.kind COLLATE "C", l.text), '[]') FROM label l WHERE l.node_id = n.id),
      'texts', (SELECT coalesce(jsonb_agg(jsonb_build_object('locale', x.locale, 'kind', x.kind, 'text', x.text)
                   ORDER BY x.locale COLLATE "C", x.kind COLLATE "C"), '[]') FROM node_text x WHERE x.node_id = n.id)) END`;

/** What the wanted sources speak of, the ends of their links, and the nodes that their values name. */
const NODES_OF_SOURCES = `
  SELECT a.node_id FROM assertion a WHERE a.source_id = ANY ($1::uuid[])
  UNION SELECT unnest($1::uuid[])
  UNION SELECT unnest(ARRAY[e.from_id, e.to_id]) FROM assertion a JOIN edge e ON e.id = a.edge_id WHERE a.source_id = ANY ($1::uuid[])
  UNION SELECT (v.value #>> '{}')::uuid FROM assertion a CROSS JOIN LATERAL jsonb_each(a.fields) v
   WHERE a.source_id = ANY ($1::uuid[]) AND a.node_id IS NOT NULL AND jsonb_typeof(v.value) = 'string'
     AND v.key IN ('role_id', 'career_level_id', 'part_of_id', 'replaced_by_id')`;

export function readNodes(isPart: boolean): string {
  return `
    SELECT n.id, n.kind, n.slug,
           (SELECT coalesce(json_agg(json_build_object('scheme', k.scheme, 'key', k.key) ORDER BY k.scheme COLLATE "C", k.key), '[]')
              FROM node_key k WHERE k.node_id = n.id) AS keys,
           ${ASSERTIONS("node_id = n.id", isPart)} AS assertions,
           ${SHOWN} AS shown
      FROM (SELECT * FROM node${isPart ? ` WHERE id IN (${NODES_OF_SOURCES})` : ""} ORDER BY kind COLLATE "C", id OFFSET 0) n`;
}

export function readLinks(isPart: boolean): string {
  const wanted = `WHERE id IN (SELECT a.edge_id FROM assertion a WHERE a.source_id = ANY ($1::uuid[]))`;
  return `
    SELECT e.kind, e.from_id AS "from", e.to_id AS "to", e.statement_key AS "statementKey",
           ${ASSERTIONS("edge_id = e.id", isPart)} AS assertions
      FROM (SELECT id, kind, from_id, to_id, statement_key FROM edge${isPart ? ` ${wanted}` : ""}
             ORDER BY kind COLLATE "C", from_id, to_id, statement_key OFFSET 0) e`;
}
