import { KEPT } from "./nodes-sql";

/** How touched links are written. Names of temporary tables are those of changes-sql.ts. */

/**
 * Links that nobody states any more go before others come: a prerequisite can turn round, a specialization change its role.
 * Role levels and specializations that may have changed their role are remembered first.
 */
export const RETIRE_EDGES = [
  `CREATE TEMP TABLE moved_owner ON COMMIT DROP AS
   SELECT n.id FROM touched t JOIN node n ON n.id = t.id WHERE t.is_node AND n.kind = 'ROLE_LEVEL'
   UNION SELECT e.to_id FROM touched t JOIN edge e ON e.id = t.id WHERE NOT t.is_node AND e.kind = 'HAS_SPECIALIZATION'
   UNION SELECT s.to_id FROM touched t JOIN staged_edge s ON s.id = t.id WHERE NOT t.is_node AND s.kind = 'HAS_SPECIALIZATION'`,
  `DELETE FROM edge e USING touched t WHERE e.id = t.id AND NOT t.is_node AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.subject_id = t.id)`,
] as const;

/** What the links show beside their resolved values, each as a set: their strongest claim, their subjects, the roles of specializations. */
export const RESOLVE_EDGES = [
  `CREATE TEMP TABLE strongest_claim ON COMMIT DROP AS
   SELECT c.subject_id, c.origin, c.confidence FROM claim c
    WHERE NOT c.is_node AND NOT EXISTS (SELECT 1 FROM contested d WHERE d.id = c.subject_id)
   UNION ALL
   (SELECT DISTINCT ON (c.subject_id) c.subject_id, c.origin, c.confidence
      FROM claim c JOIN contested d ON d.id = c.subject_id AND NOT c.is_node
     ORDER BY c.subject_id, c.rank, c.confidence DESC NULLS LAST, c.source_id, c.id)`,
  `CREATE TEMP TABLE shown_subjects ON COMMIT DROP AS
   SELECT c.subject_id, array_agg(DISTINCT u.subject ORDER BY u.subject) AS subjects
     FROM claim c CROSS JOIN LATERAL jsonb_array_elements_text(c.fields -> 'subjects') AS u (subject)
    WHERE jsonb_typeof(c.fields -> 'subjects') = 'array' GROUP BY c.subject_id`,
  `CREATE TEMP TABLE role_of_specialization ON COMMIT DROP AS
   SELECT DISTINCT ON (h.to_id) h.to_id AS id, h.from_id AS role_id FROM (
     SELECT kind, from_id, to_id FROM staged_edge UNION SELECT kind, from_id, to_id FROM edge) h WHERE h.kind = 'HAS_SPECIALIZATION'
    ORDER BY h.to_id, h.from_id`,
] as const;

/** Inserts and updates the touched links ($1: revision, $2: time). */
export function upsertEdges(columns: readonly string[]): string {
  const ends = new Set([
    "from_id",
    "to_id",
    "role_id",
    "statement_key",
    "origin",
    "confidence",
    "subjects",
  ]);
  const own = columns.filter((column) => !KEPT.has(column) && !ends.has(column));
  const updated = [...own, "role_id", "origin", "confidence", "subjects"];
  return `
    INSERT INTO edge AS old (id, kind, version, revision, created_at, updated_at, from_id, from_kind, to_id, to_kind, role_id,
      statement_key, origin, confidence, subjects${own.map((c) => `, ${c}`).join("")})
    SELECT k.id, k.kind, 1, $1::integer, $2::timestamptz, $2::timestamptz, k.from_id, a.kind, k.to_id, b.kind,
           CASE WHEN k.kind IN ('REQUIREMENT', 'DUTY', 'QUALIFICATION') THEN
             CASE a.kind WHEN 'ROLE' THEN a.id WHEN 'ROLE_LEVEL' THEN a.role_id
               WHEN 'SPECIALIZATION' THEN o.role_id END END,
           k.statement_key, w.origin, w.confidence, u.subjects${own.map((c) => `, f.${c}`).join("")}
      FROM touched t
      LEFT JOIN staged_edge n ON n.id = t.id
      LEFT JOIN edge p ON p.id = t.id
      CROSS JOIN LATERAL (SELECT t.id, coalesce(n.kind, p.kind) AS kind, coalesce(n.from_id, p.from_id) AS from_id,
        coalesce(n.to_id, p.to_id) AS to_id, coalesce(n.statement_key, p.statement_key) AS statement_key) k
      JOIN node a ON a.id = k.from_id
      LEFT JOIN node b ON b.id = k.to_id
      LEFT JOIN role_of_specialization o ON o.id = a.id
      JOIN strongest_claim w ON w.subject_id = t.id
      LEFT JOIN shown_subjects u ON u.subject_id = t.id
      LEFT JOIN resolved r ON r.id = t.id
      CROSS JOIN LATERAL jsonb_populate_record(NULL::edge, coalesce(r.fields, '{}')) f
     WHERE NOT t.is_node ORDER BY t.id
    ON CONFLICT (id) DO UPDATE SET version = old.version + 1, revision = excluded.revision, updated_at = excluded.updated_at,
      ${updated.map((c) => `${c} = excluded.${c}`).join(", ")}
     WHERE (${updated.map((c) => `old.${c}`).join(", ")}) IS DISTINCT FROM (${updated.map((c) => `excluded.${c}`).join(", ")})`;
}

/** Links that stay as they are, but whose role level or specialization changed its role ($1: revision, $2: time). */
export const FOLLOW_OWNERS = `
  UPDATE edge e SET role_id = o.role_id, version = e.version + 1, revision = $1::integer, updated_at = $2::timestamptz
    FROM (SELECT m.id, CASE n.kind WHEN 'ROLE_LEVEL' THEN n.role_id ELSE h.from_id END AS role_id
            FROM moved_owner m JOIN node n ON n.id = m.id
            LEFT JOIN edge h ON h.to_id = m.id AND h.kind = 'HAS_SPECIALIZATION') o
   WHERE e.from_id = o.id AND e.kind IN ('REQUIREMENT', 'DUTY', 'QUALIFICATION') AND e.role_id IS DISTINCT FROM o.role_id`;
