import type { Reader } from "../database/database";

export interface LabelCount {
  locale: string;
  kind: string;
  count: number;
}

/**
 * Nodes with a preferred label, by language and kind, those without that are no longer in use: they are few, and a join
 * with all nodes would take twice as long. One SQL statement that reads all labels.
 */
export function countLabels(
  reader: Pick<Reader, "query">,
  deprecated: readonly string[],
): Promise<LabelCount[]> {
  return reader.query<LabelCount>(
    `SELECT l.locale, l.node_kind AS kind, count(*)::integer AS count
       FROM label l WHERE l.kind = 'PREFERRED' AND l.node_id <> ALL ($1::uuid[])
      GROUP BY l.locale, l.node_kind`,
    [deprecated],
  );
}
