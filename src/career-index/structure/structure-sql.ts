/** Nodes after $1 in the order of ids, at most $2. */
export const READ_NODES = `
  SELECT n.id, n.kind, n.status = 'ACTIVE' AS "isActive"
    FROM node n WHERE n.id > $1::uuid ORDER BY n.id LIMIT $2`;

/** Links between nodes after $1 in the order of ids, at most $2. */
export const READ_EDGES = `
  SELECT e.id, e.kind, e.from_id AS "from", e.to_id AS "to"
    FROM edge e WHERE e.to_id IS NOT NULL AND e.id > $1::uuid ORDER BY e.id LIMIT $2`;

/** Those of the nodes $1 that are there. */
export const READ_SOME_NODES = `
  SELECT n.id, n.kind, n.status = 'ACTIVE' AS "isActive" FROM node n WHERE n.id = ANY ($1::uuid[]) ORDER BY n.id`;

/** Links to nodes that start at the nodes $1. */
export const READ_EDGES_FROM = `
  SELECT e.id, e.kind, e.from_id AS "from", e.to_id AS "to"
    FROM edge e WHERE e.to_id IS NOT NULL AND e.from_id = ANY ($1::uuid[]) ORDER BY e.id`;
