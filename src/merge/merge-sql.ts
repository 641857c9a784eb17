/**
 * The merge, statement by statement. It reads the staged tables and works on whole sets.
 *
 * What a node or link shows is derived from all assertions on it: for each value the one of the strongest origin
 * wins (editor, curated, imported, derived), then the one of the smaller source id, so that order of loading never matters.
 */

const RANK = (alias: string) =>
  `CASE ${alias}.origin WHEN 'EDITOR' THEN 0 WHEN 'CURATED' THEN 1 WHEN 'IMPORTED' THEN 2 ELSE 3 END`;

/** True for a stored assertion that the batch neither brings nor takes back. */
const STAYS = (alias: string) =>
  `NOT EXISTS (SELECT 1 FROM staged_assertion x WHERE x.id = ${alias}.id) AND NOT EXISTS (SELECT 1 FROM gone_assertion g WHERE g.id = ${alias}.id)`;

/** Assertions that the batch brings new or changed, and those of its sources that it no longer brings ($1: source ids). */
export const FIND_CHANGES = [
  `CREATE TEMP TABLE changed_assertion ON COMMIT DROP AS
   SELECT s.id, s.node_id, s.edge_id FROM staged_assertion s LEFT JOIN assertion a ON a.id = s.id
    WHERE a.id IS NULL OR (s.origin, s.confidence, s.fields) IS DISTINCT FROM (a.origin, a.confidence, a.fields)`,
  `CREATE TEMP TABLE gone_assertion (id uuid PRIMARY KEY, node_id uuid, edge_id uuid) ON COMMIT DROP`,
  `INSERT INTO gone_assertion
   SELECT a.id, a.node_id, a.edge_id FROM assertion a
    WHERE a.source_id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM staged_assertion s WHERE s.id = a.id)`,
  `CREATE TEMP TABLE touched ON COMMIT DROP AS
   SELECT DISTINCT coalesce(t.node_id, t.edge_id) AS id, t.node_id IS NOT NULL AS is_node
     FROM (SELECT node_id, edge_id FROM changed_assertion UNION ALL SELECT node_id, edge_id FROM gone_assertion) t`,
  `CREATE TEMP TABLE claim ON COMMIT DROP AS
   SELECT c.*, ${RANK("c")} AS rank FROM (
     SELECT a.id, t.id AS subject_id, a.source_id, a.origin, a.confidence, a.fields
       FROM touched t JOIN assertion a ON a.node_id = t.id WHERE t.is_node AND ${STAYS("a")}
     UNION ALL
     SELECT a.id, t.id, a.source_id, a.origin, a.confidence, a.fields
       FROM touched t JOIN assertion a ON a.edge_id = t.id WHERE NOT t.is_node AND ${STAYS("a")}
     UNION ALL
     SELECT s.id, t.id, s.source_id, s.origin, s.confidence, s.fields
       FROM touched t JOIN staged_assertion s ON coalesce(s.node_id, s.edge_id) = t.id) c`,
  `CREATE TEMP TABLE resolved ON COMMIT DROP AS
   SELECT v.subject_id AS id, jsonb_object_agg(v.key, v.value) AS fields FROM (
     SELECT DISTINCT ON (c.subject_id, f.key) c.subject_id, f.key, f.value
       FROM claim c CROSS JOIN LATERAL jsonb_each(c.fields) f
      WHERE f.key NOT IN ('labels', 'texts', 'subjects') AND f.value <> 'null'
      ORDER BY c.subject_id, f.key, c.rank, c.source_id, c.id) v
    GROUP BY v.subject_id`,
] as const;

