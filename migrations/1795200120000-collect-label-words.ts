import type { MigrationInterface, QueryRunner } from "typeorm";

const INDEXES = ["label_by_word", "label_by_preferred_word", "label_word_by_trigram"];

/**
 * How many words may wait for their index is said by the writer, no longer by the index: the merge lets them gather and
 * then puts all of them there at once (src/merge/nodes-sql.ts), for half of what many small portions cost.
 */
export class CollectLabelWords1795200120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const index of INDEXES)
      await db.query(`ALTER INDEX ${index} RESET (gin_pending_list_limit)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of INDEXES)
      await db.query(`ALTER INDEX ${index} SET (gin_pending_list_limit = 256)`);
  }
}
