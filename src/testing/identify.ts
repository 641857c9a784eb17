import type { Database } from "../database/database";
import type { Identities } from "../merge/identity/overrides";
import { mergeStaged } from "../merge/merge-staged";
import type { EdgeRecord, NodeRecord } from "../merge/records";
import { type Identified, resolveIdentities } from "../merge/resolve-identities";
import { Staging } from "../merge/staging";
import type { TestSource } from "./test-source";

/** What became of the keys of a source, by what they are called, and whether the graph changed. */
export interface Outcome {
  known: string[];
  /** `how: key -> slug` */
  joined: string[];
  /** `key: slugs that fit` */
  ambiguous: string[];
  changed: boolean;
}

/** Merges what a source states from now on, and answers which keys turned out to stand for which nodes. */
export async function identify(
  database: Database,
  source: TestSource,
  records: readonly (NodeRecord | EdgeRecord)[],
  { same = [], apart = [] }: Partial<Identities> = {},
): Promise<Outcome> {
  const { nodes, edges, sourceIds } = source.batch(...records);
  const keys = new Map(nodes.map((node) => [node.id, node.keys[0]?.key ?? ""]));
  const { identified, changed } = await database.transaction(
    async (tx) => {
      const staging = await Staging.open(tx);
      for (const node of nodes) staging.node(node);
      await staging.flush();
      const found = await resolveIdentities(staging, { same, apart });
      for (const edge of edges) staging.edge(edge);
      await staging.flush();
      return { identified: found, ...(await mergeStaged(tx, database.dataSource, sourceIds)) };
    },
    { statementTimeoutMs: 60_000, lockTimeoutMs: 60_000 },
  );
  return { ...(await named(database, identified, keys)), changed };
}

async function named(
  database: Database,
  { known, joined, ambiguous }: Identified,
  keys: ReadonlyMap<string, string>,
): Promise<Omit<Outcome, "changed">> {
  const rows = await database.dataSource.query<{ id: string; slug: string }[]>(
    "SELECT id, slug FROM node",
  );
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  const list = (ids: readonly string[]) => ids.map((id) => slugs.get(id)).sort();
  return {
    known: known.map(({ id, intoId }) => `${keys.get(id)} -> ${slugs.get(intoId)}`).sort(),
    joined: joined
      .map(({ id, intoId, by }) => `${by}: ${keys.get(id)} -> ${slugs.get(intoId)}`)
      .sort(),
    ambiguous: ambiguous
      .map(({ id, candidateIds }) => `${keys.get(id)}: ${list(candidateIds).join(", ")}`)
      .sort(),
  };
}