/** Labels and texts of the touched nodes as they are to be shown. A second preferred label becomes an alternative one. */
export const RESOLVE_TEXTS = [
  `CREATE TEMP TABLE claimed_label ON COMMIT DROP AS
   SELECT c.subject_id AS node_id, l.locale, l.kind, l.text, c.rank, c.source_id, c.id AS claim_id
     FROM claim c CROSS JOIN LATERAL jsonb_to_recordset(c.fields -> 'labels') AS l (locale text, kind text, text text)
    WHERE jsonb_typeof(c.fields -> 'labels') = 'array'`,
  `CREATE TEMP TABLE shown_label ON COMMIT DROP AS
   WITH preferred AS (
     SELECT DISTINCT ON (node_id, locale) node_id, locale, text FROM claimed_label WHERE kind = 'PREFERRED'
      ORDER BY node_id, locale, rank, source_id, claim_id, text COLLATE "C")
   SELECT l.node_id, n.kind AS node_kind, l.locale, l.text,
          CASE WHEN p.text IS NOT NULL THEN 'PREFERRED' WHEN bool_and(l.kind = 'HIDDEN') THEN 'HIDDEN' ELSE 'ALTERNATIVE' END AS kind,
          coalesce(f.folded, o.folded) AS folded
     FROM claimed_label l
     JOIN (SELECT id, kind FROM staged_node UNION SELECT id, kind FROM node) n ON n.id = l.node_id
     LEFT JOIN preferred p ON p.node_id = l.node_id AND p.locale = l.locale AND p.text = l.text
     LEFT JOIN staged_fold f ON f.text = l.text
     LEFT JOIN label o ON o.node_id = l.node_id AND o.locale = l.locale AND o.text = l.text
    GROUP BY l.node_id, n.kind, l.locale, l.text, p.text, f.folded, o.folded`,
  `CREATE TEMP TABLE shown_text ON COMMIT DROP AS
   SELECT DISTINCT ON (c.subject_id, t.locale, t.kind) c.subject_id AS node_id, t.locale, t.kind, t.text
     FROM claim c CROSS JOIN LATERAL jsonb_to_recordset(c.fields -> 'texts') AS t (locale text, kind text, text text)
    WHERE jsonb_typeof(c.fields -> 'texts') = 'array'
    ORDER BY c.subject_id, t.locale, t.kind, c.rank, c.source_id, c.id`,
  `CREATE TEMP TABLE shown_name ON COMMIT DROP AS
   SELECT DISTINCT ON (l.node_id) l.node_id, l.text AS name, l.locale AS name_locale, l.folded AS sort_name, t.text AS description
     FROM shown_label l LEFT JOIN shown_text t ON t.node_id = l.node_id AND t.locale = l.locale AND t.kind = 'DESCRIPTION'
    WHERE l.kind = 'PREFERRED' ORDER BY l.node_id, l.locale <> 'en', l.locale COLLATE "C"`,
] as const;

/** Columns that the merge sets itself, in every table it writes. */
const KEPT = new Set(["id", "kind", "version", "revision", "created_at", "updated_at"]);

/** Inserts and updates the touched nodes ($1: revision, $2: time). `columns` are those of the entity. */
export function upsertNodes(columns: readonly string[]): string {
  // The entity leaves the sort key out: nobody reads it, lists only sort by it.
  const own = [...columns.filter((column) => !KEPT.has(column)), "sort_name"];
  const derived: Readonly<Record<string, string>> = {
    name: "s.name",
    name_locale: "s.name_locale",
    sort_name: "s.sort_name",
    description: "s.description",
    status: "coalesce(f.status, 'ACTIVE')",
  };
  return `
    INSERT INTO node AS old (id, kind, version, revision, created_at, updated_at, ${own.join(", ")})
    SELECT t.id, k.kind, 1, $1::integer, $2::timestamptz, $2::timestamptz, ${own.map((c) => derived[c] ?? `f.${c}`).join(", ")}
      FROM touched t
      JOIN resolved r ON r.id = t.id
      JOIN shown_name s ON s.node_id = t.id
      JOIN (SELECT id, kind FROM staged_node UNION SELECT id, kind FROM node) k ON k.id = t.id
      CROSS JOIN LATERAL jsonb_populate_record(NULL::node, r.fields) f
     WHERE t.is_node
    ON CONFLICT (id) DO UPDATE SET version = old.version + 1, revision = excluded.revision, updated_at = excluded.updated_at,
      ${own.map((c) => `${c} = excluded.${c}`).join(", ")}
     WHERE (${own.map((c) => `old.${c}`).join(", ")}) IS DISTINCT FROM (${own.map((c) => `excluded.${c}`).join(", ")})`;
}

