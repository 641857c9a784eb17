import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Checks the links that were there before the checks of the migration before. In a transaction of its own, because that
 * one locks readers out until it commits; this one reads the whole table, and others read and write meanwhile.
 */
export class ValidateLinkChecks1795200050000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("ALTER TABLE edge VALIDATE CONSTRAINT edge_ends, VALIDATE CONSTRAINT edge_tier");
  }

  /** Makes the two checks again as they were written, not yet checked on older rows. */
  async down(db: QueryRunner): Promise<void> {
    const rows: { name: string; definition: string }[] = await db.query(`
      SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
       WHERE conrelid = 'edge'::regclass AND conname IN ('edge_ends', 'edge_tier')`);
    for (const { name, definition } of rows)
      await db.query(`
        ALTER TABLE edge DROP CONSTRAINT ${name};
        ALTER TABLE edge ADD CONSTRAINT ${name} ${definition} NOT VALID`);
  }
}
