import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../src/database/database";
import { readIdentities } from "../../src/merge/identity/read-identities";
import { takeImportLock } from "../../src/merge/import-lock";
import { mergeBatch } from "../../src/merge/merge-batch";
import type { Batch } from "../../src/merge/records";
import { PROJECT_ROOT } from "../../src/shared/project-root";
import { addArticles } from "./articles/add-articles";
import { BatchBuilder } from "./batch-builder";
import { addLinks } from "./curated/add-links";
import { addGerman, addNodes } from "./curated/add-nodes";
import { addRoles } from "./curated/add-roles";
import { addSources, CURATED_SOURCE_ID } from "./sources";

export const SEEDS_FOLDER = join(PROJECT_ROOT, "seeds");

/** Seeding takes longer than a request may. */
const SEED_TIMEOUT_MS = 120_000;

/**
 * Brings the starter graph of this release into the database, as one revision in one transaction.
 * What an editor changed stays; loading what is already there changes nothing and costs a few milliseconds.
 * @returns whether anything changed.
 */
export async function loadSeeds(database: Database, folder = SEEDS_FOLDER): Promise<boolean> {
  const digest = digestOf(folder);
  if ((await loadedDigest(database)) === digest) return false;
  // Read before the transaction: nobody has to wait for files.
  const batch = readSeeds(folder);
  const file = join(folder, "identities.yaml");
  const identities = existsSync(file) ? readIdentities(file) : undefined;
  return database.transaction(
    async (tx) => {
      await takeImportLock(tx);
      const { changed } = await mergeBatch(tx, database.dataSource, batch, identities);
      await tx.query(
        `INSERT INTO seed_load (digest, loaded_at) VALUES ($1, now())
         ON CONFLICT (singleton) DO UPDATE SET digest = excluded.digest, loaded_at = excluded.loaded_at`,
        [digest],
      );
      return changed;
    },
    { statementTimeoutMs: SEED_TIMEOUT_MS, lockTimeoutMs: SEED_TIMEOUT_MS },
  );
}

async function loadedDigest(database: Database): Promise<string | undefined> {
  const reader = database.reader();
  try {
    const [known] = await reader.query<{ digest: string }>(
      "SELECT digest FROM seed_load WHERE singleton",
    );
    return known?.digest;
  } finally {
    await reader.close();
  }
}

/** Reads and checks all seed files. @throws Error naming file, line and reason of what is wrong. */
export function readSeeds(folder = SEEDS_FOLDER): Batch {
  const builder = new BatchBuilder();
  const curated = join(folder, "curated");
  addSources(builder);
  const articleSources = addArticles(builder, join(folder, "articles"));
  addNodes(builder, curated);
  addRoles(builder, join(curated, "roles"));
  addLinks(builder, curated);
  addGerman(builder, curated);
  return builder.build([CURATED_SOURCE_ID, ...articleSources]);
}

/** Changes whenever a seed file, or the program that reads them, changes. */
function digestOf(folder: string): string {
  const hash = createHash("sha256").update(LOADER_VERSION);
  for (const file of filesBelow(folder)) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

/** Raised when the same files give another graph than before. */
const LOADER_VERSION = "2";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort();
}
