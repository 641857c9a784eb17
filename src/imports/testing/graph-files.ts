import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Database } from "../../database/database";
import { exportGraph } from "../../exports/export-graph";
import type { Written } from "../../exports/graph-lines";
import type { Output } from "../../exports/output";
import { CONTENT_TABLES, readAllRows } from "../../testing/table-rows";
import type { ImportInput } from "../input/import-input";
import { type GraphImportSummary, importGraph } from "../ndjson/import-graph";
import { Report } from "../run/report";
import { NO_PROGRESS } from "../run/show-progress";
import { linesByType, type ReportLines } from "./import-into";
import { tableFile } from "./table-file";

/** Keeps what is exported. */
class TextOutput implements Output {
  text = "";

  async write(lines: Readable): Promise<void> {
    for await (const chunk of lines) this.text += chunk;
  }

  async finish(): Promise<void> {}

  async abandon(): Promise<void> {}
}

/** The graph, or what these sources state, as a graph file. */
export async function exported(
  database: Database,
  sources: readonly string[] | null = null,
): Promise<{ text: string; written: Written }> {
  const output = new TextOutput();
  const options = { sources, release: "0.0.0", progress: NO_PROGRESS };
  const written = await exportGraph(database, output, options);
  return { text: output.text, written };
}

/** Imports a graph file that comes in pieces of a few bytes, and reads its report. */
export async function importText(
  database: Database,
  text: string,
  { dryRun = false } = {},
): Promise<{ summary: GraphImportSummary; report: ReportLines }> {
  const report = new Report(join(tmpdir(), `careergraph-report-${randomUUID()}.ndjson`));
  try {
    const options = { input: inputOf(text), dryRun, report, progress: NO_PROGRESS };
    const summary = await importGraph(database, options).finally(() => report.close());
    return { summary, report: linesByType(report.path) };
  } finally {
    rmSync(report.path, { force: true });
  }
}

function inputOf(text: string): ImportInput {
  const file = { ...tableFile(text, 5_000), name: "graph.ndjson", path: "graph.ndjson" };
  return {
    path: "graph.ndjson",
    files: [file],
    file: () => file,
    matching: () => [file],
    close: async () => {},
  };
}

const STAMPS = ["version", "revision", "created_at", "updated_at", "imported_at"];

/** Every row of content, without what tells when it was written, by table. */
export async function contentRows(database: Database): Promise<Record<string, string[]>> {
  const all = await readAllRows(database);
  const stripped = (row: string) =>
    JSON.stringify(JSON.parse(row), (name, value) => (STAMPS.includes(name) ? undefined : value));
  return Object.fromEntries(
    CONTENT_TABLES.map((table) => [table, (all[table] ?? []).map(stripped).sort()]),
  );
}
