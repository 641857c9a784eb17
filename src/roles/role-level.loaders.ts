import DataLoader from "dataloader";
import type { Reader } from "../database/database";
import type { Node } from "../nodes/node.entity";
import { oneByKey } from "../shared/batching";
import type { Row, RowMapping } from "../shared/row-mapping";
import type { RoleLevel } from "./role-level.entity";

export interface RolePlace {
  roleId: string;
  careerLevelId: string;
}

export interface RoleLevelLoaders {
  /** The role level of a role at a career level, by their UUIDs; null when there is none. */
  byPair: DataLoader<RolePlace, RoleLevel | null, string>;
}

export function makeRoleLevelLoaders(reader: Reader, mapping: RowMapping<Node>): RoleLevelLoaders {
  return {
    byPair: new DataLoader(
      async (places) => {
        const rows = await reader.query<Row & { asked: number }>(
          `SELECT k.place::integer AS asked, ${mapping.columns("n", ["ROLE_LEVEL"])}
             FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS k (role_id, career_level_id, place)
             JOIN node n ON n.role_id = k.role_id AND n.career_level_id = k.career_level_id AND n.kind = 'ROLE_LEVEL'`,
          [places.map((place) => place.roleId), places.map((place) => place.careerLevelId)],
        );
        const asked = places.map((_, index) => index + 1);
        return oneByKey(asked, rows, (row) => row.asked).map(
          (row) => row && (mapping.instance(row, "n") as RoleLevel),
        );
      },
      { cacheKeyFn: ({ roleId, careerLevelId }) => `${roleId} ${careerLevelId}` },
    ),
  };
}
