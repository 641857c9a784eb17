import { SKIP_REASONS, type SkipReason } from "../skip-reasons";
import type { ImportSummary } from "./run-import";
import type { EntityTally } from "./tallies";

const COLUMNS = ["read", "imported", "updated", "unchanged", "skipped"] as const;

/** The summary for people: a table of rows by entity, why rows were skipped, and what else happened. */
export function summaryText(summary: ImportSummary, reportPath: string): string {
  const { source, version, revision, changed, dryRun, entities } = summary;
  const name = version ? `${source} ${version}` : source;
  const head = dryRun
    ? `Dry run of ${name}: nothing was saved.`
    : changed
      ? `Imported ${name} as revision ${revision} in ${summary.seconds.toFixed(1)} s.`
      : `Nothing changed: the graph holds ${name} as it is (revision ${revision}).`;
  return [
    head,
    "",
    ...table(entities),
    ...reasons(entities),
    ...others(summary),
    "",
    `Report: ${reportPath}`,
  ].join("\n");
}

function table(entities: readonly EntityTally[]): string[] {
  const width = Math.max(8, ...entities.map(({ entity }) => entity.length));
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(width)}${cells.map((cell) => cell.padStart(11)).join("")}`;
  return [
    row("rows of", COLUMNS),
    ...entities.map((tally) =>
      row(
        tally.entity,
        COLUMNS.map((column) => number(tally[column])),
      ),
    ),
    row(
      "all",
      COLUMNS.map((column) => number(entities.reduce((sum, tally) => sum + tally[column], 0))),
    ),
  ];
}

function reasons(entities: readonly EntityTally[]): string[] {
  const lines = entities.flatMap(({ entity, reasons: counts }) =>
    Object.entries(counts).map(
      ([reason, rows]) =>
        `  ${number(rows)} of ${entity}: ${reason}, ${SKIP_REASONS[reason as SkipReason]}`,
    ),
  );
  return lines.length > 0 ? ["", "Skipped:", ...lines] : [];
}

function others(summary: ImportSummary): string[] {
  const { leftOut, joined, ambiguous, deprecated, removed, updatedValues, differences } = summary;
  const rows = leftOut.reduce((sum, file) => sum + file.rows, 0);
  const lines = [
    leftOut.length > 0 &&
      `${leftOut.length} files with ${number(rows)} rows that the graph has no place for`,
    joined > 0 && `${number(joined)} nodes joined with what the graph had`,
    ambiguous > 0 &&
      `${number(ambiguous)} names that fit several nodes, so that nothing was joined`,
    updatedValues > 0 && `${number(updatedValues)} values changed`,
    deprecated > 0 &&
      `${number(deprecated)} nodes deprecated${kinds(summary)}, because no source states them any more`,
    removed > 0 && `${number(removed)} links removed, because no source states them any more`,
    differences > 0 && `${number(differences)} values not shown, because editors say otherwise`,
  ].filter((line) => line !== false);
  return lines.length > 0 ? ["", "Also:", ...lines.map((line) => `  ${line}`)] : [];
}

/** e.g. ` (2 role, 1 external concept)`. */
function kinds({ deprecatedKinds }: ImportSummary): string {
  const counts = Object.entries(deprecatedKinds).map(
    ([kind, count]) => `${number(count)} ${kind.toLowerCase().replaceAll("_", " ")}`,
  );
  return counts.length > 0 ? ` (${counts.join(", ")})` : "";
}

function number(value: number): string {
  return value.toLocaleString("en");
}
