import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import { oneByKey } from "../shared/batching";
import type { NodeKind } from "../shared/global-id";
import type { Row, RowMapping } from "../shared/row-mapping";
import type { Node } from "./node.entity";

/** Where a node is looked up other than by id. */
export interface NodeLookup {
  kind: NodeKind;
  by: "slug" | "externalUri" | "externalCode";
  value: string;
  /** The classification of a code. */
  scheme?: string;
}

/** What it takes to know which node is meant, without what it shows. */
export type NodeStanding = Pick<Node, "uuid" | "kind" | "status" | "replacedById">;

export interface NodeLookups<N> {
  /** Node by UUID, or by the UUID of any source key that became part of it; null when absent. */
  byId: DataLoader<string, N | null>;
  /** Node by its slug, or by the address or code of an external concept it matches exactly; null when absent. */
  byKey: DataLoader<NodeLookup, N | null, string>;
}

export interface NodeLoaders extends NodeLookups<Node> {
  /** For arguments that name many nodes: four columns instead of sixty. */
  standing: NodeLookups<NodeStanding>;
}

/** Loaders of one request. Each reads nodes of mixed kinds in one SQL statement. */
export function makeNodeLoaders(reader: Reader, mapping: RowMapping<Node>): NodeLoaders {
  return {
    ...makeLookups(reader, mapping.columns("n"), (row) => mapping.instance(row, "n")),
    standing: makeLookups(reader, STANDING, (row) => row as unknown as NodeStanding),
  };
}

const STANDING = 'n.id AS uuid, n.kind, n.status, n.replaced_by_id AS "replacedById"';

function makeLookups<N>(reader: Reader, columns: string, toNode: (row: Row) => N): NodeLookups<N> {
  return {
    byId: new DataLoader(async (ids) => {
      const rows = await reader.query<Row & { asked: string }>(
        `SELECT k.id AS asked, ${columns}
           FROM unnest($1::uuid[]) AS k (id)
           LEFT JOIN node_key a ON a.id = k.id
           JOIN node n ON n.id = coalesce(a.node_id, k.id)`,
        [ids],
      );
      const byKey = oneByKey(ids, rows, (row) => row.asked);
      return byKey.map((row) => row && toNode(row));
    }),

    byKey: new DataLoader(
      async (lookups) => {
        const rows = await reader.query<Row & { asked: number }>(
          `SELECT DISTINCT ON (k.place) k.place::integer AS asked, ${columns}
             FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS k (kind, key, value, scheme, place)
             LEFT JOIN LATERAL (
               SELECT u.id FROM node u WHERE k.key = 'externalUri' AND u.kind = 'EXTERNAL_CONCEPT' AND u.url = k.value
               UNION ALL
               SELECT c.id FROM node c
                WHERE k.key = 'externalCode' AND c.kind = 'EXTERNAL_CONCEPT' AND c.code = k.value AND c.scheme = k.scheme
             ) x ON true
             CROSS JOIN LATERAL (
               SELECT s.id FROM node s WHERE k.key = 'slug' AND s.kind = k.kind AND s.slug = k.value
               UNION ALL
               SELECT e.from_id FROM edge e
                WHERE e.to_id = x.id AND e.kind = 'MAPPING' AND e.match_type = 'EXACT' AND e.from_kind = k.kind
               UNION ALL
               SELECT x.id WHERE k.kind = 'EXTERNAL_CONCEPT'
             ) found
             JOIN node n ON n.id = found.id
            ORDER BY k.place, n.status, n.id`,
          [
            lookups.map((k) => k.kind),
            lookups.map((k) => k.by),
            lookups.map((k) => k.value),
            lookups.map((k) => k.scheme ?? null),
          ],
        );
        const byPlace = oneByKey(
          lookups.map((_, index) => index + 1),
          rows,
          (row) => row.asked,
        );
        return byPlace.map((row) => row && toNode(row));
      },
      { cacheKeyFn: ({ kind, by, value, scheme }) => JSON.stringify([kind, by, value, scheme]) },
    ),
  };
}
