/** All that migrations make, as the database itself writes it down; the table of migrations is left out. */
const CATALOG = `
  WITH own AS (SELECT c.oid, c.relname FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migration')
  SELECT o.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
         || coalesce(' ' || a.attgenerated::text || ' ' || pg_get_expr(d.adbin, d.adrelid), '') || coalesce(' COLLATE ' || l.collname, '') AS entry
    FROM own o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = o.oid AND d.adnum = a.attnum LEFT JOIN pg_collation l ON l.oid = a.attcollation
  UNION ALL SELECT o.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) FROM own o JOIN pg_constraint k ON k.conrelid = o.oid
  UNION ALL SELECT pg_get_indexdef(i.indexrelid) FROM own o JOIN pg_index i ON i.indrelid = o.oid
  UNION ALL SELECT pg_get_triggerdef(t.oid) FROM own o JOIN pg_trigger t ON t.tgrelid = o.oid AND NOT t.tgisinternal
  UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
            AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.objid = p.oid AND x.deptype = 'e')
  UNION ALL SELECT 'storage ' || o.relname || ' ' || c.reloptions::text FROM own o JOIN pg_class c ON c.oid = o.oid WHERE c.reloptions IS NOT NULL
  UNION ALL SELECT 'type ' || y.typname FROM pg_type y WHERE y.typnamespace = 'public'::regnamespace AND y.typtype IN ('e', 'd')
  UNION ALL SELECT 'view ' || v.viewname || v.definition FROM pg_views v WHERE v.schemaname = 'public'
  UNION ALL SELECT 'sequence ' || s.sequencename FROM pg_sequences s WHERE s.schemaname = 'public' AND s.sequencename <> 'migration_id_seq'
  ORDER BY 1`;

/** What can run SQL: a data source, or the one connection of a query runner. */
interface Runner {
  query(text: string): Promise<unknown>;
}

/** The tables, columns, constraints, indexes, triggers and functions of the database, one text each, sorted. */
export async function readCatalog(runner: Runner): Promise<string[]> {
  const rows = await runner.query(CATALOG);
  return (rows as { entry: string }[]).map(({ entry }) => entry);
}