/** Keys, labels and texts: what changed is replaced. Deleting first lets two labels of a node swap places. */
export const WRITE_TEXTS = [
  `INSERT INTO node_key SELECT s.* FROM staged_key s ON CONFLICT DO NOTHING`,
  `DELETE FROM label l USING touched t WHERE l.node_id = t.id AND EXISTS (SELECT 1 FROM claim c WHERE c.subject_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM shown_label s WHERE (s.node_id, s.locale, s.text, s.kind, s.folded) = (l.node_id, l.locale, l.text, l.kind, l.folded))`,
  `INSERT INTO label (node_id, node_kind, locale, kind, text, folded)
   SELECT s.node_id, s.node_kind, s.locale, s.kind, s.text, s.folded FROM shown_label s ON CONFLICT (node_id, locale, text) DO NOTHING`,
  `DELETE FROM node_text x USING touched t WHERE x.node_id = t.id AND EXISTS (SELECT 1 FROM claim c WHERE c.subject_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM shown_text s WHERE (s.node_id, s.locale, s.kind, s.text) = (x.node_id, x.locale, x.kind, x.text))`,
  `INSERT INTO node_text (node_id, locale, kind, text)
   SELECT s.node_id, s.locale, s.kind, s.text FROM shown_text s ON CONFLICT (node_id, locale, kind) DO NOTHING`,
] as const;

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
   SELECT DISTINCT ON (c.subject_id) c.subject_id, c.origin, c.confidence
     FROM claim c JOIN touched t ON t.id = c.subject_id AND NOT t.is_node
    ORDER BY c.subject_id, c.rank, c.confidence DESC NULLS LAST, c.source_id, c.id`,
  `CREATE TEMP TABLE shown_subjects ON COMMIT DROP AS
   SELECT c.subject_id, array_agg(DISTINCT u.subject ORDER BY u.subject) AS subjects
     FROM claim c CROSS JOIN LATERAL jsonb_array_elements_text(c.fields -> 'subjects') AS u (subject)
    WHERE jsonb_typeof(c.fields -> 'subjects') = 'array' GROUP BY c.subject_id`,
  `CREATE TEMP TABLE role_of_specialization ON COMMIT DROP AS
   SELECT DISTINCT h.to_id AS id, h.from_id AS role_id FROM (
     SELECT kind, from_id, to_id FROM staged_edge UNION SELECT kind, from_id, to_id FROM edge) h WHERE h.kind = 'HAS_SPECIALIZATION'`,
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
     WHERE NOT t.is_node
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

/** Assertions last, because they point to nodes and links ($1: revision, $2: time). */
export const WRITE_ASSERTIONS = [
  `DELETE FROM assertion a USING gone_assertion g WHERE a.id = g.id`,
  `INSERT INTO assertion (id, node_id, edge_id, source_id, origin, locator, wording, strength, confidence, qualifiers, fields, revision, created_at)
   SELECT s.id, s.node_id, s.edge_id, s.source_id, s.origin, s.locator, s.wording, s.strength, s.confidence, s.qualifiers, s.fields, $1::integer, $2::timestamptz
     FROM staged_assertion s JOIN changed_assertion c ON c.id = s.id
   ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, confidence = excluded.confidence, fields = excluded.fields, revision = excluded.revision`,
] as const;

/** Nodes that nobody states any more stay as deprecated ($1: revision, $2: time). */
export const RETIRE_NODES = `
  UPDATE node n SET status = 'DEPRECATED', version = n.version + 1, revision = $1::integer, updated_at = $2::timestamptz
    FROM touched t WHERE n.id = t.id AND t.is_node AND n.status <> 'DEPRECATED' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.subject_id = t.id)`;
