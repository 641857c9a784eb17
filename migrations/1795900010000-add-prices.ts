import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What a learning resource costs, for plans that keep to a budget. A price of 0 is the same in every currency and needs
 * none; any other means nothing without it.
 */
export class AddPrices1795900010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE node
        ADD COLUMN price real CONSTRAINT node_price CHECK (price >= 0 AND price < 'Infinity'),
        ADD COLUMN currency text CONSTRAINT node_currency CHECK (currency ~ '^[A-Z]{3}$'),
        ADD CONSTRAINT node_price_currency CHECK (price IS NULL OR price = 0 OR currency IS NOT NULL);
      SELECT rebuild_content_hash();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE node DROP CONSTRAINT node_price_currency, DROP COLUMN price, DROP COLUMN currency;
      SELECT rebuild_content_hash();`);
  }
}
