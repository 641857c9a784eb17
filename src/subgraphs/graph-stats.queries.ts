import type { Reader } from "../database/database";

export interface LabelCount {
  locale: string;
  kind: string;
  count: number;
}

/** Nodes in use with a preferred label, by language and kind. One SQL statement that reads all of these labels. */
export function countLabels(reader: Pick<Reader, "query">): Promise<LabelCount[]> {
  return reader.query<LabelCount>(
    `SELECT l.locale, n.kind, count(*)::integer AS count
       FROM label l JOIN node n ON n.id = l.node_id
      WHERE l.kind = 'PREFERRED' AND n.status = 'ACTIVE'
      GROUP BY l.locale, n.kind`,
  );
}
