import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import { oneByKey } from "../shared/batching";
import type { Row, RowMapping } from "../shared/row-mapping";
import type { Edge } from "./edge.entity";
import { Link } from "./link.types";

export interface LinkLoaders {
  /** Link of any kind by UUID; null when absent. */
  byId: DataLoader<string, Link | null>;
}

export function makeLinkLoaders(reader: Reader, mapping: RowMapping<Edge>): LinkLoaders {
  return {
    byId: new DataLoader(async (ids) => {
      const rows = await reader.query<Row & { asked: string }>(
        `SELECT e.id AS asked, ${mapping.columns("e")} FROM edge e WHERE e.id = ANY ($1::uuid[])`,
        [ids],
      );
      const byKey = oneByKey(ids, rows, (row) => row.asked);
      return byKey.map((row) => row && (mapping.instance(row, "e", Link) as Link));
    }),
  };
}
