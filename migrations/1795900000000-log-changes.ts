import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A log of what changed with which revision, for whatever keeps something in memory that follows from the graph: it asks
 * what came after the revision it knows, and makes only that anew (docs/decisions/0014-an-index-in-memory.md).
 *
 * Written once for a statement, over its transition table. Writers hold the lock of `graph_revision` and raise it last, so
 * their revision is the one after the stored one.
 */
export class LogChanges1795900000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    for (const [table, owners] of Object.entries(OWNERS)) await db.query(logOf(table, owners));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of Object.keys(OWNERS)) {
      for (const event of EVENTS)
        await db.query(`
          DROP TRIGGER ${table}_log_${event.name} ON ${table};
          DROP FUNCTION ${table}_log_${event.name}();`);
    }
    await db.query("DROP FUNCTION log_changes(text, text, uuid[]); DROP TABLE graph_change");
  }
}

const TABLE = `
  CREATE TABLE graph_change (
    revision integer NOT NULL,
    subject  text NOT NULL CONSTRAINT graph_change_subject CHECK (subject IN ('NODE', 'LABEL', 'EDGE')),
    kind     text NOT NULL,
    -- Null: so many that they are not listed.
    owner    uuid
  );
  -- what changed after a revision; what is old enough to go
  CREATE INDEX graph_change_by_revision ON graph_change (revision);

  CREATE FUNCTION log_changes(subject text, kind text, owners uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO graph_change (revision, subject, kind, owner)
    SELECT (SELECT r.revision + 1 FROM graph_revision r), $1, $2, o.owner
      FROM unnest(CASE WHEN cardinality($3) > 500 THEN ARRAY[NULL::uuid] ELSE $3 END) AS o (owner)
  $$;
`;

/** Whose change a changed row is: `rows` is the transition table. */
const OWNERS: Readonly<Record<string, string>> = {
  node: `SELECT 'NODE' AS subject, r.kind, r.id AS owner FROM rows r
         UNION SELECT 'NODE', 'ROLE', r.role_id FROM rows r WHERE r.role_id IS NOT NULL`,
  // Another key tells where a node is described as well.
  node_key: "SELECT DISTINCT 'NODE' AS subject, r.kind, r.node_id AS owner FROM rows r",
  label: "SELECT DISTINCT 'LABEL' AS subject, r.node_kind AS kind, r.node_id AS owner FROM rows r",
  edge: `SELECT 'EDGE' AS subject, r.kind, r.from_id AS owner FROM rows r
         UNION SELECT 'EDGE', r.kind, r.role_id FROM rows r WHERE r.role_id IS NOT NULL`,
};

const EVENTS = [
  { name: "insert", tables: "NEW TABLE AS new_rows", rows: "SELECT * FROM new_rows" },
  { name: "delete", tables: "OLD TABLE AS old_rows", rows: "SELECT * FROM old_rows" },
  {
    name: "update",
    tables: "NEW TABLE AS new_rows OLD TABLE AS old_rows",
    rows: "SELECT * FROM new_rows UNION ALL SELECT * FROM old_rows",
  },
] as const;

function logOf(table: string, owners: string): string {
  return EVENTS.map(
    ({ name, tables, rows }) => `
      CREATE FUNCTION ${table}_log_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM log_changes(c.subject, c.kind, array_agg(c.owner))
           FROM (WITH rows AS (${rows}) ${owners}) c GROUP BY c.subject, c.kind;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ${table}_log_${name} AFTER ${name.toUpperCase()} ON ${table} REFERENCING ${tables}
        FOR EACH STATEMENT EXECUTE FUNCTION ${table}_log_${name}();`,
  ).join("\n");
}
