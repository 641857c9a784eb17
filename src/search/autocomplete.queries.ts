import { fallbackChain } from "../labels/locale";
import { SqlParams } from "../paging/sql-params";
import {
  addPrefixStage,
  addStage,
  bestLabels,
  hasBeginnings,
  inScope,
  LABEL_ORDER,
  type LabelScope,
} from "./label-candidates";
import type { Sql } from "./search.queries";
import type { SearchText } from "./search-text";

/** How many labels are looked at, the best first: enough for 20 nodes with ten labels each. */
const MAX_LABELS = 200;

/**
 * Labels that begin with the text, then labels with words that begin with its words; the best label of each active node.
 * Hidden labels are left out, because what is suggested is shown.
 * Rows hold `text` and `locale` of the label, `parent_label`, and the columns of the node.
 */
export function autocompleteSql(
  text: SearchText,
  labelScope: LabelScope,
  first: number,
  nodeColumns: string,
): Sql {
  const params = new SqlParams();
  const scope = `${inScope(labelScope, params)} AND l.kind <> 'HIDDEN'`;
  const same = `l.folded = ${params.add(text.folded)}`;
  const beginnings = hasBeginnings(text, params);
  const limit = MAX_LABELS;
  const sql = `
    WITH exact AS MATERIALIZED (${bestLabels(scope, same, 3, limit)}),
    ${addPrefixStage(scope, text, { name: "prefix", after: "exact", rank: 2, limit }, params)},
    ${addStage(scope, { name: "beginnings", after: "prefix", rank: 1, condition: beginnings, limit })},
    best AS (
      SELECT DISTINCT ON (c.node_id) c.* FROM beginnings c ORDER BY c.node_id, c.rank DESC, ${LABEL_ORDER}),
    suggestion AS MATERIALIZED (
      SELECT b.* FROM best b
       CROSS JOIN LATERAL (SELECT 1 FROM node n WHERE n.id = b.node_id AND n.status = 'ACTIVE' OFFSET 0) n
       ORDER BY b.rank DESC, b.weight, b.folded, b.node_id LIMIT ${params.add(first)}::integer)
    SELECT s.text, s.locale, u.name AS parent_label, n.*
      FROM suggestion s
      CROSS JOIN LATERAL (SELECT ${nodeColumns} FROM node n WHERE n.id = s.node_id OFFSET 0) n
      LEFT JOIN LATERAL (${parentSql("s.node_id", labelScope.locale, params)}) u ON true
     ORDER BY s.rank DESC, s.weight, s.folded, s.node_id`;
  return { text: sql, values: params.values };
}

/**
 * The name of one node above another: the role of a role level or specialization, else what it is a kind of or belongs
 * to, else the data set of a document; the first by name where there are several.
 */
function parentSql(nodeId: string, locale: string | null, params: SqlParams): string {
  const chain = locale ? params.add(fallbackChain(locale)) : null;
  const name = chain
    ? `coalesce((SELECT t.text FROM label t WHERE t.node_id = a.id AND t.kind = 'PREFERRED' AND t.locale = ANY (${chain}::text[])
                  ORDER BY array_position(${chain}::text[], t.locale) LIMIT 1), a.name)`
    : "a.name";
  return `
    SELECT ${name} AS name
      FROM (SELECT n.role_id AS id, 0 AS place FROM node n WHERE n.id = ${nodeId}
            UNION ALL SELECT e.from_id, 1 FROM edge e WHERE e.to_id = ${nodeId} AND e.kind = 'HAS_SPECIALIZATION'
            UNION ALL SELECT e.to_id, 2 FROM edge e WHERE e.from_id = ${nodeId} AND e.kind = 'BROADER'
            UNION ALL SELECT e.to_id, 3 FROM edge e WHERE e.from_id = ${nodeId} AND e.kind = 'BELONGS_TO'
            UNION ALL SELECT n.part_of_id, 4 FROM node n WHERE n.id = ${nodeId}) p
      JOIN node a ON a.id = p.id AND a.status = 'ACTIVE'
     ORDER BY p.place, a.sort_name, a.id LIMIT 1`;
}
