import { NEEDED_COLUMNS } from "./needed-columns";

/** How touched nodes are written: what they are called, and their columns. Names of temporary tables are those of changes-sql.ts. */

/** True when no node of the kind has this slug and none is about to. */
const FREE = (slug: string, alias = "w") =>
  `NOT EXISTS (SELECT 1 FROM node o WHERE (o.kind, o.slug) = (${alias}.kind, ${slug})) AND NOT EXISTS (SELECT 1 FROM stated_slug o WHERE (o.kind, o.slug) = (${alias}.kind, ${slug}))`;

/** Compiling costs more than the few statements of a merge gain; sorting and hashing large sets needs room. */
export const SETTINGS = [
  "SET LOCAL jit = off",
  "SET LOCAL work_mem = '64MB'",
  "SET LOCAL gin_pending_list_limit = '64MB'",
] as const;

/**
 * Words of labels that wait to be put into their indexes are read by every search, so they are put there at once: many
 * together cost half of what they cost one by one. Only the owner of the indexes may; anybody else leaves it to autovacuum.
 */
export const CLEAN_LABEL_INDEXES = [
  `SELECT gin_clean_pending_list(c.oid::regclass) FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_am m ON m.oid = c.relam
    WHERE m.amname = 'gin' AND i.indrelid IN ('label'::regclass, 'label_word'::regclass) AND pg_has_role(c.relowner, 'USAGE')`,
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
          coalesce(f.folded, o.folded, lower(l.text COLLATE "C")) AS folded
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
export const KEPT = new Set(["id", "kind", "version", "revision", "created_at", "updated_at"]);

/**
 * Slugs of new nodes for which nobody states one: the first free one of name, name with scheme, name with id. Given once:
 * a slug stays when its node is renamed. One that is stated moves aside a node that had been given the same, or of which
 * it is stated no longer.
 */
export const GIVE_SLUGS = [
  `CREATE TEMP TABLE stated_slug ON COMMIT DROP AS
   SELECT r.id, k.kind, r.fields ->> 'slug' AS slug FROM resolved r
     JOIN (SELECT id, kind FROM staged_node UNION SELECT id, kind FROM node) k ON k.id = r.id WHERE r.fields ? 'slug'`,
  "ANALYZE stated_slug",
  `UPDATE node n SET slug = n.slug || '-' || left(n.id::text, 8), version = n.version + 1, revision = $1::integer, updated_at = $2::timestamptz
     FROM stated_slug s WHERE (n.kind, n.slug) = (s.kind, s.slug) AND n.id <> s.id
      AND NOT EXISTS (SELECT 1 FROM stated_slug o WHERE o.id = n.id AND o.slug = n.slug)
      AND NOT EXISTS (SELECT 1 FROM assertion a WHERE a.node_id = n.id AND a.fields ? 'slug' AND NOT EXISTS (SELECT 1 FROM touched t WHERE t.id = n.id))`,
  `CREATE TEMP TABLE given_slug ON COMMIT DROP AS
   WITH wanted AS (
     SELECT DISTINCT ON (n.id) n.id, n.kind, n.slug, n.slug || '-' || n.slug_suffix AS with_scheme, n.slug || '-' || left(n.id::text, 8) AS with_id
       FROM staged_node n JOIN touched t ON t.id = n.id
      WHERE n.slug IS NOT NULL AND NOT EXISTS (SELECT 1 FROM node o WHERE o.id = n.id)
        AND NOT EXISTS (SELECT 1 FROM stated_slug s WHERE s.id = n.id)
      ORDER BY n.id, n.slug COLLATE "C"),
   first AS (
     SELECT w.*, row_number() OVER (PARTITION BY w.kind, w.slug ORDER BY w.id) = 1 AND ${FREE("w.slug")} AS is_free FROM wanted w),
   second AS (
     SELECT f.*, row_number() OVER (PARTITION BY f.kind, f.with_scheme ORDER BY f.id) = 1 AND ${FREE("f.with_scheme", "f")} 
            AND NOT EXISTS (SELECT 1 FROM wanted x WHERE (x.kind, x.slug) = (f.kind, f.with_scheme)) AS is_second_free
       FROM first f WHERE NOT f.is_free)
   SELECT f.id, f.slug FROM first f WHERE f.is_free
   UNION ALL SELECT s.id, coalesce(CASE WHEN s.is_second_free THEN s.with_scheme END, s.with_id) FROM second s`,
  "ANALYZE given_slug",
] as const;

/** Inserts and updates the touched nodes ($1: revision, $2: time). `columns` are those of the entity. */
export function upsertNodes(columns: readonly string[]): string {
  // The entity leaves the sort key out: nobody reads it, lists only sort by it.
  const own = [...columns.filter((column) => !KEPT.has(column)), "sort_name"];
  const derived: Readonly<Record<string, string>> = {
    name: "s.name",
    name_locale: "s.name_locale",
    sort_name: "s.sort_name",
    description: "s.description",
    slug: "coalesce(f.slug, o.slug, g.slug)",
    status: "coalesce(f.status, 'ACTIVE')",
    ...Object.fromEntries(
      Object.values(NEEDED_COLUMNS)
        .flat()
        .map((column) => [column, `coalesce(f.${column}, o.${column})`]),
    ),
    replaced_by_id: "CASE WHEN f.status = 'DEPRECATED' THEN f.replaced_by_id END",
  };
  return `
    INSERT INTO node AS old (id, kind, version, revision, created_at, updated_at, ${own.join(", ")})
    SELECT t.id, k.kind, 1, $1::integer, $2::timestamptz, $2::timestamptz, ${own.map((c) => derived[c] ?? `f.${c}`).join(", ")}
      FROM touched t
      LEFT JOIN resolved r ON r.id = t.id
      LEFT JOIN node o ON o.id = t.id
      LEFT JOIN given_slug g ON g.id = t.id
      JOIN shown_name s ON s.node_id = t.id
      JOIN (SELECT id, kind FROM staged_node UNION SELECT id, kind FROM node) k ON k.id = t.id
      CROSS JOIN LATERAL jsonb_populate_record(NULL::node, coalesce(r.fields, '{}')) f
     WHERE t.is_node
    ON CONFLICT (id) DO UPDATE SET version = old.version + 1, revision = excluded.revision, updated_at = excluded.updated_at,
      ${own.map((c) => `${c} = excluded.${c}`).join(", ")}
     WHERE (${own.map((c) => `old.${c}`).join(", ")}) IS DISTINCT FROM (${own.map((c) => `excluded.${c}`).join(", ")})`;
}

/**
 * Keys, labels and texts: what changed is replaced. Deleting first lets two labels of a node swap places. A node that is
 * still stated, but by nobody with a name, stays as it was.
 */
export const WRITE_TEXTS = [
  `INSERT INTO node_key AS k (id, kind, scheme, key, node_id)
   SELECT DISTINCT s.id, s.kind, s.scheme, s.key, s.node_id FROM staged_key s
   ON CONFLICT (id) DO UPDATE SET node_id = excluded.node_id WHERE k.node_id <> excluded.node_id`,
  `DELETE FROM label l USING touched t WHERE l.node_id = t.id AND EXISTS (SELECT 1 FROM shown_name n WHERE n.node_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM shown_label s WHERE (s.node_id, s.locale, s.text, s.kind, s.folded) = (l.node_id, l.locale, l.text, l.kind, l.folded))`,
  `INSERT INTO label (node_id, node_kind, locale, kind, text, folded)
   SELECT s.node_id, s.node_kind, s.locale, s.kind, s.text, s.folded FROM shown_label s ORDER BY s.folded COLLATE "C" ON CONFLICT (node_id, locale, text) DO NOTHING`,
  `DELETE FROM node_text x USING touched t WHERE x.node_id = t.id AND EXISTS (SELECT 1 FROM shown_name n WHERE n.node_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM shown_text s WHERE (s.node_id, s.locale, s.kind, s.text) = (x.node_id, x.locale, x.kind, x.text))`,
  `INSERT INTO node_text (node_id, locale, kind, text)
   SELECT s.node_id, s.locale, s.kind, s.text FROM shown_text s ON CONFLICT (node_id, locale, kind) DO NOTHING`,
] as const;

/** Nodes that nobody states any more stay as deprecated ($1: revision, $2: time). */
export const RETIRE_NODES = `
  UPDATE node n SET status = 'DEPRECATED', version = n.version + 1, revision = $1::integer, updated_at = $2::timestamptz
    FROM touched t WHERE n.id = t.id AND t.is_node AND n.status <> 'DEPRECATED' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.subject_id = t.id)`;
