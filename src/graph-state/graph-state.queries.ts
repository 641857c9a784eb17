import { createHash } from "node:crypto";
import type { Reader } from "../database/database";
import { GraphCount, GraphState } from "./graph-state.types";

interface StateRow {
  revision: number;
  changedAt: Date;
  counts: { subject: string; kind: string; count: number; hash: string }[];
}

/** Revision, hashes and counts. One SQL statement that reads the sums kept by the write path, never the rows. */
export async function findGraphState(reader: Pick<Reader, "query">): Promise<GraphState> {
  const [row] = await reader.query<StateRow>(
    `SELECT r.revision, r.changed_at AS "changedAt",
            coalesce((SELECT jsonb_agg(jsonb_build_object('subject', h.subject, 'kind', h.kind, 'count', h.row_count, 'hash', h.hash::text)
                                       ORDER BY h.subject COLLATE "C", h.kind COLLATE "C")
                        FROM content_hash h), '[]') AS counts
       FROM graph_revision r`,
  );
  if (!row) throw new Error("graph_revision has no row");
  const counts = row.counts.map(({ subject, kind, count, hash }) =>
    Object.assign(new GraphCount(), {
      subject,
      kind,
      count,
      hash: BigInt(hash).toString(16).padStart(16, "0"),
    }),
  );
  const digest = createHash("sha256");
  for (const { subject, kind, count, hash } of counts)
    digest.update(`${subject} ${kind} ${count} ${hash}\n`);
  return Object.assign(new GraphState(), {
    revision: row.revision,
    changedAt: row.changedAt,
    counts,
    contentHash: digest.digest("hex"),
  });
}
