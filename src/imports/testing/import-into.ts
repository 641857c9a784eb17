import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../database/database";
import type { ImportSource } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { openInput } from "../input/open-input";
import { type RemovalSummary, removeSource } from "../run/remove-source";
import { Report } from "../run/report";
import { type ImportOptions, type ImportSummary, runImport } from "../run/run-import";
import { NO_PROGRESS } from "../run/show-progress";

// biome-ignore lint/suspicious/noExplicitAny: a test knows what the lines of its report hold.
type Line = any;

/** Lines of a report, by `type`. */
export type ReportLines = Readonly<Record<string, readonly Line[]>>;

export interface Imported {
  summary: ImportSummary;
  report: ReportLines;
}

/** The input of a source that reads no files. */
const NOTHING: ImportInput = {
  path: "made",
  files: [],
  file: () => null,
  matching: () => [],
  close: async () => {},
};

/** Imports what lies at `path`, or what a source of the test's own says, and reads its report. */
export async function importInto(
  database: Database,
  source: ImportSource,
  options: Partial<ImportOptions> & { path?: string } = {},
): Promise<Imported> {
  const { path, ...others } = options;
  const input = path === undefined ? NOTHING : await openInput(path);
  try {
    const { result, lines } = await reported((report) =>
      runImport(database, {
        ...{ source, input, report, version: null, dryRun: false, progress: NO_PROGRESS },
        identities: { same: [], apart: [] },
        ...others,
      }),
    );
    return { summary: result, report: lines };
  } finally {
    await input.close();
  }
}

/** Takes a source away, as `import --remove` does. */
export async function removeFrom(
  database: Database,
  { name, scheme }: ImportSource,
): Promise<{ summary: RemovalSummary; report: ReportLines }> {
  const { result, lines } = await reported((report) =>
    removeSource(database, { source: name, scheme, report, progress: NO_PROGRESS }),
  );
  return { summary: result, report: lines };
}

async function reported<T>(
  work: (report: Report) => Promise<T>,
): Promise<{ result: T; lines: ReportLines }> {
  const report = new Report(join(tmpdir(), `careergraph-report-${randomUUID()}.ndjson`));
  try {
    const result = await work(report).finally(() => report.close());
    return { result, lines: linesByType(report.path) };
  } finally {
    rmSync(report.path, { force: true });
  }
}

/** The lines of a report file, by `type`. */
export function linesByType(path: string): ReportLines {
  const byType: Record<string, Line[]> = {};
  for (const text of readFileSync(path, "utf8").split("\n").slice(0, -1)) {
    const { type, ...line } = JSON.parse(text);
    byType[type] = [...(byType[type] ?? []), line];
  }
  return byType;
}

/** The counts of the summary by entity: read, imported, updated, unchanged, skipped. */
export function rowsOf({ entities }: ImportSummary): Record<string, string> {
  return Object.fromEntries(
    entities.map(({ entity, read, imported, updated, unchanged, skipped }) => [
      entity,
      `${read} = ${imported} + ${updated} + ${unchanged} + ${skipped}`,
    ]),
  );
}
