import "reflect-metadata";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database/database";
import { exportGraph } from "../exports/export-graph";
import { FileOutput, StreamOutput } from "../exports/output";
import { ProgressBar, ProgressLines } from "../imports/run/show-progress";
import { PROJECT_ROOT } from "../shared/project-root";
import { EXPORT_USAGE, type ExportCommand, readExportCommand } from "./export-command";
import { onDatabase, print } from "./on-database";

/** `npm run export -- [<file>|-]`: see EXPORT_USAGE. */
void print(async () => {
  const command = readExportCommand(process.argv.slice(2), new Date());
  return command.do === "help" ? EXPORT_USAGE : onDatabase((database) => write(database, command));
});

async function write(
  database: Database,
  { path, sources, gzip, force }: ExportCommand & { do: "export" },
): Promise<string> {
  const startedAt = performance.now();
  const output =
    path === null
      ? new StreamOutput(process.stdout, gzip)
      : new FileOutput(path, { gzip, replace: force });
  if (await database.pendingMigrations())
    throw new Error("The tables are not those of this release. Run npm run migrate first.");
  const progress = process.stderr.isTTY
    ? new ProgressBar(process.stderr)
    : new ProgressLines(process.stderr);
  try {
    const { revision, contentHash, nodes, links } = await exportGraph(database, output, {
      sources,
      release: releaseOfProgram(),
      progress,
    });
    progress.done();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const what = sources ? `what ${sources.join(", ")} states` : "the graph";
    const count = (rows: number) => rows.toLocaleString("en");
    const summary = [
      `Exported ${what} at revision ${revision} in ${seconds} s: ${count(nodes)} nodes and ${count(links)} links.`,
      ...(contentHash ? [`Content hash: ${contentHash}`] : []),
      ...(path === null ? [] : [`File: ${path}`]),
    ].join("\n");
    if (path !== null) return summary;
    process.stderr.write(`${summary}\n`);
    return "";
  } finally {
    progress.done();
  }
}

function releaseOfProgram(): string {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8")).version;
}
