import { createHash } from "node:crypto";
import type { Transaction } from "../database/database";
import { findGraphState } from "../graph-state/graph-state.queries";
import type { GraphState } from "../graph-state/graph-state.types";
import {
  type EndLine,
  FORMAT_VERSION,
  GRAPH_FORMAT,
  type HeaderLine,
} from "../imports/ndjson/graph-file";
import type { Progress } from "../imports/run/progress";
import { READ_SOURCES, readLinks, readNodes } from "./export-sql";
import { type LinkRow, linkLine, type NodeRow, nodeLine } from "./to-line";

/** Rows that are fetched at once: about a megabyte. */
const BLOCK = 1_000;

export interface LinesOptions {
  /** Slugs of the sources that are wanted, each with its parts; null: the whole graph. */
  sources: readonly string[] | null;
  /** Release of this program. */
  release: string;
  progress: Progress;
}

/** What was written, once it is. */
export interface Written {
  revision: number;
  /** null when only some sources were wanted. */
  contentHash: string | null;
  nodes: number;
  links: number;
}

/**
 * The lines of a graph file, as many at once as were fetched. The same graph gives the same lines, but for the time in the
 * first one. The transaction has to see one moment of the graph.
 * @throws Error naming a source that there is not.
 */
export async function* graphLines(
  tx: Transaction,
  { sources: slugs, release, progress }: LinesOptions,
): AsyncGenerator<string, Written> {
  const state = await findGraphState(tx);
  const sources = await findSources(tx, slugs);
  const contentHash = slugs ? null : state.contentHash;
  const header: HeaderLine = {
    format: GRAPH_FORMAT,
    formatVersion: FORMAT_VERSION,
    careergraph: release,
    revision: state.revision,
    contentHash: contentHash ?? undefined,
    exportedAt: new Date().toISOString(),
    sources,
  };
  yield `${JSON.stringify(header)}\n`;

  const hash = createHash("sha256");
  const ids = slugs && sources.map(({ id }) => id);
  const counts = { nodes: 0, links: 0 };
  const written = async function* <Row>(
    subject: keyof typeof counts,
    sql: string,
    lineOf: (row: Row) => object,
  ) {
    progress.step(`writing ${subject}`);
    const expected = rowsOf(state, subject === "nodes" ? "node" : "edge");
    for await (const rows of fetched<Row>(tx, sql, ids)) {
      const text = rows.map((row) => `${JSON.stringify(lineOf(row))}\n`).join("");
      hash.update(text);
      counts[subject] += rows.length;
      progress.rows(rows.length);
      progress.within(counts[subject] / expected);
      yield text;
    }
  };
  yield* written<NodeRow>("nodes", readNodes(ids !== null), nodeLine);
  yield* written<LinkRow>("links", readLinks(ids !== null), linkLine);
  const end: EndLine = { type: "end", ...counts, sha256: hash.digest("hex") };
  yield `${JSON.stringify(end)}\n`;
  return { revision: state.revision, contentHash, ...counts };
}

async function findSources(
  tx: Transaction,
  slugs: readonly string[] | null,
): Promise<{ id: string; slug: string }[]> {
  const all = await tx.query<{ id: string; slug: string }>(READ_SOURCES, [null]);
  const unknown = slugs?.find((slug) => !all.some((source) => source.slug === slug));
  if (unknown !== undefined)
    throw new Error(
      `The graph has no source "${unknown}". Sources: ${all.map(({ slug }) => slug).join(", ") || "none"}.`,
    );
  return slugs ? tx.query(READ_SOURCES, [slugs]) : all;
}

/** Rows of a query in blocks, through a cursor: the graph need not fit into memory. */
async function* fetched<Row>(
  tx: Transaction,
  sql: string,
  sourceIds: readonly string[] | null,
): AsyncGenerator<Row[]> {
  await tx.query(
    `DECLARE exported NO SCROLL CURSOR FOR ${sql}`,
    sourceIds === null ? [] : [sourceIds],
  );
  for (;;) {
    const rows = await tx.query<Row>(`FETCH ${BLOCK} FROM exported`);
    if (rows.length > 0) yield rows;
    if (rows.length < BLOCK) break;
  }
  await tx.query("CLOSE exported");
}

function rowsOf({ counts }: GraphState, subject: string): number {
  return counts
    .filter((count) => count.subject === subject)
    .reduce((sum, { count }) => sum + count, 0);
}
