import type { Database, Transaction } from "../../database/database";
import { findGraphState } from "../../graph-state/graph-state.queries";
import { Staging } from "../../merge/staging";
import { ImportError } from "../import-error";
import type { ImportInput, InputFile } from "../input/import-input";
import { mergeAndReport } from "../run/merge-and-report";
import type { Report } from "../run/report";
import type { ImportSummary } from "../run/run-import";
import { Tallies } from "../run/tallies";
import { type RunOptions, wholeOrNothing } from "../run/whole-or-nothing";
import { explained } from "./explain-refusal";
import type { HeaderLine } from "./graph-file";
import { readGraphFile } from "./read-graph-file";
import { LinkStager } from "./stage-links";
import { type KnownNode, NodeStager } from "./stage-nodes";
import { graphColumns } from "./stated-columns";

export interface GraphImportOptions extends RunOptions {
  input: ImportInput;
}

export interface GraphImportSummary extends ImportSummary {
  /** Of the graph after the import. */
  contentHash: string;
  /** Whether that is the hash of the graph which was exported; null when the file does not tell. */
  isExportedGraph: boolean | null;
}

/**
 * Brings the sources of a graph file into the graph, all that they state, as one revision in one transaction.
 * Nodes are told apart by ids and keys alone, never by names.
 * @throws ImportError about the file; AppError when the database cannot.
 */
export async function importGraph(
  database: Database,
  options: GraphImportOptions,
): Promise<GraphImportSummary> {
  const file = graphFileOf(options.input);
  try {
    return await wholeOrNothing(database, options, (tx) => attempt(tx, database, file, options));
  } catch (error) {
    throw await explained(error, database, file);
  }
}

async function attempt(
  tx: Transaction,
  database: Database,
  file: InputFile,
  { report, progress, dryRun }: GraphImportOptions,
): Promise<Omit<GraphImportSummary, "seconds">> {
  const staging = await Staging.open(tx);
  const tallies = new Tallies();
  let header: HeaderLine = { format: "careergraph", formatVersion: 1, sources: [] };
  let nodes = new NodeStager(staging, file.path, new Set(), tallies);
  let links: LinkStager | null = null;
  let known: KnownNode[] = [];
  const finishNodes = async () => {
    progress.step("comparing names");
    known = await nodes.finish();
    progress.step("reading links");
    return new LinkStager(staging, file.path, nodes, tallies, report);
  };

  progress.step("reading nodes");
  for await (const entries of readGraphFile(file, graphColumns(database.dataSource))) {
    for (const entry of entries) {
      if (entry.type === "header") {
        header = entry.header;
        const ids = new Set(header.sources.map(({ id }) => id));
        nodes = new NodeStager(staging, file.path, ids, tallies);
      } else if (entry.type === "node") nodes.add(entry.node, entry.line);
      else {
        links ??= await finishNodes();
        links.add(entry.link, entry.line);
      }
    }
    progress.rows(entries.length);
    await staging.drain();
    await report.drain();
  }
  links ??= await finishNodes();
  const sourceIds = header.sources.map(({ id }) => staging.aliases.get(id) ?? id);
  await links.finish(sourceIds);
  reportKnown(report, known);

  const { revision, changed, outcomes, found, deprecatedKinds } = await mergeAndReport(
    tx,
    database,
    sourceIds,
    { report, progress },
    () => nodes.remembered.bringBack(),
  );
  if (changed) await nodes.remembered.writeAssertions(revision);
  const { contentHash } = await findGraphState(tx);
  return {
    source: "ndjson",
    version: null,
    revision,
    changed,
    dryRun,
    entities: tallies.total(outcomes),
    leftOut: [],
    joined: known.length,
    ambiguous: 0,
    deprecated: found.deprecated,
    deprecatedKinds,
    removed: found.removed,
    updatedValues: found.updated,
    differences: found.difference,
    contentHash,
    isExportedGraph: header.contentHash === undefined ? null : header.contentHash === contentHash,
  };
}

/** The one file of what the user named. */
function graphFileOf({ files, path }: ImportInput): InputFile {
  const named = files.filter(({ name }) => /\.(ndjson|jsonl)$/i.test(name));
  const [file, ...others] = named.length > 0 ? named : files;
  if (!file) throw new ImportError("holds no file", { file: path });
  if (others.length > 0)
    throw new ImportError(
      `holds several files; name the one to import: ${[file, ...others].map((each) => each.path).join(", ")}`,
      { file: path },
    );
  return file;
}

function reportKnown(report: Report, known: readonly KnownNode[]): void {
  for (const { id, intoId } of known) report.write({ type: "joined", id, into: intoId, by: "key" });
}
