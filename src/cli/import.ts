import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadSeeds, SEEDS_FOLDER } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { IMPORT_SOURCES } from "../imports/catalog";
import type { ImportSource } from "../imports/import-source";
import { meteredInput } from "../imports/input/metered-input";
import { openInput } from "../imports/input/open-input";
import { type GraphImportSummary, importGraph } from "../imports/ndjson/import-graph";
import { NDJSON } from "../imports/ndjson/ndjson";
import { listJoins } from "../imports/run/list-joins";
import { removeSource } from "../imports/run/remove-source";
import { Report } from "../imports/run/report";
import { type ImportOptions, type ImportSummary, runImport } from "../imports/run/run-import";
import { NO_PROGRESS, ProgressBar, ProgressLines } from "../imports/run/show-progress";
import { summaryText } from "../imports/run/summary-text";
import { readIdentities } from "../merge/identity/read-identities";
import { type ImportCommand, readCommand, USAGE } from "./import-command";
import { onDatabase, print } from "./on-database";

const IDENTITIES = join(SEEDS_FOLDER, "identities.yaml");

/** `npm run import -- <source> <path>`: see USAGE. */
void print(async () => {
  const command = readCommand(process.argv.slice(2), IMPORT_SOURCES);
  switch (command.do) {
    case "help":
      return USAGE;
    case "list":
      return command.json
        ? JSON.stringify([...IMPORT_SOURCES, NDJSON].map(described))
        : [...IMPORT_SOURCES, NDJSON].map(inWords).join("\n\n");
    case "joins":
      return onDatabase((database) => joins(database, command));
    case "remove":
      return onDatabase((database) => remove(database, command));
    case "import":
      return onDatabase((database) =>
        bring(database, command.source.name, command, (options) =>
          importSource(database, command, options),
        ),
      );
    case "import graph":
      return onDatabase((database) =>
        bring(database, NDJSON.name, command, (options) => importGraph(database, options)),
      );
  }
});

type Options = Pick<ImportOptions, "input" | "dryRun" | "report" | "progress">;

async function bring(
  database: Database,
  name: string,
  { path, dryRun, json, reports }: ImportCommand & { do: "import" | "import graph" },
  run: (options: Options) => Promise<ImportSummary | GraphImportSummary>,
): Promise<string> {
  const progress = progressOf(json);
  const given = await openInput(path);
  const report = new Report(reportPath(reports, name));
  try {
    const input = meteredInput(given, (share) => progress.within(share));
    await database.migrate();
    const summary = await run({ input, dryRun, report, progress });
    progress.done();
    report.write({ type: "summary", ...summary });
    return json
      ? JSON.stringify({ ...summary, report: report.path, peakMemoryMiB: peakMemory() })
      : [summaryText(summary, report.path), ...hashText(summary)].join("\n");
  } finally {
    progress.done();
    await report.close();
    await given.close();
  }
}

async function importSource(
  database: Database,
  { source, release }: ImportCommand & { do: "import" },
  options: Options,
): Promise<ImportSummary> {
  const identities = existsSync(IDENTITIES) ? readIdentities(IDENTITIES) : { same: [], apart: [] };
  // As a start does it: the same nodes have the same ids, whatever comes first.
  if (await loadSeeds(database)) await database.maintain();
  return runImport(database, { ...options, source, version: release, identities });
}

/** Whether the graph is the one that was exported, which it is when it was empty before. */
function hashText(summary: ImportSummary | GraphImportSummary): string[] {
  if (!("contentHash" in summary)) return [];
  const { contentHash, isExportedGraph } = summary;
  return [
    `Content hash: ${contentHash}${isExportedGraph ? ", as that of the graph that was exported" : ""}`,
  ];
}

async function remove(
  database: Database,
  { source, json, reports }: ImportCommand & { do: "remove" },
): Promise<string> {
  const progress = progressOf(json);
  const report = new Report(reportPath(reports, source.name));
  try {
    await database.migrate();
    const summary = await removeSource(database, {
      source: source.name,
      scheme: source.scheme,
      report,
      progress,
    });
    report.write({ type: "summary", ...summary });
    if (json) return JSON.stringify({ ...summary, report: report.path });
    if (!summary.changed) return `Nothing changed: the graph holds nothing of ${source.name}.`;
    return `Removed ${source.name} as revision ${summary.revision}: ${summary.deprecated} nodes deprecated and ${summary.removed} links removed that nobody else states.\nReport: ${report.path}`;
  } finally {
    progress.done();
    await report.close();
  }
}

async function joins(
  database: Database,
  { source, json }: ImportCommand & { do: "joins" },
): Promise<string> {
  await database.migrate();
  const reader = database.reader();
  try {
    const found = await listJoins(reader, source?.scheme ?? null);
    if (json) return JSON.stringify(found);
    const lines = found.map(
      ({ kind, slug, name, scheme, key, joinedBy, confidence }) =>
        `${kind.toLowerCase()} ${slug} ("${name}") = ${scheme} ${key}  by ${joinedBy}, confidence ${confidence ?? "unknown"}`,
    );
    return [
      ...lines,
      `${found.length} joins. To undo one, add it under "apart" in seeds/identities.yaml and import the source again.`,
    ].join("\n");
  } finally {
    await reader.close();
  }
}

/** Of the whole process, with the embedded database in it. */
function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function progressOf(json: boolean) {
  if (json) return NO_PROGRESS;
  return process.stderr.isTTY ? new ProgressBar(process.stderr) : new ProgressLines(process.stderr);
}

function reportPath(folder: string, source: string): string {
  const time = new Date().toISOString().slice(0, 19).replace(/[-:]/g, "");
  return join(folder, `import-report-${source}-${time}.ndjson`);
}

type Listed = typeof NDJSON & Partial<Pick<ImportSource, "scheme">>;

function described({
  name,
  scheme,
  title,
  publisher,
  versions,
  licence,
  attribution,
  url,
  files,
}: Listed) {
  return { name, scheme, title, publisher, versions, licence, attribution, url, files };
}

function inWords({
  name,
  title,
  publisher,
  versions,
  licence,
  attribution,
  url,
  files,
}: Listed): string {
  return [
    `${name}: ${title} (${publisher})`,
    `  releases     ${versions}`,
    `  licence      ${licence}`,
    ...(attribution ? [`  attribution  ${attribution}`] : []),
    `  download     ${url}`,
    `  files        ${files.join(", ")}`,
  ].join("\n");
}
