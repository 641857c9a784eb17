import type { Transaction } from "../../database/database";
import type { AssertionRecord, StatedFields } from "../../merge/records";

/** Stands for nobody: what a graph remembers of nodes whose names nobody states any more. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Nodes that nobody gives a name any more show what was said last. An import into a graph that lacks them brings that
 * along: the merge weighs it like something said, alone and before anything else, but it is not stored as such.
 * The names of the temporary tables are those of src/merge.
 */
export class RememberedNodes {
  private count = 0;

  constructor(private readonly tx: Transaction) {}

  /** To be staged with the node. */
  claim(shown: StatedFields): AssertionRecord {
    this.count++;
    return { sourceId: NOBODY, origin: "EDITOR", fields: shown };
  }

  /** When all nodes are staged and it is known which they are: out of the way of what finds changes. */
  async putAside(): Promise<void> {
    if (this.count > 0) for (const sql of PUT_ASIDE) await this.tx.query(sql);
  }

  /** When it is known what will change, and nothing is written yet. Nodes that the graph has stay as they are there. */
  async bringBack(): Promise<void> {
    if (this.count > 0) for (const sql of BRING_BACK) await this.tx.query(sql);
  }

  /** After the merge: what is said of these nodes beside, which gives them no name. */
  async writeAssertions(revision: number): Promise<void> {
    if (this.count > 0) await this.tx.query(WRITE_ASSERTIONS, [revision]);
  }
}

const PUT_ASIDE = [
  `CREATE TEMP TABLE remembered ON COMMIT DROP AS SELECT * FROM staged_assertion WHERE source_id = '${NOBODY}'`,
  `DELETE FROM staged_assertion WHERE source_id = '${NOBODY}'`,
];

const BRING_BACK = [
  "DELETE FROM remembered r USING node n WHERE n.id = r.node_id",
  `CREATE TEMP TABLE said_beside ON COMMIT DROP AS
   SELECT s.* FROM staged_assertion s JOIN remembered r ON r.node_id = s.node_id`,
  "DELETE FROM staged_assertion s USING remembered r WHERE r.node_id = s.node_id",
  "INSERT INTO staged_assertion SELECT * FROM remembered",
  `INSERT INTO touched (id, is_node) SELECT r.node_id, true FROM remembered r
    WHERE NOT EXISTS (SELECT 1 FROM touched t WHERE t.id = r.node_id)`,
];

const WRITE_ASSERTIONS = `
  INSERT INTO assertion (id, node_id, source_id, origin, locator, wording, strength, confidence, qualifiers, fields, revision, created_at)
  SELECT s.id, s.node_id, s.source_id, s.origin, s.locator, s.wording, s.strength, s.confidence, s.qualifiers, s.fields, $1::integer, now()
    FROM said_beside s`;
