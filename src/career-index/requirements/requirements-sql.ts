/** Active roles; in chunks by id, or all when $1 is null. */
export const READ_ROLES = `
  SELECT n.id, n.job_zone AS "jobZone",
         (SELECT string_agg(DISTINCT k.scheme, '+' ORDER BY k.scheme) FROM node_key k WHERE k.node_id = n.id) AS population
    FROM node n WHERE n.kind = 'ROLE' AND n.status = 'ACTIVE' AND ($1::uuid[] IS NULL OR n.id = ANY ($1)) ORDER BY n.id`;

/** Active levels of the roles $1. */
export const READ_LEVELS = `
  SELECT n.id, n.role_id AS role, n.career_level_id AS "careerLevel", coalesce(n.level_order, c.rank)::integer AS rank,
         c.track, c.branch
    FROM node n JOIN node c ON c.id = n.career_level_id
   WHERE n.kind = 'ROLE_LEVEL' AND n.status = 'ACTIVE' AND n.role_id = ANY ($1::uuid[])`;

/** Active specializations of the roles $1. */
export const READ_SPECIALIZATIONS = `
  SELECT n.id, e.from_id AS role FROM edge e JOIN node n ON n.id = e.to_id
   WHERE e.kind = 'HAS_SPECIALIZATION' AND n.status = 'ACTIVE' AND e.from_id = ANY ($1::uuid[])`;

/** What is stated for the roles $1, their levels and their specializations. */
export const READ_LINES = `
  SELECT e.role_id AS role, e.from_id AS owner, e.to_id AS skill, e.requirement, e.importance, e.proficiency,
         e.to_kind = 'TECHNOLOGY' AS "isTechnology"
    FROM edge e WHERE e.kind = 'REQUIREMENT' AND e.role_id = ANY ($1::uuid[])`;

/** Roles that nodes $1 are, or belong to as a level, career level or specialization. */
export const ROLES_OF_OWNERS = `
  SELECT DISTINCT r.id FROM unnest($1::uuid[]) AS o (id) CROSS JOIN LATERAL (
    SELECT o.id
    UNION SELECT n.role_id FROM node n WHERE n.id = o.id
    UNION SELECT n.role_id FROM node n WHERE n.career_level_id = o.id AND n.kind = 'ROLE_LEVEL'
    UNION SELECT e.from_id FROM edge e WHERE e.to_id = o.id AND e.kind = 'HAS_SPECIALIZATION') r
   WHERE EXISTS (SELECT 1 FROM node x WHERE x.id = r.id AND x.kind = 'ROLE')`;
