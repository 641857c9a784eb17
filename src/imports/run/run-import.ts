import type { Database, Transaction } from "../../database/database";
import type { Identities } from "../../merge/identity/overrides";
import { keyId } from "../../merge/ids";
import { type Identified, resolveIdentities } from "../../merge/resolve-identities";
import { Staging } from "../../merge/staging";
import type { ImportSource } from "../import-source";
import type { ImportInput } from "../input/import-input";
import type { Concepts } from "./concepts";
import { mergeAndReport } from "./merge-and-report";
import type { Report } from "./report";
import { stageSource } from "./stage-source";
import { StagingSink } from "./staging-sink";
import type { EntityTally } from "./tallies";
import { type RunOptions, wholeOrNothing } from "./whole-or-nothing";

export interface ImportOptions extends RunOptions {
  source: ImportSource;
  input: ImportInput;
  /** The release, when the files do not tell it. */
  version: string | null;
  identities: Identities;
}

export interface ImportSummary {
  source: string;
  version: string | null;
  revision: number;
  changed: boolean;
  dryRun: boolean;
  entities: EntityTally[];
  leftOut: readonly { file: string; rows: number }[];
  joined: number;
  ambiguous: number;
  deprecated: number;
  /** The same by kind of node, e.g. `{ ROLE: 3 }`. */
  deprecatedKinds: Readonly<Record<string, number>>;
  removed: number;
  updatedValues: number;
  differences: number;
  /** Of all of it, from the first file to the statistics. */
  seconds: number;
}

/**
 * Brings a source into the graph as one revision in one transaction: all of it, or nothing.
 * Rows stream into temporary tables; other writers wait for the merge alone, readers for nothing.
 * @throws ImportError about the input; AppError when the database cannot.
 */
export function runImport(database: Database, options: ImportOptions): Promise<ImportSummary> {
  return wholeOrNothing(database, options, (tx) => attempt(tx, database, options));
}

async function attempt(
  tx: Transaction,
  database: Database,
  { source, input, identities, report, progress, dryRun, ...options }: ImportOptions,
): Promise<Omit<ImportSummary, "seconds">> {
  const version = options.version ?? (await source.readVersion(input));
  const sourceId = keyId("SOURCE", source.scheme, "source");
  const staging = await Staging.open(tx);
  const sink = new StagingSink(staging, source, sourceId, report, version, (count) =>
    progress.rows(count),
  );
  stageSource(staging, source, sourceId, version);

  progress.step("reading nodes");
  const readLinks = await source.readNodes(input, sink);
  await staging.flush();
  progress.step("comparing names");
  const identified = await resolveIdentities(staging, identities);
  reportIdentities(report, source, identified, sink.concepts);
  await sink.dropUnmatched();
  await sink.concepts.stage(identified.joined);
  progress.step("reading links");
  await readLinks();
  await staging.flush();
  await sink.breakCycles();

  const { revision, changed, outcomes, found, deprecatedKinds } = await mergeAndReport(
    tx,
    database,
    [sourceId],
    {
      report,
      progress,
    },
  );
  return {
    source: source.name,
    version,
    revision,
    changed,
    dryRun,
    entities: sink.tallies.total(outcomes),
    leftOut: sink.tallies.leftOut,
    joined: identified.joined.length,
    ambiguous: identified.ambiguous.length,
    deprecated: found.deprecated,
    deprecatedKinds,
    removed: found.removed,
    updatedValues: found.updated,
    differences: found.difference,
  };
}

function reportIdentities(
  report: Report,
  { scheme }: ImportSource,
  { joined, ambiguous }: Identified,
  concepts: Concepts,
): void {
  for (const join of joined)
    report.write({
      type: "joined",
      scheme,
      ...concepts.describe(join),
      by: join.by.toLowerCase(),
      confidence: join.confidence,
      ...concepts.describeOthers(join),
    });
  for (const ambiguity of ambiguous)
    report.write({
      type: "ambiguous",
      scheme,
      ...concepts.describeAmbiguity(ambiguity),
      rivals: ambiguity.rivals,
    });
}
