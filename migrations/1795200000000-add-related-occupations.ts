import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Two things that O*NET states of occupations and that had no place: which other occupations are near to one, in which
 * rank, and which technologies employers ask for often.
 *
 * The table of links can be large, so nothing here reads it: new columns are null, and new checks hold for what is written
 * from now on. The rows that are there are checked by the next migration, under a lock that lets others read and write.
 * No content hash changes: it is made without nulls.
 */
export class AddRelatedOccupations1795200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE edge
        ADD COLUMN tier text,
        ADD COLUMN in_demand boolean,
        ADD CONSTRAINT edge_tier CHECK (tier IN ('PRIMARY_SHORT', 'PRIMARY_LONG', 'SUPPLEMENTAL')) NOT VALID,
        DROP CONSTRAINT edge_ends;
      ALTER TABLE edge ADD CONSTRAINT edge_ends CHECK (${ends(RELATED_OCCUPATION)}) NOT VALID;
    `);
  }

  /** What the older schema cannot hold goes; the values go before their columns, so that the content hash follows. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM edge WHERE kind = 'RELATED_OCCUPATION';
      UPDATE edge SET tier = NULL, in_demand = NULL WHERE num_nonnulls(tier, in_demand) > 0;
      ALTER TABLE edge DROP COLUMN tier, DROP COLUMN in_demand, DROP CONSTRAINT edge_ends;
      ALTER TABLE edge ADD CONSTRAINT edge_ends CHECK (${ends("")});
    `);
  }
}

/** Directed: what one occupation's list says of another need not stand in the other's list. */
const RELATED_OCCUPATION = "WHEN 'RELATED_OCCUPATION' THEN from_kind = 'ROLE' AND to_kind = 'ROLE'";

/** Which kinds of nodes each kind of link may join. */
function ends(added: string): string {
  return `CASE kind
      WHEN 'REQUIREMENT' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'SPECIALIZATION') AND to_kind IN ('SKILL', 'TECHNOLOGY')
      WHEN 'DUTY' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'SPECIALIZATION', 'CAREER_LEVEL') AND to_kind = 'RESPONSIBILITY'
      WHEN 'QUALIFICATION' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'SPECIALIZATION') AND to_kind = 'QUALIFICATION'
      WHEN 'HAS_SPECIALIZATION' THEN from_kind = 'ROLE' AND to_kind = 'SPECIALIZATION'
      WHEN 'PREREQUISITE' THEN from_kind = 'SKILL' AND to_kind = 'SKILL'
      WHEN 'BROADER' THEN (from_kind = to_kind AND to_kind IN ('SKILL', 'SKILL_GROUP', 'ROLE', 'ROLE_FAMILY', 'TECHNOLOGY', 'TOPIC'))
        OR (from_kind = 'SKILL' AND to_kind = 'SKILL_GROUP') OR (from_kind = 'ROLE' AND to_kind = 'ROLE_FAMILY')
        OR (from_kind = 'SPECIALIZATION' AND to_kind = 'ROLE')
      WHEN 'RELATED' THEN from_kind = to_kind AND to_kind IN ('SKILL', 'TECHNOLOGY', 'ROLE')
      WHEN 'PROGRESSION' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'CAREER_LEVEL') AND to_kind IN ('ROLE', 'ROLE_LEVEL', 'CAREER_LEVEL')
      WHEN 'COLLABORATION' THEN from_kind = 'ROLE' AND to_kind = 'ROLE'
      WHEN 'EMBODIES' THEN from_kind = 'TECHNOLOGY' AND to_kind = 'SKILL'
      WHEN 'DEPENDS_ON' THEN from_kind = 'TECHNOLOGY' AND to_kind = 'TECHNOLOGY'
      WHEN 'BELONGS_TO' THEN from_kind = 'TECHNOLOGY' AND to_kind = 'TECHNOLOGY'
      WHEN 'TEACHES' THEN from_kind = 'LEARNING_RESOURCE' AND to_kind = 'SKILL'
      WHEN 'RESOURCE_NEEDS' THEN from_kind = 'LEARNING_RESOURCE' AND to_kind = 'SKILL'
      WHEN 'EVIDENCES' THEN from_kind = 'QUALIFICATION' AND to_kind IN ('SKILL', 'TECHNOLOGY')
      WHEN 'MAPPING' THEN from_kind NOT IN ('EXTERNAL_CONCEPT', 'SOURCE') AND to_kind = 'EXTERNAL_CONCEPT' AND match_type IS NOT NULL
      ${added}
      WHEN 'STATEMENT' THEN true
      ELSE false END`;
}
