import type { NodeKind } from "../shared/global-id";

/** A staged node whose key stands for another node of the graph. */
export interface KnownKey {
  id: string;
  intoId: string;
  /** false when the key's own source says nothing of that node any more: it was taken away, or it had left the node out. */
  isInUse: boolean;
}

/** A key that a decision names: the node that the graph knows it as, and the one that it was staged with. */
export interface DecidedKey {
  id: string;
  knownId: string | null;
  stagedId: string | null;
}

/** A staged key whose concept a node of the graph is mapped to. */
export interface MappedKey {
  kind: NodeKind;
  scheme: string;
  key: string;
  stagedId: string;
  knownId: string | null;
  nodeId: string;
  slug: string;
}

/** Staged nodes that the graph knows by one of their keys as another node. One that it knows as itself stays. */
export const FIND_KNOWN = `
  WITH known AS (
    SELECT s.node_id AS id, (array_agg(k.node_id ORDER BY k.node_id))[1] AS into_id, array_agg(DISTINCT k.scheme) AS schemes
      FROM staged_key s JOIN node_key k ON k.id = s.id
     GROUP BY s.node_id HAVING NOT bool_or(k.node_id = s.node_id))
  SELECT f.id, f.into_id AS "intoId", EXISTS (
           SELECT 1 FROM unnest(f.schemes) AS u (scheme)
            WHERE NOT EXISTS (SELECT 1 FROM node_key o WHERE o.kind = 'SOURCE' AND o.scheme = u.scheme)
               OR EXISTS (SELECT 1 FROM node_key o JOIN assertion a ON a.source_id = o.node_id
                           WHERE o.kind = 'SOURCE' AND o.scheme = u.scheme AND a.node_id = f.into_id)) AS "isInUse"
    FROM known f`;

/** Nodes that decisions name ($1: kinds, $2: slugs). One that is out of use is none. */
export const READ_DECIDED_NODES = `
  SELECT n.id, n.kind, n.slug FROM unnest($1::text[], $2::text[]) AS u (kind, slug)
    JOIN node n ON n.kind = u.kind AND n.slug = u.slug WHERE n.status = 'ACTIVE'`;

/** Keys that decisions name ($1: their ids), as far as the graph or the batch has them. */
export const READ_DECIDED_KEYS = `
  SELECT u.id, k.node_id AS "knownId", s.node_id AS "stagedId" FROM unnest($1::uuid[]) AS u (id)
    LEFT JOIN node_key k ON k.id = u.id LEFT JOIN staged_key s ON s.id = u.id
   WHERE k.id IS NOT NULL OR s.id IS NOT NULL`;

/** Staged keys that are mapped as EXACT by curated sources or editors. Two nodes that claim the same key decide nothing. */
export const READ_MAPPED = `
  SELECT s.kind, s.scheme, s.key, s.node_id AS "stagedId", k.node_id AS "knownId",
         (array_agg(n.id))[1] AS "nodeId", min(n.slug COLLATE "C") AS slug
    FROM staged_key s
    JOIN node_key c ON c.kind = 'EXTERNAL_CONCEPT' AND c.scheme = s.scheme AND c.key = s.key
    JOIN edge e ON e.to_id = c.node_id AND e.kind = 'MAPPING' AND e.match_type = 'EXACT' AND e.origin IN ('CURATED', 'EDITOR')
    JOIN node n ON n.id = e.from_id AND n.kind = s.kind AND n.status = 'ACTIVE'
    LEFT JOIN node_key k ON k.id = s.id
   GROUP BY s.kind, s.scheme, s.key, s.node_id, k.node_id HAVING count(DISTINCT n.id) = 1`;

