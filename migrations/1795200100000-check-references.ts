import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * References are checked once for a statement, by a join, instead of once for a row, as foreign keys are.
 *
 * An import writes half a million rows; one by one their checks took 6.5 s of 23 s
 * (docs/decisions/0009-references-checked-by-statement.md).
 */
export class CheckReferences1795200100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DROP_FOREIGN_KEYS);
    for (const reference of REFERENCES) await db.query(checkInside(reference));
    for (const [table, references] of Object.entries(byTarget())) {
      await db.query(checkOutside(table, references));
      await db.query(keepIdentity(table));
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of Object.keys(byTarget()))
      await db.query(`
        DROP TRIGGER ${table}_identity ON ${table};
        DROP FUNCTION ${table}_keep_identity();
        DROP TRIGGER ${table}_references_delete ON ${table};
        DROP FUNCTION ${table}_unreferenced();`);
    for (const { name, from } of REFERENCES)
      await db.query(`
        DROP TRIGGER ${name}_insert ON ${from};
        DROP TRIGGER ${name}_update ON ${from};
        DROP FUNCTION ${name}_exists();`);
    await db.query(FOREIGN_KEYS);
    await db.query(COUNT_ASSERTIONS);
  }
}

interface Reference {
  name: string;
  from: string;
  /** Column with the id, and the column or constant that the target's kind has to equal. */
  column: string;
  kind?: string;
  to: "node" | "edge";
}

const REFERENCES: readonly Reference[] = [
  { name: "edge_from", from: "edge", column: "from_id", kind: "r.from_kind", to: "node" },
  { name: "edge_to", from: "edge", column: "to_id", kind: "r.to_kind", to: "node" },
  { name: "edge_role_id_fkey", from: "edge", column: "role_id", kind: "'ROLE'", to: "node" },
  { name: "assertion_node_id_fkey", from: "assertion", column: "node_id", to: "node" },
  { name: "assertion_edge_id_fkey", from: "assertion", column: "edge_id", to: "edge" },
  {
    name: "assertion_source",
    from: "assertion",
    column: "source_id",
    kind: "'SOURCE'",
    to: "node",
  },
  { name: "label_node", from: "label", column: "node_id", kind: "r.node_kind", to: "node" },
  { name: "node_text_node_id_fkey", from: "node_text", column: "node_id", to: "node" },
  { name: "node_key_node", from: "node_key", column: "node_id", kind: "r.kind", to: "node" },
];

const DROP_FOREIGN_KEYS = `
  ALTER TABLE edge DROP CONSTRAINT edge_from, DROP CONSTRAINT edge_to, DROP CONSTRAINT edge_role_id_fkey;
  ALTER TABLE assertion DROP CONSTRAINT assertion_node_id_fkey, DROP CONSTRAINT assertion_edge_id_fkey,
    DROP CONSTRAINT assertion_source, DROP COLUMN source_ref;
  ALTER TABLE label DROP CONSTRAINT label_node;
  ALTER TABLE node_text DROP CONSTRAINT node_text_node_id_fkey;
  ALTER TABLE node_key DROP CONSTRAINT node_key_node;
`;

const FOREIGN_KEYS = `
  ALTER TABLE edge ADD CONSTRAINT edge_from FOREIGN KEY (from_id, from_kind) REFERENCES node (id, kind),
    ADD CONSTRAINT edge_to FOREIGN KEY (to_id, to_kind) REFERENCES node (id, kind),
    ADD CONSTRAINT edge_role_id_fkey FOREIGN KEY (role_id) REFERENCES node (id);
  ALTER TABLE assertion ADD COLUMN source_ref text GENERATED ALWAYS AS ('SOURCE') STORED;
  ALTER TABLE assertion ADD CONSTRAINT assertion_node_id_fkey FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE,
    ADD CONSTRAINT assertion_edge_id_fkey FOREIGN KEY (edge_id) REFERENCES edge (id) ON DELETE CASCADE,
    ADD CONSTRAINT assertion_source FOREIGN KEY (source_id, source_ref) REFERENCES node (id, kind);
  ALTER TABLE label ADD CONSTRAINT label_node FOREIGN KEY (node_id, node_kind) REFERENCES node (id, kind) ON DELETE CASCADE;
  ALTER TABLE node_text ADD CONSTRAINT node_text_node_id_fkey FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE;
  ALTER TABLE node_key ADD CONSTRAINT node_key_node FOREIGN KEY (node_id, kind) REFERENCES node (id, kind);
`;

/** The content hash of that time is over whole rows, which have a column more now. On the way up the next migration counts. */
const COUNT_ASSERTIONS = `
  DELETE FROM content_hash WHERE subject = 'assertion';
  INSERT INTO content_hash (subject, kind, row_count, hash)
  SELECT 'assertion', a.origin, count(*), mod(sum(row_hash(to_jsonb(a))), 18446744073709551616) FROM assertion a GROUP BY a.origin;
`;

/** Rows that come or change refer to what is there: an anti-join over the transition table. */
function checkInside({ name, from, column, kind, to }: Reference): string {
  return `
    CREATE FUNCTION ${name}_exists() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      missing uuid;
    BEGIN
      SELECT r.${column} INTO missing FROM new_rows r
        LEFT JOIN ${to} t ON t.id = r.${column}${kind ? ` AND t.kind = ${kind}` : ""}
       WHERE r.${column} IS NOT NULL AND t.id IS NULL LIMIT 1;
      IF FOUND THEN
        RAISE EXCEPTION '${from}.${column}: there is no ${to} % of the right kind', missing
          USING ERRCODE = 'foreign_key_violation', CONSTRAINT = '${name}', TABLE = '${from}';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER ${name}_insert AFTER INSERT ON ${from} REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION ${name}_exists();
    CREATE TRIGGER ${name}_update AFTER UPDATE ON ${from} REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION ${name}_exists();
  `;
}

function byTarget(): Record<string, Reference[]> {
  return {
    node: REFERENCES.filter(({ to }) => to === "node"),
    edge: REFERENCES.filter(({ to }) => to === "edge"),
  };
}

/** Rows that go are referred to by nothing. Nodes are deprecated instead of deleted, so this is a safeguard. */
function checkOutside(table: string, references: readonly Reference[]): string {
  const checks = references.map(
    ({ name, from, column }) => `
      IF EXISTS (SELECT 1 FROM old_rows o JOIN ${from} r ON r.${column} = o.id) THEN
        RAISE EXCEPTION '${from}.${column} still refers to a deleted ${table}'
          USING ERRCODE = 'foreign_key_violation', CONSTRAINT = '${name}', TABLE = '${from}';
      END IF;`,
  );
  return `
    CREATE FUNCTION ${table}_unreferenced() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN ${checks.join("")}
      RETURN NULL;
    END $$;
    CREATE TRIGGER ${table}_references_delete AFTER DELETE ON ${table} REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION ${table}_unreferenced();
  `;
}

/** What is referred to keeps its id and its kind for ever. */
function keepIdentity(table: string): string {
  return `
    CREATE FUNCTION ${table}_keep_identity() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'id and kind of a ${table} never change'
        USING ERRCODE = 'foreign_key_violation', CONSTRAINT = '${table}_identity', TABLE = '${table}';
    END $$;
    CREATE TRIGGER ${table}_identity AFTER UPDATE OF id, kind ON ${table}
      FOR EACH ROW WHEN (old.id <> new.id OR old.kind <> new.kind) EXECUTE FUNCTION ${table}_keep_identity();
  `;
}
