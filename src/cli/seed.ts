import { loadSeeds } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { findGraphState } from "../graph-state/graph-state.queries";
import type { GraphState } from "../graph-state/graph-state.types";
import { onDatabase, print } from "./on-database";

/**
 * `npm run seed`: brings the starter graph of this release into the configured database, after its migrations.
 * `npm start` does that, too.
 */
void print(() =>
  onDatabase(async (database) => {
    await database.migrate();
    const before = await readState(database);
    if (await loadSeeds(database)) await database.maintain();
    return report(before, await readState(database));
  }, process.argv.slice(2)),
);

async function readState(database: Database): Promise<GraphState> {
  const reader = database.reader();
  try {
    return await findGraphState(reader);
  } finally {
    await reader.close();
  }
}

/** One line for each kind of rows that differs. */
function report(before: GraphState, after: GraphState): string {
  if (before.contentHash === after.contentHash) {
    return `Nothing changed: the graph holds these seeds (revision ${after.revision}).`;
  }
  const nameOf = ({ subject, kind }: GraphState["counts"][number]) =>
    `${subject} ${kind}`.toLowerCase().replaceAll("_", " ");
  const known = new Map(before.counts.map((count) => [nameOf(count), count]));
  const lines = after.counts.flatMap((count) => {
    const old = known.get(nameOf(count));
    if (old?.hash === count.hash) return [];
    return [`  ${nameOf(count).padEnd(32)} ${old?.count ?? 0} -> ${count.count}`];
  });
  return [`Loaded the seeds as revision ${after.revision}. Rows that changed:`, ...lines].join(
    "\n",
  );
}
