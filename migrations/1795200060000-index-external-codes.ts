import type { MigrationInterface, QueryRunner } from "typeorm";

/** Concepts of other classifications by their code, as `node_by_url` has them by their address. */
export class IndexExternalCodes1795200060000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // by: { externalCode }
    await db.query(
      "CREATE INDEX node_by_code ON node (code, scheme) WHERE kind = 'EXTERNAL_CONCEPT'",
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DROP INDEX node_by_code");
  }
}