/** Moves staged nodes to the nodes that they are ($1: their ids, $2: the ids of those). */
export const APPLY_ALIASES = [
  `CREATE TEMP TABLE staged_alias ON COMMIT DROP AS SELECT u.id, u.into_id FROM unnest($1::uuid[], $2::uuid[]) AS u (id, into_id)`,
  "ANALYZE staged_alias",
  "UPDATE staged_key k SET node_id = a.into_id FROM staged_alias a WHERE k.node_id = a.id",
  "UPDATE staged_assertion s SET node_id = a.into_id FROM staged_alias a WHERE s.node_id = a.id",
  "UPDATE staged_node n SET id = a.into_id FROM staged_alias a WHERE n.id = a.id",
  "UPDATE staged_row r SET subject_id = a.into_id FROM staged_alias a WHERE r.subject_id = a.id",
  ...["role_id", "career_level_id", "replaced_by_id", "part_of_id"].map(
    (column) =>
      `UPDATE staged_assertion s SET fields = jsonb_set(s.fields, '{${column}}', to_jsonb(a.into_id))
         FROM staged_alias a WHERE s.node_id IS NOT NULL AND s.fields ? '${column}' AND s.fields ->> '${column}' = a.id::text`,
  ),
  // What was replaced by a node that it turned out to be is not replaced at all.
  `UPDATE staged_assertion s SET fields = s.fields - 'replaced_by_id'
    WHERE s.node_id IS NOT NULL AND s.fields ? 'replaced_by_id' AND s.fields ->> 'replaced_by_id' = s.node_id::text`,
] as const;

/**
 * Newcomers with their first key and their names: staged nodes that the graph knows under none of their keys, and those
 * of $1. $2: kinds whose names are wanted.
 */
export const READ_NEWCOMERS = `
  WITH keyed AS (
    SELECT DISTINCT ON (s.node_id) s.node_id AS id, s.kind, s.scheme, s.key FROM staged_key s
     WHERE s.kind NOT IN ('EXTERNAL_CONCEPT', 'SOURCE')
       AND (s.node_id = ANY ($1::uuid[])
         OR s.node_id NOT IN (SELECT k.node_id FROM staged_key k JOIN node_key o ON o.id = k.id))
     ORDER BY s.node_id, s.scheme COLLATE "C", s.key COLLATE "C"),
  named AS (
    SELECT s.node_id AS id, jsonb_agg(jsonb_build_object('text', l.text, 'isPreferred', l.kind = 'PREFERRED', 'locale', l.locale)) AS names
      FROM keyed k JOIN staged_assertion s ON s.node_id = k.id
     CROSS JOIN LATERAL jsonb_to_recordset(s.fields -> 'labels') AS l (locale text, kind text, text text)
     WHERE k.kind = ANY ($2::text[]) AND jsonb_typeof(s.fields -> 'labels') = 'array' AND l.kind <> 'HIDDEN'
     GROUP BY s.node_id)
  SELECT k.id, k.kind, k.scheme, k.key, n.names FROM keyed k LEFT JOIN named n ON n.id = k.id`;

/** Nodes with a label that squeezes to one of $2, of the kinds $1. */
export const READ_CANDIDATES = `
  WITH found AS (
    SELECT DISTINCT l.node_id FROM unnest($1::text[], $2::text[]) AS u (kind, squeezed)
      JOIN label l ON label_squeezed(l.folded) COLLATE "C" = u.squeezed AND l.node_kind = u.kind)
  SELECT n.id, n.kind,
         (SELECT jsonb_agg(jsonb_build_object('text', l.text, 'locale', l.locale, 'isPreferred', l.kind = 'PREFERRED', 'isHidden', l.kind = 'HIDDEN',
                   'isCurated', EXISTS (SELECT 1 FROM assertion a WHERE a.node_id = n.id AND a.origin IN ('CURATED', 'EDITOR')
                                 AND a.fields -> 'labels' @> jsonb_build_array(jsonb_build_object('text', l.text)))))
            FROM label l WHERE l.node_id = n.id) AS names,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('scheme', k.scheme, 'key', k.key)), '[]') FROM node_key k
           WHERE k.node_id = n.id AND (EXISTS (SELECT 1 FROM staged_key s WHERE s.id = k.id)
             OR NOT EXISTS (SELECT 1 FROM staged_key s WHERE s.scheme = k.scheme)
            AND EXISTS (SELECT 1 FROM assertion a JOIN node_key o ON o.node_id = a.source_id AND o.kind = 'SOURCE' AND o.scheme = k.scheme
                         WHERE a.node_id = n.id))) AS keys,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('scheme', x.scheme, 'key', coalesce(x.url, x.code))), '[]')
            FROM edge e JOIN node x ON x.id = e.to_id
           WHERE e.from_id = n.id AND e.kind = 'MAPPING' AND e.match_type <> 'EXACT' AND e.origin IN ('CURATED', 'EDITOR')) AS unequal
    FROM found f JOIN node n ON n.id = f.node_id
   WHERE n.status = 'ACTIVE'`;
