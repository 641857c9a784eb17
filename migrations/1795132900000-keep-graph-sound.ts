import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What single rows cannot promise: hierarchies without a cycle, and the content hash.
 *
 * All triggers run once for a statement over its transition table, so a set-wise import pays for them once.
 */
export class KeepGraphSound1795132900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ACYCLIC);
    await db.query(HASH);
    for (const table of HASHED) {
      await db.query(hashRows(table));
      await db.query(hashTriggers(table));
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of HASHED)
      for (const event of ["insert", "update", "delete"])
        await db.query(`DROP TRIGGER ${table}_hash_${event} ON ${table}`);
    await db.query(`
      DROP FUNCTION content_hash_inserted(), content_hash_deleted(), content_hash_updated(), row_hash(jsonb);
      DROP TRIGGER edge_acyclic_insert ON edge;
      DROP TRIGGER edge_acyclic_update ON edge;
      DROP FUNCTION edge_reject_cycle();
      DELETE FROM content_hash;
    `);
  }
}

/** Tables whose rows are content; keys, revisions and time stamps inside them are left out of the hash. */
const HASHED = ["node", "node_key", "label", "node_text", "edge", "assertion"];

const ACYCLIC = `
  CREATE FUNCTION edge_reject_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    closed record;
  BEGIN
    WITH RECURSIVE reach (kind, start_id, node_id) AS (
      SELECT n.kind, n.from_id, n.to_id FROM new_rows n
       WHERE n.kind IN ('BROADER', 'DEPENDS_ON', 'BELONGS_TO') OR (n.kind = 'PREREQUISITE' AND n.requirement = 'ESSENTIAL')
      UNION
      SELECT r.kind, r.start_id, e.to_id FROM reach r
        JOIN edge e ON e.from_id = r.node_id AND e.kind = r.kind AND (e.kind <> 'PREREQUISITE' OR e.requirement = 'ESSENTIAL')
    )
    SELECT r.kind, r.start_id INTO closed FROM reach r WHERE r.start_id = r.node_id LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'a % edge would close a cycle through node %', closed.kind, closed.start_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'edge_acyclic', TABLE = 'edge';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER edge_acyclic_insert AFTER INSERT ON edge REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION edge_reject_cycle();
  CREATE TRIGGER edge_acyclic_update AFTER UPDATE ON edge REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION edge_reject_cycle();
`;

const HASH = `
  -- 60 bits of MD5 over the row as canonical JSON: equal on every version and build of PostgreSQL.
  CREATE FUNCTION row_hash(content jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT ('x' || substr(md5((jsonb_strip_nulls(content)
      - ARRAY['version', 'revision', 'created_at', 'updated_at', 'imported_at'])::text), 1, 15))::bit(60)::bigint::numeric
  $$;

  CREATE FUNCTION content_hash_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO content_hash AS h (subject, kind, row_count, hash)
    SELECT TG_TABLE_NAME, coalesce(c.content ->> 'kind', c.content ->> 'origin'), count(*), mod(sum(row_hash(c.content)), 18446744073709551616)
      FROM (SELECT to_jsonb(n) AS content FROM new_rows n) c GROUP BY 2
    ON CONFLICT (subject, kind) DO UPDATE
      SET row_count = h.row_count + excluded.row_count, hash = mod(h.hash + excluded.hash, 18446744073709551616);
    RETURN NULL;
  END $$;

  CREATE FUNCTION content_hash_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE content_hash h
       SET row_count = h.row_count - d.row_count, hash = mod(h.hash - d.hash + 18446744073709551616, 18446744073709551616)
      FROM (SELECT coalesce(c.content ->> 'kind', c.content ->> 'origin') AS kind, count(*) AS row_count,
                   mod(sum(row_hash(c.content)), 18446744073709551616) AS hash
              FROM (SELECT to_jsonb(o) AS content FROM old_rows o) c GROUP BY 1) d
     WHERE h.subject = TG_TABLE_NAME AND h.kind = d.kind;
    DELETE FROM content_hash h WHERE h.subject = TG_TABLE_NAME AND h.row_count = 0;
    RETURN NULL;
  END $$;

  CREATE FUNCTION content_hash_updated() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO content_hash AS h (subject, kind, row_count, hash)
    SELECT TG_TABLE_NAME, coalesce(c.content ->> 'kind', c.content ->> 'origin'), sum(c.sign),
           mod(mod(sum(c.sign * row_hash(c.content)), 18446744073709551616) + 18446744073709551616, 18446744073709551616)
      FROM (SELECT to_jsonb(n) AS content, 1 AS sign FROM new_rows n
            UNION ALL SELECT to_jsonb(o), -1 FROM old_rows o) c GROUP BY 2
    ON CONFLICT (subject, kind) DO UPDATE
      SET row_count = h.row_count + excluded.row_count, hash = mod(h.hash + excluded.hash, 18446744073709551616);
    DELETE FROM content_hash h WHERE h.subject = TG_TABLE_NAME AND h.row_count = 0;
    RETURN NULL;
  END $$;
`;

/** The sums of what the table already holds. */
function hashRows(table: string): string {
  return `
    INSERT INTO content_hash (subject, kind, row_count, hash)
    SELECT '${table}', coalesce(c.content ->> 'kind', c.content ->> 'origin'), count(*), mod(sum(row_hash(c.content)), 18446744073709551616)
      FROM (SELECT to_jsonb(t) AS content FROM ${table} t) c GROUP BY 2`;
}

function hashTriggers(table: string): string {
  return `
    CREATE TRIGGER ${table}_hash_insert AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION content_hash_inserted();
    CREATE TRIGGER ${table}_hash_update AFTER UPDATE ON ${table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION content_hash_updated();
    CREATE TRIGGER ${table}_hash_delete AFTER DELETE ON ${table} REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION content_hash_deleted();
  `;
}
