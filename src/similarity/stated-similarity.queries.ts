import type { Reader } from "../database/database";
import type { EdgeKind } from "../edges/edge.entity";
import { compileFilter } from "../filters/compile-filter";
import { SqlParams } from "../paging/sql-params";
import type { ProgressionKind } from "../progressions/progression.entity";
import type { RelationKind } from "../related/related.entity";
import type { RelatedOccupationTier } from "../related-occupations/related-occupation.entity";
import { ROLE_FILTER, type RoleFilter } from "../roles/role.queries";

/** A link that says that another role is like a role. */
export interface StatedRoleRow {
  link: string;
  /** UUID of the other role. */
  other: string;
  relation: EdgeKind;
  isIncoming: boolean;
  score: number | null;
  tier: RelatedOccupationTier | null;
  position: number | null;
  relationKind: RelationKind | null;
  progressionKind: ProgressionKind | null;
}

/**
 * What is stated of a role and other active ones: related occupations in both directions, related roles, and moves between
 * the roles or levels of theirs. One SQL statement.
 */
export function readStatedRoles(
  reader: Reader,
  role: string,
  filter: RoleFilter | null | undefined,
): Promise<StatedRoleRow[]> {
  const params = new SqlParams();
  const asked = params.add(role);
  const condition = filter ? compileFilter(filter, ROLE_FILTER.fields, params, "n") : "true";
  return reader.query<StatedRoleRow>(
    `WITH own AS (
       SELECT o.id FROM node o WHERE o.id = ${asked}::uuid OR (o.role_id = ${asked}::uuid AND o.kind = 'ROLE_LEVEL')),
     stated AS (
       SELECT e.id, e.to_id AS end_id, false AS incoming FROM own JOIN edge e ON e.from_id = own.id
        WHERE e.kind IN ('RELATED_OCCUPATION', 'RELATED', 'PROGRESSION')
       UNION ALL
       SELECT e.id, e.from_id, e.kind <> 'RELATED' FROM own JOIN edge e ON e.to_id = own.id
        WHERE e.kind IN ('RELATED_OCCUPATION', 'RELATED', 'PROGRESSION'))
     SELECT e.id AS link, n.id AS other, e.kind AS relation, s.incoming AS "isIncoming",
            coalesce(e.weight, e.score) AS score, e.tier, e.position,
            e.relation_kind AS "relationKind", e.progression_kind AS "progressionKind"
       FROM stated s
       JOIN edge e ON e.id = s.id
       JOIN node d ON d.id = s.end_id AND d.kind IN ('ROLE', 'ROLE_LEVEL')
       JOIN node n ON n.id = coalesce(d.role_id, d.id) AND n.kind = 'ROLE'
      WHERE n.status = 'ACTIVE' AND n.id <> ${asked}::uuid AND ${condition}
      ORDER BY n.id, s.incoming, e.kind, e.id`,
    params.values,
  );
}

/** A link that says that another skill or technology is related to one. */
export interface StatedSkillRow {
  link: string;
  other: string;
  weight: number | null;
  relationKind: RelationKind | null;
}

/** Related active nodes of a skill or technology. One SQL statement. */
export function readRelatedSkills(reader: Reader, skill: string): Promise<StatedSkillRow[]> {
  return reader.query<StatedSkillRow>(
    `SELECT e.id AS link, n.id AS other, e.weight, e.relation_kind AS "relationKind"
       FROM edge e JOIN node n ON n.id = CASE e.from_id WHEN $1::uuid THEN e.to_id ELSE e.from_id END
      WHERE e.kind = 'RELATED' AND (e.from_id = $1::uuid OR e.to_id = $1::uuid) AND n.status = 'ACTIVE'`,
    [skill],
  );
}
