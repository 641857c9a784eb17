/** What a graph file's nodes are in this graph. The names of the temporary tables are those of src/merge/staging.ts. */

/** Ids of nodes that the graph knows as another kind. */
export const OF_OTHER_KIND = `
  SELECT s.id FROM staged_node s JOIN node n ON n.id = s.id WHERE n.kind <> s.kind`;

/** Keys that the file gives to several nodes, with these. */
export const SHARED_KEYS = `
  SELECT s.scheme, s.key, array_agg(DISTINCT s.node_id) AS ids FROM staged_key s
   GROUP BY s.id, s.scheme, s.key HAVING count(DISTINCT s.node_id) > 1`;

/**
 * Nodes that the graph knows by one of their keys, or by their id as a key, as another node. One that it knows as itself
 * by any of them stays; so does one that it does not know at all.
 */
export const KNOWN_ELSEWHERE = `
  SELECT u.node_id AS id, (array_agg(k.node_id ORDER BY k.node_id))[1] AS "intoId"
    FROM (SELECT s.id AS key_id, s.node_id, s.kind FROM staged_key s UNION SELECT n.id, n.id, n.kind FROM staged_node n) u
    JOIN node_key k ON k.id = u.key_id AND k.kind = u.kind
   GROUP BY u.node_id HAVING NOT bool_or(k.node_id = u.node_id)`;

/** A source that is known under another id speaks under that one. Table staged_alias: APPLY_ALIASES of the merge. */
export const MOVE_SOURCES =
  "UPDATE staged_assertion s SET source_id = a.into_id FROM staged_alias a WHERE s.source_id = a.id";

/** Which of these nodes ($1) the graph lacks. */
export const MISSING = `
  SELECT u.id FROM unnest($1::uuid[]) AS u (id) LEFT JOIN node n ON n.id = u.id WHERE n.id IS NULL`;

/** Assertions whose given id ($1) is that of something else said, in the graph or in the file. */
export const TAKEN_IDS = `
  SELECT s.id FROM staged_assertion s JOIN assertion a ON a.id = s.id
   WHERE s.id = ANY ($1::uuid[])
     AND (s.source_id, s.edge_id, s.node_id IS NULL, s.locator, s.wording, s.strength, s.qualifiers)
         IS DISTINCT FROM (a.source_id, a.edge_id, a.node_id IS NULL, a.locator, a.wording, a.strength, a.qualifiers)
  UNION ALL
  SELECT s.id FROM staged_assertion s WHERE s.id = ANY ($1::uuid[]) GROUP BY s.id HAVING count(*) > 1`;

/** Links that must have no cycle and that others than these sources ($1) state. */
export const HIERARCHY_OF_OTHERS = `
  SELECT e.kind, e.from_id AS "fromId", e.to_id AS "toId" FROM edge e
   WHERE (e.kind IN ('BROADER', 'DEPENDS_ON', 'BELONGS_TO') OR (e.kind = 'PREREQUISITE' AND e.requirement = 'ESSENTIAL'))
     AND EXISTS (SELECT 1 FROM assertion a WHERE a.edge_id = e.id AND a.source_id <> ALL ($1::uuid[]))`;
