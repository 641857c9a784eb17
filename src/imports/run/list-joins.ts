import type { Reader } from "../../database/database";

/** A key of a source that was found to be a node which the graph had already. */
export interface JoinRecord {
  kind: string;
  slug: string;
  name: string;
  scheme: string;
  key: string;
  joinedBy: string;
  joinedName: string | null;
  confidence: number | null;
}

/** All joins, or those of one scheme: what mappings record of them. Undone by an `apart` entry in seeds/identities.yaml. */
export function listJoins(reader: Reader, scheme: string | null): Promise<JoinRecord[]> {
  return reader.query<JoinRecord>(
    `SELECT n.kind, n.slug, n.name, x.scheme, coalesce(x.url, x.code) AS key, q.value ->> 'value' AS "joinedBy",
            (SELECT p.value ->> 'value' FROM jsonb_array_elements(a.qualifiers) p (value) WHERE p.value ->> 'name' = 'joined name') AS "joinedName",
            a.confidence
       FROM assertion a
       JOIN edge e ON e.id = a.edge_id AND e.kind = 'MAPPING'
       JOIN node n ON n.id = e.from_id
       JOIN node x ON x.id = e.to_id
      CROSS JOIN LATERAL jsonb_array_elements(a.qualifiers) q (value)
      WHERE q.value ->> 'name' = 'joined by' AND ($1::text IS NULL OR x.scheme = $1)
      ORDER BY n.kind, n.slug COLLATE "C", x.scheme, 5`,
    [scheme],
  );
}
